// Passages that answer a search as JSON: from `GET /api/passages` and from `quoin search --passages --json`.
package org.quoin.app.json;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quoin.model.ItemId;
import org.quoin.model.Span;
import org.quoin.search.PassageDocument;
import org.quoin.search.PassageHit;
import org.quoin.search.PassageResult;
import org.quoin.search.SearchRequest;

/// @param query the words searched for
/// @param mode how the hits were ranked: `bm25`, `dense` or `hybrid`
/// @param note what was left out and why, or null
/// @param total how many passages match
/// @param totalIsLowerBound whether there are more than `total`
/// @param studies how many studies they are from
/// @param offset hits skipped
/// @param limit most hits asked for
/// @param hits this page, best first
public record PassagesView(
        String query,
        String mode,
        @Nullable String note,
        long total,
        boolean totalIsLowerBound,
        long studies,
        int offset,
        int limit,
        List<Hit> hits) {
    /// @param rank 1 for the best of the whole search
    /// @param score what it was ranked by; comparable within one answer only
    /// @param bm25 score by words, or null
    /// @param similarity cosine by meaning, or null
    /// @param paper that the passage stands in
    /// @param study that the paper reports
    /// @param studyLabel how the study is shown
    /// @param section heading above it, or null
    /// @param exact its words: `text[start..end]` of the text with this digest
    /// @param start first code point
    /// @param end one past the last
    /// @param textSha256 digest of the text
    /// @param items evidence that was coded in it; empty for what nobody has coded
    /// @param fictional from a study written for demonstration
    /// @param highlights pairs of first code point and one past the last, in `exact`
    public record Hit(
            int rank,
            double score,
            @Nullable Double bm25,
            @Nullable Double similarity,
            String paper,
            String study,
            String studyLabel,
            @Nullable String section,
            String exact,
            int start,
            int end,
            String textSha256,
            List<String> items,
            boolean fictional,
            List<List<Integer>> highlights) {}

    public static PassagesView of(SearchRequest request, PassageResult result) {
        return new PassagesView(
                request.query(),
                result.mode().name().toLowerCase(Locale.ROOT),
                result.note(),
                result.total(),
                result.totalIsLowerBound(),
                result.studies(),
                request.offset(),
                request.limit(),
                result.hits().stream().map(PassagesView::hit).toList());
    }

    private static Hit hit(PassageHit hit) {
        PassageDocument passage = hit.document();
        Span span = passage.span();
        return new Hit(
                hit.rank(),
                hit.score(),
                hit.bm25(),
                hit.similarity(),
                passage.paper().value(),
                passage.study().value(),
                passage.studyLabel(),
                passage.section(),
                passage.exact(),
                span.start(),
                span.end(),
                passage.textSha256(),
                passage.items().stream().map(ItemId::value).toList(),
                passage.fictional(),
                hit.highlights().stream()
                        .map(found -> List.of(found.start(), found.end()))
                        .toList());
    }
}
