// What follows by the hierarchies of the ontology stands in the base as long as what it follows from.
package org.quoin.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;

class EntailmentTest {
    private static final Vocabulary VOCABULARY = Vocabulary.load();
    private static final Iris IRIS = new Iris(Iris.DEFAULT_BASE);
    private static final Node VISION = NodeFactory.createURI(Iris.DEFAULT_BASE + "item/alpha/vision");

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
    void anEnablerIsEverythingAboveIt() {
        store.apply(new Change(IRIS).put(AlphaPaper.ID, AlphaPaper.graph()));

        assertThat(types(VISION))
                .containsExactlyInAnyOrder("Enabler", "Determinant", "StudyClaim", "EvidenceItem", "Entity");
    }

    @Test
    void anIllustrationIsEvidenceToo() {
        store.apply(new Change(IRIS).put(AlphaPaper.ID, AlphaPaper.graph()));

        Node managers = NodeFactory.createURI(Iris.DEFAULT_BASE + "paper/alpha/quotation/managers");
        assertThat(store.<Boolean>read(
                        snapshot -> snapshot.dataset().contains(Node.ANY, Node.ANY, Terms.evidencedBy, managers)))
                .isTrue();
    }

    @Test
    void domainsAndRangesGiveNoTypes() {
        Graph stated = GraphFactory.createGraphMem();
        stated.add(Triple.create(VISION, Terms.reportedIn, NodeFactory.createURI(Iris.DEFAULT_BASE + "study/alpha")));

        assertThat(new Entailment(VOCABULARY.all()).of(stated).size()).isZero();
    }

    @Test
    void whatIsStatedIsNotSaidTwice() {
        Graph stated = GraphFactory.createGraphMem();
        for (String cls : List.of("Enabler", "Determinant", "StudyClaim", "EvidenceItem")) {
            stated.add(Triple.create(VISION, RDF.type.asNode(), NodeFactory.createURI(Terms.QUOIN + cls)));
        }

        assertThat(new Entailment(VOCABULARY.all()).of(stated).find().toList())
                .extracting(t -> t.getObject().getURI())
                .containsExactly("http://www.w3.org/ns/prov#Entity");
    }

    @Test
    void itGoesWithWhatItFollowsFrom() {
        store.apply(new Change(IRIS).put(AlphaPaper.ID, AlphaPaper.graph()));

        store.apply(new Change(IRIS).put(AlphaPaper.ID, AlphaPaper.with("a quoin:Enabler", "a quoin:Barrier")));
        assertThat(types(VISION)).contains("Barrier", "Determinant").doesNotContain("Enabler");

        store.apply(new Change(IRIS).remove(AlphaPaper.ID));
        assertThat(types(VISION)).isEmpty();
        assertThat(store.<List<Node>>read(
                        snapshot -> Iter.toList(snapshot.dataset().listGraphNodes())))
                .noneMatch(graph -> graph.getURI().startsWith(Iris.DEFAULT_BASE));
    }

    @Test
    void itIsNeitherDescribedNorCounted() {
        Commit commit = store.apply(new Change(IRIS).put(AlphaPaper.ID, AlphaPaper.graph()));

        assertThat(commit.added()).isEqualTo(AlphaPaper.graph().size());
        assertThat(store.describe(VISION.getURI())
                        .orElseThrow()
                        .find(VISION, RDF.type.asNode(), Node.ANY)
                        .toList())
                .hasSize(1);
    }

    @Test
    void nobodyElseWritesIt() {
        Graph more = GraphFactory.createGraphMem();
        more.add(Triple.create(VISION, RDF.type.asNode(), NodeFactory.createURI(Terms.QUOIN + "Barrier")));
        Node graph = Iris.entailedGraph(IRIS.graph(AlphaPaper.ID));

        assertThat(catchThrowableOfType(ProblemException.class, () -> store.apply(new Change(IRIS).put(graph, more)))
                        .problem())
                .isInstanceOf(Problem.Forbidden.class);
    }

    @Test
    void aStoreOfAnotherOntologyIsBroughtUpToDate() {
        store.apply(new Change(IRIS).put(AlphaPaper.ID, AlphaPaper.graph()));
        store.close();
        SortedMap<String, String> files = Vocabulary.files();
        files.merge("quoin.ttl", "\nquoin:Enabler rdfs:subClassOf quoin:LessonLearned .\n", String::concat);

        store = GraphStore.open(folder.resolve("tdb2"), IRIS, Vocabulary.of(files));

        assertThat(types(VISION)).contains("Determinant", "LessonLearned");
        assertThat(store.changedSince(1)).containsExactly(AlphaPaper.ID);
    }

    private Set<String> types(Node node) {
        return store.read(snapshot ->
                Iter.toList(snapshot.dataset().find(Node.ANY, node, RDF.type.asNode(), Node.ANY)).stream()
                        .map(quad -> quad.getObject().getURI().replaceFirst(".*[#/]", ""))
                        .collect(Collectors.toSet()));
    }
}
