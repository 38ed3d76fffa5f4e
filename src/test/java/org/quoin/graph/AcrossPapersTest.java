// What one paper says of another: it is checked together, whichever of the two changes.
package org.quoin.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.graph.GraphStore.Outcome;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.Violation;

class AcrossPapersTest {
    private static final Vocabulary VOCABULARY = Vocabulary.load();
    private static final Iris IRIS = new Iris(Iris.DEFAULT_BASE);
    private static final PaperId BETA = new PaperId("beta");

    /// Stands in the graph of beta, and compares one of its findings with one of alpha.
    private static final String COMPARISON = """
            @base <https://w3id.org/quoin/id/> .
            @prefix prov: <http://www.w3.org/ns/prov#> .
            @prefix quoin: <https://w3id.org/quoin/ns#> .
            <comparison/1> a quoin:FindingComparison ;
                quoin:from <item/alpha/time> ; quoin:to <item/beta/time> ;
                quoin:relation <https://w3id.org/quoin/scheme/relation/corroborates> ;
                quoin:basedOn <paper/beta/quotation/time> ;
                quoin:rationale "Both say that it takes time."@en ;
                prov:wasAttributedTo <agent/coder> .
            """;

    @TempDir
    Path folder;

    private GraphStore store;

    @BeforeEach
    void openStore() {
        store = GraphStore.open(folder.resolve("tdb2"), IRIS, VOCABULARY);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aComparisonWithAPaperOfTheBaseIsTaken() {
        store.apply(put(AlphaPaper.ID, AlphaPaper.graph()));

        store.apply(put(BETA, betaWithComparison()));

        assertThat(store.validate((done, total) -> {}).violations()).isEmpty();
    }

    @Test
    void aComparisonWithAPaperOfTheSameChangeIsTaken() {
        store.apply(put(AlphaPaper.ID, AlphaPaper.graph()).put(BETA, betaWithComparison()));

        assertThat(store.validate((done, total) -> {}).violations()).isEmpty();
    }

    @Test
    void aComparisonWithAPaperThatTheSameBatchBringsIsTaken() {
        List<Outcome> outcomes =
                store.applyAll(List.of(put(BETA, betaWithComparison()), put(AlphaPaper.ID, AlphaPaper.graph())));

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Written.class));
        assertThat(store.validate((done, total) -> {}).violations()).isEmpty();
    }

    @Test
    void aComparisonWithNothingIsRefused() {
        assertThat(refused(put(BETA, betaWithComparison())))
                .extracting(Violation::shape)
                .containsOnly("ComparisonShape");
    }

    @Test
    void takingAwayWhatAnotherPaperComparesWithIsRefused() {
        store.apply(put(AlphaPaper.ID, AlphaPaper.graph()).put(BETA, betaWithComparison()));

        assertThat(refused(new Change(IRIS).remove(AlphaPaper.ID))).anySatisfy(violation -> {
            assertThat(violation.subject()).isEqualTo("comparison/1");
            assertThat(violation.shape()).isEqualTo("ComparisonShape");
        });
        assertThat(store.papers()).containsExactly(AlphaPaper.ID, BETA);
    }

    @Test
    void twoChangesOfABatchThatContradictEachOtherAreNotBothMade() {
        store.apply(put(AlphaPaper.ID, AlphaPaper.graph()));

        List<Outcome> outcomes =
                store.applyAll(List.of(new Change(IRIS).remove(AlphaPaper.ID), put(BETA, betaWithComparison())));

        assertThat(outcomes).hasAtLeastOneElementOfType(Outcome.Refused.class);
        assertThat(store.validate((done, total) -> {}).violations()).isEmpty();
    }

    /// Time would not show it on a small base: what is counted are the quads of other papers that a check looks
    /// at.
    @Test
    void whatACheckReadsDoesNotGrowWithTheBase() {
        long[] read = new long[2];
        int papers = 0;
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 6; i++) {
                String name = "paper-" + papers++;
                store.apply(put(new PaperId(name), AlphaPaper.named(name)));
            }
            var check = new ChangeCheck(IRIS, VOCABULARY, new Entailment(VOCABULARY.all()));
            read[round] = store.read(snapshot -> {
                var counting = new CountingDataset(snapshot.dataset());
                assertThat(check.check(counting, put(AlphaPaper.ID, AlphaPaper.graph())))
                        .isNotEmpty();
                return counting.quads;
            });
        }

        assertThat(read[0]).isPositive();
        assertThat(read[1]).isEqualTo(read[0]);
    }

    private static final class CountingDataset extends DatasetGraphWrapper {
        private long quads;

        CountingDataset(DatasetGraph dataset) {
            super(dataset);
        }

        @Override
        public Iterator<Quad> find(Node g, Node s, Node p, Node o) {
            return counted(super.find(g, s, p, o));
        }

        @Override
        public Iterator<Quad> findNG(Node g, Node s, Node p, Node o) {
            return counted(super.findNG(g, s, p, o));
        }

        private Iterator<Quad> counted(Iterator<Quad> found) {
            return Iter.map(found, quad -> {
                quads++;
                return quad;
            });
        }
    }

    /// What a shape reads from object to subject has to be followed when the subject changes: shapes and code
    /// must name the same properties.
    @Test
    void everyPropertyThatAShapeReadsBackwardsIsFollowed() throws Exception {
        String shapes = Files.readString(
                Path.of(System.getProperty("quoin.root", "."), "ontology", "shapes", "quoin-shapes.ttl"));
        Set<String> ofTheData = Stream.of(
                        "\\^((?:quoin|prov|oa):\\w+)",
                        "sh:inversePath ((?:quoin|prov|oa):\\w+)",
                        "\\?\\w+ ((?:quoin|prov|oa):\\w+) \\$this")
                .flatMap(pattern -> Pattern.compile(pattern).matcher(shapes).results())
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(ofTheData)
                .containsExactlyInAnyOrderElementsOf(ChangeCheck.READ_BACKWARDS.stream()
                        .map(Node::getURI)
                        .map(iri -> iri.startsWith(Terms.QUOIN)
                                ? "quoin:" + iri.substring(Terms.QUOIN.length())
                                : iri.replaceFirst(".*#", iri.contains("/oa#") ? "oa:" : "prov:"))
                        .toList());
    }

    private static Graph betaWithComparison() {
        Graph beta = AlphaPaper.named("beta");
        RDFParser.fromString(COMPARISON, Lang.TURTLE).parse(beta);
        return beta;
    }

    private static Change put(PaperId paper, Graph content) {
        return new Change(IRIS).put(paper, content);
    }

    private List<Violation> refused(Change change) {
        Problem problem = catchThrowableOfType(ProblemException.class, () -> store.apply(change))
                .problem();
        assertThat(problem).isInstanceOf(Problem.Invalid.class);
        return ((Problem.Invalid) problem).violations();
    }
}
