// `quoin validate` says the same in each of its forms.
package org.quoin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.app.Homes;
import org.quoin.model.EvidenceItem;
import org.quoin.model.ItemId;
import org.quoin.model.PaperId;
import org.quoin.search.Embedder;
import org.quoin.search.EvidenceIndex;
import org.quoin.search.lucene.LuceneEvidenceIndex;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ValidateCommandTest {
    private static final PaperId SEED = new PaperId("integrated-care-rural-uk");
    private static final String ID = "https://w3id.org/quoin/id/";
    private static final Node GRAPH = NodeFactory.createURI(ID + "graph/paper/" + SEED);

    @TempDir
    Path home;

    @Test
    void aSoundBaseConformsInEachForm() throws IOException {
        Homes.filled(home).close();

        assertThat(CliRun.of(home, "validate"))
                .returns(0, CliRun::code)
                .returns("valid: 7 papers, every quote stands in its text\n", CliRun::out);
        assertThat(json("--json").get("conforms").asBoolean()).isTrue();
        assertThat(json("--format", "json").get("violations").size()).isZero();
        CliRun turtle = CliRun.of(home, "validate", "--format", "turtle");
        assertThat(turtle.code()).isZero();
        assertThat(values(parsed(turtle.out()), SHACL.conforms)).containsExactly("true");
    }

    @Test
    void oneReportTellsWhatCodeAndShapesAndTheIndexCheckFind() throws IOException {
        ItemId lost = damage();

        CliRun text = CliRun.of(home, "validate");
        JsonNode json = json("--json");
        CliRun turtle = CliRun.of(home, "validate", "--format", "TURTLE");

        assertThat(text.code()).isEqualTo(ExitCode.FOUND_WRONG);
        assertThat(text.out()).isEqualTo(json.get("violations").size() + " rules broken\n");
        assertThat(json.get("conforms").asBoolean()).isFalse();
        assertThat(turtle.code()).isEqualTo(ExitCode.FOUND_WRONG);
        Graph report = parsed(turtle.out());
        assertThat(values(report, SHACL.conforms)).containsExactly("false");
        assertThat(report.find(Node.ANY, SHACL.result, Node.ANY).toList())
                .hasSize(json.get("violations").size());
        assertThat(values(report, SHACL.resultMessage))
                .containsExactlyInAnyOrderElementsOf(json.get("violations")
                        .valueStream()
                        .map(violation -> violation.get("message").asString())
                        .toList());

        assertThat(new TreeSet<>(values(report, SHACL.sourceShape)))
                .as("found in code, and found by a shape")
                .contains("https://w3id.org/quoin/shapes#SliceShape", "https://w3id.org/quoin/shapes#FacetShape");
        assertThat(new TreeSet<>(values(report, SHACL.sourceConstraintComponent)))
                .contains(
                        "urn:x-quoin:check:SliceShape",
                        "urn:x-quoin:check:IndexCheck",
                        SHACL.SPARQLConstraintComponent.getURI());
        assertThat(values(report, SHACL.focusNode)).contains(ID + "item/" + lost);
        assertThat(values(report, SHACL.value)).contains("a clear shared vision");
    }

    @Test
    void twoFormsAtOnceAreRefused() {
        assertThat(CliRun.of(home, "validate", "--json", "--format", "turtle"))
                .returns(ExitCode.INVALID, CliRun::code)
                .satisfies(run -> assertThat(run.err()).contains("give one of the two"));
        assertThat(CliRun.of(home, "validate", "--format", "xml")).returns(ExitCode.USAGE, CliRun::code);
    }

    /// Past the write door, as only a damaged disk or another program could: an offset, a value of another
    /// scheme, and an item that the index has lost.
    private ItemId damage() throws IOException {
        ItemId lost;
        try (var quoin = Homes.filled(home)) {
            lost = quoin.paper(SEED).items().stream()
                    .map(EvidenceItem::id)
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        var store = DatabaseMgr.connectDatasetGraph(Location.create(home.resolve("tdb2")));
        Txn.executeWrite(store, () -> {
            Node start = NodeFactory.createURI("http://www.w3.org/ns/oa#start");
            List<Quad> places = store.stream(GRAPH, Node.ANY, start, Node.ANY)
                    .filter(quad -> quad.getObject().getLiteralLexicalForm().equals("1456"))
                    .toList();
            for (Quad place : places) {
                store.delete(place);
                store.add(Quad.create(
                        GRAPH,
                        place.getSubject(),
                        start,
                        NodeFactory.createLiteralDT("1457", place.getObject().getLiteralDatatype())));
            }
            Node facet = NodeFactory.createURI("https://w3id.org/quoin/ns#facetValue");
            Node statement = store.stream(GRAPH, Node.ANY, facet, Node.ANY)
                    .findFirst()
                    .orElseThrow()
                    .getSubject();
            store.add(GRAPH, statement, facet, NodeFactory.createURI("https://w3id.org/quoin/scheme/level/team"));
        });
        TDBInternal.expel(store);
        try (EvidenceIndex index = LuceneEvidenceIndex.open(home.resolve("index"), Embedder.unavailable("a test"))) {
            index.replace(
                    SEED,
                    index.ids().stream()
                            .filter(id -> id.paper().equals(SEED) && !id.equals(lost))
                            .map(id -> index.get(id).orElseThrow())
                            .toList(),
                    List.of());
            index.commit(index.committedSequence());
        }
        return lost;
    }

    private JsonNode json(String... options) {
        var args = new java.util.ArrayList<>(List.of("validate"));
        args.addAll(List.of(options));
        return JsonMapper.shared()
                .readTree(CliRun.of(home, args.toArray(String[]::new)).out());
    }

    private static Graph parsed(String turtle) {
        Graph graph = GraphFactory.createGraphMem();
        RDFParser.fromString(turtle, Lang.TURTLE).parse(graph);
        return graph;
    }

    private static List<String> values(Graph report, Node property) {
        return report.find(Node.ANY, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .map(node -> node.isLiteral() ? node.getLiteralLexicalForm() : node.toString())
                .toList();
    }
}
