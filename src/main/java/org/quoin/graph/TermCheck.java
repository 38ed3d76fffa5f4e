// Every term of the ontology that a graph uses is one that the ontology declares.
package org.quoin.graph;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

final class TermCheck {
    private static final String CHECK = "NamespaceShape";

    private TermCheck() {}

    static List<CheckResult> check(Iris iris, Vocabulary vocabulary, Graph graph) {
        var results = new ArrayList<CheckResult>();
        graph.find().forEachRemaining(triple -> {
            for (Node term : List.of(triple.getPredicate(), triple.getObject())) {
                if (isOfTheOntology(term) && !vocabulary.declares(term)) {
                    results.add(CheckResult.inCode(
                            iris,
                            vocabulary,
                            triple.getSubject(),
                            CHECK,
                            "the ontology declares no such term: use one that it declares, or add it to the ontology"
                                    + " first",
                            term));
                }
            }
            if (isOfTheOntology(triple.getSubject())) {
                results.add(CheckResult.inCode(
                        iris,
                        vocabulary,
                        triple.getSubject(),
                        CHECK,
                        "a graph of the base says nothing about terms of the ontology: change the ontology's files"
                                + " instead",
                        triple.getSubject()));
            }
        });
        return results.stream().distinct().toList();
    }

    private static boolean isOfTheOntology(Node term) {
        return term.isURI()
                && (term.getURI().startsWith(Terms.QUOIN) || term.getURI().startsWith(Terms.SCHEME));
    }
}
