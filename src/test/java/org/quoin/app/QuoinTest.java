// An open base: one holder at a time, and an index that is always level with the graph.
package org.quoin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.app.export.ExportFormat;
import org.quoin.graph.Change;
import org.quoin.graph.GraphStore;
import org.quoin.graph.Iris;
import org.quoin.graph.PaperRecord;
import org.quoin.graph.Vocabulary;
import org.quoin.model.EvidenceItem;
import org.quoin.model.ItemId;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.SynthesisId;
import org.quoin.model.Violation;
import org.quoin.search.Embedder;
import org.quoin.search.EvidenceIndex;
import org.quoin.search.SearchRequest;
import org.quoin.search.lucene.LuceneEvidenceIndex;

class QuoinTest {
    private static final PaperId SEED = new PaperId("integrated-care-rural-uk");

    @TempDir
    Path home;

    @TempDir
    Path folder;

    @Test
    void aSecondOpeningInTheSameProcessIsToldWhoHoldsTheHome() {
        try (Quoin first = Quoin.open(Homes.settings(home).withHolder("quoin serve"))) {
            assertThat(first.papers()).isEmpty();

            assertThat(openingProblem())
                    .isInstanceOf(Problem.Conflict.class)
                    .extracting(Problem::detail)
                    .asString()
                    .contains(home.toString())
                    .contains("process " + ProcessHandle.current().pid())
                    .contains("quoin serve");
        }
        try (Quoin again = Homes.empty(home)) {
            assertThat(again.papers()).isEmpty();
        }
    }

    @Tag("slow")
    @Test
    void anotherProcessHoldsTheHomeUntilItEndsHoweverItEnds() throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        "jdk.incubator.vector",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dquoin.root=" + Homes.ROOT.toAbsolutePath(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldHome.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var out = new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("holding 0");

            assertThat(openingProblem())
                    .isInstanceOf(Problem.Conflict.class)
                    .extracting(Problem::detail)
                    .asString()
                    .contains("process " + holder.pid())
                    .contains("quoin serve");
        } finally {
            holder.destroyForcibly();
            assertThat(holder.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        try (Quoin afterwards = Homes.empty(home)) {
            assertThat(afterwards.validate(Progress.NONE)).isEmpty();
        }
    }

    private Problem openingProblem() {
        return catchThrowableOfType(
                        ProblemException.class, () -> Homes.empty(home).close())
                .problem();
    }

    @Test
    void anOpeningThatFailsFreesTheHome() {
        Settings other = Homes.settings(home);
        Homes.empty(home).close();

        assertThat(catchThrowableOfType(
                                ProblemException.class,
                                () -> Quoin.open(new Settings(
                                        other.home(),
                                        other.shippedData(),
                                        "https://example.org/id/",
                                        "other",
                                        false,
                                        other.queryTimeout(),
                                        other.maxRows(),
                                        false)))
                        .problem())
                .isInstanceOf(Problem.Conflict.class);

        Homes.empty(home).close();
    }

    @Test
    void theIndexIsLevelWithTheGraphAfterEachKindOfChange() throws IOException {
        try (Quoin quoin = Homes.empty(home)) {
            assertLevel(quoin, 0, 0);

            importing(quoin, "- {kind: finding, quote: over tea}", "- {kind: enabler, quote: Trust grew}");
            assertLevel(quoin, 1, 2);
            assertThat(quoin.search(SearchRequest.of("grew", 5)).hits()).hasSize(2);

            importing(quoin, "- {kind: finding, quote: over tea}");
            assertLevel(quoin, 2, 1);
            assertThat(quoin.search(SearchRequest.of("grew", 5)).hits())
                    .singleElement()
                    .extracting(hit -> hit.document().quotations().getFirst().exact())
                    .isEqualTo("over tea");

            quoin.sparql()
                    .update("WITH <graph/paper/tea> DELETE { ?c ?p ?o } INSERT { ?c ?p <agent/joe> } WHERE {"
                            + " ?c <http://www.w3.org/ns/prov#wasAttributedTo> ?o ; ?p ?o } ; INSERT DATA { GRAPH <graph/paper/tea> {"
                            + " <agent/joe> a <http://www.w3.org/ns/prov#Person> ;"
                            + " <http://www.w3.org/2000/01/rdf-schema#label> \"Joe\" } }");
            assertLevel(quoin, 3, 1);

            quoin.sparql().update("DROP GRAPH <graph/paper/tea>");
            assertLevel(quoin, 4, 0);
            assertThat(quoin.papers()).isEmpty();
        }
        try (Quoin again = Homes.empty(home)) {
            assertLevel(again, 4, 0);
        }
    }

    private static void assertLevel(Quoin quoin, long sequence, long items) {
        Health health = quoin.health();
        assertThat(health.sequence()).isEqualTo(sequence);
        assertThat(health.lag()).isZero();
        assertThat(health.items()).isEqualTo(items);
        assertThat(health.indexProblem()).isNull();
        assertThat(quoin.validate(Progress.NONE)).isEmpty();
    }

    @Test
    void whatTheSummaryOfAPaperSaysIsNeverOld() throws IOException {
        try (Quoin quoin = Homes.empty(home)) {
            importing(quoin, "- {kind: finding, quote: over tea}");
            assertThat(quoin.papers()).singleElement().returns(1L, PaperSummary::total);

            importing(quoin, "- {kind: finding, quote: over tea}", "- {kind: enabler, quote: Trust grew}");

            assertThat(quoin.papers())
                    .singleElement()
                    .satisfies(paper ->
                            assertThat(paper.items()).containsExactly(entry("enabler", 1L), entry("finding", 1L)));
        }
    }

    @Test
    void aDeletedIndexIsMadeAgainWhenTheBaseIsOpened() throws IOException {
        long items;
        try (Quoin quoin = Homes.filled(home)) {
            items = quoin.health().items();
        }
        deleteFolder(home.resolve("index"));
        var steps = new ArrayList<String>();

        try (Quoin quoin = Quoin.open(Homes.settings(home), (done, total, what) -> steps.add(what))) {
            assertThat(steps).hasSize(7).contains(SEED.value());
            assertThat(quoin.health().items()).isEqualTo(items);
            assertThat(quoin.health().lag()).isZero();
            assertThat(found(quoin, "clear shared vision")).isTrue();
            assertThat(quoin.validate(Progress.NONE)).isEmpty();
        }
    }

    @Test
    void anIndexThatIsBehindTakesInJustThePapersThatChanged() throws IOException {
        PaperId removed = new PaperId("care-home-diaries-sweden");
        try (Quoin quoin = Homes.filled(home)) {
            // It rests on the paper.
            quoin.syntheses().delete(new SynthesisId("what-keeps-care-joined-up"));
        }
        try (GraphStore alone = GraphStore.open(home.resolve("tdb2"), new Iris(Iris.DEFAULT_BASE), Vocabulary.load())) {
            var record = alone.paper(SEED).orElseThrow();
            var fewer = new PaperRecord(
                    record.paper(), record.text(), record.items().subList(0, 10));
            alone.apply(new Change(alone.iris()).put(SEED, alone.mapper().toGraph(fewer)));
            alone.apply(new Change(alone.iris()).remove(removed));
        }
        var steps = new ArrayList<String>();

        try (Quoin quoin = Quoin.open(Homes.settings(home), (done, total, what) -> steps.add(what))) {
            assertThat(steps).containsExactlyInAnyOrder(SEED.value(), removed.value());
            assertThat(quoin.health().lag()).isZero();
            assertThat(quoin.validate(Progress.NONE)).isEmpty();
            assertThat(quoin.paper(SEED).items()).hasSize(10);
        }
    }

    @Test
    void anIndexThatDiffersIsFoundByValidateAndMendedByReindex() throws IOException {
        ItemId lost;
        try (Quoin quoin = Homes.filled(home)) {
            lost = quoin.paper(SEED).items().stream()
                    .map(EvidenceItem::id)
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        try (EvidenceIndex index = LuceneEvidenceIndex.open(home.resolve("index"), Embedder.unavailable("a test"))) {
            var others = index.ids().stream()
                    .filter(id -> id.paper().equals(SEED) && !id.equals(lost))
                    .map(id -> index.get(id).orElseThrow())
                    .toList();
            index.replace(SEED, others, List.of());
            index.commit(index.committedSequence());
        }

        try (Quoin quoin = Homes.empty(home)) {
            assertThat(quoin.validate(Progress.NONE))
                    .singleElement()
                    .returns(lost.value(), Violation::subject)
                    .returns("IndexCheck", Violation::shape)
                    .extracting(Violation::message)
                    .asString()
                    .contains("run reindex");

            quoin.reindex(Progress.NONE);

            assertThat(quoin.validate(Progress.NONE)).isEmpty();
        }
    }

    @Test
    void theShippedStudiesAreLoadedIntoANewBaseOnce() throws IOException {
        try (Quoin quoin = Homes.empty(home)) {
            Optional<ImportReport> report = quoin.loadShippedDataIfNew(true, Progress.NONE);

            assertThat(report).hasValueSatisfying(r -> {
                assertThat(r.imported()).as("seven studies and a synthesis").isEqualTo(8);
                assertThat(r.rejected()).isZero();
            });
            assertThat(quoin.loadShippedDataIfNew(true, Progress.NONE)).isEmpty();
        }
    }

    @Test
    void withoutDemoNoFictionalStudyIsLoaded() throws IOException {
        try (Quoin quoin = Homes.empty(home)) {
            quoin.loadShippedDataIfNew(false, Progress.NONE);

            assertThat(quoin.papers()).extracting(PaperSummary::id).containsExactly(SEED);
            assertThat(quoin.papers()).noneMatch(PaperSummary::fictional);
        }
    }

    @Test
    void aBaseThatWasEmptiedByItsOwnerIsNotFilledAgain() throws IOException {
        try (Quoin quoin = Homes.empty(home)) {
            importing(quoin, "- {kind: finding, quote: over tea}");
            quoin.sparql().update("DROP GRAPH <graph/paper/tea>");

            assertThat(quoin.loadShippedDataIfNew(true, Progress.NONE)).isEmpty();
            assertThat(quoin.papers()).isEmpty();
        }
    }

    @Test
    void missingShippedDataIsToldWithWhatToDo() {
        Settings settings = new Settings(
                home,
                folder.resolve("nowhere"),
                Iris.DEFAULT_BASE,
                "a test",
                false,
                Settings.DEFAULT_QUERY_TIMEOUT,
                10,
                false);
        try (Quoin quoin = Quoin.open(settings)) {
            assertThat(catchThrowableOfType(
                                    ProblemException.class, () -> quoin.loadShippedDataIfNew(true, Progress.NONE))
                            .problem())
                    .isInstanceOf(Problem.NotFound.class)
                    .extracting(Problem::detail)
                    .asString()
                    .contains("nowhere")
                    .contains("--empty");
        }
    }

    @Test
    void healthSaysThatSearchWorksByWordsAloneAndWhy() throws IOException {
        try (Quoin quoin = Homes.filled(home)) {
            Health health = quoin.health();

            assertThat(health.papers()).isEqualTo(7);
            assertThat(health.items())
                    .isEqualTo(quoin.papers().stream()
                            .mapToLong(PaperSummary::total)
                            .sum());
            assertThat(health.sequence()).isPositive();
            assertThat(health.indexSequence()).isEqualTo(health.sequence());
            assertThat(health.model()).isNull();
            assertThat(health.modelProblem()).contains("switched off");
            assertThat(health.ok()).isFalse();
        }
    }

    @Test
    void whatIsNotThereIsNamed() {
        try (Quoin quoin = Homes.empty(home)) {
            for (var asking : List.<ThrowingCallable>of(
                    () -> quoin.paper(new PaperId("no-such")),
                    () -> quoin.item(new ItemId("no-such/item")),
                    () -> quoin.item(new ItemId(SEED, "no-such")),
                    () -> quoin.export(
                            ExportFormat.CSV, List.of(new PaperId("no-such")), new ByteArrayOutputStream()))) {
                assertThat(catchThrowableOfType(ProblemException.class, asking).problem())
                        .isInstanceOf(Problem.NotFound.class)
                        .extracting(Problem::detail)
                        .asString()
                        .contains("no-such");
            }
        }
    }

    private void importing(Quoin quoin, String... items) throws IOException {
        Files.writeString(folder.resolve("tea.txt"), "Trust grew over tea.");
        Path file = folder.resolve("tea.yaml");
        Files.writeString(file, """
                quoin: 1
                paper: tea
                text: tea.txt
                coded-by: {id: jane, name: Jane Example}
                evidence:
                """ + String.join("\n", items));
        assertThat(quoin.importFiles(List.of(file), Progress.NONE).imported()).isEqualTo(1);
    }

    private static boolean found(Quoin quoin, String words) {
        return !quoin.search(SearchRequest.of(words, 5)).hits().isEmpty();
    }

    private static void deleteFolder(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
