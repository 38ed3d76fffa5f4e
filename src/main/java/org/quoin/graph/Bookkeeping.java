// What the base notes about itself: its commit sequence number, when each paper changed, which ontology it holds.
package org.quoin.graph;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// It stands in TDB2's default graph, which queries do not see: for them the default graph is the union of the
/// named ones. Every method is called inside a transaction of the dataset it is given.
final class Bookkeeping {
    /// How its IRIs begin.
    static final String PREFIX = "urn:x-quoin:";

    private static final Node BASE = NodeFactory.createURI(PREFIX + "base");
    private static final Node SEQUENCE = NodeFactory.createURI(PREFIX + "sequence");
    private static final Node CHANGED_AT = NodeFactory.createURI(PREFIX + "changedAt");
    private static final Node DATA_IRI = NodeFactory.createURI(PREFIX + "dataIri");
    private static final Node ONTOLOGY = NodeFactory.createURI(PREFIX + "ontologyDigest");

    private Bookkeeping() {}

    /// A graph and the commit that last changed it.
    record ChangedGraph(Node name, long sequence) {}

    /// 0 before the first commit.
    static long sequence(DatasetGraph dataset) {
        return value(dataset, BASE, SEQUENCE).map(Long::parseLong).orElse(0L);
    }

    static void setSequence(DatasetGraph dataset, long sequence) {
        set(dataset, BASE, SEQUENCE, Long.toString(sequence));
    }

    /// Every graph that a commit ever changed, those that are gone among them.
    static Stream<ChangedGraph> changedGraphs(DatasetGraph dataset) {
        return Iter.toList(dataset.find(Quad.defaultGraphIRI, Node.ANY, CHANGED_AT, Node.ANY)).stream()
                .map(quad -> new ChangedGraph(
                        quad.getSubject(), Long.parseLong(quad.getObject().getLiteralLexicalForm())));
    }

    static void setChanged(DatasetGraph dataset, Node graph, long sequence) {
        set(dataset, graph, CHANGED_AT, Long.toString(sequence));
    }

    /// Notes a commit that changed all graphs; none when there is no graph.
    static void setAllChanged(DatasetGraph dataset) {
        List<ChangedGraph> graphs = changedGraphs(dataset).toList();
        if (!graphs.isEmpty()) {
            long sequence = sequence(dataset) + 1;
            graphs.forEach(graph -> setChanged(dataset, graph.name(), sequence));
            setSequence(dataset, sequence);
        }
    }

    /// The base IRI that the store was made with.
    static Optional<String> dataIri(DatasetGraph dataset) {
        return value(dataset, BASE, DATA_IRI);
    }

    static void setDataIri(DatasetGraph dataset, String iri) {
        set(dataset, BASE, DATA_IRI, iri);
    }

    /// Digest of the ontology whose graphs the store holds, and of the rules that were applied with it.
    static Optional<String> ontology(DatasetGraph dataset) {
        return value(dataset, BASE, ONTOLOGY);
    }

    static void setOntology(DatasetGraph dataset, String digest) {
        set(dataset, BASE, ONTOLOGY, digest);
    }

    private static Optional<String> value(DatasetGraph dataset, Node subject, Node property) {
        return Optional.ofNullable(
                        Iter.first(dataset.find(Quad.defaultGraphIRI, subject, property, Node.ANY), quad -> true))
                .map(quad -> quad.getObject().getLiteralLexicalForm());
    }

    private static void set(DatasetGraph dataset, Node subject, Node property, String value) {
        dataset.deleteAny(Quad.defaultGraphIRI, subject, property, Node.ANY);
        dataset.add(Quad.defaultGraphIRI, subject, property, NodeFactory.createLiteralString(value));
    }
}
