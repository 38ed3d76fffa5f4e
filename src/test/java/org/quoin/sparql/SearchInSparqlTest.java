// Search as an operator of SPARQL: what it finds, in which order, where it may stand, and how it says what is
// wrong.
package org.quoin.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quoin.app.Homes;
import org.quoin.app.Quoin;
import org.quoin.graph.Commit;
import org.quoin.model.ConceptRef;
import org.quoin.model.Kind;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.search.SearchFilter;
import org.quoin.search.SearchHit;
import org.quoin.search.SearchRequest;
import org.quoin.search.SearchRequest.Mode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchInSparqlTest {
    private static final String PREFIXES = """
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX oa: <http://www.w3.org/ns/oa#>
            PREFIX quoin: <https://w3id.org/quoin/ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX text: <http://jena.apache.org/text#>
            """;
    private static final PaperId PAPER = new PaperId("health-hubs-rural-ireland");
    private static final String GRAPH = "<https://w3id.org/quoin/id/graph/paper/health-hubs-rural-ireland>";
    private static final SearchFilter BARRIERS =
            new SearchFilter(Set.of(new Kind("barrier")), Set.of(), Set.of(), Set.of(), Set.of(), null);

    private @SuppressWarnings("NullAway.Init") Quoin quoin;

    @BeforeAll
    void load(@TempDir Path home) throws IOException {
        quoin = Homes.filled(home);
    }

    @AfterAll
    void close() {
        quoin.close();
    }

    private List<String> rows(String query) {
        var out = new ByteArrayOutputStream();
        quoin.sparql().prepare(PREFIXES + query).write(ResultFormat.CSV, out);
        return out.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
    }

    private ProblemException refused(String query) {
        return catchThrowableOfType(ProblemException.class, () -> rows(query));
    }

    private List<SearchHit> hits(String words, SearchFilter filter, int limit) {
        return quoin.search(new SearchRequest(words, filter, Mode.HYBRID, 0, limit))
                .hits();
    }

    private List<String> items(String words, SearchFilter filter, int limit) {
        return hits(words, filter, limit).stream()
                .map(hit -> quoin.iris().item(hit.document().id()).getURI())
                .toList();
    }

    @Test
    void givesWhatSearchGivesInItsOrder() {
        List<String> rows = rows("""
                SELECT ?item ?rank ?total WHERE {
                  (?item ?score ?rank ?snippet ?total) quoin:search ("trust between services" 5)
                }""");
        long total = quoin.search(SearchRequest.of("trust between services", 1)).total();
        List<String> items = items("trust between services", SearchFilter.NONE, 5);
        assertThat(total).isGreaterThan(5);
        assertThat(rows)
                .containsExactly(
                        items.get(0) + ",1," + total,
                        items.get(1) + ",2," + total,
                        items.get(2) + ",3," + total,
                        items.get(3) + ",4," + total,
                        items.get(4) + ",5," + total);
    }

    @Test
    void theScoreIsTheHitsAndTheSnippetItsQuote() {
        SearchHit best = hits("trust between services", SearchFilter.NONE, 1).getFirst();
        assertThat(rows("""
                SELECT ?score (STR(?snippet) = "%s" AS ?same) { (?i ?score ?r ?snippet) quoin:search ("trust between services" 1) }""".formatted(best.document().quotations().getFirst().exact())))
                .containsExactly(best.score() + ",true");
    }

    @Test
    void oneVariableNeedsNoList() {
        assertThat(rows("SELECT ?item { ?item quoin:search (\"trust\" 3) }"))
                .isEqualTo(items("trust", SearchFilter.NONE, 3));
    }

    @Test
    void narrowsByFilters() {
        var rural = new SearchFilter(
                Set.of(new Kind("barrier"), new Kind("enabler")),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(new ConceptRef("setting", "rural")),
                null);
        assertThat(items("staff time", rural, 20)).hasSizeGreaterThan(1);
        assertThat(rows("""
                SELECT ?item { ?item quoin:search ("staff time" "kind:barrier" "kind:enabler" "setting:rural" 20) }""")).isEqualTo(items("staff time", rural, 20));
    }

    @Test
    void keepsTheOrderThroughAJoinWithTheGraph() {
        String query = """
                SELECT ?item WHERE {
                  ?item quoin:reportedIn ?study .
                  ?item quoin:evidencedBy/oa:hasSelector/oa:exact ?quote .
                  (?item ?score ?rank) quoin:search ("what hinders sharing records" "kind:barrier" 10) .
                } %s""";
        List<String> items = items("what hinders sharing records", BARRIERS, 10);
        assertThat(rows(query.formatted(""))).containsExactlyElementsOf(items);
        assertThat(rows(query.formatted("ORDER BY DESC(?rank)"))).containsExactlyElementsOf(items.reversed());
    }

    @Test
    void stopsAtMoreThanAPageOfHits() {
        assertThat(rows("SELECT ?item { ?item quoin:search (\"\" 1000) }"))
                .hasSize((int) quoin.health().items())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A question with everything that other search syntaxes choke on.
                "AC/DC (foo",
                "\\\"open quote",
                "a:b AND OR NOT *? ~ ^ [ {",
                ""
            })
    void noWordsAreASyntaxError(String words) {
        rows("SELECT ?item { ?item quoin:search (\"" + words + "\" 3) }");
        rows("SELECT ?item { ?item text:query (\"" + words + "\" 3) }");
    }

    @Test
    void whatIsBoundAlreadyChangesNothingOfWhatIsFound() {
        List<String> items = items("trust", SearchFilter.NONE, 10);
        String third = "<" + items.get(2) + ">";
        assertThat(rows("SELECT ?rank { VALUES ?item { " + third
                        + " } (?item ?score ?rank) quoin:search (\"trust\" 10) }"))
                .containsExactly("3");
        assertThat(rows("SELECT ?rank { (" + third + " ?score ?rank) quoin:search (\"trust\" 10) }"))
                .containsExactly("3");
        assertThat(rows("SELECT ?rank { (" + third + " ?score ?rank) quoin:search (\"trust\" 2) }"))
                .isEmpty();
        assertThat(rows("SELECT ?item { (?item ?score 2) quoin:search (\"trust\" 10) }"))
                .containsExactly(items.get(1));
    }

    @Test
    void searchesOnceForEachValueOfAVariable() {
        for (String query : List.of(
                "VALUES ?q { \"trust\" \"funding\" } (?item ?s ?rank) quoin:search (?q 2)",
                "(?item ?s ?rank) quoin:search (?q 2) VALUES ?q { \"trust\" \"funding\" }",
                "GRAPH ?g { (?item ?s ?rank) quoin:search (?q 2) } VALUES ?q { \"trust\" \"funding\" }",
                "BIND(\"trust\" AS ?q) (?item ?s ?rank) quoin:search (?q 2)")) {
            assertThat(rows("SELECT ?item { " + query + " FILTER(?q = \"trust\") }"))
                    .as(query)
                    .containsExactlyInAnyOrderElementsOf(items("trust", SearchFilter.NONE, 2));
        }
    }

    @Test
    void askConstructSubqueryOptionalUnionAndExists() {
        List<String> trust = items("trust", SearchFilter.NONE, 3);
        assertThat(rows("SELECT ?item { { SELECT ?item { (?item ?s ?rank) quoin:search (\"trust\" 3) } LIMIT 2 } }"))
                .containsExactlyElementsOf(trust.subList(0, 2));
        assertThat(rows("SELECT ?item ?rank { VALUES ?item { <" + trust.getFirst() + "> <urn:x-example:none> }"
                        + " OPTIONAL { (?item ?s ?rank) quoin:search (\"trust\" 3) } }"))
                .containsExactly(trust.getFirst() + ",1", "urn:x-example:none,");
        assertThat(
                        rows(
                                "SELECT ?item { { ?item quoin:search (\"trust\" 3) } UNION { ?item quoin:search (\"trust\" 2) } }"))
                .hasSize(5);
        assertThat(
                        rows(
                                "SELECT ?item { ?item a quoin:Barrier FILTER EXISTS { ?item quoin:search (\"trust\" \"kind:barrier\" 3) } }"))
                .containsExactlyInAnyOrderElementsOf(items("trust", BARRIERS, 3));
        var out = new ByteArrayOutputStream();
        quoin.sparql()
                .prepare(PREFIXES + "ASK { ?item quoin:search (\"xyzzyx\" 3) }")
                .write(ResultFormat.CSV, out);
        quoin.sparql()
                .prepare(PREFIXES + "CONSTRUCT { ?item rdfs:seeAlso ?snippet } {"
                        + " (?item ?s ?r ?snippet) quoin:search (\"trust\" 3) }")
                .write(ResultFormat.NTRIPLES, out);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("false").contains(trust);
    }

    @Test
    void withinAGraphOnlyItsItems() {
        List<String> inside = items("services", SearchFilter.NONE.in(Set.of(PAPER)), 3);
        assertThat(inside).hasSizeGreaterThan(1);
        assertThat(rows("SELECT ?item { GRAPH " + GRAPH + " { ?item quoin:search (\"services\" 3) } }"))
                .isEqualTo(inside);
        assertThat(rows("SELECT ?item FROM " + GRAPH + " { ?item quoin:search (\"services\" 3) }"))
                .isEqualTo(inside);
        assertThat(rows("SELECT ?item FROM NAMED " + GRAPH + " { GRAPH ?g { ?item quoin:search (\"services\" 3) } }"))
                .isEqualTo(inside);
        assertThat(rows("SELECT ?item FROM NAMED " + GRAPH + " { ?item quoin:search (\"services\" 3) }"))
                .isEmpty();
        assertThat(rows("SELECT ?item { GRAPH <urn:x-example:none> { ?item quoin:search (\"services\" 3) } }"))
                .isEmpty();
    }

    @Test
    void aVariableGraphIsTheItems() {
        List<String> expected = hits("services", SearchFilter.NONE, 8).stream()
                .map(hit -> quoin.iris().item(hit.document().id()) + ","
                        + quoin.iris().graph(hit.document().paper()))
                .toList();
        for (String pattern : List.of(
                "GRAPH ?g { ?item quoin:search (\"services\" 8) }",
                "GRAPH ?g { ?item quoin:reportedIn ?study . (?item ?score ?rank) quoin:search (\"services\" 8) }",
                "GRAPH ?g { ?item quoin:reportedIn ?study } GRAPH ?g { (?item ?score) quoin:search (\"services\" 8) }")) {
            assertThat(rows("SELECT ?item ?g { " + pattern + " }"))
                    .as(pattern)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ?item quoin:search "trust"                       | needs a limit
            ?item quoin:search ("trust")                     | needs a limit
            ?item quoin:search ("trust" 0)                   | between 1 and 10000
            ?item quoin:search ("trust" 10001)               | between 1 and 10000
            ?item quoin:search (5)                           | begins with the words
            ?item quoin:search ("trust" 5 6)                 | no place for
            ?item quoin:search ("trust" "rural" 5)           | no place for
            ?item quoin:search ("trust" "knd:barrier" 5)     | not narrowed by «knd»; it is by
            ?item quoin:search ("trust" "kind:hope" 5)       | there is no kind «hope»; the kinds are
            ?item quoin:search ("trust" "setting:lunar" 5)   | there is no concept «setting/lunar»
            ?item quoin:search ("trust" "study:none" 5)      | there is no study «none»
            ?item quoin:search ("trust" "mode:magic" 5)      | there is no mode «magic»; the modes are
            ?item quoin:search (?words 5)                    | ?words in quoin:search has no value
            () quoin:search ("trust" 5)                      | ?item must be there
            (?a ?b ?c ?d ?e ?f) quoin:search ("trust" 5)     | ?item must be there
            ?s text:query (rdfs:label "trust")               | it finds those of
            ?s text:query ("trust" "highlight:x:y")          | no highlight option «x»
            ?s text:query (5)                                | no place for
            """)
    void saysWhatIsWrong(String pattern, String message) {
        ProblemException refused = refused("SELECT * { " + pattern + " }");
        assertThat(refused).as(pattern).isNotNull().hasMessageContaining(message);
        assertThat(refused.problem()).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void searchesForTooManyThingsAreRefused() {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i <= 1_000; i++) {
            values.append("\"trust ").append(i).append("\" ");
        }
        ProblemException refused = refused("SELECT * { VALUES ?q { " + values + " } ?item quoin:search (?q 1) }");
        assertThat(refused).hasMessageContaining("more than 1000 different things");
        assertThat(refused.problem()).isInstanceOf(Problem.LimitReached.class);
    }

    @Test
    void textQueryFindsAllThatHasAWord() {
        List<SearchHit> hits = quoin.search(new SearchRequest("trust", SearchFilter.NONE, Mode.BM25, 0, 200))
                .hits();
        List<String> items = hits.stream()
                .map(hit -> quoin.iris().item(hit.document().id()).getURI())
                .toList();
        assertThat(items).hasSizeGreaterThan(3);
        assertThat(rows("SELECT ?s { ?s text:query \"trust\" }")).isEqualTo(items);
        assertThat(rows("SELECT ?s { (?s ?score) text:query (\"trust\" 2) }")).isEqualTo(items.subList(0, 2));
        assertThat(rows("SELECT ?s { (?s ?score) text:query (\"trust\" -1) }")).isEqualTo(items);
    }

    @Test
    void textQueryByAPropertyFindsWhatHasIt() {
        assertThat(rows("""
                SELECT DISTINCT ?same { (?s ?score ?literal ?g ?p) text:query (oa:exact "trust")
                  GRAPH ?g { ?s ?p ?literal } BIND(?p = oa:exact && CONTAINS(LCASE(?literal), "trust") AS ?same) }""")).containsExactly("true");
        assertThat(rows("SELECT ?s { ?s text:query (oa:exact \"trust\") }"))
                .containsExactlyInAnyOrderElementsOf(
                        rows("SELECT ?s { ?s oa:exact ?t FILTER(REGEX(?t, \"\\\\btrust(ed|ing|s)?\\\\b\", \"i\")) }"));
        assertThat(rows("SELECT ?s { ?s text:query (dcterms:title \"rural\") }"))
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s).startsWith("https://w3id.org/quoin/id/paper/"))
                .doesNotHaveDuplicates();
        assertThat(rows("SELECT ?s { ?s text:query (quoin:statement oa:exact \"trust\" 4) }"))
                .hasSize(4);
    }

    @Test
    void textQueryKnowsLanguagesAndHighlights() {
        assertThat(
                        rows(
                                "SELECT DISTINCT (LANG(?t) AS ?l) { (?s ?c ?t) text:query (quoin:statement \"staff\" \"lang:en\") }"))
                .containsExactly("en");
        assertThat(rows("SELECT ?t { (?s ?c ?t) text:query (quoin:statement \"staff\" \"lang:none\") }"))
                .isEmpty();
        assertThat(rows("SELECT ?t { (?s ?c ?t) text:query (oa:exact \"trust\" 1 \"highlight:s:<b> | e:</b>\") }")
                        .getFirst())
                .containsIgnoringCase("<b>trust");
        assertThat(rows("SELECT ?t { (?s ?c ?t) text:query (oa:exact \"trust\" 1 \"highlight:\") }")
                        .getFirst())
                .containsIgnoringCase("↦trust");
    }

    @Test
    void anUpdateChangesWhatItsSearchFinds(@TempDir Path home) throws IOException {
        try (Quoin own = Homes.filled(home)) {
            for (String where : List.of(
                    "GRAPH " + GRAPH + " { (?item ?score ?rank) quoin:search (\"services\" \"kind:suggestion\" 1) }",
                    "GRAPH ?g { (?item ?score ?rank) quoin:search (\"services\" \"kind:suggestion\" 1) }"
                            + " FILTER(?g = " + GRAPH + ")",
                    "(?item ?score ?rank) quoin:search (\"services\" \"kind:suggestion\" 1)")) {
                String rationale = "Found " + where.length() + " first.";
                Commit commit = own.sparql()
                        .update(PREFIXES + "DELETE { GRAPH " + GRAPH
                                + " { ?item quoin:rationale ?old } } INSERT { GRAPH "
                                + GRAPH + " { ?item quoin:rationale \"" + rationale + "\"@en } } WHERE { " + where
                                + " OPTIONAL { ?item quoin:rationale ?old } }");
                assertThat(commit.papers()).as(where).containsExactly(PAPER);
            }
            assertThat(own.differences()).isEmpty();
        }
    }

    @Test
    void aWriteCannotBeASearch() {
        assertThat(catchThrowableOfType(
                        ProblemException.class,
                        () -> quoin.sparql()
                                .update(PREFIXES + "INSERT DATA { GRAPH " + GRAPH
                                        + " { <urn:x-example:a> quoin:search \"x\" } }")))
                .hasMessageContaining("belongs into the WHERE");
        assertThat(catchThrowableOfType(
                        ProblemException.class,
                        () -> quoin.sparql()
                                .update(PREFIXES + "CLEAR GRAPH " + GRAPH + " ; DELETE { GRAPH ?g { ?s ?p ?o } }"
                                        + " WHERE { ?s quoin:search (\"trust\" 5) . GRAPH ?g { ?s ?p ?o } }")))
                .hasMessageContaining("only the first operation");
    }
}
