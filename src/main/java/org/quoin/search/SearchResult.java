// The answer to a search: a page of hits, how many there are, and how they were found.
package org.quoin.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quoin.search.SearchRequest.Mode;

/// @param hits the page asked for, best first
/// @param total how many items match; with vectors, how many were considered
/// @param totalIsLowerBound whether there are more than `total`
/// @param studies how many studies the items counted in `total` are from; at least so many when facets are
///     estimated
/// @param mode how the hits were really ranked, which is less than asked for when the model is not there
/// @param note says in words what was left out and why, or null
/// @param suggestion the query with words that nothing in the base holds put right, or null
/// @param facets for each of `kind`, `study`, `voice`, `state`, `year` and each concept scheme: value to number
///     of items among those counted in `total`, most frequent first, at most [#MAX_FACET_VALUES] values each
/// @param facetsEstimated whether so many items match that the numbers of `facets` come from a sample
public record SearchResult(
        List<SearchHit> hits,
        long total,
        boolean totalIsLowerBound,
        long studies,
        Mode mode,
        @Nullable String note,
        @Nullable String suggestion,
        Map<String, Map<String, Long>> facets,
        boolean facetsEstimated) {
    /// Most values that a facet lists; there may be as many studies as a base has.
    public static final int MAX_FACET_VALUES = 100;

    /// The same with something more to know of it.
    public SearchResult noting(String further) {
        return new SearchResult(
                hits,
                total,
                totalIsLowerBound,
                studies,
                mode,
                note == null ? further : note + "; " + further,
                suggestion,
                facets,
                facetsEstimated);
    }
}
