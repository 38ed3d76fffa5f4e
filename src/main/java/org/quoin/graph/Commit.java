// What one write did.
package org.quoin.graph;

import java.util.List;
import java.util.stream.Stream;
import org.quoin.model.PaperId;

/// @param sequence the base's commit sequence number after it; unchanged when nothing had to be written
/// @param graphs the graphs it changed
/// @param added triples added
/// @param removed triples removed
public record Commit(long sequence, List<GraphName> graphs, long added, long removed) {
    public Commit {
        graphs = List.copyOf(graphs);
    }

    /// The papers whose graphs it changed.
    public List<PaperId> papers() {
        return graphs.stream()
                .flatMap(graph -> graph instanceof GraphName.OfPaper(PaperId id) ? Stream.of(id) : Stream.empty())
                .toList();
    }

    public boolean changedNothing() {
        return graphs.isEmpty();
    }
}
