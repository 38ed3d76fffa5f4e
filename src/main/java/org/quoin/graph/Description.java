// What the base says of one resource.
package org.quoin.graph;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;

final class Description {
    /// Properties whose objects belong to what has them.
    private static final Set<Node> SPELT_OUT =
            Set.of(Terms.evidencedBy, Terms.illustratedBy, Terms.hasSelector, Terms.hasTarget, Terms.wasAttributedTo);

    private Description() {}

    /// As [GraphStore#describe] says; empty when no graph has a triple about it.
    static Graph of(DatasetGraph dataset, Iris iris, Node resource) {
        Graph description = GraphFactory.createGraphMem();
        var queue = new ArrayDeque<Node>(List.of(resource));
        var seen = new HashSet<Node>(queue);
        while (!queue.isEmpty()) {
            Node subject = queue.remove();
            Iter.filter(dataset.find(Node.ANY, subject, Node.ANY, Node.ANY), quad -> !iris.isEntailed(quad.getGraph()))
                    .forEachRemaining(quad -> {
                        description.add(quad.asTriple());
                        if (SPELT_OUT.contains(quad.getPredicate()) && seen.add(quad.getObject())) {
                            queue.add(quad.getObject());
                        }
                    });
            dataset.find(Node.ANY, Node.ANY, Terms.hasBody, subject).forEachRemaining(quad -> {
                if (seen.add(quad.getSubject())) {
                    queue.add(quad.getSubject());
                }
            });
        }
        return description;
    }
}
