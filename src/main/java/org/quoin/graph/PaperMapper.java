// Records to RDF and back: the only place that knows how a paper looks as triples.
package org.quoin.graph;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.quoin.model.PaperId;

/// Every resource has an IRI of its own, made of what identifies it, so that the same content gives
/// the same triples wherever and whenever it is imported.
public final class PaperMapper {
    private final Iris iris;
    private final Vocabulary vocabulary;

    public PaperMapper(Iris iris, Vocabulary vocabulary) {
        this.iris = iris;
        this.vocabulary = vocabulary;
    }

    /// The content of the paper's named graph.
    public Graph toGraph(PaperRecord record) {
        return new PaperWriter(iris, vocabulary, record).write();
    }

    /// Reads a paper's named graph, whose content the write door has checked.
    ///
    /// @return empty when the graph holds no such paper
    public Optional<PaperRecord> fromGraph(PaperId id, Graph graph) {
        return graph.contains(iris.paper(id), Terms.reportsStudy, Node.ANY)
                ? Optional.of(new PaperReader(iris, vocabulary, id, graph).read())
                : Optional.empty();
    }
}
