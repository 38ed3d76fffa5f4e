// Measures how fast papers are read, without anything being stored.
package org.quoin.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quoin.intake.document.DocumentReaders;
import org.quoin.intake.document.ReadLimits;
import org.quoin.intake.document.Reading;
import org.quoin.intake.document.Source;
import org.quoin.model.ProblemException;

public final class ReadingBenchmark {
    private static final int ROUNDS = 5;

    private ReadingBenchmark() {}

    /// @param args folders whose files are read, each file `ROUNDS` times over by one thread
    public static void main(String[] args) throws IOException {
        DocumentReaders readers = new DocumentReaders(ReadLimits.DEFAULT, List.of());
        List<Source> sources = new ArrayList<>();
        for (String folder : args) {
            try (var walk = Files.walk(Path.of(folder))) {
                for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                    sources.add(Source.of(file.toString(), file, ReadLimits.DEFAULT));
                }
            }
        }
        long bytes = sources.stream().mapToLong(Source::size).sum();
        for (int round = 1; round <= ROUNDS; round++) {
            long characters = 0;
            long parts = 0;
            int rejected = 0;
            int others = 0;
            long allocated = allocated();
            Instant start = Instant.now();
            for (Source source : sources) {
                try {
                    switch (readers.read(source)) {
                        case Reading.Documents(var documents) -> {
                            for (var document : documents) {
                                characters += document.text().codePointLength();
                                parts += document.allParts().count();
                            }
                        }
                        case Reading.Records(var documents, var notes) -> {
                            for (var document : documents) {
                                characters += document.text().codePointLength();
                                parts += document.allParts().count();
                            }
                        }
                        case Reading.NotAPaper(var what) -> others++;
                    }
                } catch (ProblemException e) {
                    rejected++;
                    if (round == 1) {
                        System.out.println(e.problem());
                    }
                }
            }
            double seconds = Duration.between(start, Instant.now()).toNanos() / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "round %d: %d files, %.1f MB, %d not papers, %d rejected, %d characters, %d parts: %.2f s,"
                            + " %.0f files/s, %.1f MB/s, %.1f MB allocated a file%n",
                    round,
                    sources.size(),
                    bytes / 1e6,
                    others,
                    rejected,
                    characters,
                    parts,
                    seconds,
                    sources.size() / seconds,
                    bytes / 1e6 / seconds,
                    (allocated() - allocated) / 1e6 / Math.max(1, sources.size()));
        }
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT, "heap now %.0f MB of %.0f%n", runtime.totalMemory() / 1e6, runtime.maxMemory() / 1e6);
    }

    private static long allocated() {
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }
}
