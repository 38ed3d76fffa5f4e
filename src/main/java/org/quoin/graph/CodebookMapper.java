// Codes as triples and back, in a codebook's graph and in those of the papers that are coded with them.
package org.quoin.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.quoin.model.Code;
import org.quoin.model.CodeId;
import org.quoin.model.Codebook;

/// A code has the same IRI wherever it stands, so that a codebook and the project that uses it speak of the same
/// codes.
public final class CodebookMapper {
    /// What is said of a code that its project does not define: a concept has a definition.
    private static final String UNDEFINED = "A code that its project gives without a definition.";

    private final Iris iris;

    public CodebookMapper(Iris iris) {
        this.iris = iris;
    }

    /// The content of the codebook's named graph.
    public Graph toGraph(Codebook codebook) {
        Graph graph = GraphFactory.createGraphMem();
        Node node = iris.codebook(codebook.id());
        add(graph, node, RDF.type.asNode(), Terms.Entity);
        add(graph, node, RDFS.label.asNode(), string(codebook.name()));
        Node file = iris.file(codebook.file().sha256());
        add(graph, node, Terms.wasDerivedFrom, file);
        add(graph, file, RDF.type.asNode(), Terms.Entity);
        add(graph, file, RDFS.label.asNode(), string(codebook.file().name()));
        add(graph, file, Terms.fileSha256, string(codebook.file().sha256()));
        codebook.codes().forEach(code -> write(graph, code));
        return graph;
    }

    void write(Graph graph, Code code) {
        Node node = iris.code(code.id());
        add(graph, node, RDF.type.asNode(), Terms.Code);
        add(graph, node, SKOS.prefLabel.asNode(), string(code.name()));
        add(graph, node, SKOS.definition.asNode(), string(Objects.requireNonNullElse(code.definition(), UNDEFINED)));
        if (code.broader() != null) {
            add(graph, node, SKOS.broader.asNode(), iris.code(code.broader()));
        }
        if (code.colour() != null) {
            add(graph, node, Terms.colour, string(code.colour()));
        }
        if (code.identifier() != null) {
            add(graph, node, Terms.identifier, string(code.identifier()));
        }
    }

    /// The codes that a graph describes, by id.
    public List<Code> codes(Graph graph) {
        return graph.find(Node.ANY, RDF.type.asNode(), Terms.Code).mapWith(Triple::getSubject).toList().stream()
                .flatMap(node -> iris.codeOf(node).map(code -> read(graph, code, node)).stream())
                .sorted(Comparator.comparing(Code::id))
                .toList();
    }

    private Code read(Graph graph, CodeId code, Node node) {
        return new Code(
                code,
                text(graph, node, SKOS.prefLabel.asNode()).orElse(code.value()),
                text(graph, node, SKOS.definition.asNode())
                        .filter(definition -> !definition.equals(UNDEFINED))
                        .orElse(null),
                object(graph, node, SKOS.broader.asNode()).flatMap(iris::codeOf).orElse(null),
                text(graph, node, Terms.colour).orElse(null),
                text(graph, node, Terms.identifier).orElse(null));
    }

    private static Optional<String> text(Graph graph, Node node, Node property) {
        return object(graph, node, property).filter(Node::isLiteral).map(Node::getLiteralLexicalForm);
    }

    private static Optional<Node> object(Graph graph, Node node, Node property) {
        return graph.find(node, property, Node.ANY).mapWith(Triple::getObject).nextOptional();
    }

    private static void add(Graph graph, Node subject, Node property, Node object) {
        graph.add(Triple.create(subject, property, object));
    }

    private static Node string(String words) {
        return NodeFactory.createLiteralString(words);
    }
}
