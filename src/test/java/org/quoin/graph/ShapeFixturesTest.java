// Every shape passes what is right and is broken by what is wrong: one small file each.
package org.quoin.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quoin.model.Violation;

class ShapeFixturesTest {
    private static final Path FIXTURES =
            Path.of(System.getProperty("quoin.root", "."), "src", "test", "resources", "shapes");
    private static final String EXPECT = "# expect: ";
    private static final Vocabulary VOCABULARY = Vocabulary.load();

    /// Speak of the ontology as a whole and not of what is written: the door does not ask them.
    private static final Set<String> OF_THE_ONTOLOGY = Set.of("NamespaceShape", "TermShape");

    static Stream<Path> passing() throws IOException {
        return fixtures("pass");
    }

    static Stream<Path> failing() throws IOException {
        return fixtures("fail");
    }

    private static Stream<Path> fixtures(String folder) throws IOException {
        try (var files = Files.list(FIXTURES.resolve(folder))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatIsRightPasses(Path fixture) throws IOException {
        assertThat(byTheDoor(fixture)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("failing")
    void whatIsWrongBreaksTheShapesItNames(Path fixture) throws IOException {
        Set<String> expected = expected(fixture);
        expected.removeAll(OF_THE_ONTOLOGY);

        List<Violation> violations = byTheDoor(fixture);

        assertThat(violations).extracting(Violation::shape).as("%s", violations).hasSameElementsAs(expected);
        assertThat(violations)
                .as("what each says to a curator")
                .allSatisfy(violation -> assertThat(violation.message()).matches("(?s).{20,}"));
    }

    @ParameterizedTest
    @MethodSource({"passing", "failing"})
    void anotherProgramThatTakesOurShapesFindsTheSame(Path fixture) throws IOException {
        Set<String> expected = fixture.startsWith(FIXTURES.resolve("fail")) ? expected(fixture) : Set.of();
        Graph all = GraphFactory.createGraphMem();
        VOCABULARY.all().find().forEachRemaining(all::add);
        read(fixture).find().forEachRemaining(all::add);

        var report = ShaclValidator.get().validate(VOCABULARY.shapes(), all);

        assertThat(report.getEntries())
                .extracting(ShapeFixturesTest::shapeName)
                .as("%s", report.getEntries())
                .hasSameElementsAs(expected);
    }

    @Test
    void theOntologyAndItsSchemesKeepTheShapes() {
        assertThat(ShaclValidator.get()
                        .validate(VOCABULARY.shapes(), VOCABULARY.all())
                        .getEntries())
                .isEmpty();
    }

    @Test
    void everyShapeThatHasATargetHasAFixtureThatBreaksIt() throws IOException {
        var broken = new TreeSet<String>();
        for (Path fixture : failing().toList()) {
            broken.addAll(expected(fixture));
        }
        Shapes shapes = VOCABULARY.shapes();

        assertThat(broken)
                .containsAll(Stream.of(shapes.getTargetShapes())
                        .flatMap(java.util.Collection::stream)
                        .map(shape -> localName(shape.getShapeNode()))
                        .collect(Collectors.toSet()));
    }

    private static List<Violation> byTheDoor(Path fixture) throws IOException {
        return new ShapeCheck(new Iris(Iris.DEFAULT_BASE), VOCABULARY)
                .check(read(fixture), GraphFactory.createGraphMem(), false).stream()
                        .map(CheckResult::violation)
                        .toList();
    }

    private static Graph read(Path fixture) throws IOException {
        Graph graph = GraphFactory.createGraphMem();
        RDFParser.fromString(Files.readString(fixture), Lang.TURTLE).parse(graph);
        return graph;
    }

    private static Set<String> expected(Path fixture) throws IOException {
        String first = Files.readAllLines(fixture).getFirst();
        assertThat(first).as("first line of %s", fixture).startsWith(EXPECT);
        return new TreeSet<>(Arrays.asList(first.substring(EXPECT.length()).split(" ", -1)));
    }

    private static String shapeName(ReportEntry entry) {
        return localName(entry.source());
    }

    private static String localName(Node shape) {
        return shape.getURI().replaceFirst(".*#", "").replaceFirst("-.*", "");
    }
}
