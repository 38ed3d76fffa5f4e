// Terms of other vocabularies that the ontology reuses or points to are what these vocabularies say they are.
package org.quoin.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExternalTermsTest {
    private static final Path PUBLISHED = OntologyFiles.ROOT.resolve("../shared/corpora/vocabularies");

    /// FaBiO declares the terms of PRISM that it uses, and only these.
    private static final String PRISM = "http://prismstandard.org/namespaces/basic/2.0/";

    /// The vocabularies that stand there, by the namespace of their terms.
    private static final Map<String, String> FILES = Map.of(
            "http://www.w3.org/ns/oa#",
            "w3c-ns/oa.ttl",
            "http://www.w3.org/ns/prov#",
            "w3c-ns/prov-o.ttl",
            "http://purl.org/spar/cito/",
            "spar/cito/cito.ttl",
            "http://purl.org/spar/deo/",
            "spar/deo/deo.ttl",
            "http://purl.org/spar/doco/",
            "spar/doco/doco.ttl",
            "http://purl.org/spar/fabio/",
            "spar/fabio/fabio.ttl",
            PRISM,
            "spar/fabio/fabio.ttl");

    private static Model published = ModelFactory.createDefaultModel();

    @BeforeAll
    static void readThem() {
        if (!Files.isDirectory(PUBLISHED)) {
            Assumptions.abort("skipped: ../shared/corpora/vocabularies not there");
        }
        published = ModelFactory.createDefaultModel();
        new TreeSet<>(FILES.values())
                .forEach(file -> RDFParser.source(PUBLISHED.resolve(file)).parse(published));
    }

    /// Our stubs and targets of alignments, with what we say of them.
    private static List<Resource> stubs(Model ours) {
        return ours.listSubjectsWithProperty(RDF.type)
                .filterKeep(
                        term -> term.isURIResource() && FILES.keySet().stream().anyMatch(term.getURI()::startsWith))
                .toList();
    }

    private static Model everythingOurs() throws IOException {
        Model ours = OntologyFiles.parse(OntologyFiles.ontology());
        for (Path file : OntologyFiles.alignments()) {
            ours.add(OntologyFiles.parse(file));
        }
        return ours;
    }

    @Test
    void everyStubNamesATermOfItsVocabularyAsWhatItIs() throws IOException {
        List<Resource> stubs = stubs(everythingOurs());

        assertThat(stubs).hasSizeGreaterThan(35);
        assertThat(stubs.stream().flatMap(stub -> wrongWith(stub).stream())).isEmpty();
    }

    private static List<String> wrongWith(Resource stub) {
        var wrong = new ArrayList<String>();
        Resource original = published.getResource(stub.getURI());
        stub.listProperties(RDF.type).forEachRemaining(kind -> {
            if (!isOfKind(original, kind.getResource())) {
                wrong.add(stub + " is no " + kind.getResource().getLocalName() + " there");
            }
        });
        String label = words(stub.getProperty(RDFS.label).getString());
        List<String> labels = original.listProperties(RDFS.label)
                .filterKeep(s -> List.of("", "en").contains(s.getLanguage()))
                .mapWith(s -> words(s.getString()))
                .toList();
        if (!labels.contains(label)) {
            wrong.add(stub + " is called " + labels + " there, not «" + label + "»");
        }
        for (Property says : List.of(RDFS.subClassOf, RDFS.subPropertyOf, OWL2.disjointWith)) {
            stub.listProperties(says).forEachRemaining(s -> {
                if (!holds(stub, says, s.getResource())) {
                    wrong.add(stub + " " + says.getLocalName() + " " + s.getResource() + " is not said there");
                }
            });
        }
        if (stub.hasProperty(RDFS.isDefinedBy)) {
            String home = stub.getPropertyResourceValue(RDFS.isDefinedBy).getURI();
            boolean said = original.hasProperty(RDFS.isDefinedBy)
                    ? original.listProperties(RDFS.isDefinedBy)
                            .mapWith(s -> s.getResource().getURI())
                            .toList()
                            .contains(home)
                    : stub.getURI().startsWith(home);
            if (!said) {
                wrong.add(stub + " is not defined by " + home);
            }
        }
        return wrong;
    }

    /// Some vocabularies are written in RDF Schema, which tells properties with literal values from others only
    /// by their range.
    private static boolean isOfKind(Resource term, Resource kind) {
        boolean literal = term.listProperties(RDFS.range)
                .filterKeep(s -> s.getResource().equals(RDFS.Literal)
                        || XSD.getURI().equals(s.getResource().getNameSpace()))
                .hasNext();
        return term.hasProperty(RDF.type, kind)
                || (kind.equals(OWL2.Class) && term.hasProperty(RDF.type, RDFS.Class))
                || (kind.equals(OWL2.DatatypeProperty) && term.hasProperty(RDF.type, RDF.Property) && literal)
                || (kind.equals(OWL2.ObjectProperty) && term.hasProperty(RDF.type, RDF.Property) && !literal);
    }

    /// Labels are compared as words: one vocabulary writes hasBody where another writes "has body".
    private static String words(String label) {
        return label.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static boolean holds(Resource stub, Property says, Resource other) {
        String path = says.equals(OWL2.disjointWith) ? "<%s>|^<%s>".formatted(says, says) : "<" + says + ">+";
        try (QueryExec query = QueryExec.graph(published.getGraph())
                .query("ASK { <%s> (%s) <%s> }".formatted(stub.getURI(), path, other.getURI()))
                .build()) {
            return query.ask();
        }
    }

    /// In full, or as `NAME + "local"` after `NAME = "namespace"`.
    @Test
    void everyTermOfTheirsThatTheProgramNamesExists() throws IOException {
        var named = new TreeSet<String>();
        for (Path file : OntologyFiles.under(OntologyFiles.ROOT.resolve("src/main/java"), ".java")) {
            String java = Files.readString(file);
            for (String namespace : FILES.keySet()) {
                Pattern.compile("\"" + Pattern.quote(namespace) + "(\\w+)\"")
                        .matcher(java)
                        .results()
                        .forEach(found -> named.add(namespace + found.group(1)));
                Pattern.compile("(\\w+) = \"" + Pattern.quote(namespace) + "\"")
                        .matcher(java)
                        .results()
                        .flatMap(constant -> Pattern.compile("\\b" + constant.group(1) + " \\+ \"(\\w+)\"")
                                .matcher(java)
                                .results())
                        .forEach(found -> named.add(namespace + found.group(1)));
            }
        }

        assertThat(named).hasSizeGreaterThan(30);
        assertThat(named)
                .filteredOn(iri ->
                        !iri.startsWith(PRISM) && !published.getResource(iri).hasProperty(RDF.type))
                .isEmpty();
    }

    @Test
    void aWrongStubIsFound() {
        Model wrong = OntologyFiles.parse("""
                @prefix fabio: <http://purl.org/spar/fabio/> .
                @prefix oa: <http://www.w3.org/ns/oa#> .
                @prefix owl: <http://www.w3.org/2002/07/owl#> .
                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                oa:hasWords a owl:ObjectProperty ; rdfs:label "has words"@en .
                oa:exact a owl:ObjectProperty ; rdfs:label "exact"@en .
                oa:hasBody a owl:ObjectProperty ; rdfs:label "has target"@en .
                fabio:SystematicReview a owl:Class ; rdfs:label "systematic review"@en ; rdfs:subClassOf fabio:Expression .
                """);

        assertThat(stubs(wrong))
                .hasSize(4)
                .allSatisfy(stub -> assertThat(wrongWith(stub)).isNotEmpty());
    }
}
