// Tests of the SPARQL protocol, with plain HTTP and with Jena's own client.
package org.quoin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.sparql.exec.http.QueryExecutionHTTP;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(RunningServer.Shared.class)
class SparqlProtocolTest {
    private static final String QUERY_TYPE = "application/sparql-query";
    private static final String UPDATE_TYPE = "application/sparql-update";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String SEED_ITEMS = """
            PREFIX oa: <http://www.w3.org/ns/oa#>
            PREFIX quoin: <https://w3id.org/quoin/ns#>
            SELECT ?item ?start ?end ?exact WHERE {
              ?item quoin:reportedIn <https://w3id.org/quoin/id/study/integrated-care-rural-uk> ;
                    quoin:evidencedBy ?quotation .
              ?quotation oa:hasSelector [ oa:exact ?exact ], [ oa:start ?start ; oa:end ?end ] .
            } ORDER BY ?start ?end
            """;
    private static final String ALL = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }";

    private final RunningServer server;

    SparqlProtocolTest(RunningServer server) {
        this.server = server;
    }

    @Test
    void jenasClientGetsTheItemsOfTheSeedWithTheirOffsets() throws IOException {
        String text =
                Files.readString(Path.of(System.getProperty("quoin.root"), "data", RunningServer.SEED, "text.txt"));
        List<String> found = new ArrayList<>();
        try (QueryExecutionHTTP execution = QueryExecutionHTTP.service(server.url("/sparql"), SEED_ITEMS)) {
            execution
                    .execSelect()
                    .forEachRemaining(row -> found.add(row.getResource("item").getURI() + " "
                            + slice(text, row).equals(row.getLiteral("exact").getString())));
        }
        assertThat(found).hasSize(26).doesNotHaveDuplicates().allMatch(line -> line.endsWith(" true"));
    }

    private static String slice(String text, QuerySolution row) {
        return text.substring(
                text.offsetByCodePoints(0, row.getLiteral("start").getInt()),
                text.offsetByCodePoints(0, row.getLiteral("end").getInt()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            */*                                                 | application/sparql-results+json
            application/json                                    | application/sparql-results+json
            application/sparql-results+xml                      | application/sparql-results+xml
            text/csv                                            | text/csv
            text/tab-separated-values;q=0.9, text/csv;q=0.1     | text/tab-separated-values
            text/turtle, */*;q=0.1                              | application/sparql-results+json
            application/sparql-results+json;q=0, text/csv;q=0.5 | text/csv
            image/png                                           | -
            text/turtle                                         | -
            """)
    void aTableComesAsAccepted(String accept, @Nullable String type) {
        expectType("SELECT ?x { VALUES ?x { 1 } }", accept, type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            */*                      | text/turtle
            application/ld+json      | application/ld+json
            application/n-triples    | application/n-triples
            application/rdf+xml      | application/rdf+xml
            application/json         | application/ld+json
            text/csv                 | -
            """)
    void aGraphComesAsAccepted(String accept, @Nullable String type) {
        expectType("CONSTRUCT { ?s a ?t } WHERE { ?s a ?t } LIMIT 3", accept, type);
    }

    private void expectType(String query, String accept, @Nullable String type) {
        HttpResponse<String> answer = server.get("/sparql?query=" + Urls.encode(query), accept);
        assertThat(answer.headers().firstValue("Vary"))
                .hasValueSatisfying(vary -> assertThat(vary).contains("Accept"));
        if (type == null) {
            assertThat(answer.statusCode()).isEqualTo(406);
            assertThat(detail(answer)).contains("this answer comes as");
        } else {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(actual -> assertThat(actual).startsWith(type));
        }
    }

    @Test
    void aQueryIsTakenInThreeWays() {
        String ask = "ASK {}";
        List<HttpResponse<String>> answers = List.of(
                server.get("/sparql?query=" + Urls.encode(ask), "*/*"),
                server.post("/sparql", QUERY_TYPE, ask),
                server.post("/sparql", FORM, "query=" + Urls.encode(ask)),
                server.get("/sparql?format=json&query=" + Urls.encode(ask), "text/html"));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("true");
        });
    }

    @Test
    void withoutAQueryTheServiceDescribesItself() {
        HttpResponse<String> answer = server.get("/sparql", "text/turtle");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("UnionDefaultGraph");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT * { ?s                                                  | 400 | does not parse
            SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }        | 403 | SERVICE
            SELECT (<java:java.lang.System.exit>(1) AS ?x) {}              | 403 | java:
            """)
    void badQueriesBecomeProblems(String query, int status, String words) {
        HttpResponse<String> answer = server.post("/sparql", QUERY_TYPE, query);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(detail(answer)).contains(words);
    }

    @Test
    void otherMistakesAreNamed() {
        assertThat(detail(server.get("/sparql?query=ASK%7B%7D&default-graph-uri=urn:x", "*/*")))
                .contains("default-graph-uri is not supported");
        assertThat(server.post("/sparql", "text/plain", "ASK {}").statusCode()).isEqualTo(415);
        assertThat(server.post("/sparql", FORM, "x=y").statusCode()).isEqualTo(400);
        assertThat(server.get("/sparql?update=CLEAR%20ALL", "*/*").statusCode()).isEqualTo(400);
    }

    @Test
    void aLongAnswerIsStreamed() {
        HttpResponse<String> answer = server.post("/sparql", QUERY_TYPE, ALL, "Accept", "application/n-triples");
        assertThat(answer.body().length()).isGreaterThan(200_000);
        assertThat(answer.body()).endsWith(" .\n");
        assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
    }

    @Test
    void aSearchIsAnsweredAndItsErrorsAreProblems() {
        String search = "SELECT ?rank { (?item ?score ?rank) <https://w3id.org/quoin/ns#search> (\"trust\" %s) }";
        assertThat(server.post("/sparql", QUERY_TYPE, search.formatted("\"kind:enabler\" 2"))
                        .body())
                .contains("\"value\": \"1\"", "\"value\": \"2\"");
        HttpResponse<String> refused = server.post("/sparql", QUERY_TYPE, search.formatted("\"kind:hope\" 2"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(detail(refused)).contains("there is no kind «hope»");
        assertThat(detail(server.post("/sparql", QUERY_TYPE, search.formatted(""))))
                .contains("needs a limit");
    }

    @Test
    void everyExampleOfThePageThatSearchesFindsSomething() throws IOException {
        try (var files = Files.list(Path.of(
                System.getProperty("quoin.root"), "src", "main", "resources", "org", "quoin", "web", "queries"))) {
            for (Path file : files.toList()) {
                assertThat(server.post("/sparql?format=csv", QUERY_TYPE, Files.readString(file))
                                .body()
                                .lines())
                        .as(file.toString())
                        .hasSizeGreaterThan(2);
            }
        }
    }

    @Test
    void updatesNeedTheToken() {
        String update = "DELETE WHERE { GRAPH ?g { ?s ?p ?o } }";
        assertThat(detail(server.post("/sparql", UPDATE_TYPE, update))).contains("read-only");
        for (String header : List.of("Bearer wrong", "Bearer ", "Basic " + RunningServer.TOKEN, RunningServer.TOKEN)) {
            HttpResponse<String> answer = server.post("/sparql", UPDATE_TYPE, update, "Authorization", header);
            assertThat(answer.statusCode()).as(header).isEqualTo(403);
        }
        assertThat(server.post("/sparql", FORM, "update=" + Urls.encode(update)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void withTheTokenAnUpdateChangesTheBaseOrIsRefusedWithReasons(@TempDir Path home) {
        try (var own = new RunningServer(home)) {
            String graph = "<https://w3id.org/quoin/id/graph/paper/integrated-care-rural-uk>";
            String[] token = {"Authorization", "Bearer " + RunningServer.TOKEN};

            HttpResponse<String> refused = own.post(
                    "/sparql",
                    UPDATE_TYPE,
                    "PREFIX oa: <http://www.w3.org/ns/oa#> WITH " + graph
                            + " DELETE { ?s oa:start ?at } INSERT { ?s oa:start ?wrong }"
                            + " WHERE { ?s oa:start ?at FILTER(?at = 1456)"
                            + " BIND(STRDT('1455', DATATYPE(?at)) AS ?wrong) }",
                    token);
            assertThat(refused.statusCode()).isEqualTo(422);
            JsonNode problem = JsonMapper.shared().readTree(refused.body());
            assertThat(problem.at("/violations/0/shape").asString()).isNotBlank();

            HttpResponse<String> done = own.post(
                    "/sparql",
                    UPDATE_TYPE,
                    "PREFIX quoin: <https://w3id.org/quoin/ns#> INSERT DATA { GRAPH " + graph + " { <" + anItem(own)
                            + "> quoin:statement \"<script>alert(1)</script>\" } }",
                    token);
            assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
            assertThat(JsonMapper.shared().readTree(done.body()).get("added").asLong())
                    .isEqualTo(1);

            // What came in as data is shown and not run.
            assertThat(own.page("/papers/" + RunningServer.SEED).body())
                    .contains("&lt;script")
                    .doesNotContain("<script>alert(1)");
            assertThat(own.page("/search?q=alert").body())
                    .contains("&lt;script")
                    .doesNotContain("<script>alert(1)");
        }
    }

    private static String anItem(RunningServer server) {
        return server.json("/api/search?q=clear+shared+vision&study=" + RunningServer.SEED)
                .at("/hits/0/item/iri")
                .asString();
    }

    @Test
    void anAnswerThatBreaksOffIsNotTakenForTheWhole(@TempDir Path home) {
        // A base that gives out 3000 triples at most, which is more than is held back.
        assertThatThrownBy(() -> {
                    try (var own = new RunningServer(home, 3000)) {
                        own.post("/sparql", QUERY_TYPE, ALL, "Accept", "application/n-triples");
                    }
                })
                .hasRootCauseInstanceOf(IOException.class);
    }

    private static String detail(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body()).get("detail").asString();
    }
}
