// One passage that answers a search.
package org.quoin.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Span;

/// @param rank 1 for the best of the whole search
/// @param score what it was ranked by; comparable within one answer only
/// @param bm25 the score by words, or null when no word matched
/// @param similarity cosine of question and passage, or null when it has no vector yet or none was asked for
/// @param document the passage
/// @param highlights matched words, in code points of its `exact`
public record PassageHit(
        int rank,
        double score,
        @Nullable Double bm25,
        @Nullable Double similarity,
        PassageDocument document,
        List<Span> highlights) {}
