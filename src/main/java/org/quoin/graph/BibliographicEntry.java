// By what a paper is known among people: title, year, first author.
package org.quoin.graph;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;
import org.quoin.model.PaperId;

/// @param paper the paper
/// @param title as the source gives it
/// @param year of publication, or null
/// @param firstAuthor as the source gives the name, or null
public record BibliographicEntry(
        PaperId paper,
        String title,
        @Nullable Integer year,
        @Nullable String firstAuthor) {
    /// The papers that have a title.
    static List<BibliographicEntry> all(DatasetGraph dataset, Iris iris) {
        return Iter.asStream(dataset.findNG(Node.ANY, Node.ANY, Terms.title, Node.ANY))
                .flatMap(quad -> of(quad, dataset, iris))
                .toList();
    }

    private static Stream<BibliographicEntry> of(Quad title, DatasetGraph dataset, Iris iris) {
        Node graph = title.getGraph();
        Node node = title.getSubject();
        return iris
                .paperOf(node)
                .filter(paper -> iris.graph(paper).equals(graph))
                .map(paper -> new BibliographicEntry(
                        paper,
                        title.getObject().getLiteralLexicalForm(),
                        value(dataset, graph, node, Terms.issued)
                                .map(year -> Integer.valueOf(year.substring(0, 4)))
                                .orElse(null),
                        value(
                                        dataset,
                                        graph,
                                        NodeFactory.createURI(node.getURI() + PaperWriter.AUTHOR + 1),
                                        RDFS.label.asNode())
                                .orElse(null)))
                .stream();
    }

    private static Optional<String> value(DatasetGraph dataset, Node graph, Node subject, Node property) {
        return Optional.ofNullable(Iter.first(dataset.find(graph, subject, property, Node.ANY), quad -> true))
                .map(quad -> quad.getObject().getLiteralLexicalForm());
    }
}
