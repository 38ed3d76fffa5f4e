// Compares the search index with the graph, item by item.
package org.quoin.app;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.quoin.graph.GraphStore;
import org.quoin.model.EvidenceItem;
import org.quoin.model.ItemId;
import org.quoin.model.Violation;
import org.quoin.search.EvidenceIndex;

final class IndexCheck {
    private IndexCheck() {}

    /// Items that one holds and the other does not; those of retracted papers belong in the graph alone.
    static List<Violation> differences(GraphStore store, EvidenceIndex index) {
        List<ItemId> inGraph = store.papers().stream()
                .flatMap(paper -> store.paper(paper).stream())
                .filter(Documents::areSearchable)
                .flatMap(record -> record.items().stream().map(EvidenceItem::id))
                .sorted()
                .toList();
        List<ItemId> inIndex = index.ids();
        return Stream.concat(
                        only(inGraph, inIndex, "it is in the graph but not in the search index: run reindex"),
                        only(inIndex, inGraph, "it is in the search index but not in the graph: run reindex"))
                .toList();
    }

    private static Stream<Violation> only(List<ItemId> here, List<ItemId> there, String message) {
        Set<ItemId> known = new HashSet<>(there);
        return here.stream()
                .filter(id -> !known.contains(id))
                .map(id -> new Violation(id.value(), "IndexCheck", message, null));
    }
}
