// The ontology has none of the known pitfalls, and each check finds the pitfall it is for.
package org.quoin.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PitfallsTest {
    /// A small ontology without pitfalls. Each mutant below changes one thing in it.
    private static final String FLAWLESS = """
            @prefix dcterms: <http://purl.org/dc/terms/> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix quoin: <https://w3id.org/quoin/ns#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            <https://w3id.org/quoin/ns> a owl:Ontology ;
                dcterms:license <https://www.apache.org/licenses/LICENSE-2.0> .
            quoin:Wall a owl:Class ; rdfs:subClassOf quoin:Part ;
                rdfs:label "wall"@en ; skos:definition "A wall."@en ; skos:example "This wall."@en ;
                dcterms:source "Quoin" ; rdfs:isDefinedBy <https://w3id.org/quoin/ns> .
            quoin:Stone a owl:Class ; rdfs:subClassOf quoin:Part ;
                rdfs:label "stone"@en ; skos:definition "A stone."@en ; skos:example "This stone."@en ;
                dcterms:source "Quoin" ; rdfs:isDefinedBy <https://w3id.org/quoin/ns> ;
                owl:disjointWith quoin:Wall .
            quoin:Part a owl:Class ;
                rdfs:label "part"@en ; skos:definition "A part."@en ; skos:example "This part."@en ;
                dcterms:source "Quoin" ; rdfs:isDefinedBy <https://w3id.org/quoin/ns> .
            quoin:restsOn a owl:ObjectProperty ; rdfs:domain quoin:Wall ; rdfs:range quoin:Stone ;
                rdfs:label "rests on"@en ; skos:definition "Rests on."@en ; skos:example "It rests."@en ;
                dcterms:source "Quoin" ; rdfs:isDefinedBy <https://w3id.org/quoin/ns> .
            quoin:carries a owl:ObjectProperty ; rdfs:domain quoin:Stone ; rdfs:range quoin:Wall ;
                owl:inverseOf quoin:restsOn ;
                rdfs:label "carries"@en ; skos:definition "Carries."@en ; skos:example "It carries."@en ;
                dcterms:source "Quoin" ; rdfs:isDefinedBy <https://w3id.org/quoin/ns> .
            quoin:height a owl:DatatypeProperty ; rdfs:domain quoin:Wall ; rdfs:range xsd:decimal ;
                rdfs:label "height"@en ; skos:definition "How high."@en ; skos:example "3.2"@en ;
                dcterms:source "Quoin" ; rdfs:isDefinedBy <https://w3id.org/quoin/ns> .
            dcterms:license a owl:AnnotationProperty . dcterms:source a owl:AnnotationProperty .
            skos:definition a owl:AnnotationProperty . skos:example a owl:AnnotationProperty .
            """;

    /// SPARQL reads a property backwards with `^`, and a link stored both ways could disagree with itself: Quoin
    /// declares no inverse, of any property.
    private static final String WITHOUT_INVERSES = "P13";

    static Stream<Pitfall> pitfalls() {
        return Pitfall.ALL.stream().filter(p -> !p.number().equals(WITHOUT_INVERSES));
    }

    @ParameterizedTest
    @MethodSource("pitfalls")
    void theOntologyAndItsSchemesHaveNone(Pitfall pitfall) throws IOException {
        assertThat(pitfall.in(OntologyFiles.merged())).as("%s", pitfall).isEmpty();
    }

    @Test
    void noPropertyDeclaresAnInverse() throws IOException {
        Model ontology = OntologyFiles.parse(OntologyFiles.ontology());
        Set<String> properties = ontology.listSubjectsWithProperty(RDF.type, OWL2.ObjectProperty)
                .filterKeep(p -> p.getURI().startsWith(OntologyFiles.NAMESPACE))
                .mapWith(p -> "quoin:" + p.getLocalName())
                .toSet();

        assertThat(Pitfall.numbered(WITHOUT_INVERSES).in(ontology)).containsExactlyInAnyOrderElementsOf(properties);
    }

    @Test
    void aConceptIsTheOnlyOneOfItsLabelInItsScheme() throws IOException {
        Model all = OntologyFiles.merged();
        for (Resource scheme :
                all.listSubjectsWithProperty(RDF.type, SKOS.ConceptScheme).toList()) {
            List<String> labels = all.listSubjectsWithProperty(SKOS.inScheme, scheme)
                    .mapWith(concept -> concept.getProperty(SKOS.prefLabel).getString())
                    .toList();
            assertThat(labels).as("%s", scheme).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    static Stream<Arguments> mutants() {
        return Stream.of(
                arguments(
                        "P04",
                        "skos:definition a owl:AnnotationProperty .",
                        "skos:definition a owl:AnnotationProperty . quoin:Alone a owl:Class .",
                        "quoin:Alone"),
                arguments(
                        "P05",
                        "rdfs:domain quoin:Stone ; rdfs:range quoin:Wall",
                        "rdfs:domain quoin:Part ; rdfs:range quoin:Wall",
                        "quoin:carries"),
                arguments(
                        "P06",
                        "quoin:Part a owl:Class ;",
                        "quoin:Part a owl:Class ; rdfs:subClassOf quoin:Stone ;",
                        "quoin:Part"),
                arguments("P08", "rdfs:label \"part\"@en ;", "rdfs:label \"Teil\"@de ;", "quoin:Part"),
                arguments("P08", "skos:definition \"How high.\"@en ;", "", "quoin:height"),
                arguments("P08", "skos:example \"It rests.\"@en ;", "", "quoin:restsOn"),
                arguments("P10", " ;\n    owl:disjointWith quoin:Wall .", " .", "quoin:Stone"),
                arguments(
                        "P11",
                        "rdfs:domain quoin:Wall ; rdfs:range xsd:decimal ;",
                        "rdfs:domain quoin:Wall ;",
                        "quoin:height"),
                arguments("P13", "owl:inverseOf quoin:restsOn ;", "", "quoin:carries"),
                arguments("P19", "rdfs:range xsd:decimal ;", "rdfs:range xsd:decimal, xsd:integer ;", "quoin:height"),
                arguments("P22", "quoin:height a", "quoin:wall_height a", "quoin:wall_height"),
                arguments("P22", "quoin:Part", "quoin:part", "quoin:part"),
                arguments("P34", "rdfs:range xsd:decimal", "rdfs:range quoin:Length", "quoin:Length"),
                arguments(
                        "P35", "quoin:Part a owl:Class ;", "quoin:Part a owl:Class ; quoin:weight 3 ;", "quoin:weight"),
                arguments(
                        "P36",
                        "<https://w3id.org/quoin/ns> a owl:Ontology",
                        "<https://w3id.org/quoin/ns.ttl> a owl:Ontology",
                        "https://w3id.org/quoin/ns.ttl"),
                arguments("P38", "a owl:Ontology", "a owl:NamedIndividual", "the file"),
                arguments(
                        "P41",
                        "dcterms:license <https://www.apache.org/licenses/LICENSE-2.0>",
                        "dcterms:license \"free\"",
                        "https://w3id.org/quoin/ns"));
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void eachIsFound(String number, String piece, String instead, String culprit) {
        assertThat(FLAWLESS).contains(piece);

        Model mutant = OntologyFiles.parse(FLAWLESS.replace(piece, instead));

        assertThat(Pitfall.numbered(number).in(mutant)).contains(culprit);
    }

    @Test
    void theSmallOntologyHasNoneOfThem() {
        Model flawless = OntologyFiles.parse(FLAWLESS);

        assertThat(Pitfall.ALL)
                .allSatisfy(p -> assertThat(p.in(flawless)).as("%s", p).isEmpty());
    }

    @Test
    void everyPitfallHasAMutant() {
        assertThat(mutants().map(m -> m.get()[0]).collect(Collectors.toSet()))
                .isEqualTo(Pitfall.ALL.stream().map(Pitfall::number).collect(Collectors.toSet()));
    }
}
