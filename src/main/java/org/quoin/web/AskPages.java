// Questions and their briefs: the page and its data.
package org.quoin.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.app.Quoin;
import org.quoin.app.SearchNames;
import org.quoin.app.export.report.ReportFormat;
import org.quoin.app.json.AskView;
import org.quoin.app.report.BriefReport;
import org.quoin.graph.Vocabulary.Scheme;
import org.quoin.model.ConceptRef;
import org.quoin.search.SearchFilter;
import org.quoin.search.SearchRequest;
import org.quoin.synthesis.Axis;
import org.quoin.synthesis.Brief;
import org.quoin.synthesis.BriefRequest;
import org.quoin.synthesis.ComparisonBase;
import org.quoin.synthesis.MatrixRequest;
import org.quoin.synthesis.MatrixRequest.Order;
import org.quoin.synthesis.MatrixRequest.Side;
import org.quoin.web.page.AskPage;
import org.quoin.web.page.AskPage.Example;
import org.quoin.web.page.AskPage.LensChoice;
import org.quoin.web.page.AskPage.LensGroup;
import org.quoin.web.page.Download;

final class AskPages {
    private static final String ASK = "/ask";
    private static final String DATA = "/api/ask";
    private static final String LENS = "lens";
    private static final String LINES = "lines";
    /// Parameters that say nothing about which evidence may answer.
    private static final Set<String> UNFILTERED = Set.of("q", LENS, LINES);

    private static final String FORMAT = "format";
    private static final String JSON = "json";
    private static final Set<String> UNFILTERED_OF_FILES = Set.of("q", LENS, LINES, FORMAT);

    /// Schemes that a lens can be of.
    private static final List<String> SCHEMES = List.of("setting", "country", "level");

    private static final int EXAMPLES = 3;

    private final Quoin quoin;
    private final Templates templates;
    private final SearchParameters parameters;
    private final Filters filters;
    private final Show show;
    private volatile Examples known = Examples.NONE;

    AskPages(Quoin quoin, Templates templates) {
        this.quoin = quoin;
        this.templates = templates;
        this.parameters = new SearchParameters(quoin);
        this.filters = new Filters(quoin);
        this.show = new Show(quoin);
    }

    void register(RoutesConfig routes) {
        routes.get(ASK, this::show);
        routes.get(DATA, this::send);
    }

    private void send(Context ctx) {
        parameters.requireKnown(ctx, UNFILTERED_OF_FILES);
        String format = SearchParameters.single(ctx, FORMAT, JSON);
        int lines = format.equals(JSON) ? BriefRequest.USUAL_LINES : BriefRequest.MAX_LINES;
        Brief brief = quoin.ask(read(ctx, question(ctx), lines));
        if (format.equals(JSON)) {
            Answers.json(ctx, AskView.of(brief, quoin));
        } else {
            Downloads.report(ctx, "brief", ReportFormat.named(format), BriefReport.of(quoin, brief));
        }
    }

    private static String question(Context ctx) {
        return SearchParameters.single(ctx, "q", "").strip();
    }

    private BriefRequest read(Context ctx, String question, int usualLines) {
        return new BriefRequest(
                question,
                parameters.filter(ctx),
                quoin.searchNames().lens(ctx.queryParams(LENS)),
                SearchParameters.number(ctx, LINES, usualLines));
    }

    private AskView answer(BriefRequest request) {
        return AskView.of(quoin.ask(request), quoin);
    }

    private void show(Context ctx) {
        parameters.requireKnown(ctx, UNFILTERED);
        String question = question(ctx);
        SearchFilter filter = parameters.filter(ctx);
        AskView brief = question.isEmpty() ? null : answer(read(ctx, question, BriefRequest.PAGE_LINES));
        Map<String, List<String>> sent = sent(ctx);
        // Only the numbers beside the choices come from it.
        var search = new SearchRequest("", filter, SearchRequest.Mode.BM25, 0, 1);
        var page = new AskPage(
                question,
                brief,
                lens(quoin.searchNames().lens(ctx.queryParams(LENS))),
                filters.groups(search, quoin.search(search)),
                filters.chosen(sent, UNFILTERED, AskPages::url),
                url(only(sent, UNFILTERED)),
                brief != null && brief.lens().fromQuestion() ? url(with(sent, LENS, SearchNames.NOWHERE)) : "",
                more(brief, sent),
                url(sent),
                ctx.scheme() + "://" + ctx.host(),
                Urls.search(without(sent, LENS, LINES)),
                Urls.search(with(without(sent, LENS, LINES), "in", "passages")),
                List.of(
                        new Download("Word", Urls.with(DATA, with(without(sent, LINES), FORMAT, "docx"))),
                        new Download("HTML", Urls.with(DATA, with(without(sent, LINES), FORMAT, "html"))),
                        new Download(
                                "JSON", Urls.with(DATA, with(sent, LINES, Integer.toString(BriefRequest.MAX_LINES))))),
                brief == null ? examples() : List.of(),
                quoin.comparison().items() == 0);
        Answers.html(ctx, templates.render("ask", "ask", page));
    }

    private static String url(Map<String, List<String>> parameters) {
        return Urls.with(ASK, parameters);
    }

    private static Map<String, List<String>> sent(Context ctx) {
        var sent = new LinkedHashMap<String, List<String>>();
        ctx.queryParamMap().forEach((name, values) -> {
            List<String> filled =
                    values.stream().filter(value -> !value.isBlank()).distinct().toList();
            if (!filled.isEmpty()) {
                sent.put(name, filled);
            }
        });
        return sent;
    }

    private static Map<String, List<String>> with(Map<String, List<String>> sent, String name, String value) {
        var more = new LinkedHashMap<>(sent);
        more.put(name, List.of(value));
        return more;
    }

    private static Map<String, List<String>> without(Map<String, List<String>> sent, String... names) {
        var fewer = new LinkedHashMap<>(sent);
        List.of(names).forEach(fewer::remove);
        return fewer;
    }

    private static Map<String, List<String>> only(Map<String, List<String>> sent, Set<String> names) {
        var fewer = new LinkedHashMap<>(sent);
        fewer.keySet().retainAll(names);
        return fewer;
    }

    private static String more(@Nullable AskView brief, Map<String, List<String>> sent) {
        String all = Integer.toString(BriefRequest.MAX_LINES);
        boolean cut = brief != null
                && (brief.doubts().moreLimitations() > 0
                        || brief.sections().stream().anyMatch(section -> section.more() > 0));
        return cut && !List.of(all).equals(sent.get(LINES)) ? url(with(sent, LINES, all)) : "";
    }

    /// Settings and countries that studies have, with those above them, and all levels.
    private List<LensGroup> lens(@Nullable Set<ConceptRef> chosen) {
        Map<ConceptRef, Set<String>> studies = new TreeMap<>();
        quoin.comparison()
                .studies()
                .forEach(study -> study.concepts().stream()
                        .flatMap(ref -> Stream.concat(Stream.of(ref), quoin.vocabulary().above(ref).stream()))
                        .forEach(ref -> studies.computeIfAbsent(ref, missing -> new LinkedHashSet<>())
                                .add(study.id().value())));
        var groups = new ArrayList<LensGroup>();
        for (String name : SCHEMES) {
            Scheme scheme = quoin.vocabulary().schemes().get(name);
            if (scheme == null) {
                continue;
            }
            boolean ofClaims = name.equals("level");
            List<LensChoice> choices = scheme.concepts().stream()
                    .map(concept -> new LensChoice(
                            concept.ref().toString(),
                            concept.label(),
                            studies.getOrDefault(concept.ref(), Set.of()).size(),
                            chosen != null && chosen.contains(concept.ref())))
                    .filter(choice -> ofClaims || choice.studies() > 0 || choice.chosen())
                    .toList();
            if (!choices.isEmpty()) {
                groups.add(new LensGroup(scheme.label(), choices));
            }
        }
        return groups;
    }

    /// About the factors that most studies speak of; only questions that the base answers. Kept for as long as
    /// the base stays as it is: each has to be asked to know that.
    private List<Example> examples() {
        ComparisonBase base = quoin.comparison();
        Examples kept = known;
        if (kept.sequence() == base.sequence()) {
            return kept.examples();
        }
        List<Example> examples = examples(base);
        // While an index is being made again nothing is answered yet, and the base stays the same.
        if (!examples.isEmpty()) {
            known = new Examples(base.sequence(), examples);
        }
        return examples;
    }

    /// @param sequence commit sequence number of the state they are of
    private record Examples(long sequence, List<Example> examples) {
        static final Examples NONE = new Examples(-1, List.of());
    }

    private List<Example> examples(ComparisonBase base) {
        var asked = new MatrixRequest(
                new Side(new Axis.Concepts("factor", 0), Order.TOTAL, List.of(), EXAMPLES),
                new Side(Axis.Plain.KIND, Order.TOTAL, List.of(), 1),
                SearchFilter.NONE);
        Stream<String> ofFactors = base.matrix(asked).rows().stream()
                .map(factor -> "What is known about " + factor.label().toLowerCase(Locale.ROOT) + "?");
        Stream<String> ofPlaces = base.studies().stream()
                .flatMap(study -> study.concepts().stream())
                .filter(ref -> ref.scheme().equals("country"))
                .map(show::label)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .limit(1)
                .map(country -> "What helps and what hinders in " + country + "?");
        return Stream.concat(ofFactors, ofPlaces)
                .filter(question ->
                        quoin.ask(BriefRequest.of(question)).verdict().answered())
                .map(question -> new Example(question, url(Map.of("q", List.of(question)))))
                .toList();
    }
}
