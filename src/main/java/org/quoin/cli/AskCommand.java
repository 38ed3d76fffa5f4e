// `quoin ask`: a question in plain words, and a brief made only of what is in the base.
package org.quoin.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quoin.app.Quoin;
import org.quoin.app.SearchNames;
import org.quoin.app.export.report.ReportFormat;
import org.quoin.app.json.AskView;
import org.quoin.app.json.Json;
import org.quoin.app.report.BriefReport;
import org.quoin.model.Problem;
import org.quoin.synthesis.Brief;
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
            "number of studies, their best words and how much speaks against it; --all prints every line with all of its",
            "words. Nothing is written that is not in the base."
        },
        footer = {
            "",
            "Examples:",
            "  quoin ask \"what helps rural areas join up health and social care?\"",
            "  quoin ask \"what helps rural areas join up health and social care?\" --all",
            "  quoin ask \"what hinders sharing records\" --lens setting/care-home --lens country/SE",
            "  quoin ask \"what helps teams to trust one another\" --without-fictional --json",
            "  quoin ask \"what helps teams to trust one another\" --format docx --output brief.docx"
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
            description = "Most lines of a section, 1 to " + BriefRequest.MAX_LINES + " (default: "
                    + BriefRequest.PAGE_LINES + ", with --json " + BriefRequest.USUAL_LINES
                    + ", with --all and in a document " + BriefRequest.MAX_LINES + ").")
    private @Nullable Integer lines;

    @Option(names = "--all", description = "Every line, with all of its words and what speaks against it.")
    private boolean all;

    @Option(names = "--json", description = "As GET /api/ask answers.")
    private boolean json;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "A document with references in place of lines: docx or html.")
    private @Nullable String format;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where the document goes (default: standard output).")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException {
        Terminal terminal = RootCommand.of(spec);
        ReportFormat form = format == null ? null : ReportFormat.named(format);
        if (output != null && form == null) {
            throw Problem.invalid("--output is for a document: say with --format which, docx or html");
        }
        try (Quoin quoin = home.openFilled("ask", terminal)) {
            SearchNames names = quoin.searchNames();
            Brief brief = quoin.ask(new BriefRequest(
                    String.join(" ", words),
                    filters.filter(names),
                    names.lens(lens == null ? List.of() : lens),
                    lines(form)));
            if (form != null) {
                Documents.write(BriefReport.of(quoin, brief), form, output, terminal);
            } else if (json) {
                terminal.out().println(Json.write(AskView.of(brief, quoin)));
            } else {
                new BriefPrint(AskView.of(brief, quoin), terminal.out(), all).print();
            }
            return ExitCode.OK;
        }
    }

    private int lines(@Nullable ReportFormat form) {
        if (lines != null) {
            return lines;
        }
        if (all || form != null) {
            return BriefRequest.MAX_LINES;
        }
        return json ? BriefRequest.USUAL_LINES : BriefRequest.PAGE_LINES;
    }
}
