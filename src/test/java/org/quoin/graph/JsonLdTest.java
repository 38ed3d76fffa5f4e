// JSON-LD in Quoin's context and back: the same graph, short names, nothing fetched.
package org.quoin.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLdTest {
    private static final Vocabulary VOCABULARY = Vocabulary.load();
    private static final String ID = "https://w3id.org/quoin/id/";
    private static final Path FIXTURES =
            Path.of(System.getProperty("quoin.root", "."), "src", "test", "resources", "shapes", "pass");

    static Stream<Path> fixtures() throws IOException {
        try (var files = Files.list(FIXTURES)) {
            return files.sorted().toList().stream();
        }
    }

    /// Every class and property that the ontology declares, its own and those it reuses, in every form that the
    /// range allows: nothing can be forgotten when a term is added.
    @Test
    void everyTermOfTheOntologyMakesTheRoundTrip() {
        Graph rich = everything();
        assertThat(rich.size()).isGreaterThan(150);

        assertThat(read(write(rich)).isIsomorphicWith(rich)).isTrue();
    }

    @Test
    void everyTermOfQuoinHasAShortNameInTheContext() {
        JsonNode document = JsonMapper.shared().readTree(write(everything()));
        var keys = new TreeSet<String>();
        var types = new TreeSet<String>();
        for (JsonNode node : document.get("graph")) {
            keys.addAll(node.propertyNames());
            JsonNode type = node.path("type");
            (type.isArray() ? type.valueStream() : Stream.of(type)).forEach(t -> types.add(t.asString("")));
        }
        Set<String> terms = new TreeSet<>();
        terms(OWL.Class.asNode()).forEach(cls -> terms.add(local(cls)));
        assertThat(types).containsAll(terms);
        terms.clear();
        Stream.of(OWL.ObjectProperty, OWL.DatatypeProperty)
                .flatMap(type -> terms(type.asNode()).stream())
                .forEach(property -> terms.add(local(property)));
        assertThat(keys).containsAll(terms);
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void aFixtureMakesTheRoundTrip(Path fixture) throws IOException {
        Graph graph = GraphFactory.createGraphMem();
        RDFParser.fromString(Files.readString(fixture), Lang.TURTLE).parse(graph);

        assertThat(read(write(graph)).isIsomorphicWith(graph)).isTrue();
    }

    /// Blank nodes and lists, which papers have seldom.
    @Test
    void theOntologyItselfMakesTheRoundTrip() {
        for (Graph graph : VOCABULARY.graphs().values()) {
            assertThat(read(write(graph)).isIsomorphicWith(graph)).isTrue();
        }
    }

    @Test
    void valuesOfASchemeAreWrittenByTheirKey() {
        JsonNode quotation = JsonMapper.shared()
                .readTree(write(AlphaPaper.graph()))
                .get("graph")
                .valueStream()
                .filter(node -> node.get("id").asString().endsWith("quotation/managers"))
                .findFirst()
                .orElseThrow();
        assertThat(quotation.get("type").asString()).isEqualTo("Quotation");
        assertThat(quotation.get("voice").asString()).isEqualTo("participant");
        assertThat(quotation.get("source").asString()).isEqualTo(ID + "paper/alpha/text/1");
    }

    @Test
    void severalGraphsAreOneDocument() {
        Graph both = GraphFactory.createGraphMem();
        AlphaPaper.graph().find().forEachRemaining(both::add);
        AlphaPaper.named("beta").find().forEachRemaining(both::add);
        var out = new ByteArrayOutputStream();

        JsonLd.write(List.of(AlphaPaper.graph(), AlphaPaper.named("beta"), GraphFactory.createGraphMem()), out);

        assertThat(read(out.toString(StandardCharsets.UTF_8)).isIsomorphicWith(both))
                .isTrue();
    }

    @Test
    void theSameGraphGivesTheSameText() {
        Graph backwards = GraphFactory.createGraphMem();
        AlphaPaper.graph().find().toList().reversed().forEach(backwards::add);

        assertThat(write(backwards)).isEqualTo(write(AlphaPaper.graph()));
    }

    @Test
    void anEmptyGraphIsADocumentTooAndASingleSubjectStandsInTheArray() {
        assertThat(read(write(GraphFactory.createGraphMem())).isEmpty()).isTrue();
        Graph one = GraphFactory.createGraphMem();
        one.add(node("study/alpha"), RDF.type.asNode(), Terms.Study);
        assertThat(JsonMapper.shared().readTree(write(one)).get("graph").size()).isEqualTo(1);
        assertThat(read(write(one)).isIsomorphicWith(one)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://w3id.org/quoin/context", "https://w3id.org/quoin/context.jsonld"})
    void theOwnContextIsReadFromTheProgram(String context) {
        Graph graph = read("""
                {"@context": "%s", "id": "%sstudy/alpha", "type": "Study"}
                """.formatted(context, ID));

        assertThat(graph.contains(node("study/alpha"), RDF.type.asNode(), Terms.Study))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://schema.org/", "http://www.w3.org/ns/anno.jsonld", "https://w3id.org/quoin/ns"})
    void anyOtherRemoteContextIsRefusedByName(String context) {
        assertThatThrownBy(() -> read("""
                {"@context": ["https://w3id.org/quoin/context", "%s"], "id": "%sstudy/alpha", "type": "Study"}
                """.formatted(context, ID)))
                .isInstanceOf(RiotException.class)
                .hasMessageContaining(context)
                .hasMessageContaining("Quoin fetches nothing")
                .hasMessageContaining(JsonLd.CONTEXT_IRI);
    }

    /// One instance of every class, and one use of every property for each form of value that its range allows.
    private static Graph everything() {
        Graph graph = GraphFactory.createGraphMem();
        List<Node> subjects = new ArrayList<>();
        for (Node cls : declared(OWL.Class.asNode())) {
            Node subject = node("thing/" + local(cls));
            subjects.add(subject);
            graph.add(subject, RDF.type.asNode(), cls);
        }
        Node subject = subjects.getFirst();
        for (Node property : declared(OWL.ObjectProperty.asNode())) {
            graph.add(subject, property, subjects.get(1));
            graph.add(subject, property, subjects.get(2));
            graph.add(subjects.get(1), property, subject);
            VOCABULARY.schemes().values().stream()
                    .filter(scheme -> !scheme.concepts().isEmpty())
                    .forEach(scheme -> graph.add(
                            subjects.get(2),
                            property,
                            Vocabulary.conceptNode(scheme.concepts().getFirst().ref())));
        }
        for (Node property : declared(OWL.DatatypeProperty.asNode())) {
            values(property).forEach(value -> graph.add(subject, property, value));
            graph.add(subjects.get(1), property, values(property).getFirst());
        }
        for (Node property : declared(OWL.AnnotationProperty.asNode())) {
            words().forEach(value -> graph.add(subject, property, value));
            graph.add(subjects.get(1), property, NodeFactory.createLiteralLang("one", "en"));
            graph.add(subjects.get(2), property, subject);
        }
        words().forEach(value -> graph.add(subject, RDFS.label.asNode(), value));
        return graph;
    }

    private static List<Node> values(Node property) {
        List<Node> ranges = VOCABULARY
                .all()
                .find(property, RDFS.range.asNode(), Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
        if (ranges.contains(type(XSDDatatype.XSDboolean))) {
            return List.of(typed("true", XSDDatatype.XSDboolean), typed("0", XSDDatatype.XSDboolean));
        }
        for (XSDDatatype number : List.of(XSDDatatype.XSDnonNegativeInteger, XSDDatatype.XSDpositiveInteger)) {
            if (ranges.contains(type(number))) {
                return List.of(typed("12", number), typed("012", number), typed("12", XSDDatatype.XSDinteger));
            }
        }
        return words();
    }

    private static Node type(XSDDatatype datatype) {
        return NodeFactory.createURI(datatype.getURI());
    }

    private static Node typed(String lexical, XSDDatatype datatype) {
        return NodeFactory.createLiteralDT(lexical, datatype);
    }

    /// Plain, in languages, beyond the BMP, with what JSON and JSON-LD would take for something else.
    private static List<Node> words() {
        return List.of(
                NodeFactory.createLiteralString("plain"),
                NodeFactory.createLiteralString("author"),
                NodeFactory.createLiteralString("https://w3id.org/quoin/scheme/voice/author"),
                NodeFactory.createLiteralString(""),
                NodeFactory.createLiteralString("brick 🧱, \"quoted\"\n\\ and \t tab"),
                NodeFactory.createLiteralLang("words", "en"),
                NodeFactory.createLiteralLang("more words", "en"),
                NodeFactory.createLiteralLang("Wörter", "de-AT"),
                typed("2026-03-01T09:00:00Z", XSDDatatype.XSDdateTime),
                typed("2026", XSDDatatype.XSDgYear),
                typed("1.50", XSDDatatype.XSDdecimal));
    }

    /// What the ontology declares to be of a type, reused terms among them.
    private static List<Node> declared(Node type) {
        return VOCABULARY
                .graph(VOCABULARY.ontologyIri())
                .orElseThrow()
                .find(Node.ANY, RDF.type.asNode(), type)
                .mapWith(Triple::getSubject)
                .filterKeep(Node::isURI)
                .toList()
                .stream()
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
    }

    private static List<Node> terms(Node type) {
        return declared(type).stream()
                .filter(term -> term.getURI().startsWith(Terms.QUOIN))
                .toList();
    }

    private static String local(Node term) {
        return term.getURI().replaceFirst(".*[#/]", "");
    }

    private static Node node(String path) {
        return NodeFactory.createURI(ID + path);
    }

    private static String write(Graph graph) {
        var out = new ByteArrayOutputStream();
        JsonLd.write(List.of(graph), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Graph read(String document) {
        Graph graph = GraphFactory.createGraphMem();
        RDFParser.fromString(document, Lang.JSONLD11)
                .set(LangJSONLD11.JSONLD_OPTIONS, JsonLd.offline())
                .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                .parse(graph);
        return graph;
    }
}
