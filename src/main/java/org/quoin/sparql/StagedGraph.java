// A named graph as an update leaves it: what is stored and a difference kept in memory.
package org.quoin.sparql;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.compose.Delta;

/// A search has to know which graph it is in, which [Delta] does not tell.
final class StagedGraph extends Delta {
    private final Node name;

    StagedGraph(Node name, Graph stored) {
        super(stored);
        this.name = name;
    }

    Node name() {
        return name;
    }
}
