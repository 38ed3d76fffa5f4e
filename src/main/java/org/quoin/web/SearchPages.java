// Makes the page of search results.
package org.quoin.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quoin.app.Quoin;
import org.quoin.model.Span;
import org.quoin.search.EvidenceDocument;
import org.quoin.search.SearchHit;
import org.quoin.search.SearchRequest;
import org.quoin.search.SearchResult;
import org.quoin.web.page.HitCard;
import org.quoin.web.page.Piece;
import org.quoin.web.page.SearchPage;
import org.quoin.web.page.StudyRef;

final class SearchPages {
    private final Quoin quoin;
    private final Templates templates;
    private final SearchParameters parameters;
    private final Show show;
    private final Filters filters;

    SearchPages(Quoin quoin, Templates templates) {
        this.quoin = quoin;
        this.templates = templates;
        this.parameters = new SearchParameters(quoin);
        this.show = new Show(quoin);
        this.filters = new Filters(quoin);
    }

    void show(Context ctx) {
        SearchRequest request = parameters.read(ctx);
        SearchResult result = quoin.search(request);
        Map<String, List<String>> asked = asked(ctx);
        var page = new SearchPage(
                request.query(),
                total(request, result),
                ranking(request, result),
                asked.getOrDefault("mode", List.of("")).getFirst(),
                filters.groups(request, result),
                filters.chosen(asked),
                Urls.search(only(asked, "q")),
                result.hits().stream().map(this::card).toList(),
                position(request, result),
                request.offset() == 0 ? "" : at(asked, Math.max(0, request.offset() - request.limit())),
                hasMore(request, result) ? at(asked, request.offset() + request.limit()) : "",
                Urls.with("/api/search", asked));
        Answers.html(ctx, templates.render("search", "search", page));
    }

    /// The parameters as they were sent, without empty ones.
    private static Map<String, List<String>> asked(Context ctx) {
        var asked = new LinkedHashMap<String, List<String>>();
        ctx.queryParamMap().forEach((name, values) -> {
            List<String> filled =
                    values.stream().filter(value -> !value.isBlank()).distinct().toList();
            if (!filled.isEmpty()) {
                asked.put(name, filled);
            }
        });
        return asked;
    }

    private static Map<String, List<String>> only(Map<String, List<String>> asked, String name) {
        return asked.containsKey(name) ? Map.of(name, asked.getOrDefault(name, List.of())) : Map.of();
    }

    private static String at(Map<String, List<String>> asked, int offset) {
        var moved = new LinkedHashMap<>(asked);
        moved.put("offset", List.of(Integer.toString(offset)));
        if (offset == 0) {
            moved.remove("offset");
        }
        return Urls.search(moved);
    }

    private static boolean hasMore(SearchRequest request, SearchResult result) {
        int next = request.offset() + request.limit();
        return result.total() > next && next + request.limit() <= SearchRequest.MAX_WINDOW;
    }

    private static String total(SearchRequest request, SearchResult result) {
        long total = result.total();
        String words = (result.totalIsLowerBound() ? "More than " : "")
                + Show.count(total, "piece of evidence", "pieces of evidence");
        long studies = result.facets().getOrDefault(Filters.STUDY, Map.of()).size();
        String from = studies == 0
                ? ""
                : " from " + (studies >= SearchResult.MAX_FACET_VALUES ? "more than " : "")
                        + Show.count(studies, "study", "studies");
        return total == 0
                ? "Nothing found"
                : words + from + (request.query().isEmpty() ? "" : " for “" + request.query() + "”");
    }

    private static String ranking(SearchRequest request, SearchResult result) {
        if (request.query().isEmpty() || result.hits().isEmpty()) {
            return result.note() == null ? "" : result.note();
        }
        String ranked = switch (result.mode()) {
            case BM25 -> "Ranked by words alone";
            case DENSE -> "Ranked by meaning alone";
            case HYBRID -> "Ranked by words and meaning together";
        };
        return ranked + (result.note() == null ? "." : ": " + result.note());
    }

    private static String position(SearchRequest request, SearchResult result) {
        if (result.hits().isEmpty() || (request.offset() == 0 && !hasMore(request, result))) {
            return "";
        }
        return "%,d to %,d"
                .formatted(
                        request.offset() + 1, request.offset() + result.hits().size());
    }

    private HitCard card(SearchHit hit) {
        EvidenceDocument document = hit.document();
        var quotation = document.quotations().getFirst();
        String context = document.context();
        int at = context.indexOf(quotation.exact());
        Span quoted = at < 0
                ? new Span(0, 0)
                : new Span(
                        context.codePointCount(0, at),
                        context.codePointCount(0, at + quotation.exact().length()));
        return new HitCard(
                hit.rank(),
                document.kind().key(),
                show.name(document.kind()),
                document.statement() == null ? List.of() : Marking.of(document.statement(), hit.statementHighlights()),
                at < 0 ? List.of() : part(hit, context, new Span(0, quoted.start())),
                Marking.of(quotation.exact(), hit.quoteHighlights()),
                at < 0
                        ? List.of()
                        : part(hit, context, new Span(quoted.end(), context.codePointCount(0, context.length()))),
                document.quotations().size() - 1,
                new StudyRef(
                        document.studyLabel(),
                        document.studyTitle() == null,
                        Urls.paper(document.paper()),
                        document.fictional(),
                        // What is retracted is not found.
                        ""),
                document.section() == null ? "" : document.section(),
                show.tags(document.concepts()),
                show.tags(document.studyConcepts().stream()
                        .filter(concept -> !document.concepts().contains(concept))
                        .toList()),
                Urls.place(document.paper(), quotation.span()),
                Urls.evidence(document.id()),
                score(hit));
    }

    private static List<Piece> part(SearchHit hit, String context, Span part) {
        int start = context.offsetByCodePoints(0, part.start());
        int end = context.offsetByCodePoints(start, part.length());
        return Marking.of(context.substring(start, end), Marking.within(hit.contextHighlights(), part));
    }

    private static String score(SearchHit hit) {
        var parts = new ArrayList<String>();
        if (hit.bm25() != null) {
            parts.add("words %.1f".formatted(hit.bm25()));
        }
        if (hit.similarity() != null) {
            parts.add("meaning %.2f".formatted(hit.similarity()));
        }
        return parts.isEmpty()
                ? ""
                : "Score %.3f: %s. ".formatted(hit.score(), String.join(", ", parts))
                        + "Words is BM25, higher when rare words of the question stand in the evidence;"
                        + " meaning is how close question and evidence are, at most 1.";
    }
}
