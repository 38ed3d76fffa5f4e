// What a writer wants the base to become: the new content of some graphs, or their removal.
package org.quoin.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.quoin.model.PaperId;

/// Nothing is written while a change is put together. A graph that is put twice keeps the later content.
public final class Change {
    private final Map<Node, Graph> contents = new LinkedHashMap<>();
    private final Iris iris;

    public Change(Iris iris) {
        this.iris = iris;
    }

    /// The paper's graph becomes exactly this.
    public Change put(PaperId paper, Graph content) {
        return put(iris.graph(paper), content);
    }

    public Change put(GraphName graph, Graph content) {
        return put(iris.graph(graph), content);
    }

    /// A named graph becomes exactly this; whether it may is the door's decision.
    public Change put(Node graph, Graph content) {
        contents.put(graph, content);
        return this;
    }

    /// The paper's graph goes, with everything in it.
    public Change remove(PaperId paper) {
        return put(paper, GraphFactory.createGraphMem());
    }

    /// A graph goes, with everything in it.
    public Change remove(GraphName graph) {
        return put(graph, GraphFactory.createGraphMem());
    }

    Map<Node, Graph> contents() {
        return contents;
    }
}
