// A base whose search index is missing, damaged or of another model answers while it is made whole again.
package org.quoin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.model.EvidenceItem;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.search.SearchFilter;
import org.quoin.search.SearchRequest;
import org.quoin.search.SearchRequest.Mode;
import org.quoin.search.SearchResult;
import org.quoin.sparql.ResultFormat;
import org.quoin.testing.GeneratedStudies;

class IndexUpkeepTest {
    private static final int STUDIES = 60;
    private static final int ITEMS = 5;
    private static final String FIRST = "study-00001";
    private static final long SEED = 20261122;
    private static final SearchRequest EVERYTHING = SearchRequest.of("", SearchRequest.MAX_LIMIT);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void fill() throws IOException {
        GeneratedStudies.write(folder.resolve("studies"), STUDIES, ITEMS, SEED);
        try (Quoin quoin = Quoin.open(settings())) {
            quoin.importFiles(List.of(folder.resolve("studies")), Progress.NONE);
            assertThat(quoin.search(EVERYTHING).total()).isEqualTo(STUDIES * ITEMS);
        }
    }

    private Settings settings() {
        return Homes.settings(folder.resolve("home"));
    }

    private Path index() {
        return folder.resolve("home/index");
    }

    @Test
    void answersWhileTheIndexIsMadeAgain() throws IOException {
        try (Stream<Path> files = Files.walk(index())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        GeneratedStudies.write(folder.resolve("more"), 1, ITEMS, SEED + 1);
        try (Quoin quoin = Quoin.open(settings().withUpkeep())) {
            SearchResult first = quoin.search(EVERYTHING);
            if (first.total() < STUDIES * ITEMS) {
                assertThat(first.note()).contains("being made again from the base");
                assertThat(searchesInSparql(quoin)).isIn(0L, (long) STUDIES * ITEMS);
            }
            quoin.importFiles(List.of(folder.resolve("more")), Progress.NONE);
            PaperId replaced = new PaperId(FIRST);
            SearchRequest ofReplaced =
                    new SearchRequest("", SearchFilter.NONE.in(Set.of(replaced)), Mode.BM25, 0, 2 * ITEMS);
            assertThat(quoin.search(ofReplaced).hits())
                    .as("what comes meanwhile is found at once")
                    .extracting(hit -> hit.document().id())
                    .containsExactlyInAnyOrderElementsOf(quoin.paper(replaced).items().stream()
                            .map(EvidenceItem::id)
                            .toList());

            awaitLevel(quoin);
            assertThat(quoin.search(EVERYTHING).total()).isEqualTo(STUDIES * ITEMS);
            assertThat(quoin.differences()).isEmpty();
            assertThat(searchesInSparql(quoin)).isEqualTo(STUDIES * ITEMS);
        }
        try (Quoin quoin = Quoin.open(settings())) {
            assertThat(quoin.differences()).isEmpty();
        }
    }

    /// Rows that SPARQL finds; 0 when it says that it cannot search yet.
    private static long searchesInSparql(Quoin quoin) {
        var out = new ByteArrayOutputStream();
        try {
            quoin.sparql()
                    .prepare("PREFIX quoin: <https://w3id.org/quoin/ns#> SELECT ?i { ?i quoin:search (\"\" 10000) }")
                    .write(ResultFormat.TSV, out);
        } catch (ProblemException e) {
            assertThat(e.problem()).isInstanceOf(Problem.Unavailable.class);
            assertThat(e).hasMessageContaining("being made again from the base");
            return 0;
        }
        return out.toString(StandardCharsets.UTF_8).lines().count() - 1;
    }

    private static void awaitLevel(Quoin quoin) {
        await().atMost(Duration.ofMinutes(2)).until(() -> quoin.health().indexProblem() == null);
    }

    @Test
    void findsDamageAndMendsIt() throws IOException {
        List<Path> damaged;
        try (Stream<Path> files = Files.list(index())) {
            damaged = files.filter(file -> file.toString().matches(".*\\.(cfs|fdt|tim)"))
                    .toList();
        }
        assertThat(damaged).isNotEmpty();
        for (Path file : damaged) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        }
        try (Quoin quoin = Quoin.open(settings().withUpkeep())) {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> quoin.health().indexProblem() == null
                            && quoin.differences().isEmpty()
                            && files(index()).stream().noneMatch(damaged::contains));
        }
        try (Quoin quoin = Quoin.open(settings())) {
            assertThat(quoin.search(EVERYTHING).total()).isEqualTo(STUDIES * ITEMS);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void givesVectorsToWhatCameWithoutAModel() {
        var question = SearchRequest.of("shared records", 1);
        try (Quoin quoin = Quoin.open(settings().withModel(true).withUpkeep())) {
            assertThat(quoin.search(question).hits()).as("at once, by words").hasSize(1);
            await().atMost(Duration.ofMinutes(4)).until(() -> quoin.health().withoutVectors() == 0);
            assertThat(quoin.search(question).hits().getFirst().similarity()).isPositive();
            assertThat(quoin.health().ok()).isTrue();
        }
    }
}
