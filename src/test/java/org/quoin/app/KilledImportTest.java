// An import killed at random moments loses nothing that it reported and leaves nothing half-written.
package org.quoin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.model.PaperId;
import org.quoin.testing.GeneratedStudies;

@Tag("slow")
class KilledImportTest {
    private static final int STUDIES = 500;
    private static final int ITEMS = 5;
    private static final int KILLS = 20;
    private static final int LONGEST_LIFE_MILLIS = 2_500;
    private static final Pattern IMPORTED =
            Pattern.compile("(?:imported|unchanged) .*/(study-\\d+)/evidence\\.yaml: .*");

    @Test
    void everyReportedStudyIsThereAndTheIndexEqualsTheGraphAfterTwentyKills(@TempDir Path folder) throws Exception {
        long seed = Long.getLong("quoin.seed", System.nanoTime());
        System.out.println("KilledImportTest: -Dquoin.seed=" + seed);
        var random = new Random(seed);
        GeneratedStudies.write(folder.resolve("studies"), STUDIES, ITEMS, seed);
        Path home = folder.resolve("home");
        var reported = new HashSet<PaperId>();
        int cutShort = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            boolean finished = importAndKill(folder, home, random.nextInt(LONGEST_LIFE_MILLIS), reported);
            cutShort += finished ? 0 : 1;
            assertHolds(home, reported);
            if (finished) {
                delete(home);
                reported.clear();
            }
        }
        assertThat(cutShort).as("imports really cut short").isGreaterThan(KILLS / 2);
        try (Quoin quoin = open(home)) {
            quoin.importFiles(List.of(folder.resolve("studies")), Progress.NONE);
            assertThat(quoin.papers()).hasSize(STUDIES);
            assertThat(quoin.validate(Progress.NONE)).isEmpty();
        }
    }

    /// @return whether the import came to its end before it was killed
    private static boolean importAndKill(Path folder, Path home, int millis, Set<PaperId> reported) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.quoin.Main",
                        "import",
                        "--no-model",
                        "--home",
                        home.toString(),
                        folder.resolve("studies").toString())
                .redirectErrorStream(true)
                .start();
        long killAt = 0;
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                var match = IMPORTED.matcher(line);
                if (match.matches()) {
                    reported.add(new PaperId(match.group(1)));
                    killAt = killAt == 0 ? System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis) : killAt;
                }
                if (killAt != 0 && System.nanoTime() > killAt) {
                    process.destroyForcibly();
                }
            }
        } catch (IOException killed) {
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        return process.waitFor() == 0;
    }

    private static void assertHolds(Path home, Set<PaperId> reported) {
        try (Quoin quoin = open(home)) {
            assertThat(quoin.papers()).extracting(PaperSummary::id).containsAll(reported);
            assertThat(quoin.papers())
                    .as("nothing half-written")
                    .allSatisfy(paper -> assertThat(paper.total()).isEqualTo(ITEMS));
            assertThat(quoin.differences()).as("index against graph").isEmpty();
        }
    }

    private static Quoin open(Path home) {
        return Quoin.open(Settings.in(home, home).withModel(false));
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
