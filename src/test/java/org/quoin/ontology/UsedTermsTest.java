// No name of a term is used anywhere that the ontology does not declare, and the JSON-LD context names them all.
package org.quoin.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class UsedTermsTest {
    private static final String[] TEXTS = {
        ".ttl", ".rq", ".jsonld", ".md", ".java", ".jte", ".js", ".json", ".yaml", ".csv", ".py", ".sh", ".html"
    };

    /// Wrong on purpose: what the write door, the shapes and these tests must find.
    private static final Map<String, Set<String>> WRONG_ON_PURPOSE = Map.of(
            "src/test/java/org/quoin/graph/RefusalTest.java", Set.of("strength", "Hope"),
            "src/test/java/org/quoin/sparql/SparqlServiceTest.java", Set.of("hope"),
            "src/test/resources/shapes/fail/namespace-class.ttl", Set.of("Facilitator"),
            "src/test/resources/shapes/fail/namespace-property.ttl", Set.of("onLevel"),
            "src/test/resources/shapes/fail/term-undocumented.ttl", Set.of("Muddle"));

    private static final Map<String, Set<String>> CONCEPTS_WRONG_ON_PURPOSE = Map.ofEntries(
            Map.entry("src/test/java/org/quoin/graph/RefusalTest.java", Set.of("factor/telepathy")),
            Map.entry("src/test/resources/shapes/fail/absence-unknown-kind.ttl", Set.of("absence/mislaid")),
            Map.entry("src/test/resources/shapes/fail/comparison-unknown-relation.ttl", Set.of("relation/rhymes-with")),
            Map.entry(
                    "src/test/resources/shapes/fail/credibility-unknown-rating.ttl",
                    Set.of("jbi-credibility/splendid")),
            Map.entry("src/test/resources/shapes/fail/decision-unknown-verdict.ttl", Set.of("verdict/applaud")),
            Map.entry("src/test/resources/shapes/fail/determinant-unknown-factor.ttl", Set.of("factor/luck")),
            Map.entry("src/test/resources/shapes/fail/determinant-unknown-level.ttl", Set.of("level/galactic")),
            Map.entry("src/test/resources/shapes/fail/facet-unknown-facet.ttl", Set.of("facet/weather")),
            Map.entry("src/test/resources/shapes/fail/facet-unknown-value.ttl", Set.of("setting/lunar")),
            Map.entry(
                    "src/test/resources/shapes/fail/judgement-unknown-rating.ttl", Set.of("cerqual-concern/dreadful")),
            Map.entry("src/test/resources/shapes/fail/quotation-unknown-voice.ttl", Set.of("voice/editor")));

    /// Small ontologies of their own stand in these tests.
    private static final String OF_THE_GATES = "src/test/java/org/quoin/ontology/";

    private static List<Path> texts() throws IOException {
        var files = new ArrayList<Path>();
        for (String folder : List.of("ontology", "data", "docs", "src")) {
            files.addAll(OntologyFiles.under(OntologyFiles.ROOT.resolve(folder), TEXTS));
        }
        files.add(OntologyFiles.ROOT.resolve("README.md"));
        files.add(OntologyFiles.ROOT.resolve("CONTRIBUTING.md"));
        // What an earlier version declared may be gone from this one.
        files.removeIf(file -> file.startsWith(OntologyFiles.FOLDER.resolve("releases")));
        return files;
    }

    private static String name(Path file) {
        return OntologyFiles.ROOT.relativize(file).toString().replace('\\', '/');
    }

    @Test
    void everyTermThatIsNamedIsDeclared() throws IOException {
        Set<String> declared = declaredTerms();
        var undeclared = new TreeMap<String, Set<String>>();
        int read = 0;
        for (Path file : texts()) {
            String name = name(file);
            if (!name.startsWith(OF_THE_GATES)) {
                Set<String> used = UsedTerms.terms(Files.readString(file, StandardCharsets.UTF_8));
                read += used.size();
                used.removeAll(declared);
                if (!used.isEmpty()) {
                    undeclared.put(name, used);
                }
            }
        }

        assertThat(undeclared).isEqualTo(WRONG_ON_PURPOSE);
        assertThat(read).as("names read in all").isGreaterThan(1000);
    }

    @Test
    void everyConceptThatIsNamedIsInItsScheme() throws IOException {
        Set<String> declared = OntologyFiles.merged()
                .listSubjectsWithProperty(RDF.type, SKOS.Concept)
                .mapWith(concept -> concept.getURI().replace(OntologyFiles.BASE + "scheme/", ""))
                .toSet();
        var undeclared = new TreeMap<String, Set<String>>();
        for (Path file : texts()) {
            Set<String> used = UsedTerms.concepts(Files.readString(file, StandardCharsets.UTF_8));
            used.removeAll(declared);
            if (!used.isEmpty() && !name(file).startsWith(OF_THE_GATES)) {
                undeclared.put(name(file), used);
            }
        }

        assertThat(undeclared).isEqualTo(CONCEPTS_WRONG_ON_PURPOSE);
    }

    @Test
    void aNameIsFoundInEveryFormInWhichItIsWritten() {
        assertThat(UsedTerms.terms("""
                ?x a quoin:InSparql . "quoin:InJson" : 1 ; <https://w3id.org/quoin/ns#InAnIri>
                quoin("inJava"), Terms.QUOIN + "alsoInJava", `quoin:inMarkdown`
                urn:x-quoin:internal quoin: said what is wrong, quoin: 1
                """))
                .containsExactly("InAnIri", "InJson", "InSparql", "alsoInJava", "inJava", "inMarkdown");
        assertThat(UsedTerms.concepts("""
                <https://w3id.org/quoin/scheme/level/team> https://w3id.org/quoin/scheme/country/GB
                <https://w3id.org/quoin/scheme/level> <https://w3id.org/quoin/scheme/level/> https://w3id.org/quoin/scheme/level/0.1.0
                """)).containsExactly("country/GB", "level/team");
    }

    @Test
    void theContextHasAShortNameForEveryTermAndNoneThatMeansNothing() throws IOException {
        Map<String, JsonNode> context = context();
        var named = new TreeSet<String>();
        context.values().forEach(definition -> {
            String iri = iri(definition);
            if (iri.startsWith("quoin:")) {
                named.add(iri.substring("quoin:".length()));
            }
        });

        assertThat(named).isEqualTo(new TreeSet<>(declaredTerms()));
    }

    /// A link written as a string, or a number as text, would not come back as the same graph.
    @Test
    void theContextGivesEveryPropertyTheKindOfValueThatTheOntologyDoes() throws IOException {
        Model ontology = OntologyFiles.parse(OntologyFiles.ontology());
        int looked = 0;
        for (JsonNode definition : context().values()) {
            if (iri(definition).startsWith("quoin:") && definition.isObject()) {
                Resource property = ontology.createResource(
                        OntologyFiles.NAMESPACE + iri(definition).substring("quoin:".length()));
                String type = definition.path("@type").asString("");
                looked++;
                if (property.hasProperty(RDF.type, OWL2.ObjectProperty)) {
                    assertThat(type).as("%s is a link", property).isIn("@id", "@vocab");
                } else if (property.hasProperty(RDF.type, OWL2.DatatypeProperty)) {
                    String range = property.getPropertyResourceValue(RDFS.range).getURI();
                    assertThat(type.replace("xsd:", "http://www.w3.org/2001/XMLSchema#"))
                            .as("%s", property)
                            .isEqualTo(range.endsWith("#string") || range.endsWith("#PlainLiteral") ? "" : range);
                }
            }
        }
        assertThat(looked).isGreaterThan(30);
    }

    private static String iri(JsonNode definition) {
        return definition.isObject()
                ? definition.path("@id").asString("")
                : definition.isString() ? definition.stringValue() : "";
    }

    private static Map<String, JsonNode> context() throws IOException {
        JsonNode context = JsonMapper.shared()
                .readTree(Files.readString(OntologyFiles.FOLDER.resolve("context.jsonld")))
                .required("@context");
        var definitions = new TreeMap<String, JsonNode>();
        context.properties().forEach(entry -> {
            // The prefix of the namespace is no short name of a term.
            if (!entry.getKey().equals("quoin")) {
                definitions.put(entry.getKey(), entry.getValue());
            }
        });
        return definitions;
    }

    private static Set<String> declaredTerms() throws IOException {
        Model ontology = OntologyFiles.parse(OntologyFiles.ontology());
        var names = new TreeSet<String>();
        for (Resource kind : List.of(OWL2.Class, OWL2.ObjectProperty, OWL2.DatatypeProperty, OWL2.AnnotationProperty)) {
            ontology.listSubjectsWithProperty(RDF.type, kind)
                    .filterKeep(term -> term.isURIResource() && term.getURI().startsWith(OntologyFiles.NAMESPACE))
                    .forEachRemaining(term -> names.add(term.getURI().substring(OntologyFiles.NAMESPACE.length())));
        }
        return names;
    }
}
