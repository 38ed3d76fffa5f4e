// `quoin search`: finds evidence by words and meaning.
package org.quoin.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.app.Quoin;
import org.quoin.app.json.Json;
import org.quoin.app.json.SearchView;
import org.quoin.model.Quotation;
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
            "  quoin search leadership --without-fictional --json"
        })
@SuppressWarnings("NullAway.Init")
final class SearchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOptions home;

    @Parameters(arity = "1..*", paramLabel = "WORDS", description = "A question or words, in plain language.")
    private List<String> words;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "enabler, barrier, theme, finding, ...; can be repeated.")
    private @Nullable List<String> kinds;

    @Option(names = "--study", paramLabel = "ID", description = "Only from this study; can be repeated.")
    private @Nullable List<String> studies;

    @Option(
            names = "--voice",
            paramLabel = "VOICE",
            description = "participant, observation or author; can be repeated.")
    private @Nullable List<String> voices;

    @Option(names = "--state", paramLabel = "STATE", description = "suggested, accepted, ...; can be repeated.")
    private @Nullable List<String> states;

    @Option(
            names = "--concept",
            paramLabel = "SCHEME/KEY",
            description = "A concept of the item or its study, such as setting/rural or level/team; can be repeated:"
                    + " alternatives within a scheme, narrowing across schemes.")
    private @Nullable List<String> concepts;

    @Option(names = "--without-fictional", description = "Leave out the studies written for demonstration.")
    private boolean withoutFictional;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "hybrid",
            description = "bm25, dense or hybrid (default: ${DEFAULT-VALUE}).")
    private SearchRequest.Mode mode;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "10",
            description = "Most hits to print (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--offset",
            paramLabel = "N",
            defaultValue = "0",
            description = "Hits to skip (default: ${DEFAULT-VALUE}).")
    private int offset;

    @Option(names = "--json", description = "Print the same JSON as GET /api/search.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Terminal terminal = RootCommand.of(spec);
        try (Quoin quoin = home.openFilled("search", terminal)) {
            var request = new SearchRequest(
                    String.join(" ", words), quoin.searchNames().filter(narrowing()), mode, offset, limit);
            SearchResult result = quoin.search(request);
            if (json) {
                terminal.out().println(Json.write(SearchView.of(quoin, request, result)));
            } else {
                print(quoin, result, terminal);
            }
            return ExitCode.OK;
        }
    }

    private Map<String, List<String>> narrowing() {
        var narrowing = new HashMap<String, List<String>>();
        narrowing.put("kind", given(kinds));
        narrowing.put("study", given(studies));
        narrowing.put("voice", given(voices));
        narrowing.put("state", given(states));
        narrowing.put("concept", given(concepts));
        narrowing.put("fictional", withoutFictional ? List.of("false") : List.of());
        return narrowing;
    }

    private static List<String> given(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }

    private static void print(Quoin quoin, SearchResult result, Terminal terminal) {
        if (result.note() != null) {
            terminal.say(result.note());
        }
        if (result.hits().isEmpty()) {
            terminal.say("Nothing found. Try fewer or other words, or leave out a filter.");
        }
        result.hits().forEach(hit -> print(quoin, hit, terminal.out()));
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
        out.println("    " + Terminal.faint(document.id() + scores(hit)));
    }

    private static String scores(SearchHit hit) {
        return (hit.bm25() == null ? "" : String.format(Locale.ROOT, " · words %.2f", hit.bm25()))
                + (hit.similarity() == null ? "" : String.format(Locale.ROOT, " · meaning %.2f", hit.similarity()));
    }
}
