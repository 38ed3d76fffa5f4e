// What follows from a paper's graph by the ontology's hierarchies of classes and properties.
package org.quoin.graph;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/// The rules rdfs5, rdfs7, rdfs9 and rdfs11 of RDF 1.1 Semantics (W3C 2014, section 9.2.1), and no others:
/// domains and ranges would give a type to what was put in the wrong place instead of showing the mistake.
final class Entailment {
    /// Goes up when the rules change, so that stores written by earlier ones are brought up to date.
    static final int VERSION = 1;

    private final Map<Node, Set<Node>> superclasses;
    private final Map<Node, Set<Node>> superproperties;

    Entailment(Graph ontology) {
        superclasses = closure(ontology, RDFS.subClassOf.asNode());
        superproperties = closure(ontology, RDFS.subPropertyOf.asNode());
    }

    /// The triples that follow and are not stated.
    Graph of(Graph stated) {
        Graph entailed = GraphFactory.createGraphMem();
        stated.find().forEachRemaining(t -> {
            for (Node property : superproperties.getOrDefault(t.getPredicate(), Set.of())) {
                add(entailed, stated, Triple.create(t.getSubject(), property, t.getObject()));
            }
            if (t.getPredicate().equals(RDF.type.asNode())) {
                for (Node cls : superclasses.getOrDefault(t.getObject(), Set.of())) {
                    add(entailed, stated, Triple.create(t.getSubject(), t.getPredicate(), cls));
                }
            }
        });
        return entailed;
    }

    private static void add(Graph entailed, Graph stated, Triple triple) {
        if (!stated.contains(triple)) {
            entailed.add(triple);
        }
    }

    /// Each term with the named terms above it, at any distance.
    private static Map<Node, Set<Node>> closure(Graph ontology, Node relation) {
        Map<Node, Set<Node>> direct = new HashMap<>();
        ontology.find(Node.ANY, relation, Node.ANY).forEachRemaining(t -> {
            // Restrictions are blank nodes: they say what an instance has, not what it is called.
            if (t.getSubject().isURI() && t.getObject().isURI()) {
                direct.computeIfAbsent(t.getSubject(), term -> new LinkedHashSet<>())
                        .add(t.getObject());
            }
        });
        Map<Node, Set<Node>> closure = new HashMap<>();
        direct.forEach((term, above) -> {
            var reached = new LinkedHashSet<Node>(above);
            var queue = new ArrayDeque<Node>(above);
            while (!queue.isEmpty()) {
                for (Node next : direct.getOrDefault(queue.remove(), Set.of())) {
                    if (!next.equals(term) && reached.add(next)) {
                        queue.add(next);
                    }
                }
            }
            reached.remove(term);
            closure.put(term, Set.copyOf(reached));
        });
        return closure;
    }
}
