// Runs a SPARQL update beside the store and finds out what it would change.
package org.quoin.sparql;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.MultiUnion;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.exec.UpdateExecDatasetBuilder;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.update.UpdateRequest;
import org.quoin.graph.Change;
import org.quoin.graph.GraphStore.Snapshot;
import org.quoin.graph.Iris;
import org.quoin.model.Problem;

/// Each named graph is overlaid with a difference kept in memory, so that later operations of a
/// request see what earlier ones did and the store sees nothing.
final class StagedUpdate {
    private final Map<Node, StagedGraph> overlays = new LinkedHashMap<>();
    private final MultiUnion union = new ReadOnlyUnion();
    private final DatasetGraph staged = new DatasetGraphMapLink(this::overlayNewGraph);

    private StagedUpdate() {}

    /// @param context for the patterns of the update
    static Change run(UpdateRequest request, Snapshot snapshot, Iris iris, Context context, Duration timeout) {
        return new StagedUpdate().run(request, snapshot.dataset(), iris, context, timeout);
    }

    private Change run(UpdateRequest request, DatasetGraph base, Iris iris, Context context, Duration timeout) {
        base.listGraphNodes().forEachRemaining(name -> staged.addGraph(name, overlay(name, base.getGraph(name))));
        UpdateExecDatasetBuilder.create()
                .update(request)
                .dataset(staged)
                .context(context)
                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .execute();
        var change = new Change(iris);
        overlays.forEach((name, overlay) -> {
            // What follows from the papers cannot be deleted: it goes with what it follows from.
            if (iris.isEntailed(name) && overlay.getAdditions().isEmpty()) {
                return;
            }
            boolean dropped = !staged.containsGraph(name);
            if (dropped
                    || !overlay.getAdditions().isEmpty()
                    || !overlay.getDeletions().isEmpty()) {
                change.put(name, dropped ? GraphFactory.createGraphMem() : copy(overlay));
            }
        });
        return change;
    }

    private Graph overlayNewGraph(Node name) {
        // ARQ asks for the default graph under no name.
        return name == null ? union : overlay(name, GraphFactory.createGraphMem());
    }

    private StagedGraph overlay(Node name, Graph base) {
        var overlay = new StagedGraph(name, base);
        overlays.put(name, overlay);
        union.addGraph(overlay);
        return overlay;
    }

    /// The change outlives the read in which the overlay's lower graph can be asked.
    private static Graph copy(Graph graph) {
        Graph copy = GraphFactory.createGraphMem();
        graph.find().forEachRemaining(copy::add);
        return copy;
    }

    private static final class ReadOnlyUnion extends MultiUnion {
        @Override
        public void performAdd(Triple triple) {
            throw refused();
        }

        @Override
        public void performDelete(Triple triple) {
            throw refused();
        }

        private static RuntimeException refused() {
            return Problem.invalid(
                    "an update must say which paper's graph it changes: GRAPH <.../graph/paper/PAPER> { ... }"
                            + " or WITH; the default graph is the union of all graphs and cannot be written");
        }
    }
}
