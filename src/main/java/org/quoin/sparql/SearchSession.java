// What one query or update searches: the index at the commit of its snapshot, and what was found already.
package org.quoin.sparql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.Iris;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.search.BestHits;
import org.quoin.search.PinnedIndex;
import org.quoin.search.SearchFilter;
import org.quoin.search.SearchRequest.Mode;

/// Of the thread that runs the query. The same search is run once, however many rows ask for it.
final class SearchSession {
    /// Most different searches in one query.
    private static final int MAX_SEARCHES = 1_000;
    /// Most rows that the searches of one query find together.
    private static final int MAX_ROWS = 200_000;

    private final PinnedIndex index;
    private final SearchAccess access;
    private final Iris iris;
    private final Scope scope;
    private final Map<Object, Rows> found = new HashMap<>();
    private int rows;

    /// The graphs that a query says it is about.
    ///
    /// @param unnamed graphs searched outside GRAPH; null for all
    /// @param named graphs searched inside GRAPH; null for all
    record Scope(@Nullable Set<Node> unnamed, @Nullable Set<Node> named) {
        static final Scope ALL = new Scope(null, null);

        /// Of FROM and FROM NAMED, or of USING and USING NAMED.
        static Scope of(List<String> unnamed, List<String> named) {
            return new Scope(nodes(unnamed), nodes(named));
        }

        private static Set<Node> nodes(List<String> iris) {
            return iris.stream().map(NodeFactory::createURI).collect(Collectors.toSet());
        }
    }

    /// @param all in the order of their ranks
    /// @param bySubject the same
    record Rows(List<Row> all, Map<Node, List<Row>> bySubject) {
        static Rows of(List<Row> rows) {
            return new Rows(
                    rows,
                    rows.stream()
                            .collect(Collectors.groupingBy(row -> row.values().getFirst())));
        }
    }

    /// @param graph where what was found stands
    /// @param values what the operator's subjects are bound to; null for one that has no value
    record Row(Node graph, List<@Nullable Node> values) {}

    SearchSession(PinnedIndex index, SearchAccess access, Iris iris, Scope scope) {
        this.index = index;
        this.access = access;
        this.iris = iris;
        this.scope = scope;
    }

    PinnedIndex index() {
        return index;
    }

    SearchAccess access() {
        return access;
    }

    Iris iris() {
        return iris;
    }

    /// The papers that may be searched from a place in the query; null for all.
    ///
    /// @param active the graph that patterns in that place are matched with
    /// @param acrossGraphs whether that is one graph after the other
    @Nullable
    Set<PaperId> papers(Graph active, boolean acrossGraphs) {
        Node name = name(active);
        boolean unnamed = Quad.isDefaultGraph(name) || Quad.isUnionGraph(name);
        Set<Node> graphs = acrossGraphs ? scope.named() : unnamed ? scope.unnamed() : Set.of(name);
        return graphs == null
                ? null
                : graphs.stream()
                        .flatMap(graph -> iris.paperOfGraph(graph).stream())
                        .collect(Collectors.toSet());
    }

    /// The name under which the query's dataset has a graph. A graph without one stands for the default graph:
    /// several graphs named by FROM or USING together, or the union of all that an update is staged on.
    static Node name(Graph graph) {
        return switch (graph) {
            case GraphView view when view.getGraphName() != null -> view.getGraphName();
            case StagedGraph staged -> staged.name();
            case GraphWrapper wrapper -> name(wrapper.get());
            case WrappedGraph wrapper -> name(wrapper.getWrapped());
            default -> Quad.defaultGraphIRI;
        };
    }

    /// What a search finds, from what was found already if it was.
    ///
    /// @param what tells one search from another
    Rows rows(Object what, Supplier<List<Row>> search) {
        Rows known = found.get(what);
        if (known != null) {
            return known;
        }
        if (found.size() == MAX_SEARCHES) {
            throw Problem.limitReached("the query searches for more than " + MAX_SEARCHES
                    + " different things: give it fewer values to search for");
        }
        Rows fresh = Rows.of(search.get());
        rows += fresh.all().size();
        if (rows > MAX_ROWS) {
            throw Problem.limitReached("the searches of the query find more than " + MAX_ROWS
                    + " rows together: lower their limits, or search for fewer things");
        }
        found.put(what, fresh);
        return fresh;
    }

    /// The best hits of a search.
    ///
    /// @param papers papers to search in; null for all
    /// @param limit most hits, at most [SearchRequest#MAX_WINDOW]
    BestHits search(String question, SearchFilter filter, Mode mode, @Nullable Set<PaperId> papers, int limit) {
        if (papers != null && papers.isEmpty()) {
            return BestHits.NONE;
        }
        SearchFilter within = papers == null ? filter : filter.in(papers);
        return index.best(question, within, mode, limit);
    }
}
