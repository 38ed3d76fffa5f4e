// What one write did.
package org.quoin.graph;

import java.util.List;
import org.quoin.model.PaperId;

/// @param sequence the base's commit sequence number after it; unchanged when nothing had to be written
/// @param papers the papers whose graphs it changed
/// @param added triples added
/// @param removed triples removed
public record Commit(long sequence, List<PaperId> papers, long added, long removed) {
    public Commit {
        papers = List.copyOf(papers);
    }

    public boolean changedNothing() {
        return papers.isEmpty();
    }
}
