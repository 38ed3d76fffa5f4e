// The answer to a search as JSON: the same object from `GET /api/search` and from `quoin search --json`.
package org.quoin.app.json;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quoin.app.Quoin;
import org.quoin.model.Span;
import org.quoin.search.SearchHit;
import org.quoin.search.SearchRequest;
import org.quoin.search.SearchResult;

/// @param query the words searched for
/// @param mode how the hits were ranked: `bm25`, `dense` or `hybrid`
/// @param note what was left out and why, or null
/// @param total how many items match
/// @param totalIsLowerBound whether there are more than `total`
/// @param offset hits skipped
/// @param limit most hits asked for
/// @param hits this page, best first
/// @param facets dimension to value to number of items; every pair is a filter `dimension=value`
public record SearchView(
        String query,
        String mode,
        @Nullable String note,
        long total,
        boolean totalIsLowerBound,
        int offset,
        int limit,
        List<Hit> hits,
        Map<String, Map<String, Long>> facets) {
    /// @param rank 1 for the best of the whole search
    /// @param score what it was ranked by; comparable within one answer only
    /// @param bm25 score by words, or null
    /// @param similarity cosine by meaning, or null
    /// @param item the evidence
    /// @param highlights where the query's words stand
    public record Hit(
            int rank,
            double score,
            @Nullable Double bm25,
            @Nullable Double similarity,
            ItemView item,
            Highlights highlights) {}

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
                request.offset(),
                request.limit(),
                result.hits().stream().map(hit -> hit(quoin, hit)).toList(),
                result.facets());
    }

    private static Hit hit(Quoin quoin, SearchHit hit) {
        return new Hit(
                hit.rank(),
                hit.score(),
                hit.bm25(),
                hit.similarity(),
                ItemView.of(hit.document(), quoin),
                new Highlights(
                        pairs(hit.quoteHighlights()),
                        pairs(hit.contextHighlights()),
                        pairs(hit.statementHighlights())));
    }

    private static List<List<Integer>> pairs(List<Span> spans) {
        return spans.stream().map(span -> List.of(span.start(), span.end())).toList();
    }
}
