// Keeps the base prepared for comparing level with the graph.
package org.quoin.synthesis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.GraphName;
import org.quoin.graph.GraphStore;
import org.quoin.graph.PaperJudgements;
import org.quoin.graph.PaperRecord;
import org.quoin.graph.SynthesisMapper;
import org.quoin.model.PaperId;
import org.quoin.model.Synthesis;
import org.quoin.model.SynthesisId;

/// Nothing is told of commits: the graph says which papers changed since the state that was read last, so none
/// can be missed, and only those are read again. Safe for use by many threads.
public final class Comparisons {
    private final GraphStore store;
    private final ConceptTable concepts;
    private final PaperSlice.Reader reader;
    private final SynthesisMapper mapper;
    private final Map<PaperId, PaperSlice> slices = new HashMap<>();
    private volatile @Nullable ComparisonBase current;

    /// @param label how a paper is called
    public Comparisons(GraphStore store, Function<PaperRecord, String> label) {
        this.store = store;
        this.concepts = new ConceptTable(store.vocabulary());
        this.mapper = new SynthesisMapper(store.iris());
        this.reader = new PaperSlice.Reader(store, label);
    }

    /// The newest state of the base. The first call reads every paper, later ones those that changed.
    public ComparisonBase current() {
        ComparisonBase known = current;
        return known != null && known.sequence() == store.read(GraphStore.Snapshot::sequence) ? known : readAgain();
    }

    private synchronized ComparisonBase readAgain() {
        // In one read: the papers, and the number that says which state they are of.
        return store.read(snapshot -> {
            ComparisonBase known = current;
            if (known != null && known.sequence() == snapshot.sequence()) {
                return known;
            }
            List<PaperId> changed = known == null ? store.papers() : store.changedSince(known.sequence());
            for (PaperId paper : changed) {
                reader.read(paper).ifPresentOrElse(slice -> slices.put(paper, slice), () -> slices.remove(paper));
            }
            SortedMap<SynthesisId, Graph> graphs = graphsOfSyntheses();
            List<PaperJudgements> judgements = graphs.values().stream()
                    .map(graph -> PaperJudgements.of(store.iris(), graph))
                    .toList();
            List<Synthesis> syntheses = graphs.entrySet().stream()
                    .flatMap(entry -> mapper.fromGraph(entry.getKey(), entry.getValue()).stream())
                    .toList();
            var fresh = ComparisonBase.of(
                    snapshot.sequence(), store.vocabulary(), concepts, slices.values(), judgements, syntheses);
            current = fresh;
            return fresh;
        });
    }

    /// The graph of each synthesis, sorted by its id.
    private SortedMap<SynthesisId, Graph> graphsOfSyntheses() {
        SortedMap<SynthesisId, Graph> graphs = new TreeMap<>();
        for (GraphName name : store.graphs()) {
            if (name instanceof GraphName.OfSynthesis(SynthesisId id)) {
                graphs.put(id, store.graph(name));
            }
        }
        return graphs;
    }
}
