// `quoin ask`: a question in plain words, and a brief made only of what is in the base.
package org.quoin.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quoin.app.Quoin;
import org.quoin.app.SearchNames;
import org.quoin.app.json.AskView;
import org.quoin.app.json.Json;
import org.quoin.synthesis.BriefRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = {
            "Answers a question with a brief: what helps, what hinders, lessons and what is uncertain, each with the",
            "number of studies, their words and what speaks against it. Nothing is written that is not in the base."
        },
        footer = {
            "",
            "Examples:",
            "  quoin ask \"what helps rural areas join up health and social care?\"",
            "  quoin ask \"what hinders sharing records\" --lens setting/care-home --lens country/SE",
            "  quoin ask \"what helps teams to trust one another\" --without-fictional --json"
        })
@SuppressWarnings("NullAway.Init")
final class AskCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOptions home;

    @Mixin
    private FilterOptions filters;

    @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "In plain words.")
    private List<String> words;

    @Option(
            names = "--lens",
            paramLabel = "SCHEME/KEY",
            description = "Where the answer is to be used: setting/rural, country/IE, level/team; what fits comes first"
                    + " and is marked. Can be repeated; none for anywhere (default: what the question names).")
    private @Nullable List<String> lens;

    @Option(
            names = "--lines",
            paramLabel = "N",
            defaultValue = "" + BriefRequest.USUAL_LINES,
            description = "Most lines of a section (default: ${DEFAULT-VALUE}).")
    private int lines;

    @Option(names = "--json", description = "As GET /api/ask answers.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Terminal terminal = RootCommand.of(spec);
        try (Quoin quoin = home.openFilled("ask", terminal)) {
            SearchNames names = quoin.searchNames();
            AskView brief = AskView.of(
                    quoin.ask(new BriefRequest(
                            String.join(" ", words),
                            filters.filter(names),
                            names.lens(lens == null ? List.of() : lens),
                            lines)),
                    quoin.vocabulary());
            if (json) {
                terminal.out().println(Json.write(brief));
            } else {
                new BriefPrint(brief, terminal.out()).print();
            }
            return ExitCode.OK;
        }
    }
}
