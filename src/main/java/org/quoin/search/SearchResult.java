// The answer to a search: a page of hits, how many there are, and how they were found.
package org.quoin.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quoin.search.SearchRequest.Mode;

/// @param hits the page asked for, best first
/// @param total how many items match; with vectors, how many were considered
/// @param totalIsLowerBound whether there are more than `total`
/// @param mode how the hits were really ranked, which is less than asked for when the model is not there
/// @param note says in words what was left out and why, or null
/// @param facets for each of `kind`, `study`, `voice`, `state` and each concept scheme: value to number of items
/// among those counted in `total`, most frequent first, at most [#MAX_FACET_VALUES] values each
public record SearchResult(
        List<SearchHit> hits,
        long total,
        boolean totalIsLowerBound,
        Mode mode,
        @Nullable String note,
        Map<String, Map<String, Long>> facets) {
    /// Most values that a facet lists; there may be as many studies as a base has.
    public static final int MAX_FACET_VALUES = 100;
}
