// The answer to a search among the passages of papers.
package org.quoin.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quoin.search.SearchRequest.Mode;

/// @param hits the page asked for, best first
/// @param total how many passages match; with vectors, how many were considered
/// @param totalIsLowerBound whether there are more than `total`
/// @param studies how many studies they are from
/// @param mode how the hits were really ranked
/// @param note says in words what was left out and why, or null
public record PassageResult(
        List<PassageHit> hits,
        long total,
        boolean totalIsLowerBound,
        long studies,
        Mode mode,
        @Nullable String note) {}
