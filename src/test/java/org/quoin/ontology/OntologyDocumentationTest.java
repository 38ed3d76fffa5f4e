// The ontology's documentation in the repository says what the ontology says.
package org.quoin.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quoin.graph.Vocabulary;

class OntologyDocumentationTest {
    private static final Path ONTOLOGY = Path.of(System.getProperty("quoin.root", "."), "ontology");

    private static final String WRITE = "quoin.write-docs";

    /// First of all, so that the other tests look at what it wrote.
    @BeforeAll
    static void writeThemAgainWhenAsked() throws IOException {
        if (Boolean.getBoolean(WRITE)) {
            for (var file : OntologyDocumentation.files(Vocabulary.load()).entrySet()) {
                Files.writeString(ONTOLOGY.resolve(file.getKey()), file.getValue());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"diagram.svg", "REFERENCE.md"})
    void whatIsMadeFromTheOntologyIsUpToDate(String file) throws Exception {
        assertThat(ONTOLOGY.resolve(file))
                .as("stale: run ./mvnw -Dquick test -Dtest=OntologyDocumentationTest -D" + WRITE
                        + "=true and commit what it writes")
                .hasContent(OntologyDocumentation.files(Vocabulary.load()).get(file));
    }

    @Test
    void aNewClassIsDrawnAndDescribed() {
        SortedMap<String, String> files = Vocabulary.files();
        files.merge("quoin.ttl", """

                quoin:Surprise a owl:Class ;
                    rdfs:label "surprise"@en ;
                    skos:definition "What nobody expected."@en ;
                    rdfs:subClassOf quoin:StudyClaim ;
                    rdfs:isDefinedBy <https://w3id.org/quoin/ns> .
                """, String::concat);

        var made = OntologyDocumentation.files(Vocabulary.of(files));

        assertThat(made.get("diagram.svg")).contains("Surprise");
        assertThat(made.get("REFERENCE.md")).contains("What nobody expected.");
    }

    @Test
    void everyTermOfTheOntologyIsDescribed() throws Exception {
        String reference = Files.readString(ONTOLOGY.resolve("REFERENCE.md"));
        String source = Files.readString(ONTOLOGY.resolve("quoin.ttl"));

        assertThat(source.lines()
                        .filter(line -> line.matches("quoin:\\w+ a owl:.*"))
                        .map(line -> line.replaceFirst("quoin:(\\w+) a .*", "$1")))
                .isNotEmpty()
                .allSatisfy(term -> assertThat(reference).contains("<a id=\"" + term + "\"></a>"));
    }
}
