// A synthesis goes through the same door as a paper: what it claims must lead to claims of the base, and what it
// rests on cannot be taken away beneath it.
package org.quoin.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.model.Agent;
import org.quoin.model.AgentId;
import org.quoin.model.Code;
import org.quoin.model.CodeId;
import org.quoin.model.Codebook;
import org.quoin.model.CodebookId;
import org.quoin.model.ConceptRef;
import org.quoin.model.ItemId;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.SourceFile;
import org.quoin.model.Synthesis;
import org.quoin.model.SynthesisId;
import org.quoin.model.Violation;

class SynthesisGraphTest {
    private static final Vocabulary VOCABULARY = Vocabulary.load();
    private static final Iris IRIS = new Iris(Iris.DEFAULT_BASE);
    private static final PaperId BETA = new PaperId("beta");
    private static final SynthesisId ID = new SynthesisId("vision-and-time");
    private static final GraphName NAME = new GraphName.OfSynthesis(ID);
    private static final Agent REVIEWER = new Agent(new AgentId("reviewer"), "A reviewer", Agent.Type.PERSON);
    private static final SynthesisMapper MAPPER = new SynthesisMapper(IRIS);
    private static final String PREFIXES = """
            @base <https://w3id.org/quoin/id/> .
            @prefix prov: <http://www.w3.org/ns/prov#> .
            @prefix quoin: <https://w3id.org/quoin/ns#> .
            """;

    @TempDir
    Path folder;

    private GraphStore store;

    @BeforeEach
    void openStore() {
        store = open();
        store.apply(new Change(IRIS).put(AlphaPaper.ID, AlphaPaper.graph()).put(BETA, AlphaPaper.named("beta")));
    }

    private GraphStore open() {
        return GraphStore.open(folder.resolve("tdb2"), IRIS, VOCABULARY);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aSynthesisIsReadBackAsItWasWritten() {
        Commit commit = store.apply(put(synthesis()));

        assertThat(commit.graphs()).containsExactly(NAME);
        assertThat(commit.papers()).isEmpty();
        assertThat(store.apply(put(synthesis())).changedNothing()).isTrue();
        assertThat(MAPPER.fromGraph(ID, store.graph(NAME))).contains(synthesis());
        assertThat(store.validate((done, total) -> {}).violations()).isEmpty();
        assertThat(store.graphs()).containsExactly(paper(AlphaPaper.ID), paper(BETA), NAME);
    }

    @Test
    void itOutlivesTheProgramAndAnotherOntology() {
        store.apply(put(synthesis()));
        store.close();
        store = open();

        assertThat(MAPPER.fromGraph(ID, store.graph(NAME))).contains(synthesis());
    }

    @Test
    void whatFollowsFromItStandsBesideIt() {
        store.apply(put(synthesis()));

        Node vision = IRIS.inSynthesis(ID, "category/vision");
        assertThat(store.<Boolean>read(snapshot -> snapshot.dataset()
                        .contains(Iris.entailedGraph(IRIS.graph(NAME)), vision, RDF.type.asNode(), Terms.EvidenceItem)))
                .isTrue();
    }

    @Test
    void aClaimThatIsNotInTheBaseIsNotTranslated() {
        Graph graph = MAPPER.toGraph(synthesis());
        graph.add(Triple.create(
                IRIS.item(new ItemId("alpha/nothing")), Terms.translatedTo, IRIS.inSynthesis(ID, "category/vision")));

        assertThat(refused(new Change(IRIS).put(NAME, graph))).anySatisfy(violation -> {
            assertThat(violation.subject()).isEqualTo("item/alpha/nothing");
            assertThat(violation.shape()).isEqualTo("ClaimCheck");
            assertThat(violation.message()).contains("no such claim in the base");
        });
        assertThat(store.contains(NAME)).isFalse();
    }

    @Test
    void aCategoryHasNoQuotesOfItsOwn() {
        assertThat(refusedWith("<synthesis/vision-and-time/category/vision> quoin:evidencedBy"
                        + " <paper/alpha/quotation/vision> ."))
                .anySatisfy(violation -> assertThat(violation.message()).contains("no quotations of its own"));
    }

    @Test
    void aCategoryRestsOnTwoStudies() {
        assertThat(refused(put(synthesis()
                        .withCategories(List.of(
                                category("vision", "alpha/vision"), category("time", "alpha/time", "beta/time"))))))
                .anySatisfy(violation -> assertThat(violation.message()).contains("fewer than two studies"));
    }

    @Test
    void aFindingOfASingleStudyHasNoConfidence() {
        assertThat(refusedWith("<synthesis/vision-and-time/confidence/lasting> quoin:assesses <item/alpha/time> ."))
                .anySatisfy(violation -> assertThat(violation.shape()).isEqualTo("ConfidenceShape"));
    }

    @Test
    void anAssessmentJudgesEveryComponent() {
        Synthesis.Confidence whole = confidence();
        var three = new TreeMap<>(whole.judgements());
        three.remove("coherence");

        assertThat(refused(put(withConfidence(new Synthesis.Confidence(
                        whole.rating(), whole.rationale(), three, REVIEWER, whole.at(), whole.basis())))))
                .anySatisfy(violation -> {
                    assertThat(violation.shape()).isEqualTo("ConfidenceShape");
                    assertThat(violation.message()).contains("cerqual-component/coherence> is not judged");
                });
    }

    @Test
    void anAssessmentHasItsReasons() {
        Synthesis.Confidence whole = confidence();

        assertThat(refused(put(withConfidence(new Synthesis.Confidence(
                        whole.rating(), "  ", whole.judgements(), REVIEWER, whole.at(), whole.basis())))))
                .anySatisfy(violation -> assertThat(violation.shape()).isEqualTo("RationaleCheck"));
    }

    @Test
    void aBareTitleIsNoFinding() {
        assertThat(Stream.of("Vision", "a  shared vision!", "Vision: barriers and enablers")
                        .map(title ->
                                new Synthesis.Finding("lasting", title, List.of("vision"), List.of(), confidence()))
                        .map(finding -> refused(put(synthesis().withFindings(List.of(finding))))))
                .allSatisfy(violations -> assertThat(violations)
                        .anySatisfy(violation -> assertThat(violation.message()).contains("bare title")));
    }

    @Test
    void aSynthesisSaysNothingInAPapersPlace() {
        assertThat(refusedWith("<item/alpha/time> quoin:statement \"Something else.\" ."))
                .extracting(Violation::shape)
                .contains("PlaceShape");
        assertThat(refusedWith("<synthesis/another/category/x> a quoin:Category ."))
                .extracting(Violation::shape)
                .contains("PlaceShape");
    }

    @Test
    void aPaperSaysNothingInASynthesissPlace() {
        store.apply(put(synthesis()));
        Graph alpha = AlphaPaper.graph();
        alpha.add(Triple.create(
                IRIS.synthesis(ID), Terms.description, NodeFactory.createLiteralString("Not for me to say.")));

        assertThat(refused(new Change(IRIS).put(AlphaPaper.ID, alpha)))
                .extracting(Violation::shape)
                .containsExactly("PlaceShape");
    }

    @Test
    void whatASynthesisRestsOnCannotGo() {
        store.apply(put(synthesis()));

        assertThat(refused(new Change(IRIS).remove(BETA)))
                .anySatisfy(violation -> {
                    assertThat(violation.subject()).isEqualTo("item/beta/vision");
                    assertThat(violation.message()).contains("Take its translation back");
                })
                .anySatisfy(violation -> assertThat(violation.message()).contains("fewer than two studies"));
    }

    @Test
    void twoStudiesThatBecomeOneLeaveACategoryWithoutASecond() {
        store.apply(put(synthesis()));
        Graph beta = AlphaPaper.named("beta");
        Graph merged = RDFParser.fromString("", Lang.TURTLE).toGraph();
        Node alphaStudy = NodeFactory.createURI(IRIS.base() + "study/alpha");
        Node betaStudy = NodeFactory.createURI(IRIS.base() + "study/beta");
        Function<Node, Node> renamed = node -> node.equals(betaStudy) ? alphaStudy : node;
        beta.find()
                .forEachRemaining(t -> merged.add(
                        Triple.create(renamed.apply(t.getSubject()), t.getPredicate(), renamed.apply(t.getObject()))));

        assertThat(refused(new Change(IRIS).put(BETA, merged))).anySatisfy(violation -> {
            assertThat(violation.subject()).isEqualTo("synthesis/vision-and-time/category/vision");
            assertThat(violation.message()).contains("fewer than two studies");
        });
    }

    @Test
    void aSynthesisGoesWhole() {
        store.apply(put(synthesis()));

        store.apply(new Change(IRIS).remove(NAME));

        assertThat(store.graphs()).containsExactly(paper(AlphaPaper.ID), paper(BETA));
        assertThat(store.<Boolean>read(snapshot -> snapshot.dataset()
                        .contains(Iris.entailedGraph(IRIS.graph(NAME)), Node.ANY, Node.ANY, Node.ANY)))
                .isFalse();
        store.apply(new Change(IRIS).remove(BETA));
    }

    @Test
    void aCodebookHoldsCodesAndNothingElse() {
        var name = new GraphName.OfCodebook(new CodebookId("rounds"));
        var mapper = new CodebookMapper(IRIS);
        var codes = List.of(
                new Code(new CodeId("a"), "A", "What A means.", null, "#AABBCC", "a"),
                new Code(new CodeId("b"), "B", null, new CodeId("a"), null, "b"));
        Graph graph = mapper.toGraph(
                new Codebook(new CodebookId("rounds"), "Rounds", new SourceFile("rounds.qdc", "0".repeat(64)), codes));

        store.apply(new Change(IRIS).put(name, graph));

        assertThat(mapper.codes(store.graph(name))).isEqualTo(codes);
        assertThat(store.validate((done, total) -> {}).violations()).isEmpty();
        RDFParser.fromString(PREFIXES + "<item/x/y> a quoin:Finding .", Lang.TURTLE)
                .parse(graph);
        assertThat(refused(new Change(IRIS).put(name, graph)))
                .extracting(Violation::shape)
                .contains("PlaceShape");
    }

    private static GraphName paper(PaperId id) {
        return new GraphName.OfPaper(id);
    }

    private static Change put(Synthesis synthesis) {
        return new Change(IRIS).put(new GraphName.OfSynthesis(synthesis.id()), MAPPER.toGraph(synthesis));
    }

    private List<Violation> refusedWith(String turtle) {
        Graph graph = MAPPER.toGraph(synthesis());
        RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
        return refused(new Change(IRIS).put(NAME, graph));
    }

    private List<Violation> refused(Change change) {
        Problem problem = catchThrowableOfType(ProblemException.class, () -> store.apply(change))
                .problem();
        assertThat(problem).isInstanceOf(Problem.Invalid.class);
        return ((Problem.Invalid) problem).violations();
    }

    private static Synthesis.Category category(String name, String... claims) {
        return new Synthesis.Category(
                name,
                name.equals("vision") ? "A shared vision" : "Time",
                "What is said of it.",
                null,
                Stream.of(claims).map(ItemId::new).toList());
    }

    private static Synthesis withConfidence(Synthesis.Confidence confidence) {
        return synthesis()
                .withFindings(List.of(new Synthesis.Finding(
                        "lasting",
                        "A vision that all share lasts where there is time for it.",
                        List.of("time", "vision"),
                        List.of(),
                        confidence)));
    }

    private static Synthesis.Confidence confidence() {
        return new Synthesis.Confidence(
                "moderate",
                "Two short texts.",
                new TreeMap<>(Synthesis.Confidence.COMPONENTS.stream()
                        .collect(Collectors.toMap(
                                component -> component,
                                component -> new Synthesis.Judgement("minor", "As far as can be told.")))),
                REVIEWER,
                Instant.parse("2026-03-04T05:06:07Z"),
                List.of(new Synthesis.Basis(new ItemId("alpha/vision"), "0".repeat(64))));
    }

    private static Synthesis synthesis() {
        return new Synthesis(
                ID,
                "Vision and time",
                "What a vision needs.",
                REVIEWER,
                List.of(category("time", "alpha/time", "beta/time"), category("vision", "alpha/vision", "beta/vision")),
                List.of(new Synthesis.Finding(
                        "lasting",
                        "A vision that all share lasts where there is time for it.",
                        List.of("time", "vision"),
                        List.of(),
                        confidence())),
                List.of(new Synthesis.Comparison(
                        "time",
                        new ItemId("alpha/time"),
                        new ItemId("beta/time"),
                        "corroborates",
                        "Both say that it takes time.",
                        List.of(IRIS.base() + "paper/beta/quotation/time"),
                        REVIEWER)),
                List.of(new Synthesis.Credibility(
                        new ItemId("alpha/time"), "credible", "As far as it goes.", REVIEWER)),
                List.of(new Synthesis.Absence(
                        "trust-in-beta",
                        IRIS.base() + "paper/beta/text/1",
                        ConceptRef.parse("factor/trust"),
                        "looked-for-and-absent",
                        REVIEWER)));
    }
}
