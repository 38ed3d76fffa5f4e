// Every example in the documents and in the ontology itself is one: it parses, and what is shown as valid is
// valid.
package org.quoin.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quoin.app.Homes;
import org.quoin.app.ImportReport;
import org.quoin.app.Progress;
import org.quoin.app.Quoin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ExamplesTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```");

    /// Commands and their answers: the tour in the README runs as a test of its own.
    private static final String COMMANDS = "console";

    record Example(String where, String language, String text) {
        @Override
        public String toString() {
            return where + ": " + language;
        }
    }

    static Stream<Example> examples() throws IOException {
        var files = new ArrayList<Path>(
                List.of(OntologyFiles.ROOT.resolve("README.md"), OntologyFiles.ROOT.resolve("CONTRIBUTING.md")));
        for (String folder : List.of("docs", "data", "ontology")) {
            files.addAll(OntologyFiles.under(OntologyFiles.ROOT.resolve(folder), ".md"));
        }
        var found = new ArrayList<Example>();
        for (Path file : files) {
            for (MatchResult block :
                    BLOCK.matcher(Files.readString(file)).results().toList()) {
                found.add(new Example(OntologyFiles.ROOT.relativize(file).toString(), block.group(1), block.group(2)));
            }
        }
        return found.stream().filter(example -> !example.language().equals(COMMANDS));
    }

    @Test
    void thereAreSome() throws IOException {
        assertThat(examples().map(Example::language)).contains("turtle", "yaml", "json");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itIsValid(Example example, @TempDir Path folder) throws IOException {
        switch (example.language()) {
            case "turtle" -> assertThat(violations(example.text())).isEmpty();
            case "sparql" ->
                assertThat(QueryFactory.create(example.text()).isUnknownType()).isFalse();
            case "json" ->
                assertThat(JsonMapper.shared().readTree(example.text()).isContainer())
                        .isTrue();
            case "yaml" -> isImported(example.text(), folder);
            // Nothing to hold these against.
            case "bash", "sh", "text", "java", "mermaid", "apache", "csv" ->
                assertThat(example.text()).isNotBlank();
            default -> throw new AssertionError("say how an example in " + example.language() + " is held to be one");
        }
    }

    /// The example names only quotes; a text is made up in which they stand as it says.
    private static void isImported(String evidence, Path folder) throws IOException {
        var text = new StringBuilder();
        JsonNode form = new YAMLMapper().readTree(evidence);
        quotes(form.required("evidence"))
                .forEach(quote -> text.append(quote.path("before").asString(""))
                        .append(' ')
                        .append(quote.required("quote").stringValue())
                        .append(' ')
                        .append(quote.path("after").asString(""))
                        .append(".\n"));
        Path study = Files.createDirectories(folder.resolve("study"));
        Files.writeString(study.resolve(form.required("text").stringValue()), text);
        Files.writeString(study.resolve("evidence.yaml"), evidence);
        try (Quoin quoin = Homes.empty(folder.resolve("home"))) {
            assertThat(quoin.importFiles(List.of(study), Progress.NONE).lines())
                    .singleElement()
                    .isInstanceOf(ImportReport.Line.Imported.class);
            assertThat(quoin.validate(Progress.NONE)).isEmpty();
        }
    }

    private static Stream<JsonNode> quotes(JsonNode node) {
        Stream<JsonNode> below = node.values().stream().flatMap(ExamplesTest::quotes);
        return node.path("quote").isString() ? Stream.concat(Stream.of(node), below) : below;
    }

    @Test
    void anExampleThatBreaksAShapeIsFound() throws IOException {
        Example turtle = examples()
                .filter(e -> e.language().equals("turtle"))
                .findFirst()
                .orElseThrow();

        assertThat(violations(turtle.text().replaceFirst("oa:start \\d+", "oa:start 7")))
                .isNotEmpty();
    }

    /// The examples of the terms: those in Turtle use the term that they are an example of.
    @Test
    void theExamplesOfTheTermsParseAndShowTheTerm() throws IOException {
        Model ontology = OntologyFiles.parse(OntologyFiles.ontology());
        String prefixes = "@prefix quoin: <" + OntologyFiles.NAMESPACE + "> .\n";
        int turtle = 0;
        for (var statement :
                ontology.listStatements(null, SKOS.example, (String) null, "en").toList()) {
            Resource term = statement.getSubject();
            String example = statement.getString();
            if (example.contains("> quoin:")) {
                Model shown = OntologyFiles.parse(prefixes + example);
                assertThat(shown.listStatements().toList())
                        .as("%s", example)
                        .isNotEmpty()
                        .allSatisfy(s -> assertThat(s.getPredicate()).isEqualTo(term));
                turtle++;
            }
        }
        assertThat(turtle).isGreaterThan(20);
    }

    private static List<String> violations(String turtle) throws IOException {
        Model all = OntologyFiles.merged().add(OntologyFiles.parse(turtle));
        Shapes shapes = Shapes.parse(
                OntologyFiles.parse(OntologyFiles.shapes().getFirst()).getGraph());
        return ShaclValidator.get().validate(shapes, all.getGraph()).getEntries().stream()
                .map(entry -> entry.focusNode() + ": " + entry.message())
                .toList();
    }
}
