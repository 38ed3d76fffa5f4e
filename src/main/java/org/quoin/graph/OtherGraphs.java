// The graphs that a change leaves as they are: what the changed ones are checked together with.
package org.quoin.graph;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NullIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.apache.jena.vocabulary.RDFS;

/// A view, valid during the read it was made in; used by one thread.
final class OtherGraphs extends GraphBase {
    private final DatasetGraph dataset;
    private final Iris iris;
    private final Set<Node> changed;
    /// Most of what a check asks for belongs to the changed paper alone: asking the disk once a node, not once a
    /// question, keeps the cost of a check with the change.
    private final Map<Node, Boolean> describes = new HashMap<>();

    private final Map<Reference, Boolean> refersTo = new HashMap<>();

    /// @param changed names of the graphs to leave out
    OtherGraphs(DatasetGraph dataset, Iris iris, Set<Node> changed) {
        this.dataset = dataset;
        this.iris = iris;
        this.changed = changed;
    }

    /// What these graphs say of the given resources and of all that rest on them at any distance: the
    /// comparison of a finding, the synthesised finding above it, the assessment of that.
    ///
    /// @param nodes resources of which a change says something else than the base did
    Graph restingOn(Collection<Node> nodes) {
        Graph resting = GraphFactory.createGraphMem();
        var seen = new HashSet<Node>(nodes);
        var queue = new ArrayDeque<Node>(nodes);
        while (!queue.isEmpty()) {
            Node node = queue.remove();
            find(node, Node.ANY, Node.ANY).forEachRemaining(triple -> {
                resting.add(triple);
                // A category rests on what is translated to it, though it is the claim that points to it.
                if (triple.getPredicate().equals(Terms.translatedTo) && seen.add(triple.getObject())) {
                    queue.add(triple.getObject());
                }
            });
            find(Node.ANY, Node.ANY, node)
                    .mapWith(Triple::getSubject)
                    .filterKeep(seen::add)
                    .forEachRemaining(queue::add);
        }
        return resting;
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        Node subject = pattern.getSubject();
        Node predicate = pattern.getPredicate();
        Node object = pattern.getObject();
        if (iris.agentOf(subject).isPresent()) {
            return agent(subject, predicate, object);
        }
        if (subject.isConcrete()
                ? !describes.computeIfAbsent(
                        subject, node -> quads(node, Node.ANY, Node.ANY).hasNext())
                : object.isURI() && !refersTo.computeIfAbsent(new Reference(predicate, object), this::isMade)) {
            return NullIterator.instance();
        }
        // One study reported by two papers is described in two graphs.
        return WrappedIterator.create(Iter.distinct(Iter.map(quads(subject, predicate, object), Quad::asTriple)));
    }

    /// Whoever coded a thousand papers is described, whole, in each of them: one is as good as all.
    private ExtendedIterator<Triple> agent(Node agent, Node predicate, Node object) {
        // By the name, which everyone has and which nothing is inferred of: the first one found is stated.
        Quad any = Iter.first(quads(agent, RDFS.label.asNode(), Node.ANY), quad -> true);
        return any == null
                ? NullIterator.instance()
                : WrappedIterator.create(
                        Iter.map(dataset.find(any.getGraph(), agent, predicate, object), Quad::asTriple));
    }

    private boolean isMade(Reference reference) {
        return quads(Node.ANY, reference.predicate(), reference.object()).hasNext();
    }

    /// With the property: what follows by the hierarchies refers to classes as often as there are instances,
    /// and none of it counts here.
    private record Reference(Node predicate, Node object) {}

    private Iterator<Quad> quads(Node subject, Node predicate, Node object) {
        return Iter.filter(
                dataset.findNG(Node.ANY, subject, predicate, object),
                quad -> !changed.contains(quad.getGraph())
                        && iris.nameOf(quad.getGraph()).isPresent());
    }
}
