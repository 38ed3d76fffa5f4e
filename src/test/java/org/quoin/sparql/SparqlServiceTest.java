// SPARQL queries and updates: answers in every form, and everything that could do harm refused.
package org.quoin.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quoin.app.Homes;
import org.quoin.app.Progress;
import org.quoin.app.Quoin;
import org.quoin.app.Settings;
import org.quoin.model.ItemId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.Span;
import org.quoin.model.Violation;
import org.quoin.search.SearchRequest;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SparqlServiceTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final long MAX_ROWS = 2_000;

    private static final String PREFIXES = """
            PREFIX oa: <http://www.w3.org/ns/oa#>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX quoin: <https://w3id.org/quoin/ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            """;

    private static final String SEED_ITEMS = PREFIXES + """
            SELECT ?start ?end ?quote WHERE {
              ?item quoin:reportedIn <study/integrated-care-rural-uk> ; quoin:evidencedBy ?quotation .
              ?quotation oa:hasSelector [ oa:exact ?quote ] , [ oa:start ?start ; oa:end ?end ] .
            } ORDER BY ?start
            """;

    private Quoin quoin;

    @BeforeAll
    void load(@TempDir Path home) throws IOException {
        Settings usual = Homes.settings(home);
        quoin = Quoin.open(new Settings(
                usual.home(), usual.shippedData(), usual.base(), usual.holder(), false, TIMEOUT, MAX_ROWS, false));
        quoin.loadShippedDataIfNew(true, Progress.NONE);
    }

    @AfterAll
    void close() {
        quoin.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON", "XML", "TSV"})
    void aTableIsAnsweredInEachFormThatKeepsTypes(ResultFormat format) {
        RowSet rows = RowSetReaderRegistry.getFactory(lang(format))
                .create(lang(format))
                .read(new ByteArrayInputStream(answer(SEED_ITEMS, format)), new Context());

        var first = rows.next();
        assertThat(first.get("start").getLiteralValue()).isEqualTo(584);
        assertThat(first.get("quote").getLiteralLexicalForm())
                .isEqualTo("A qualitative study utilising in-depth semi-structured interviews");
        int count = 1;
        while (rows.hasNext()) {
            rows.next();
            count++;
        }
        assertThat(count).isEqualTo(26);
    }

    private static Lang lang(ResultFormat format) {
        return switch (format) {
            case JSON -> ResultSetLang.RS_JSON;
            case XML -> ResultSetLang.RS_XML;
            default -> ResultSetLang.RS_TSV;
        };
    }

    @Test
    void whatFollowsByTheHierarchiesIsAnsweredWithoutBeingSpeltOut() {
        assertThat(text(PREFIXES + "SELECT (COUNT(?i) AS ?n) { ?i a quoin:Determinant }", ResultFormat.CSV))
                .isEqualTo(text(
                        PREFIXES + "SELECT (COUNT(?i) AS ?n) { VALUES ?t { quoin:Enabler quoin:Barrier } ?i a ?t }",
                        ResultFormat.CSV))
                .doesNotContain("n\r\n0");
        assertThat(text(
                        PREFIXES + "ASK { ?i quoin:illustratedBy ?q FILTER NOT EXISTS { ?i quoin:evidencedBy ?q } }",
                        ResultFormat.CSV))
                .contains("false");
    }

    @Test
    void whatFollowsCannotBeDeletedByItself() {
        quoin.sparql()
                .update(
                        PREFIXES
                                + "DELETE { GRAPH ?g { ?i a quoin:Determinant } } WHERE { GRAPH ?g { ?i a quoin:Determinant } }");

        assertThat(text(PREFIXES + "ASK { ?i a quoin:Determinant }", ResultFormat.CSV))
                .contains("true");
    }

    @Test
    void aTableIsAnsweredAsCsvAndForTheEye() {
        assertThat(text(SEED_ITEMS, ResultFormat.CSV).lines().toList())
                .hasSize(27)
                .startsWith(
                        "start,end,quote", "584,649,A qualitative study utilising in-depth semi-structured interviews")
                .contains("1456,1477,a clear shared vision");
        assertThat(text(SEED_ITEMS, ResultFormat.TABLE)).contains("| start").contains("\"a clear shared vision\"");
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON", "XML", "CSV", "TSV", "TABLE"})
    void aTruthValueIsAnsweredInEachForm(ResultFormat format) {
        String yes = text(PREFIXES + "ASK { ?i a quoin:Enabler }", format);
        String no = text(PREFIXES + "ASK { ?i a <urn:x-test:nothing> }", format);

        assertThat(yes.toLowerCase(java.util.Locale.ROOT)).containsAnyOf("true", "yes");
        assertThat(no.toLowerCase(java.util.Locale.ROOT)).containsAnyOf("false", "no");
        assertThat(yes).isNotEqualTo(no);
    }

    @ParameterizedTest
    @EnumSource(names = {"TURTLE", "JSONLD", "NTRIPLES", "RDFXML"})
    void aGraphIsAnsweredInEachForm(ResultFormat format) {
        String construct = PREFIXES + "CONSTRUCT { ?i rdfs:comment ?q } WHERE { ?i a quoin:Enabler ;"
                + " quoin:reportedIn <study/integrated-care-rural-uk> ; quoin:evidencedBy/oa:hasSelector/oa:exact ?q }";
        String describe = "DESCRIBE <study/integrated-care-rural-uk>";

        assertThat(parsed(construct, format).size()).isEqualTo(5);
        assertThat(parsed(describe, format).size())
                .as("it is a study, and by that an activity")
                .isEqualTo(2);
    }

    private Graph parsed(String query, ResultFormat format) {
        Graph graph = GraphFactory.createGraphMem();
        Lang lang = switch (format) {
            case TURTLE -> Lang.TURTLE;
            case JSONLD -> Lang.JSONLD11;
            case NTRIPLES -> Lang.NTRIPLES;
            default -> Lang.RDFXML;
        };
        RDFParser.fromString(text(query, format), lang).parse(graph);
        return graph;
    }

    @Test
    void aFormThatDoesNotFitTheAnswerIsRefused() {
        assertThat(problem(() -> text("SELECT * { ?s ?p 1 }", ResultFormat.TURTLE)))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(problem(() -> text("DESCRIBE <x>", ResultFormat.CSV))).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void theDefaultGraphIsTheUnionOfThePapersAndTheOntology() {
        assertThat(count("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"))
                .isEqualTo(count("SELECT (COUNT(*) AS ?n) { { SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } } }"))
                .isGreaterThan(3_000);
        assertThat(ask("ASK { <study/integrated-care-rural-uk> ?p ?o . quoin:Enabler rdfs:label ?l }"))
                .isTrue();
        assertThat(count("SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?p quoin:reportsStudy ?s } }"))
                .isEqualTo(7);
    }

    @Test
    void theBookkeepingIsNotSeen() {
        assertThat(ask("ASK { <urn:x-quoin:base> ?p ?o }")).isFalse();
        assertThat(ask("ASK { ?s <urn:x-quoin:sequence> ?o }")).isFalse();
        assertThat(ask("ASK { GRAPH ?g { ?s <urn:x-quoin:changedAt> ?o } }")).isFalse();
        assertThat(text("DESCRIBE <urn:x-quoin:base>", ResultFormat.NTRIPLES)).isEmpty();
        assertThat(text("DESCRIBE <graph/paper/integrated-care-rural-uk>", ResultFormat.NTRIPLES))
                .isEmpty();
    }

    @Test
    void theBookkeepingIsNotSeenUnderTheNameThatTdbGivesItsDefaultGraph() {
        for (String query : List.of(
                "ASK { GRAPH <urn:x-arq:DefaultGraph> { <urn:x-quoin:base> ?p ?o } }",
                "ASK { ?s ?p ?o FILTER EXISTS { GRAPH <urn:x-arq:DefaultGraphNode> { <urn:x-quoin:base> ?q ?r } } }",
                "ASK FROM <urn:x-arq:DefaultGraph> { <urn:x-quoin:base> ?p ?o }")) {
            assertThat(problem(() -> quoin.sparql().prepare(query))).as(query).isInstanceOf(Problem.Forbidden.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <http://localhost:9/sparql> { ?s ?p ?o } }",
                "SELECT * { SERVICE SILENT <http://localhost:9/sparql> { ?s ?p ?o } }",
                "SELECT * { ?s ?p ?o . { SELECT ?s { SERVICE <http://localhost:9/sparql> { ?s ?p ?o } } } }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <http://localhost:9/sparql> { ?s ?p ?o } } }",
                "SELECT * { ?s ?p ?o FILTER NOT EXISTS { SERVICE SILENT <http://localhost:9/sparql> { ?s ?p ?o } } }",
                "SELECT * { ?s ?p ?o MINUS { SERVICE <http://localhost:9/sparql> { ?s ?p ?o } } }",
                "SELECT * { ?s ?p ?o OPTIONAL { SERVICE <http://localhost:9/sparql> { ?s ?p ?o } } }",
                "SELECT * { { ?s ?p ?o } UNION { SERVICE <http://localhost:9/sparql> { ?s ?p ?o } } }",
                "SELECT * { GRAPH ?g { SERVICE <http://localhost:9/sparql> { ?s ?p ?o } } }",
                "SELECT * { BIND(<http://localhost:9/sparql> AS ?where) SERVICE ?where { ?s ?p ?o } }",
                "SELECT * { BIND(EXISTS { SERVICE <http://localhost:9/sparql> { ?s ?p ?o } } AS ?x) }",
                "SELECT (EXISTS { SERVICE <http://localhost:9/sparql> { ?s ?p ?o } } AS ?x) { }",
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } HAVING(EXISTS { SERVICE <http://localhost:9/> { ?s ?p ?o } })",
                "SELECT * { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <http://localhost:9/sparql> { ?s ?p ?o } })",
                "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <http://localhost:9/sparql> { ?s ?p ?o } }",
                "ASK { SERVICE <http://localhost:9/sparql> { ?s ?p ?o } }",
                "DESCRIBE ?s { SERVICE <http://localhost:9/sparql> { ?s ?p ?o } }",
                "SELECT * { ?s ?p ?o FILTER(<java:java.lang.Runtime>(?o)) }",
                "SELECT * { ?s ?p ?o BIND(<java:java.lang.Runtime>(?o) AS ?x) }",
                "SELECT * { ?s ?p ?o BIND(IF(true, <java:java.lang.Runtime>(?o), 1) AS ?x) }",
                "SELECT (<java:java.lang.Runtime>(?o) AS ?x) { ?s ?p ?o }",
                "SELECT (SUM(<java:java.lang.Runtime>(?o)) AS ?x) { ?s ?p ?o }",
                "SELECT ?s { ?s ?p ?o } GROUP BY (<java:java.lang.Runtime>(?s) AS ?s)",
                "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING(<java:java.lang.Runtime>(?s))",
                "SELECT * { ?s ?p ?o } ORDER BY <java:java.lang.Runtime>(?o)",
                "SELECT * { ?s <java:java.lang.Runtime> ?o }",
                "SELECT * { ?s <java:java.lang.Runtime> (1 2) }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { ?s <java:java.lang.Runtime> ?o } }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { ?s ?p ?o FILTER(<java:java.lang.Runtime>(?o)) } }",
                "SELECT * { { SELECT (<java:java.lang.Runtime>(?o) AS ?x) { ?s ?p ?o } } }",
                "SELECT * { ?s ?p ?o OPTIONAL { ?s ?q ?o FILTER(<java:java.lang.Runtime>(?o)) } }",
                "SELECT * { ?s ?p ?o FILTER(?o IN (1, <java:java.lang.Runtime>(?o))) }",
                "SELECT * { ?s ?p ?o FILTER(COALESCE(<java:java.lang.Runtime>(?o), 1)) }",
                "CONSTRUCT { ?s ?p ?x } WHERE { ?s ?p ?o BIND(<java:java.lang.Runtime>(?o) AS ?x) }",
                "SELECT (COUNT(EXISTS { SERVICE <http://localhost:9/sparql> { ?s ?p ?o } }) AS ?n) { ?s ?p ?o }",
                "SELECT (SAMPLE(EXISTS { SERVICE <http://localhost:9/> { ?s ?p ?o } }) AS ?n) { } GROUP BY ?s",
                "SELECT ?x { ?s ?p ?o } GROUP BY (EXISTS { SERVICE <http://localhost:9/> { ?s ?p ?o } } AS ?x)",
                "SELECT * { { SELECT ?s { ?s ?p ?o } ORDER BY <java:java.lang.Runtime>(?o) LIMIT 1 } }",
                "SELECT (CALL(<java:java.lang.Runtime>) AS ?x) { }",
                "SELECT (CALL(IRI(CONCAT('ja', 'va:java.lang.Runtime'))) AS ?x) { }",
                "SELECT (<http://www.w3.org/2005/xpath-functions#apply>(IRI(CONCAT('ja', 'va:x.Y'))) AS ?x) { }",
                "SELECT (<http://jena.apache.org/ARQ/function#wait>(100000) AS ?x) { }",
                "SELECT (<http://jena.hpl.hp.com/ARQ/function#wait>(100000) AS ?x) { }",
                "SELECT (<http://jena.apache.org/ARQ/function#print>('x') AS ?x) { }",
                "PREFIX j: <java:java.lang.> SELECT * { ?s ?p ?o FILTER(j:Runtime(?o)) }"
            })
    void aQueryThatReachesOutOfTheProcessIsRefusedBeforeItRuns(String query) {
        assertThat(problem(() -> quoin.sparql().prepare(query)))
                .isInstanceOf(Problem.Forbidden.class)
                .extracting(Problem::detail)
                .asString()
                .contains(" is refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOAD <http://localhost:9/data.ttl>",
                "LOAD SILENT <file:///etc/hosts> INTO GRAPH <graph/paper/x>",
                "INSERT DATA { GRAPH <graph/paper/x> { <a> <b> 1 } } ; LOAD <http://localhost:9/data.ttl>",
                "INSERT { GRAPH <graph/paper/x> { ?s ?p ?o } } WHERE { SERVICE <http://localhost:9/s> { ?s ?p ?o } }",
                "DELETE { ?s ?p ?o } WHERE { ?s ?p ?o FILTER EXISTS { SERVICE <http://localhost:9/s> { ?s ?p ?o } } }",
                "DELETE { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(<java:java.lang.Runtime>(?o)) }",
                "INSERT { GRAPH <graph/paper/x> { ?s ?p ?x } } WHERE { ?s ?p ?o BIND(<java:x.Y>(?o) AS ?x) }",
                "DELETE WHERE { ?s <java:java.lang.Runtime> ?o }"
            })
    void anUpdateThatReachesOutOfTheProcessIsRefused(String update) {
        long before = quoin.health().sequence();

        assertThat(problem(() -> quoin.sparql().update(update))).isInstanceOf(Problem.Forbidden.class);
        assertThat(quoin.health().sequence()).isEqualTo(before);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
                "SELECT * { ?a ?b ?c . ?d ?e ?f FILTER(STRLEN(CONCAT(STR(?c), STR(?f))) < 0) }",
                "SELECT ?a { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?d LIMIT 1"
            })
    void aHeavyQueryIsStoppedAndTheStoreStaysUsable(String query) {
        Instant start = Instant.now();

        Problem problem = problem(() -> text(query, ResultFormat.CSV));

        assertThat(problem)
                .isInstanceOf(Problem.LimitReached.class)
                .extracting(Problem::detail)
                .asString()
                .contains("2 seconds");
        assertThat(Duration.between(start, Instant.now())).isLessThan(TIMEOUT.multipliedBy(3));
        assertThat(text(SEED_ITEMS, ResultFormat.CSV).lines()).hasSize(27);
    }

    @Tag("slow")
    @Test
    void aHeavyUpdateIsStoppedAndWritesNothing() {
        long before = quoin.health().sequence();

        assertThat(
                        problem(
                                () -> quoin.sparql()
                                        .update(
                                                "INSERT { GRAPH <graph/paper/x> { ?a ?e ?i } } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")))
                .isInstanceOf(Problem.LimitReached.class);
        assertThat(quoin.health().sequence()).isEqualTo(before);
        assertThat(text(SEED_ITEMS, ResultFormat.CSV).lines()).hasSize(27);
    }

    @Test
    void anAnswerWithTooManyRowsIsCutWithAReason() {
        for (String query : List.of("SELECT * { ?s ?p ?o }", "SELECT * { ?s ?p ?o } LIMIT 2001")) {
            assertThat(problem(() -> text(query, ResultFormat.CSV)))
                    .isInstanceOf(Problem.LimitReached.class)
                    .extracting(Problem::detail)
                    .asString()
                    .contains("more than 2000 rows");
        }
        assertThat(problem(() -> text("CONSTRUCT WHERE { ?s ?p ?o }", ResultFormat.NTRIPLES)))
                .isInstanceOf(Problem.LimitReached.class);
        assertThat(text("SELECT * { ?s ?p ?o } LIMIT 2000", ResultFormat.CSV)
                        .lines()
                        .count())
                .isGreaterThanOrEqualTo(2001);
    }

    @Test
    void aQueryThatDoesNotParseIsToldLineAndColumn() {
        assertThat(problem(() -> quoin.sparql().prepare("SELECT *\nWHERE { ?s ?p }")))
                .isInstanceOf(Problem.Invalid.class)
                .extracting(Problem::detail)
                .asString()
                .contains("the query does not parse")
                .containsIgnoringCase("line 2, column 15");
        assertThat(problem(() -> quoin.sparql().prepare("SELECT * { ?s nope:x ?o }"))
                        .detail())
                .contains("nope");
        assertThat(problem(() -> quoin.sparql().update("INSERT DATA { GRAPH <x> { <a> }"))
                        .detail())
                .contains("the update does not parse")
                .containsIgnoringCase("line 1");
        assertThat(problem(() -> quoin.sparql().prepare(" ".repeat(SparqlService.MAX_TEXT_LENGTH + 1))))
                .isInstanceOf(Problem.LimitReached.class);
    }

    /// A whole small paper; SUFFIX makes each its own, START and END are offsets of its one quote.
    private static String insertPaper(String name, int start, int end) {
        return PREFIXES
                + """
                PREFIX fabio: <http://purl.org/spar/fabio/>
                INSERT DATA { GRAPH <graph/paper/NAME> {
                  <paper/NAME> a fabio:Expression ; quoin:reportsStudy <study/NAME> .
                  <study/NAME> a quoin:Study .
                  <paper/NAME/text/1> a quoin:TextVersion ; prov:specializationOf <paper/NAME> ;
                    quoin:text "Zebra crossings calm 🦓 clinics." ; quoin:codePointLength 31 ;
                    quoin:sha256 "SHA" .
                  <paper/NAME/quotation/1> a quoin:Quotation ; oa:hasSource <paper/NAME/text/1> ;
                    quoin:voice <https://w3id.org/quoin/scheme/voice/author> ;
                    oa:hasSelector <paper/NAME/quotation/1#w> , <paper/NAME/quotation/1#p> .
                  <paper/NAME/quotation/1#w> a oa:TextQuoteSelector ; oa:exact "clinics" .
                  <paper/NAME/quotation/1#p> a oa:TextPositionSelector ; oa:start START ; oa:end END .
                  <item/NAME/one> a quoin:Finding ; quoin:reportedIn <study/NAME> ;
                    quoin:evidencedBy <paper/NAME/quotation/1> .
                  <coding/NAME/one> a quoin:Coding ; oa:hasBody <item/NAME/one> ;
                    oa:hasTarget <paper/NAME/quotation/1> ; prov:wasAttributedTo <agent/jane> ;
                    quoin:curationState <https://w3id.org/quoin/scheme/curation-state/suggested> .
                  <agent/jane> a prov:Person ; rdfs:label "Jane Example" .
                } }
                """.replace("NAME", name)
                        .replace("START", Integer.toString(start))
                        .replace("END", Integer.toString(end))
                        .replace(
                                "SHA",
                                org.quoin.text.NormalisedText.of("Zebra crossings calm 🦓 clinics.")
                                        .sha256());
    }

    @Test
    void aValidItemIsTakenReadAndFound() {
        var commit = quoin.sparql().update(insertPaper("zebra", 23, 30));

        assertThat(commit.papers()).extracting(paper -> paper.value()).containsExactly("zebra");
        assertThat(quoin.item(new ItemId("zebra/one")).quotations())
                .singleElement()
                .satisfies(quotation -> assertThat(quotation.span()).isEqualTo(new Span(23, 30)));
        assertThat(ask("ASK { GRAPH <graph/paper/zebra> { <item/zebra/one> a quoin:Finding } }"))
                .isTrue();
        assertThat(found("zebra crossings")).isTrue();

        quoin.sparql().update("DROP GRAPH <graph/paper/zebra>");

        assertThat(ask("ASK { <item/zebra/one> ?p ?o }")).isFalse();
        assertThat(found("zebra crossings")).isFalse();
        assertThat(quoin.validate(Progress.NONE)).isEmpty();
    }

    private boolean found(String words) {
        return quoin.search(SearchRequest.of(words, 5)).hits().stream()
                .anyMatch(hit -> hit.document().id().equals(new ItemId("zebra/one")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CLEAR GRAPH <graph/paper/horse>",
                "DROP GRAPH <graph/paper/horse>",
                "DELETE WHERE { GRAPH <graph/paper/horse> { ?s ?p ?o } }",
                "WITH <graph/paper/horse> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }"
            })
    void aPaperCanBeTakenOutInEachWay(String update) {
        quoin.sparql().update(insertPaper("horse", 23, 30));

        quoin.sparql().update(update);

        assertThat(quoin.papers()).extracting(paper -> paper.id().value()).doesNotContain("horse");
        assertThat(quoin.validate(Progress.NONE)).isEmpty();
    }

    @Test
    void aWrongItemIsRefusedWithAReportAndChangesNothing() {
        long before = quoin.health().sequence();

        Problem problem = problem(() -> quoin.sparql().update(insertPaper("cow", 22, 29)));

        assertThat(problem)
                .asInstanceOf(type(Problem.Invalid.class))
                .extracting(Problem.Invalid::violations)
                .satisfies(violations -> assertThat(violations)
                        .singleElement()
                        .returns("paper/cow/quotation/1", Violation::subject)
                        .returns("SliceShape", Violation::shape)
                        .returns("clinics", Violation::offending));
        assertThat(quoin.health().sequence()).isEqualTo(before);
        assertThat(ask("ASK { GRAPH <graph/paper/cow> { ?s ?p ?o } }")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE WHERE { GRAPH <graph/paper/integrated-care-rural-uk> { ?i quoin:evidencedBy ?q } }",
                "DELETE WHERE { GRAPH <graph/paper/integrated-care-rural-uk> { ?i quoin:text ?q } }",
                "WITH <graph/paper/integrated-care-rural-uk> DELETE { ?q oa:end ?e } INSERT { ?q oa:end ?x }"
                        + " WHERE { ?q oa:end ?e BIND(?e + 1 AS ?x) }",
                "WITH <graph/paper/integrated-care-rural-uk> DELETE { ?q oa:exact ?e } INSERT { ?q oa:exact \"x\" }"
                        + " WHERE { ?q oa:exact ?e }",
                "INSERT DATA { GRAPH <graph/paper/integrated-care-rural-uk> { <x> quoin:hope 1 } }",
                "COPY GRAPH <graph/paper/integrated-care-rural-uk> TO GRAPH <graph/paper/other>"
            })
    void whatWouldTakeAwayTheWordsOfAClaimIsRefused(String update) {
        long before = quoin.health().sequence();

        assertThat(problem(() -> quoin.sparql().update(PREFIXES + update))).isInstanceOf(Problem.Invalid.class);

        assertThat(quoin.health().sequence()).isEqualTo(before);
        assertThat(text(SEED_ITEMS, ResultFormat.CSV).lines()).hasSize(27);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT DATA { <item/x/y> rdfs:label \"nowhere\" }",
                "DELETE DATA { quoin:Enabler rdfs:label \"Enabler\"@en }",
                "DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
                "DELETE WHERE { ?s a quoin:Study }",
                "CLEAR DEFAULT",
                "DROP DEFAULT"
            })
    void theDefaultGraphCannotBeWritten(String update) {
        long before = quoin.health().sequence();

        assertThat(problem(() -> quoin.sparql().update(PREFIXES + update)).detail())
                .contains("which paper's graph");
        assertThat(quoin.health().sequence()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT DATA { GRAPH <https://w3id.org/quoin/ns> { quoin:Barrier rdfs:subClassOf quoin:Enabler } }",
                "CLEAR GRAPH <https://w3id.org/quoin/ns>",
                "DROP GRAPH <https://w3id.org/quoin/scheme/factor>",
                "DROP NAMED",
                "INSERT DATA { GRAPH <https://example.org/mine> { <a> <b> <c> } }"
            })
    void aGraphThatIsNotAPapersCannotBeWritten(String update) {
        long before = quoin.health().sequence();

        assertThat(problem(() -> quoin.sparql().update(PREFIXES + update))).isInstanceOf(Problem.Forbidden.class);
        assertThat(quoin.health().sequence()).isEqualTo(before);
        assertThat(ask("ASK { GRAPH <https://w3id.org/quoin/ns> { quoin:Enabler rdfs:label ?l } }"))
                .isTrue();
    }

    @Test
    void severalOperationsAreOneChange() {
        String wrongOnTheWay = insertPaper("goat", 0, 3)
                + "; WITH <graph/paper/goat> DELETE { ?p oa:start ?a ; oa:end ?b } INSERT { ?p oa:start 23 ; oa:end 30 }"
                + " WHERE { ?p oa:start ?a ; oa:end ?b }";
        String wrongInTheEnd =
                insertPaper("sheep", 23, 30) + "; DELETE WHERE { GRAPH <graph/paper/sheep> { ?p oa:start ?a } }";
        long before = quoin.health().sequence();

        assertThat(quoin.sparql().update(wrongOnTheWay).sequence()).isEqualTo(before + 1);
        assertThat(problem(() -> quoin.sparql().update(wrongInTheEnd))).isInstanceOf(Problem.Invalid.class);

        assertThat(quoin.papers())
                .extracting(paper -> paper.id().value())
                .contains("goat")
                .doesNotContain("sheep");
        assertThat(quoin.sparql().update("DROP GRAPH <graph/paper/goat>").sequence())
                .isEqualTo(before + 2);
    }

    @Test
    void anUpdateThatChangesNothingWritesNothing() {
        long before = quoin.health().sequence();

        assertThat(quoin.sparql()
                        .update("DELETE WHERE { GRAPH <graph/paper/nothing> { ?s ?p ?o } }")
                        .changedNothing())
                .isTrue();
        assertThat(quoin.sparql()
                        .update("INSERT { GRAPH <graph/paper/integrated-care-rural-uk> { ?s ?p ?o } } WHERE"
                                + " { GRAPH <graph/paper/integrated-care-rural-uk> { ?s ?p ?o } }")
                        .changedNothing())
                .isTrue();
        assertThat(quoin.health().sequence()).isEqualTo(before);
    }

    private boolean ask(String query) {
        return text(PREFIXES + query, ResultFormat.CSV).contains("true");
    }

    private long count(String query) {
        return Long.parseLong(
                text(PREFIXES + query, ResultFormat.CSV).lines().toList().get(1));
    }

    private String text(String query, ResultFormat format) {
        return new String(answer(query, format), StandardCharsets.UTF_8);
    }

    private byte[] answer(String query, ResultFormat format) {
        var out = new ByteArrayOutputStream();
        quoin.sparql().prepare(query).write(format, out);
        return out.toByteArray();
    }

    private static Problem problem(Runnable body) {
        return catchThrowableOfType(ProblemException.class, body::run).problem();
    }
}
