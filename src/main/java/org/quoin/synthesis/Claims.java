// The claims of a base by name.
package org.quoin.synthesis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.quoin.graph.GraphStore;
import org.quoin.graph.PaperRecord;
import org.quoin.model.ItemId;
import org.quoin.model.PaperId;

/// Reads a paper once and keeps it: for one question or page, and one thread.
public final class Claims {
    private final GraphStore store;
    private final Map<PaperId, Optional<PaperRecord>> papers = new HashMap<>();

    public Claims(GraphStore store) {
        this.store = store;
    }

    /// Empty when the base has no such claim.
    public Optional<StudyClaim> find(ItemId id) {
        return of(id.paper()).filter(claim -> claim.id().equals(id)).findFirst();
    }

    /// Those of the named ones that the base has, in their order.
    public List<StudyClaim> find(List<ItemId> ids) {
        return ids.stream().flatMap(id -> find(id).stream()).toList();
    }

    /// All that count.
    public List<StudyClaim> all() {
        return store.papers().stream()
                .flatMap(this::of)
                .filter(StudyClaim::counts)
                .toList();
    }

    public Stream<StudyClaim> of(PaperId id) {
        return paper(id).stream().flatMap(record -> record.items().stream().map(item -> new StudyClaim(record, item)));
    }

    public Optional<PaperRecord> paper(PaperId id) {
        return papers.computeIfAbsent(id, store::paper);
    }
}
