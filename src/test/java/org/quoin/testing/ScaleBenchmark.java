// Measures import and search on many generated items; `src/bench/scale.sh` runs it, docs/performance.md keeps its
// figures.
package org.quoin.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.quoin.app.Health;
import org.quoin.app.Progress;
import org.quoin.app.Quoin;
import org.quoin.app.Settings;
import org.quoin.model.ConceptRef;
import org.quoin.model.Kind;
import org.quoin.search.SearchFilter;
import org.quoin.search.SearchRequest;
import org.quoin.search.SearchRequest.Mode;
import org.quoin.sparql.ResultFormat;

public final class ScaleBenchmark {
    static final int ITEMS_PER_STUDY = 20;
    private static final int WARM_UP = 100;
    private static final int MEASURED = 300;
    /// The same question with what follows by the hierarchy, with its path spelt out, and with its classes named.
    private static final Map<String, String> DETERMINANTS = new TreeMap<>(Map.of(
            "as entailed", "SELECT (COUNT(?i) AS ?n) { ?i a quoin:Determinant }",
            "by path", "SELECT (COUNT(DISTINCT ?i) AS ?n) { ?i a/rdfs:subClassOf* quoin:Determinant }",
            "by name", "SELECT (COUNT(?i) AS ?n) { VALUES ?t { quoin:Enabler quoin:Barrier } ?i a ?t }"));
    private static final String PREFIXES = """
            PREFIX quoin: <https://w3id.org/quoin/ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            """;
    private static final int QUERIES = 9;
    private static final int WRITES = 50;
    private static final int WARM_UP_WRITES = 20;
    static final long SEED = 20261122;
    private static final List<String> WORDS = List.of(
            "shared records",
            "delays at discharge",
            "trust between nurses and managers",
            "who pays for transport",
            "what helps teams in remote clinics",
            "board members settled disputes",
            "volunteers",
            "pooled budgets",
            "does training give staff confidence",
            "co-location after the merger",
            "leadership buy-in",
            "patients waiting in winter",
            "data protection",
            "family doctors left out",
            "common goals");
    private static final SearchFilter RURAL_BARRIERS = new SearchFilter(
            Set.of(new Kind("barrier")),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(new ConceptRef("setting", "rural")),
            null);

    private ScaleBenchmark() {}

    /// @param args number of items; folder for studies and home (made, and kept); `model` or `no-model`
    public static void main(String[] args) throws IOException {
        int studies = Integer.parseInt(args[0]) / ITEMS_PER_STUDY;
        Path folder = Path.of(args[1]);
        boolean model = args[2].equals("model");
        Path home = folder.resolve("home");
        if (!Files.exists(home)) {
            GeneratedStudies.write(folder.resolve("studies"), studies, ITEMS_PER_STUDY, SEED);
            load(folder, home, model, studies);
        }
        try (Quoin quoin = Quoin.open(Settings.in(home, folder).withModel(model))) {
            Health health = quoin.health();
            print(
                    "items %d, sequence %d, index %d bytes, store %d bytes",
                    health.items(), health.sequence(), size(home.resolve("index")), size(home.resolve("tdb2")));
            measureWrites(quoin, folder.resolve("again"));
            DETERMINANTS.forEach((name, query) -> measureQuery(quoin, name, query));
            for (Mode mode : model ? Mode.values() : new Mode[] {Mode.BM25}) {
                measure(quoin, mode, SearchFilter.NONE, "no filter");
                measure(quoin, mode, RURAL_BARRIERS, "rural barriers");
            }
        }
    }

    static void load(Path folder, Path home, boolean model, int studies) throws IOException {
        Instant begin = Instant.now();
        try (Quoin quoin = Quoin.open(Settings.in(home, folder).withModel(model))) {
            quoin.importFiles(List.of(folder.resolve("studies")), (done, total, what) -> {
                if (done % 500 == 0) {
                    print(
                            "  %d of %d studies after %d s",
                            done, total, since(begin).toSeconds());
                }
            });
        }
        double seconds = since(begin).toMillis() / 1000.0;
        print(
                "import: %d studies, %d items in %.1f s: %.0f items/s; model: %s",
                studies, studies * ITEMS_PER_STUDY, seconds, studies * ITEMS_PER_STUDY / seconds, model);
    }

    /// Papers replaced one at a time: what a change costs in a base of this size.
    private static void measureWrites(Quoin quoin, Path folder) throws IOException {
        // Other numbers at each run, or there would be nothing to write.
        GeneratedStudies.write(folder, WRITES, ITEMS_PER_STUDY, System.nanoTime());
        List<Path> studies;
        try (var files = Files.list(folder)) {
            studies = files.sorted().toList();
        }
        var millis = new double[WRITES - WARM_UP_WRITES];
        for (int i = 0; i < WRITES; i++) {
            long begin = System.nanoTime();
            quoin.importFiles(List.of(studies.get(i)), Progress.NONE);
            if (i >= WARM_UP_WRITES) {
                millis[i - WARM_UP_WRITES] = (System.nanoTime() - begin) / 1e6;
            }
        }
        report("replace one paper of %d items".formatted(ITEMS_PER_STUDY), millis);
    }

    private static void measureQuery(Quoin quoin, String name, String query) {
        var millis = new double[QUERIES];
        for (int i = -1; i < QUERIES; i++) {
            long begin = System.nanoTime();
            quoin.sparql().prepare(PREFIXES + query).write(ResultFormat.CSV, OutputStream.nullOutputStream());
            if (i >= 0) {
                millis[i] = (System.nanoTime() - begin) / 1e6;
            }
        }
        report("count determinants, " + name, millis);
    }

    static void report(String what, double[] millis) {
        Arrays.sort(millis);
        int n = millis.length;
        print(
                "%-30s p50 %.1f ms, p95 %.1f ms, p99 %.1f ms",
                what, millis[n / 2], millis[n * 95 / 100], millis[n * 99 / 100]);
    }

    private static void measure(Quoin quoin, Mode mode, SearchFilter filter, String name) {
        var random = new Random(SEED);
        var millis = new double[MEASURED];
        for (int i = -WARM_UP; i < MEASURED; i++) {
            String words = WORDS.get(random.nextInt(WORDS.size())) + " " + WORDS.get(random.nextInt(WORDS.size()));
            long begin = System.nanoTime();
            quoin.search(new SearchRequest(words, filter, mode, 0, 10));
            if (i >= 0) {
                millis[i] = (System.nanoTime() - begin) / 1e6;
            }
        }
        report("search %-6s %-14s".formatted(mode, name), millis);
    }

    private static Duration since(Instant begin) {
        return Duration.between(begin, Instant.now());
    }

    private static long size(Path folder) throws IOException {
        var sizes = new ArrayList<Long>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sizes.add(Files.size(file));
            }
        }
        return sizes.stream().mapToLong(Long::longValue).sum();
    }

    static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
