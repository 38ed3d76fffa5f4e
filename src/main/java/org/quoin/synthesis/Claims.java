// The claims of a base by name, and by what they are about.
package org.quoin.synthesis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.GraphStore;
import org.quoin.graph.PaperRecord;
import org.quoin.model.ConceptRef;
import org.quoin.model.ItemId;
import org.quoin.model.PaperId;

/// Of one state of the base; [CurrentClaims] has that of the newest. A paper is read when it is first asked for, and
/// kept. Safe for use by many threads.
public final class Claims {
    private final GraphStore store;
    private final long sequence;
    private final ConcurrentMap<PaperId, Optional<PaperRecord>> papers;
    private volatile @Nullable Everything everything;

    /// @param all in the order of their papers
    /// @param byFactor where in it those stand that are coded with a factor
    private record Everything(List<StudyClaim> all, Map<ConceptRef, List<Integer>> byFactor) {
        static Everything of(List<StudyClaim> all) {
            var byFactor = new HashMap<ConceptRef, List<Integer>>();
            for (int i = 0; i < all.size(); i++) {
                for (ConceptRef factor : all.get(i).item().factors()) {
                    byFactor.computeIfAbsent(factor, f -> new ArrayList<>()).add(i);
                }
            }
            return new Everything(all, byFactor);
        }
    }

    /// @param sequence commit sequence number of the state that the base is in
    /// @param known papers that were read and have not changed since
    Claims(GraphStore store, long sequence, Map<PaperId, Optional<PaperRecord>> known) {
        this.store = store;
        this.sequence = sequence;
        this.papers = new ConcurrentHashMap<>(known);
    }

    long sequence() {
        return sequence;
    }

    /// The same base in a later state.
    ///
    /// @param changed papers that are not what they were
    Claims after(long later, Collection<PaperId> changed) {
        var known = new HashMap<>(papers);
        known.keySet().removeAll(List.copyOf(changed));
        return new Claims(store, later, known);
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
        return everything().all();
    }

    /// Those that count and are coded with at least one of these factors, each once, in the order of [#all].
    Stream<StudyClaim> about(Collection<ConceptRef> factors) {
        Everything known = everything();
        return factors.stream()
                .flatMap(factor -> known.byFactor().getOrDefault(factor, List.of()).stream())
                .distinct()
                .sorted()
                .map(known.all()::get);
    }

    private Everything everything() {
        Everything known = everything;
        if (known == null) {
            known = Everything.of(store.papers().stream()
                    .flatMap(this::of)
                    .filter(StudyClaim::counts)
                    .toList());
            everything = known;
        }
        return known;
    }

    public Stream<StudyClaim> of(PaperId id) {
        return paper(id).stream().flatMap(record -> record.items().stream().map(item -> new StudyClaim(record, item)));
    }

    public Optional<PaperRecord> paper(PaperId id) {
        return papers.computeIfAbsent(id, store::paper);
    }
}
