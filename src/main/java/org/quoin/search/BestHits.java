// The best hits of a search without what only a page of results shows.
package org.quoin.search;

import java.util.List;

/// @param hits best first
/// @param total how many items match, hits that are not returned included
public record BestHits(List<BestHit> hits, long total) {
    public static final BestHits NONE = new BestHits(List.of(), 0);

    /// @param rank 1 for the best
    /// @param score as [SearchHit#score()]
    /// @param document the item
    public record BestHit(int rank, double score, EvidenceDocument document) {}
}
