// `quoin papers`: lists what is in the base.
package org.quoin.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quoin.app.PaperSummary;
import org.quoin.app.Quoin;
import org.quoin.app.json.Json;
import org.quoin.app.json.PaperListView;
import org.quoin.model.PaperId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "papers",
        mixinStandardHelpOptions = true,
        description = "Lists the papers in the base: what they are called and how much evidence they hold.",
        footer = {
            "",
            "Examples:",
            "  quoin papers",
            "  quoin papers --without-evidence",
            "  quoin papers --similar",
            "  quoin papers --json"
        })
@SuppressWarnings("NullAway.Init")
final class PapersCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOptions home;

    @Option(names = "--without-evidence", description = "Only papers that have not been coded yet.")
    private boolean withoutEvidence;

    @Option(
            names = "--similar",
            description = "Only papers that may be the same as others, by title, year and first author; together.")
    private boolean similar;

    @Option(names = "--json", description = "Print the same JSON as GET /api/papers.")
    private boolean json;

    @Override
    public Integer call() {
        Terminal terminal = RootCommand.of(spec);
        try (Quoin quoin = home.open("papers", terminal)) {
            List<PaperSummary> papers = chosen(quoin);
            if (json) {
                terminal.out().println(Json.write(PaperListView.of(papers, quoin)));
            } else {
                papers.forEach(paper -> print(paper, terminal));
                terminal.say(papers.size() + (papers.size() == 1 ? " paper" : " papers"));
            }
            return ExitCode.OK;
        }
    }

    private List<PaperSummary> chosen(Quoin quoin) {
        List<PaperSummary> all = quoin.papers().stream()
                .filter(paper -> !withoutEvidence || paper.total() == 0)
                .toList();
        if (!similar) {
            return all;
        }
        Map<PaperId, PaperSummary> byId = all.stream().collect(Collectors.toMap(PaperSummary::id, paper -> paper));
        return quoin.nearDuplicates().stream()
                .flatMap(List::stream)
                .flatMap(id -> Stream.ofNullable(byId.get(id)))
                .toList();
    }

    private static void print(PaperSummary paper, Terminal terminal) {
        terminal.out()
                .println(Terminal.bold(paper.id().value()) + "  " + paper.label()
                        + (paper.fictional() ? " (fictional)" : "")
                        + (paper.retracted() == null ? "" : " (retracted: " + paper.retracted() + ")"));
        String items = paper.items().entrySet().stream()
                .map((Map.Entry<String, Long> kind) -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
        terminal.out().println("    " + Terminal.faint(items.isEmpty() ? "no evidence yet" : items));
    }
}
