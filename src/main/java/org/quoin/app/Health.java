// Whether the parts work, and how far the index is behind the graph.
package org.quoin.app;

import org.jspecify.annotations.Nullable;

/// @param papers papers in the base
/// @param items items in the index
/// @param sequence commit sequence number of the graph
/// @param indexSequence the number up to which the index on disk is complete; -1 when it must be rebuilt
/// @param model name of the embedding model, or null while search ranks by words alone
/// @param modelProblem why there is no model, or null
/// @param indexProblem why searches do not see the whole base, or null
/// @param withoutVectors items and passages that are found by their words alone until they have been embedded
public record Health(
        long papers,
        long items,
        long sequence,
        long indexSequence,
        @Nullable String model,
        @Nullable String modelProblem,
        @Nullable String indexProblem,
        long withoutVectors) {
    /// Commits that the index has not yet taken in.
    public long lag() {
        return sequence - Math.max(indexSequence, 0);
    }

    public boolean ok() {
        return lag() == 0 && indexProblem == null && modelProblem == null;
    }
}
