// The write door: what is right comes back as it went in, what is wrong is named and changes nothing.
package org.quoin.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quoin.model.Agent;
import org.quoin.model.AgentId;
import org.quoin.model.Code;
import org.quoin.model.CodeId;
import org.quoin.model.CodingOrigin;
import org.quoin.model.EvidenceItem;
import org.quoin.model.Paper;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.Quotation;
import org.quoin.model.SourceFile;
import org.quoin.model.Span;
import org.quoin.model.StudyId;
import org.quoin.model.Violation;
import org.quoin.text.NormalisedText;

class GraphStoreTest {
    private static final Vocabulary VOCABULARY = Vocabulary.load();
    private static final Iris IRIS = new Iris(Iris.DEFAULT_BASE);
    private static final PaperId BETA = new PaperId("beta");

    @TempDir
    Path folder;

    private GraphStore store;

    @BeforeEach
    void openStore() {
        store = open(Iris.DEFAULT_BASE);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aPaperWithoutItsTextIsRefused() {
        Graph noText = GraphFactory.createGraphMem();
        AlphaPaper.graph().find(IRIS.paper(AlphaPaper.ID), Node.ANY, Node.ANY).forEachRemaining(noText::add);
        AlphaPaper.graph()
                .find(IRIS.study(new StudyId("alpha")), Node.ANY, Node.ANY)
                .forEachRemaining(noText::add);

        assertThat(refused(put(AlphaPaper.ID, noText)))
                .extracting(Violation::subject, Violation::shape)
                .containsExactly(tuple("paper/alpha", "TextShape"));
    }

    @Test
    void aPaperUnderTheNameOfAnotherIsRefused() {
        assertThat(refused(put(BETA, AlphaPaper.graph())))
                .extracting(Violation::subject)
                .contains("paper/beta", "item/alpha/vision", "paper/alpha");
    }

    @Test
    void oneWrongPaperHoldsBackTheWholeChange() throws IOException {
        List<String> before = StoreState.of(store, folder);

        refused(put(BETA, AlphaPaper.named("beta")).put(AlphaPaper.ID, AlphaPaper.with("oa:end 85", "oa:end 86")));

        assertThat(StoreState.of(store, folder)).isEqualTo(before);
        assertThat(store.papers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://w3id.org/quoin/ns",
                "https://w3id.org/quoin/scheme/factor",
                "https://w3id.org/quoin/id/graph/ontology",
                "https://w3id.org/quoin/id/graph/paper/Not A Name",
                "urn:x-arq:DefaultGraph",
                "https://example.org/graph"
            })
    void aGraphThatIsNotAPapersIsNotWritten(String name) throws IOException {
        List<String> before = StoreState.of(store, folder);
        Graph more = GraphFactory.createGraphMem();
        more.add(Triple.create(
                NodeFactory.createURI("https://w3id.org/quoin/ns#Barrier"),
                RDFS.subClassOf.asNode(),
                NodeFactory.createURI("https://w3id.org/quoin/ns#Enabler")));

        assertThat(problem(new Change(IRIS).put(NodeFactory.createURI(name), more)))
                .isInstanceOf(Problem.Forbidden.class)
                .extracting(Problem::detail)
                .asString()
                .contains(name);
        assertThat(StoreState.of(store, folder)).isEqualTo(before);
    }

    @Test
    void anEmptyChangeToTheOntologyIsRefusedToo() throws IOException {
        List<String> before = StoreState.of(store, folder);

        assertThat(problem(new Change(IRIS)
                        .put(NodeFactory.createURI("https://w3id.org/quoin/ns"), GraphFactory.createGraphMem())))
                .isInstanceOf(Problem.Forbidden.class);
        assertThat(StoreState.of(store, folder)).isEqualTo(before);
    }

    @Test
    void whatIsRightComesBackAsItWentIn() {
        Commit commit = store.apply(put(AlphaPaper.ID, AlphaPaper.graph()));

        assertThat(commit.papers()).containsExactly(AlphaPaper.ID);
        assertThat(commit.added()).isEqualTo(AlphaPaper.graph().size());
        assertThat(commit.removed()).isZero();
        assertThat(store.validate((done, total) -> {}).violations()).isEmpty();
        PaperRecord record = store.paper(AlphaPaper.ID).orElseThrow();
        assertThat(record.paper())
                .isEqualTo(new Paper(
                        AlphaPaper.ID, new StudyId("alpha"), "Alpha", List.of(), null, null, "other", null, false));
        assertThat(record.text().value()).isEqualTo(AlphaPaper.TEXT);
        assertThat(record.items())
                .extracting(item -> item.id().value(), item -> item.kind().key(), EvidenceItem::headline)
                .containsExactly(
                        tuple("alpha/vision", "enabler", "A vision that all share helps."),
                        tuple("alpha/time", "finding", "needs time"));
        EvidenceItem finding = record.items().getLast();
        assertThat(finding.quotations())
                .extracting(Quotation::span, Quotation::exact)
                .containsExactly(tuple(new Span(75, 85), "needs time"));
        assertThat(finding.illustrations())
                .extracting(Quotation::span, Quotation::exact, Quotation::voice)
                .containsExactly(tuple(new Span(88, 109), "We had three managers", "participant"));
        assertThat(finding.codedBy()).isEqualTo(new Agent(new AgentId("coder"), "A coder", Agent.Type.PERSON));
    }

    @Test
    void aRecordWithEverythingComesBackAsItWentIn() {
        var text = NormalisedText.of(AlphaPaper.TEXT);
        var full = new Paper(
                AlphaPaper.ID,
                new StudyId("alpha-study"),
                "Un «titre»",
                List.of("Zoë B.", "Adam A.", "Li C.", "D.", "E.", "F.", "G.", "H.", "I.", "J.", "K."),
                2019,
                "10.1000/xyz",
                "article",
                "fr",
                true);
        var record = new PaperRecord(
                full,
                text,
                List.of(new SourceFile("alpha.xml", "0123456789abcdef".repeat(4))),
                List.of(),
                List.of(NormalisedText.of("An earlier text.")),
                List.of(
                        new Code(new CodeId("c-1"), "Helps", null, null, "#00aa00", "guid-2"),
                        new Code(new CodeId("c-2"), "Trust", "Words on trust.", new CodeId("c-1"), null, null)),
                store.mapper().fromGraph(AlphaPaper.ID, AlphaPaper.graph()).orElseThrow().items().stream()
                        .map(item -> new EvidenceItem(
                                item.id(),
                                item.kind(),
                                full.study(),
                                "Énoncé",
                                item.quotations(),
                                item.illustrations(),
                                item.levels(),
                                item.factors(),
                                item.facets(),
                                item.facetValues(),
                                "suggested",
                                new Agent(new AgentId("bot"), "A bot", Agent.Type.SOFTWARE),
                                "Parce que",
                                new CodingOrigin(
                                        List.of(new CodeId("c-2"), new CodeId("c-1")),
                                        Instant.parse("2026-01-02T03:04:05Z"),
                                        "guid-1")))
                        .toList());

        store.apply(put(AlphaPaper.ID, store.mapper().toGraph(record)));

        PaperRecord back = store.paper(AlphaPaper.ID).orElseThrow();
        assertThat(back.paper()).isEqualTo(full);
        assertThat(back.text().value()).isEqualTo(text.value());
        assertThat(back.items()).isEqualTo(record.items());
        assertThat(back.codes()).isEqualTo(record.codes());
        assertThat(back.files()).isEqualTo(record.files());
        assertThat(back.earlier()).extracting(NormalisedText::value).containsExactly("An earlier text.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "\"true\"^^xsd:boolean", "\"1\"^^xsd:boolean"})
    void aFictionalPaperIsReadAsOneHoweverTrueIsWritten(String yes) {
        store.apply(put(
                AlphaPaper.ID,
                AlphaPaper.with(
                        "dcterms:title \"Alpha\" .\n<study/alpha> a quoin:Study",
                        "quoin:fictional " + yes + " .\n<study/alpha> a quoin:Study ; quoin:fictional " + yes)));

        assertThat(store.paper(AlphaPaper.ID).orElseThrow().paper().fictional()).isTrue();
    }

    @Test
    void theSameAgainWritesNothing() throws IOException {
        store.apply(put(AlphaPaper.ID, AlphaPaper.graph()));
        List<String> before = StoreState.of(store, folder);

        Commit again = store.apply(put(AlphaPaper.ID, AlphaPaper.graph()));

        assertThat(again.changedNothing()).isTrue();
        assertThat(again).isEqualTo(new Commit(1, List.of(), 0, 0));
        assertThat(StoreState.of(store, folder)).isEqualTo(before);
    }

    @Test
    void aPaperPutAgainBecomesExactlyWhatIsPut() {
        store.apply(put(AlphaPaper.ID, AlphaPaper.graph()));

        Commit commit = store.apply(put(AlphaPaper.ID, AlphaPaper.with("dcterms:title \"Alpha\"", "rdfs:label \"A\"")));

        assertThat(commit).isEqualTo(new Commit(2, List.of(new GraphName.OfPaper(AlphaPaper.ID)), 1, 1));
        assertThat(store.paper(AlphaPaper.ID).orElseThrow().paper().title()).isNull();
    }

    @Test
    void aRemovedPaperIsGoneAndKnownAsChanged() {
        store.apply(put(AlphaPaper.ID, AlphaPaper.graph()).put(BETA, AlphaPaper.named("beta")));

        Commit commit = store.apply(new Change(IRIS).remove(AlphaPaper.ID));

        assertThat(commit.removed()).isEqualTo(AlphaPaper.graph().size());
        assertThat(store.papers()).containsExactly(BETA);
        assertThat(store.paper(AlphaPaper.ID)).isEmpty();
        assertThat(store.describe(Iris.DEFAULT_BASE + "item/alpha/vision")).isEmpty();
        assertThat(store.changedSince(1)).containsExactly(AlphaPaper.ID);
        assertThat(store.changedSince(0)).containsExactly(AlphaPaper.ID, BETA);
        assertThat(store.apply(new Change(IRIS).remove(AlphaPaper.ID)).changedNothing())
                .isTrue();
    }

    @Test
    void listenersAreToldOfEveryCommitInOrderAndOfNoRefusal() {
        var told = new ArrayList<Commit>();
        store.onCommit(told::add);

        Commit first = store.apply(put(AlphaPaper.ID, AlphaPaper.graph()));
        store.apply(put(AlphaPaper.ID, AlphaPaper.graph()));
        refused(put(AlphaPaper.ID, AlphaPaper.with("oa:end 85", "oa:end 86")));
        Commit second = store.apply(new Change(IRIS).remove(AlphaPaper.ID));

        assertThat(told).containsExactly(first, second);
        assertThat(told).extracting(Commit::sequence).containsExactly(1L, 2L);
    }

    @Test
    void openingAgainKeepsEverything() throws IOException {
        store.apply(put(AlphaPaper.ID, AlphaPaper.graph()));
        List<String> before = StoreState.quads(store);
        store.close();

        store = open(Iris.DEFAULT_BASE);

        assertThat(StoreState.quads(store)).isEqualTo(before);
        assertThat(store.<Long>read(GraphStore.Snapshot::sequence)).isEqualTo(1);
        assertThat(store.paper(AlphaPaper.ID)).isPresent();
        assertThat(store.apply(put(BETA, AlphaPaper.named("beta"))).sequence()).isEqualTo(2);
    }

    @Test
    void aStoreOfAnotherBaseIriIsNotOpened() {
        store.close();

        Problem problem = catchThrowableOfType(ProblemException.class, () -> open("https://example.org/id/"))
                .problem();

        assertThat(problem).isInstanceOf(Problem.Conflict.class);
        assertThat(problem.detail()).contains(Iris.DEFAULT_BASE).contains("https://example.org/id/");
        store = open(Iris.DEFAULT_BASE);
        assertThat(store.papers()).isEmpty();
    }

    @Test
    void aReaderSeesOneStateWhileOthersCommit() {
        store.apply(put(AlphaPaper.ID, AlphaPaper.graph()));
        try (var other = Executors.newSingleThreadExecutor()) {
            store.read(snapshot -> {
                List<String> before = StoreState.quads(snapshot);
                assertThat(catchThrowableOfType(
                                Exception.class,
                                () -> other.submit(() -> store.apply(put(BETA, AlphaPaper.named("beta"))
                                                .remove(AlphaPaper.ID)))
                                        .get(60, TimeUnit.SECONDS)))
                        .as("the writer does not wait for this reader")
                        .isNull();

                assertThat(StoreState.quads(snapshot)).isEqualTo(before);
                assertThat(snapshot.sequence()).isEqualTo(1);
                assertThat(store.papers())
                        .as("a read inside a read sees the same state")
                        .containsExactly(AlphaPaper.ID);
                return true;
            });
        }
        assertThat(store.papers()).containsExactly(BETA);
        assertThat(store.<Long>read(GraphStore.Snapshot::sequence)).isEqualTo(2);
    }

    @Test
    void writersTakeTurns() throws Exception {
        int writers = 8;
        try (var pool = Executors.newFixedThreadPool(4)) {
            var commits = new ArrayList<Future<Commit>>();
            for (int i = 0; i < writers; i++) {
                String name = "paper-" + i;
                commits.add(pool.submit(() -> store.apply(put(new PaperId(name), AlphaPaper.named(name)))));
            }
            var sequences = new TreeSet<Long>();
            for (var commit : commits) {
                sequences.add(commit.get(60, TimeUnit.SECONDS).sequence());
            }
            assertThat(sequences).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        }
        assertThat(store.papers()).hasSize(writers);
        assertThat(store.validate((done, total) -> {}).violations()).isEmpty();
    }

    @Test
    void writingInsideAReadIsAMistakeThatIsToldAtOnce() {
        assertThatIllegalStateException()
                .isThrownBy(() -> store.read(snapshot -> store.apply(put(AlphaPaper.ID, AlphaPaper.graph()))))
                .withMessageContaining("finish the read first");
        assertThat(store.papers()).isEmpty();
    }

    @Test
    void aDescriptionSpellsOutWhatBelongsToTheThing() {
        store.apply(put(AlphaPaper.ID, AlphaPaper.graph()));

        Graph item = store.describe(Iris.DEFAULT_BASE + "item/alpha/time").orElseThrow();

        assertThat(item.contains(Node.ANY, Terms.exact, NodeFactory.createLiteralString("needs time")))
                .isTrue();
        assertThat(item.contains(Node.ANY, Terms.hasBody, Node.ANY)).isTrue();
        assertThat(item.contains(Node.ANY, Terms.text, Node.ANY))
                .as("the whole text")
                .isFalse();
        assertThat(item.contains(Node.ANY, Terms.exact, NodeFactory.createLiteralString("a clear shared vision")))
                .as("another item's words")
                .isFalse();
        assertThat(store.describe(Iris.DEFAULT_BASE + "item/alpha/nothing")).isEmpty();
        assertThat(store.describe(Iris.DEFAULT_BASE + "graph/paper/alpha")
                        .orElseThrow()
                        .size())
                .isEqualTo(AlphaPaper.graph().size());
    }

    private GraphStore open(String base) {
        return GraphStore.open(folder.resolve("tdb2"), new Iris(base), VOCABULARY);
    }

    private static Change put(PaperId paper, Graph content) {
        return new Change(IRIS).put(paper, content);
    }

    private List<Violation> refused(Change change) {
        return assertThat(problem(change))
                .asInstanceOf(type(Problem.Invalid.class))
                .actual()
                .violations();
    }

    private @Nullable Problem problem(Change change) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> store.apply(change));
        return refusal == null ? null : refusal.problem();
    }
}
