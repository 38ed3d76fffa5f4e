// Every published file says who made it, under which licence, in which version, and how to cite it.
package org.quoin.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HeaderTest {
    static Stream<Path> published() throws IOException {
        return OntologyFiles.published().stream();
    }

    @ParameterizedTest
    @MethodSource("published")
    void itsHeaderIsComplete(Path file) throws IOException {
        Header header = Header.of(OntologyFiles.parse(file));

        assertThat(header.lacks(new Releases(OntologyFiles.FOLDER).before(header.version())))
                .as("%s lacks", file)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("published")
    void itsIriNamesItsPlace(Path file) throws IOException {
        String name = file.getFileName().toString().replace(".ttl", "");
        String expected =
                switch (OntologyFiles.FOLDER.relativize(file).getName(0).toString()) {
                    case "schemes" -> "scheme/" + name;
                    case "alignments" -> "alignments/" + name;
                    case "shapes" -> "shapes";
                    default -> "ns";
                };

        assertThat(Header.of(OntologyFiles.parse(file)).iri().getURI()).isEqualTo(OntologyFiles.BASE + expected);
    }

    /// They are released together: one number says which scheme belongs to which ontology.
    @Test
    void allAreOfOneVersionAndTheCitationFileToo() throws IOException {
        var versions = new TreeSet<String>();
        for (Path file : OntologyFiles.published()) {
            versions.add(Header.of(OntologyFiles.parse(file)).version());
        }

        assertThat(versions).hasSize(1);
        assertThat(Files.readString(OntologyFiles.FOLDER.resolve("CITATION.cff")))
                .contains("version: " + versions.first() + "\n")
                .contains(OntologyFiles.ONTOLOGY + "/" + versions.first() + "\"");
    }

    private static final String COMPLETE = """
            @prefix dcterms: <http://purl.org/dc/terms/> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix vann: <http://purl.org/vocab/vann/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            <https://w3id.org/quoin/ns> a owl:Ontology ;
                dcterms:title "Quoin"@en ;
                dcterms:description "A test."@en ;
                dcterms:creator "Somebody" ;
                dcterms:publisher "Somebody" ;
                dcterms:license <https://www.apache.org/licenses/LICENSE-2.0> ;
                dcterms:created "2026-11-22"^^xsd:date ;
                dcterms:modified "2026-11-23"^^xsd:date ;
                dcterms:bibliographicCitation "Somebody (2026). Quoin, version 0.2.0. https://w3id.org/quoin/ns/0.2.0"@en ;
                owl:versionIRI <https://w3id.org/quoin/ns/0.2.0> ;
                owl:versionInfo "0.2.0" ;
                owl:priorVersion <https://w3id.org/quoin/ns/0.1.0> ;
                vann:preferredNamespacePrefix "quoin" ;
                vann:preferredNamespaceUri "https://w3id.org/quoin/ns#" .
            """;
    private static final Optional<Version> PRIOR = Optional.of(Version.parse("0.1.0"));

    @Test
    void aCompleteHeaderLacksNothing() {
        assertThat(Header.of(OntologyFiles.parse(COMPLETE)).lacks(PRIOR)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dcterms:title "Quoin"@en ;                              |                                        | title
            "A test."@en                                            | "Ein Test."@de                         | description
            dcterms:creator "Somebody" ;                            |                                        | creator
            dcterms:publisher "Somebody" ;                          |                                        | publisher
            <https://www.apache.org/licenses/LICENSE-2.0>           | "Apache-2.0"                           | license
            dcterms:created "2026-11-22"^^xsd:date                  | dcterms:created "2026"                 | created
            "2026-11-23"                                            | "2026-11-21"                           | modified
            owl:versionInfo "0.2.0"                                 | owl:versionInfo "0.2"                  | versionInfo
            owl:versionIRI <https://w3id.org/quoin/ns/0.2.0>        | owl:versionIRI <urn:x:0.2.0>           | versionIRI
            owl:versionInfo "0.2.0"                                 | owl:versionInfo "0.3.0"                | versionIRI
            version 0.2.0.                                          | version 0.1.0.                         | citation
            owl:priorVersion <https://w3id.org/quoin/ns/0.1.0> ;    |                                        | priorVersion
            vann:preferredNamespacePrefix "quoin" ;                 |                                        | Prefix
            "https://w3id.org/quoin/ns#"                            | "https://example.org/ns#"              | NamespaceUri
            """)
    void whatIsMissingIsNamed(String piece, String instead, String named) {
        assertThat(COMPLETE).contains(piece);
        String mutant = COMPLETE.replace(piece, Optional.ofNullable(instead).orElse(""));

        List<String> lacking = Header.of(OntologyFiles.parse(mutant)).lacks(PRIOR);

        assertThat(lacking).anySatisfy(what -> assertThat(what).contains(named));
    }

    @Test
    void aPriorVersionThatWasNeverReleasedIsNamed() {
        assertThat(Header.of(OntologyFiles.parse(COMPLETE)).lacks(Optional.empty()))
                .singleElement()
                .asString()
                .contains("priorVersion");
    }

    @Test
    void aFileWithoutAHeaderOrWithTwoIsRefused() {
        assertThatThrownBy(() -> Header.of(OntologyFiles.parse("<urn:a> <urn:b> <urn:c> .")))
                .hasMessageContaining("one header");
        assertThatThrownBy(() ->
                        Header.of(OntologyFiles.parse(COMPLETE + "<https://w3id.org/quoin/other> a owl:Ontology .")))
                .hasMessageContaining("one header");
    }
}
