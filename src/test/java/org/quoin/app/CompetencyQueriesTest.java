// The competency questions, asked of the shipped studies and of a small base written for them.
package org.quoin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quoin.graph.Vocabulary;
import org.quoin.sparql.ResultFormat;

@ExtendWith(ShippedBase.class)
class CompetencyQueriesTest {
    private static final Path EXPECTED = Homes.ROOT.resolve("src/test/resources/queries");
    private static final Vocabulary VOCABULARY = Vocabulary.load();
    /// What a base makes of the hierarchies of classes and properties, said in SPARQL.
    private static final String HIERARCHIES = """
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            INSERT { ?x ?above ?y } WHERE { ?property rdfs:subPropertyOf+ ?above . ?x ?property ?y } ;
            INSERT { ?x a ?above } WHERE { ?x a/rdfs:subClassOf+ ?above . FILTER(isIRI(?above)) }
            """;

    private static final Graph FIXTURE = fixture();

    /// In the shipped data every study describes its sample, and no reviewer has decided anything: these have
    /// no answer there.
    private static final Set<String> WITHOUT_AN_ANSWER = Set.of("cq-16", "cq-22", "cq-23");

    static Stream<String> all() {
        return VOCABULARY.queries().keySet().stream();
    }

    @Test
    void thereAreTwentyFiveAndTheProgramKnowsThemAll() throws IOException {
        try (var files = Files.list(Homes.ROOT.resolve("ontology/queries"))) {
            assertThat(all())
                    .hasSize(25)
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString().replace(".rq", ""))
                                    .collect(Collectors.toSet()));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachSaysWhatItAsks(String name) {
        List<String> lines = query(name).lines().toList();

        assertThat(lines.get(0)).matches("# Title: \\S.*");
        assertThat(lines.get(1)).matches("# Question: \\S.*\\?");
    }

    /// Worked out from the evidence files, the texts and the schemes by `src/bench/expected_answers.py`, which
    /// shares no code with Quoin.
    @ParameterizedTest
    @MethodSource("all")
    void theShippedStudiesAnswerWhatTheirFilesSay(String name, Quoin quoin) throws IOException {
        var out = new ByteArrayOutputStream();
        quoin.sparql().prepare(query(name)).write(ResultFormat.CSV, out);

        List<String> expected = Files.readAllLines(EXPECTED.resolve("shipped/" + name + ".csv"));
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).containsExactlyElementsOf(expected);
        assertThat(expected.size() == 1).as("no rows").isEqualTo(WITHOUT_AN_ANSWER.contains(name.substring(0, 5)));
    }

    /// Worked out by hand: each file says in its first lines why it has these rows and no others. IRIs stand
    /// without what all have in common.
    @ParameterizedTest
    @MethodSource("all")
    void theWrittenBaseAnswersWhatAReaderOfItWould(String name) throws IOException {
        List<String> lines = Files.readAllLines(EXPECTED.resolve("fixture/" + name + ".csv"));
        List<String> expected =
                lines.stream().filter(line -> !line.startsWith("# ")).toList();

        assertThat(expected).as("a header and at least one row").hasSizeGreaterThan(1);
        assertThat(lines.getFirst()).as("the reason").startsWith("# ");
        assertThat(answer(FIXTURE, name)
                        .lines()
                        .map(row -> row.replace("https://w3id.org/quoin/id/", "")
                                .replace("https://w3id.org/quoin/scheme/", "")))
                .containsExactlyElementsOf(expected);
    }

    private static String query(String name) {
        return Objects.requireNonNull(VOCABULARY.queries().get(name));
    }

    private static String answer(Graph graph, String name) {
        var out = new ByteArrayOutputStream();
        RowSetWriter csv = RowSetWriterRegistry.getFactory(ResultSetLang.RS_CSV).create(ResultSetLang.RS_CSV);
        try (QueryExec exec = QueryExec.graph(graph).query(query(name)).build()) {
            csv.write(out, exec.select(), new Context());
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /// With the ontology and its schemes, as in a base. The base itself does not hold syntheses yet.
    private static Graph fixture() {
        Graph all = GraphFactory.createGraphMem();
        RDFParser.source(EXPECTED.resolve("fixture/base.ttl")).parse(all);
        Stream.concat(
                        Stream.of(VOCABULARY.ontologyIri()),
                        VOCABULARY.schemes().keySet().stream().map(Vocabulary::schemeIri))
                .forEach(iri -> VOCABULARY.graph(iri).orElseThrow().find().forEachRemaining(all::add));
        UpdateExec.dataset(DatasetGraphFactory.wrap(all)).update(HIERARCHIES).execute();
        return all;
    }
}
