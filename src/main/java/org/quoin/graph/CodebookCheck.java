// The door's own check of a codebook's graph: codes and nothing else.
package org.quoin.graph;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.quoin.model.CodebookId;

final class CodebookCheck {
    private static final String PLACE = "PlaceShape";

    private CodebookCheck() {}

    /// @param codebook whose graph this is to be
    /// @param graph its whole new content, not empty
    static List<CheckResult> check(Iris iris, Vocabulary vocabulary, CodebookId codebook, Graph graph) {
        var results = new ArrayList<>(TermCheck.check(iris, vocabulary, graph));
        Node itself = iris.codebook(codebook);
        if (!graph.contains(itself, RDFS.label.asNode(), Node.ANY)) {
            results.add(CheckResult.inCode(
                    iris,
                    vocabulary,
                    itself,
                    PLACE,
                    "the codebook itself is missing from its graph: give it a name (rdfs:label)",
                    null));
        }
        graph.find().mapWith(Triple::getSubject).toSet().stream()
                .filter(subject -> !subject.equals(itself))
                .filter(subject -> !graph.contains(subject, RDF.type.asNode(), Terms.Code)
                        || iris.codeOf(subject).isEmpty())
                .filter(subject -> !graph.contains(itself, Terms.wasDerivedFrom, subject))
                .forEach(subject -> results.add(CheckResult.inCode(
                        iris,
                        vocabulary,
                        subject,
                        PLACE,
                        "a codebook holds codes and nothing else: each is a quoin:Code with an IRI of the form "
                                + iris.base() + "code/NAME",
                        null)));
        return results;
    }
}
