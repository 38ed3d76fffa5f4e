// `quoin search`: finds evidence by words and meaning.
package org.quoin.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.app.Quoin;
import org.quoin.app.Reasons;
import org.quoin.app.SelectionExport;
import org.quoin.app.export.ExportFormat;
import org.quoin.app.json.Json;
import org.quoin.app.json.PassagesView;
import org.quoin.app.json.SearchView;
import org.quoin.model.ItemId;
import org.quoin.model.Problem;
import org.quoin.model.Quotation;
import org.quoin.search.PassageDocument;
import org.quoin.search.PassageHit;
import org.quoin.search.PassageResult;
import org.quoin.search.SearchHit;
import org.quoin.search.SearchRequest;
import org.quoin.search.SearchResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Finds evidence by words and meaning. Options that can be given again are alternatives.",
        footer = {
            "",
            "Examples:",
            "  quoin search \"what helps services work together\"",
            "  quoin search \"management buy-in\" --kind enabler --concept setting/rural --concept country/GB",
            "  quoin search \"+trust -hospital statement:leader*\" --by-study --explain",
            "  quoin search --like integrated-care-rural-uk/enabler-a-clear-shared-vision-938cc459",
            "  quoin search leadership --without-fictional --json",
            "  quoin search --kind barrier --concept setting/rural --format xlsx --output barriers.xlsx"
        })
@SuppressWarnings("NullAway.Init")
final class SearchCommand implements Callable<Integer> {
    /// As many as a terminal shows at once.
    private static final int HITS = 10;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOptions home;

    @Parameters(
            arity = "0..*",
            paramLabel = "WORDS",
            description = "A question or words, in plain language; docs/searching.md has the signs that narrow.")
    private @Nullable List<String> words;

    @Option(names = "--like", paramLabel = "ITEM", description = "Evidence like this item, in place of words.")
    private @Nullable String like;

    @Option(names = "--passages", description = "Search the passages of papers, coded or not.")
    private boolean passages;

    @Option(names = "--by-study", description = "The best hit of each study alone.")
    private boolean byStudy;

    @Option(names = "--explain", description = "Say of each hit why it ranks where it does.")
    private boolean explain;

    @Mixin
    private FilterOptions filters;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "hybrid",
            description = "bm25, dense or hybrid (default: ${DEFAULT-VALUE}).")
    private SearchRequest.Mode mode;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Most hits to print (default: 10, in a file " + SearchRequest.MAX_LIMIT + ").")
    private @Nullable Integer limit;

    @Option(
            names = "--offset",
            paramLabel = "N",
            defaultValue = "0",
            description = "Hits to skip (default: ${DEFAULT-VALUE}).")
    private int offset;

    @Option(names = "--json", description = "Print the same JSON as GET /api/search.")
    private boolean json;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "A file of what is found, in place of lines: csv or xlsx (one row a quote), or the papers it is"
                            + " from as ris, bibtex, trig, turtle, jsonld or refi-qda. Without words: all that the filters let"
                            + " through.")
    private @Nullable String format;

    @Option(names = "--output", paramLabel = "FILE", description = "Where the file goes (default: standard output).")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException {
        Terminal terminal = RootCommand.of(spec);
        ExportFormat file = format == null ? null : SelectionExport.format(format);
        if (output != null && file == null) {
            throw Problem.invalid("--output is for a file: say with --format which, such as csv or xlsx");
        }
        if (file != null && (passages || json)) {
            throw Problem.invalid("--format writes a file of evidence: leave out --passages and --json");
        }
        try (Quoin quoin = home.openFilled("search", terminal)) {
            var request = new SearchRequest(
                    words == null ? "" : String.join(" ", words),
                    like == null ? null : new ItemId(like),
                    filters.filter(quoin.searchNames()),
                    mode,
                    offset,
                    limit == null ? (file == null ? HITS : SearchRequest.MAX_LIMIT) : limit,
                    byStudy,
                    explain);
            if (file != null) {
                Documents.write(out -> SelectionExport.of(quoin, request).write(file, out), output, terminal);
            } else if (passages) {
                searchPassages(quoin, request, terminal);
            } else {
                searchEvidence(quoin, request, terminal);
            }
            return ExitCode.OK;
        }
    }

    private void searchEvidence(Quoin quoin, SearchRequest request, Terminal terminal) {
        SearchResult result = quoin.search(request);
        if (json) {
            terminal.out().println(Json.write(SearchView.of(quoin, request, result)));
            return;
        }
        if (result.suggestion() != null) {
            terminal.say("Did you mean: " + result.suggestion());
        }
        say(result.note(), result.hits().isEmpty(), terminal);
        result.hits().forEach(hit -> print(quoin, hit, terminal.out()));
    }

    private void searchPassages(Quoin quoin, SearchRequest request, Terminal terminal) {
        PassageResult result = quoin.searchPassages(request);
        if (json) {
            terminal.out().println(Json.write(PassagesView.of(request, result)));
            return;
        }
        say(result.note(), result.hits().isEmpty(), terminal);
        result.hits().forEach(hit -> print(hit, terminal.out()));
    }

    private static void say(@Nullable String note, boolean nothing, Terminal terminal) {
        if (note != null) {
            terminal.say(note);
        }
        if (nothing) {
            terminal.say("Nothing found. Try fewer or other words, or leave out a filter.");
        }
    }

    private static void print(Quoin quoin, SearchHit hit, PrintStream out) {
        var document = hit.document();
        Quotation quote = document.quotations().getFirst();
        out.printf(
                "%2d. %s  “%s”%n",
                hit.rank(),
                Terminal.bold(quoin.vocabulary().kind(document.kind()).label().toUpperCase(Locale.ROOT)),
                quote.exact());
        if (document.statement() != null) {
            out.println("    " + document.statement());
        }
        String place = Stream.of(
                        document.studyLabel() + (document.fictional() ? " (fictional)" : ""),
                        document.section(),
                        quote.span().start() + "-" + quote.span().end())
                .filter(part -> part != null)
                .collect(Collectors.joining(" · "));
        out.println("    " + Terminal.faint(place));
        out.println("    " + Terminal.faint(document.id() + scores(hit.bm25(), hit.similarity())));
        if (hit.alsoInStudy() > 0) {
            out.println("    " + Terminal.faint("and " + hit.alsoInStudy() + " more in this study"));
        }
        if (hit.explanation() != null) {
            Reasons.of(hit, quoin.vocabulary()).forEach(reason -> out.println("    " + reason));
        }
    }

    private static void print(PassageHit hit, PrintStream out) {
        PassageDocument passage = hit.document();
        out.printf("%2d. “%s”%n", hit.rank(), passage.exact());
        String place = Stream.of(
                        passage.studyLabel() + (passage.fictional() ? " (fictional)" : ""),
                        passage.section(),
                        passage.paper() + " " + passage.span().start() + "-"
                                + passage.span().end())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        out.println("    " + Terminal.faint(place + scores(hit.bm25(), hit.similarity())));
    }

    private static String scores(@Nullable Double bm25, @Nullable Double similarity) {
        return (bm25 == null ? "" : String.format(Locale.ROOT, " · words %.2f", bm25))
                + (similarity == null ? "" : String.format(Locale.ROOT, " · meaning %.2f", similarity));
    }
}
