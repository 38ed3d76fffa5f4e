// The SHACL validation report: genuine by the standard's own rules, and as telling as what people are told.
package org.quoin.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quoin.model.PaperId;
import org.quoin.model.Violation;

class ValidationReportTest {
    private static final Vocabulary VOCABULARY = Vocabulary.load();
    private static final Iris IRIS = new Iris(Iris.DEFAULT_BASE);
    private static final PaperId ALPHA = new PaperId("alpha");
    private static final Path FIXTURES =
            Path.of(System.getProperty("quoin.root", "."), "src", "test", "resources", "shapes");

    static Stream<Path> failing() throws IOException {
        try (var files = Files.list(FIXTURES.resolve("fail"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("failing")
    void everyViolationIsAResultAsTheStandardAsks(Path fixture) throws IOException {
        ValidationReport report = report(read(fixture));
        // What the ontology alone can break is not asked of a paper.
        Graph graph = report.toGraph();

        Node node = only(graph.find(Node.ANY, RDF.type.asNode(), SHACL.ValidationReport)
                .mapWith(Triple::getSubject)
                .toList());
        List<Node> results = objects(graph, node, SHACL.result);
        assertThat(objects(graph, node, SHACL.conforms))
                .singleElement()
                .satisfies(value ->
                        assertThat(value.getLiteralLexicalForm()).isEqualTo(Boolean.toString(results.isEmpty())));
        assertThat(results).hasSameSizeAs(report.violations()).doesNotHaveDuplicates();
        for (Node result : results) {
            assertThat(graph.contains(result, RDF.type.asNode(), SHACL.ValidationResult))
                    .isTrue();
            assertThat(objects(graph, result, SHACL.focusNode)).hasSize(1);
            assertThat(objects(graph, result, SHACL.resultSeverity)).containsExactly(SHACL.Violation);
            assertThat(objects(graph, result, SHACL.sourceConstraintComponent))
                    .singleElement()
                    .satisfies(component -> assertThat(component.isURI()).isTrue());
            assertThat(objects(graph, result, SHACL.resultMessage)).isNotEmpty().allMatch(Node::isLiteral);
            for (Node property : List.of(SHACL.resultPath, SHACL.value, SHACL.sourceShape)) {
                assertThat(objects(graph, result, property)).hasSizeLessThanOrEqualTo(1);
            }
            assertThat(objects(graph, result, SHACL.sourceShape))
                    .allMatch(shape -> VOCABULARY.shapes().getGraph().contains(shape, Node.ANY, Node.ANY));
        }
    }

    @Test
    void thereAreFixturesThatShapesFindAndThatCodeFinds() throws IOException {
        var components = new ArrayList<String>();
        for (Path fixture : failing().toList()) {
            report(read(fixture))
                    .toGraph()
                    .find(Node.ANY, SHACL.sourceConstraintComponent, Node.ANY)
                    .forEachRemaining(t -> components.add(t.getObject().getURI()));
        }
        assertThat(components)
                .contains(
                        SHACL.ClassConstraintComponent.getURI(),
                        SHACL.SPARQLConstraintComponent.getURI(),
                        CheckResult.COMPONENT + "SliceShape");
    }

    @Test
    void whatIsRightConforms() throws IOException {
        ValidationReport report = report(read(FIXTURES.resolve("pass/minimal.ttl")));

        assertThat(report.conforms()).as("%s", report.violations()).isTrue();
        assertThat(objects(report.toGraph(), Node.ANY, SHACL.conforms))
                .extracting(Node::getLiteralLexicalForm)
                .containsExactly("true");
    }

    @Test
    void aPathOfSeveralStepsIsWrittenAndReadAgain() throws IOException {
        Graph report = report(read(FIXTURES.resolve("fail/illustration-author-voice.ttl")))
                .toGraph();

        var again = org.apache.jena.shacl.ValidationReport.fromGraph(report);

        assertThat(again.getEntries()).anySatisfy(entry -> {
            assertThat(entry.resultPath()).asString().contains("illustratedBy").contains("voice");
            assertThat(entry.value()).isEqualTo(NodeFactory.createURI("https://w3id.org/quoin/scheme/voice/author"));
        });
    }

    @Test
    void theTurtleIsTheGraph() throws IOException {
        ValidationReport report = report(read(FIXTURES.resolve("fail/slice-utf16-offset.ttl")));
        var out = new ByteArrayOutputStream();
        report.writeTurtle(out);

        Graph read = GraphFactory.createGraphMem();
        RDFParser.fromString(out.toString(StandardCharsets.UTF_8), Lang.TURTLE).parse(read);

        assertThat(read.isIsomorphicWith(report.toGraph())).isTrue();
    }

    @Test
    void whatChecksOutsideOfTheGraphFoundStandsInTheSameReport() throws IOException {
        Node item = IRIS.item(new org.quoin.model.ItemId("alpha/one"));
        var lost = new Violation("alpha/one", "IndexCheck", "it is in the graph but not in the index", null);

        ValidationReport report =
                report(read(FIXTURES.resolve("pass/minimal.ttl"))).and(List.of(lost), violation -> item);

        assertThat(report.violations()).containsExactly(lost);
        assertThat(objects(report.toGraph(), Node.ANY, SHACL.focusNode)).containsExactly(item);
    }

    /// These shapes have a message of their own, which says less than that of the constraint that was broken.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            facet-unknown-value      | FacetShape | does not belong to the scheme of any facet of this statement
            paper-fictional-disagrees | PaperShape | disagree about being fictional
            """)
    void theMessageOfTheBrokenConstraintComesThrough(String fixture, String shape, String words) throws IOException {
        assertThat(report(read(FIXTURES.resolve("fail/" + fixture + ".ttl"))).violations())
                .filteredOn(violation -> violation.shape().equals(shape))
                .isNotEmpty()
                .allSatisfy(violation -> {
                    assertThat(violation.message()).contains(words).doesNotContain("{?");
                    assertThat(violation.message()).contains(String.valueOf(violation.offending()));
                });
    }

    private static ValidationReport report(Graph graph) {
        var results = new ArrayList<CheckResult>(QuoteCheck.check(IRIS, VOCABULARY, ALPHA, graph));
        results.addAll(new ShapeCheck(IRIS, VOCABULARY).check(graph, GraphFactory.createGraphMem(), true));
        return new ValidationReport(VOCABULARY, results);
    }

    private static Graph read(Path fixture) throws IOException {
        Graph graph = GraphFactory.createGraphMem();
        RDFParser.fromString(Files.readString(fixture), Lang.TURTLE).parse(graph);
        return graph;
    }

    private static List<Node> objects(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }

    private static Node only(List<Node> nodes) {
        assertThat(nodes).hasSize(1);
        return nodes.getFirst();
    }
}
