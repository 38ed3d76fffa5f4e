// Runs in the form of TREC, their fusion by ranks, and their measures.
package org.quoin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.evaluation.Run.Hit;
import org.quoin.evaluation.TestCollection.Query;

final class RunTest {
    @Test
    void isReadAsItWasWritten(@TempDir Path folder) throws IOException {
        Map<String, List<Hit>> rankings = new LinkedHashMap<>();
        rankings.put("q2", List.of(new Hit("a", 1.25), new Hit("b", -0.5)));
        rankings.put("q1", List.of(new Hit("b", 0.125)));
        Path file = folder.resolve("some.run");
        new Run("hybrid", rankings).write(file);
        assertThat(file).hasContent("""
                q2 Q0 a 1 1.250000000 hybrid
                q2 Q0 b 2 -0.500000000 hybrid
                q1 Q0 b 1 0.125000000 hybrid
                """);
        assertThat(Run.read(file)).isEqualTo(new Run("some.run", rankings));
    }

    @Test
    void isOrderedByScoreWhateverTheRanksSay(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("other.run"), "q1\tQ0\ta\t1\t0.5\tx\nq1 Q0 b 2 0.75 x\n");
        assertThat(Run.read(file).rankings().get("q1")).extracting(Hit::passage).containsExactly("b", "a");
    }

    @Test
    void malformedLinesAreNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.run"), "q1 Q0 a 1 0.5 x\nq1 Q0 b 2\n");
        assertThatThrownBy(() -> Run.read(file)).hasMessageContaining("bad.run: line 2 has 4 cells");
        Files.writeString(file, "q1 Q0 a 1 best x\n");
        assertThatThrownBy(() -> Run.read(file)).hasMessageContaining("bad.run: line 1 the score «best»");
        assertThatThrownBy(() -> Run.read(folder.resolve("none.run"))).hasMessageContaining("none.run");
    }

    @Test
    void idsWithBlanksCannotBeWritten(@TempDir Path folder) {
        var run = new Run("hybrid", Map.of("q1", List.of(new Hit("a b", 1))));
        assertThatThrownBy(() -> run.write(folder.resolve("x.run"))).hasMessageContaining("«a b»");
    }

    @Test
    void reciprocalRanksAreAdded() {
        var first = new Run("bm25", Map.of("q1", List.of(new Hit("a", 9), new Hit("b", 8))));
        var second = new Run("dense", Map.of("q1", List.of(new Hit("c", 0.9), new Hit("b", 0.8))));
        List<Hit> fused = Run.reciprocalRanks(first, second).rankings().get("q1");
        assertThat(fused)
                .containsExactly(new Hit("b", 1.0 / 62 + 1.0 / 62), new Hit("a", 1.0 / 61), new Hit("c", 1.0 / 61));
    }

    @Test
    void anUnansweredQueryScoresZero() {
        var collection = new TestCollection("c", "test", List.of(), List.of(query("q1"), query("q2")));
        var run = new Run("bm25", Map.of("q2", List.of(new Hit("a", 1))));
        assertThat(run.measure(collection)).containsExactly(new Measures(0, 0, 0), new Measures(1, 1, 1));
    }

    private static Query query(String id) {
        return new Query(id, "trust", Map.of("a", 1));
    }
}
