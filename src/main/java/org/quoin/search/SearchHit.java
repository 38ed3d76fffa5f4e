// One answer to a search.
package org.quoin.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Span;

/// @param rank 1 for the best hit of the whole search, whatever page it is shown on
/// @param score the fused score the hit was ranked by, higher is better; comparable within one answer only
/// @param bm25 the score by words (BM25), or null when no word matched or words were not asked for
/// @param similarity cosine of query and item in [-1, 1], or null when vectors were not used for it
/// @param document the item
/// @param quoteHighlights matched words in the first quotation's `exact`, in code points of that string
/// @param contextHighlights matched words in `document.context()`, in code points of that string
/// @param statementHighlights matched words in the statement, in code points of that string; empty when there
///     is none
/// @param alsoInStudy when hits are grouped by study, how many other items of the study match; otherwise 0
/// @param explanation why it ranks where it does, when that was asked for, or null
public record SearchHit(
        int rank,
        double score,
        @Nullable Double bm25,
        @Nullable Double similarity,
        EvidenceDocument document,
        List<Span> quoteHighlights,
        List<Span> contextHighlights,
        List<Span> statementHighlights,
        long alsoInStudy,
        @Nullable Explanation explanation) {}
