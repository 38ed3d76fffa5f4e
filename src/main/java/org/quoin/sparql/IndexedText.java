// The properties whose literals the search index holds, so that `text:query` can be asked for one of them.
package org.quoin.sparql;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.quoin.graph.Iris;
import org.quoin.model.Problem;
import org.quoin.search.EvidenceDocument;

/// In the order in which one is chosen to stand for an item.
@SuppressWarnings("ImmutableEnumChecker") // Jena does not annotate its nodes, which never change.
enum IndexedText {
    STATEMENT("https://w3id.org/quoin/ns#statement") {
        @Override
        List<Node> subjects(EvidenceDocument document, Iris iris) {
            return List.of(iris.item(document.id()));
        }
    },
    QUOTE("http://www.w3.org/ns/oa#exact") {
        @Override
        List<Node> subjects(EvidenceDocument document, Iris iris) {
            return document.quotations().stream().map(iris::quote).toList();
        }
    },
    TITLE("http://purl.org/dc/terms/title") {
        @Override
        List<Node> subjects(EvidenceDocument document, Iris iris) {
            return List.of(iris.paper(document.paper()));
        }
    };

    private final Node property;

    IndexedText(String property) {
        this.property = NodeFactory.createURI(property);
    }

    Node property() {
        return property;
    }

    /// What of an item has the property.
    abstract List<Node> subjects(EvidenceDocument document, Iris iris);

    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) naming the properties that are indexed
    static IndexedText of(Node property) {
        return Stream.of(values())
                .filter(text -> text.property.equals(property))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("text:query does not find the values of <" + property
                        + ">; it finds those of "
                        + Arrays.stream(values())
                                .map(text -> "<" + text.property + ">")
                                .collect(Collectors.joining(", "))
                        + ", and evidence by all its words when no property is named"));
    }
}
