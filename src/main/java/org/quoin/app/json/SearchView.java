// The answer to a search as JSON: the same object from `GET /api/search` and from `quoin search --json`.
package org.quoin.app.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quoin.app.Quoin;
import org.quoin.app.Reasons;
import org.quoin.model.Span;
import org.quoin.search.SearchHit;
import org.quoin.search.SearchRequest;
import org.quoin.search.SearchResult;

/// @param query the words searched for
/// @param mode how the hits were ranked: `bm25`, `dense` or `hybrid`
/// @param note what was left out and why, or null
/// @param total how many items match
/// @param totalIsLowerBound whether there are more than `total`
/// @param studies how many studies they are from; at least so many when facets are estimated
/// @param suggestion the query with words that nothing in the base holds put right, or null
/// @param offset hits skipped
/// @param limit most hits asked for
/// @param hits this page, best first
/// @param facets dimension to value to number of items; every pair is a filter `dimension=value`
/// @param facetsEstimated whether so many items match that the numbers of `facets` come from a sample
public record SearchView(
        String query,
        String mode,
        @Nullable String note,
        long total,
        boolean totalIsLowerBound,
        long studies,
        @Nullable String suggestion,
        int offset,
        int limit,
        List<Hit> hits,
        Map<String, Map<String, Long>> facets,
        boolean facetsEstimated) {
    /// @param rank 1 for the best of the whole search
    /// @param score what it was ranked by; comparable within one answer only
    /// @param bm25 score by words, or null
    /// @param similarity cosine by meaning, or null
    /// @param item the evidence
    /// @param highlights where the query's words stand
    /// @param alsoInStudy when grouped by study, how many other items of the study match; else absent
    /// @param why it ranks here, in sentences, when asked for; else absent
    public record Hit(
            int rank,
            double score,
            @Nullable Double bm25,
            @Nullable Double similarity,
            ItemView item,
            Highlights highlights,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long alsoInStudy,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<String> why) {}

    /// Pairs of first code point and one past the last.
    ///
    /// @param quote within `item.quotes[0].exact`
    /// @param context within `item.context`
    /// @param statement within `item.statement`
    public record Highlights(List<List<Integer>> quote, List<List<Integer>> context, List<List<Integer>> statement) {}

    public static SearchView of(Quoin quoin, SearchRequest request, SearchResult result) {
        return new SearchView(
                request.query(),
                result.mode().name().toLowerCase(Locale.ROOT),
                result.note(),
                result.total(),
                result.totalIsLowerBound(),
                result.studies(),
                result.suggestion(),
                request.offset(),
                request.limit(),
                result.hits().stream().map(hit -> hit(quoin, request, hit)).toList(),
                result.facets(),
                result.facetsEstimated());
    }

    private static Hit hit(Quoin quoin, SearchRequest request, SearchHit hit) {
        return new Hit(
                hit.rank(),
                hit.score(),
                hit.bm25(),
                hit.similarity(),
                ItemView.of(hit.document(), quoin),
                new Highlights(
                        pairs(hit.quoteHighlights()), pairs(hit.contextHighlights()), pairs(hit.statementHighlights())),
                request.byStudy() ? hit.alsoInStudy() : null,
                request.explained() ? Reasons.of(hit, quoin.vocabulary()) : null);
    }

    private static List<List<Integer>> pairs(List<Span> spans) {
        return spans.stream().map(span -> List.of(span.start(), span.end())).toList();
    }
}
