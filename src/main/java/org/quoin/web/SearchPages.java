// Makes the page of search results.
package org.quoin.web;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.app.Quoin;
import org.quoin.app.Reasons;
import org.quoin.model.Span;
import org.quoin.search.EvidenceDocument;
import org.quoin.search.PassageResult;
import org.quoin.search.SearchHit;
import org.quoin.search.SearchRequest;
import org.quoin.search.SearchResult;
import org.quoin.web.page.Download;
import org.quoin.web.page.HitCard;
import org.quoin.web.page.PassageCard;
import org.quoin.web.page.Piece;
import org.quoin.web.page.SearchPage;
import org.quoin.web.page.SearchPage.Suggestion;
import org.quoin.web.page.SearchPage.View;
import org.quoin.web.page.StudyRef;

final class SearchPages {
    private static final String IN = "in";
    private static final String EVIDENCE = "evidence";
    private static final String PASSAGES = "passages";
    private static final String GROUP = "group";
    private static final String OFFSET = "offset";

    /// Passages that are shown beneath the evidence.
    private static final int PASSAGES_SHOWN = 3;

    private final Quoin quoin;
    private final Templates templates;
    private final SearchParameters parameters;
    private final Show show;
    private final Filters filters;
    private final PassageCards passageCards;

    SearchPages(Quoin quoin, Templates templates) {
        this.quoin = quoin;
        this.templates = templates;
        this.parameters = new SearchParameters(quoin);
        this.show = new Show(quoin);
        this.filters = new Filters(quoin);
        this.passageCards = new PassageCards(quoin);
    }

    void show(Context ctx) {
        SearchRequest request = parameters.read(ctx).explaining();
        Map<String, List<String>> sent = sent(ctx);
        String html = SearchParameters.inPassages(ctx)
                ? templates.render("search", "search", passages(request, sent))
                : templates.render("search", "search", evidence(request, sent));
        Answers.html(ctx, html);
    }

    private SearchPage evidence(SearchRequest request, Map<String, List<String>> sent) {
        SearchResult result = quoin.search(request);
        boolean more = hasMore(request, request.byStudy() ? result.studies() : result.total());
        boolean asksForPassages = request.offset() == 0 && !request.query().isBlank();
        List<PassageCard> passages = asksForPassages ? passageCards.best(request, PASSAGES_SHOWN) : List.of();
        return new SearchPage(
                request.query(),
                total(request, result),
                ranking(request, result),
                filters.groups(request, result),
                filters.chosen(sent),
                Urls.search(only(sent, "q")),
                result.hits().stream().map(hit -> card(hit, sent)).toList(),
                passages,
                passages.isEmpty() ? "" : Urls.search(with(sent, IN, PASSAGES)),
                views(request, sent, EVIDENCE),
                suggestion(result, sent),
                kept(sent),
                position(request, result.hits().size(), more),
                request.offset() == 0 ? "" : at(sent, Math.max(0, request.offset() - request.limit())),
                more ? at(sent, request.offset() + request.limit()) : "",
                SearchFiles.links(without(sent, IN)));
    }

    private SearchPage passages(SearchRequest request, Map<String, List<String>> sent) {
        PassageResult result = quoin.searchPassages(request);
        boolean more = hasMore(request, result.total());
        return new SearchPage(
                request.query(),
                passageCards.total(request, result),
                result.note() == null ? "" : result.note(),
                List.of(),
                filters.chosen(sent),
                Urls.search(with(only(sent, "q"), IN, PASSAGES)),
                List.of(),
                result.hits().stream().map(passageCards::card).toList(),
                "",
                views(request, sent, PASSAGES),
                null,
                kept(sent),
                position(request, result.hits().size(), more),
                request.offset() == 0 ? "" : at(sent, Math.max(0, request.offset() - request.limit())),
                more ? at(sent, request.offset() + request.limit()) : "",
                List.of(new Download("JSON", Urls.with("/api/passages", without(sent, IN)))));
    }

    private static List<View> views(SearchRequest request, Map<String, List<String>> sent, String current) {
        Map<String, List<String>> plain = without(without(without(sent, IN), GROUP), OFFSET);
        return List.of(
                new View("Evidence", Urls.search(plain), current.equals(EVIDENCE) && !request.byStudy()),
                new View(
                        "The best of each study",
                        Urls.search(with(plain, GROUP, "study")),
                        current.equals(EVIDENCE) && request.byStudy()),
                new View("Passages of papers", Urls.search(with(plain, IN, PASSAGES)), current.equals(PASSAGES)));
    }

    private static @Nullable Suggestion suggestion(SearchResult result, Map<String, List<String>> sent) {
        String words = result.suggestion();
        return words == null ? null : new Suggestion(words, Urls.search(with(without(sent, OFFSET), "q", words)));
    }

    private static Map<String, String> kept(Map<String, List<String>> sent) {
        var kept = new LinkedHashMap<String, String>();
        Stream.of("mode", GROUP, IN, "like")
                .filter(sent::containsKey)
                .forEach(name ->
                        kept.put(name, sent.getOrDefault(name, List.of("")).getFirst()));
        return kept;
    }

    private static Map<String, List<String>> with(Map<String, List<String>> sent, String name, String value) {
        var more = new LinkedHashMap<>(sent);
        more.put(name, List.of(value));
        return more;
    }

    private static Map<String, List<String>> without(Map<String, List<String>> sent, String name) {
        var fewer = new LinkedHashMap<>(sent);
        fewer.remove(name);
        return fewer;
    }

    /// The parameters as they were sent, without empty ones.
    private static Map<String, List<String>> sent(Context ctx) {
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

    private static boolean hasMore(SearchRequest request, long total) {
        int next = request.offset() + request.limit();
        return total > next && next + request.limit() <= SearchRequest.MAX_WINDOW;
    }

    private static String total(SearchRequest request, SearchResult result) {
        long total = result.total();
        String words = (result.totalIsLowerBound() ? "More than " : "")
                + Show.count(total, "piece of evidence", "pieces of evidence");
        String from = result.studies() == 0
                ? ""
                : (result.facetsEstimated() ? " from at least " : " from ")
                        + Show.count(result.studies(), "study", "studies");
        if (total == 0) {
            return "Nothing found";
        }
        return words
                + from
                + (request.query().isEmpty() ? "" : " for “" + request.query() + "”")
                + (request.like() == null ? "" : " like the one you chose")
                + (result.facetsEstimated() ? "; the numbers beside the filters are estimates" : "");
    }

    private static String ranking(SearchRequest request, SearchResult result) {
        if ((request.query().isEmpty() && request.like() == null)
                || result.hits().isEmpty()) {
            return result.note() == null ? "" : result.note();
        }
        String ranked = switch (result.mode()) {
            case BM25 -> "Ranked by words alone";
            case DENSE -> "Ranked by meaning alone";
            case HYBRID -> "Ranked by words and meaning together";
        };
        return ranked + (result.note() == null ? "." : ": " + result.note());
    }

    private static String position(SearchRequest request, int shown, boolean more) {
        return shown == 0 || (request.offset() == 0 && !more)
                ? ""
                : "%,d to %,d".formatted(request.offset() + 1, request.offset() + shown);
    }

    private HitCard card(SearchHit hit, Map<String, List<String>> sent) {
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
                Urls.search(Map.of("like", List.of(document.id().value()))),
                hit.alsoInStudy() == 0
                        ? ""
                        : "And " + Show.count(hit.alsoInStudy(), "other match", "other matches") + " in this study",
                Urls.search(with(
                        without(sent, GROUP), Filters.STUDY, document.study().value())),
                Reasons.of(hit, quoin.vocabulary()));
    }

    private static List<Piece> part(SearchHit hit, String context, Span part) {
        int start = context.offsetByCodePoints(0, part.start());
        int end = context.offsetByCodePoints(start, part.length());
        return Marking.of(context.substring(start, end), Marking.within(hit.contextHighlights(), part));
    }
}
