// The files of the ontology's documentation that are made from the ontology.
package org.quoin.ontology;

import java.util.Map;
import org.quoin.graph.Vocabulary;

final class OntologyDocumentation {
    private OntologyDocumentation() {}

    /// Their contents by name.
    static Map<String, String> files(Vocabulary vocabulary) {
        return Map.of(
                "diagram.svg", OntologyDiagram.draw(vocabulary.reference()),
                "REFERENCE.md", OntologyMarkdown.write(vocabulary));
    }
}
