// After every kind of change, search finds in SPARQL exactly what the graph holds; readers never see the two
// apart.
package org.quoin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.model.PaperId;
import org.quoin.model.ProblemException;
import org.quoin.sparql.ResultFormat;
import org.quoin.testing.GeneratedStudies;

class IndexEqualsGraphTest {
    private static final int STEPS = 60;
    private static final int STUDIES = 4;
    private static final int ITEMS = 6;
    private static final int REPLACEMENTS = 25;
    private static final int READERS = 3;
    private static final String PREFIXES = """
            PREFIX oa: <http://www.w3.org/ns/oa#>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX quoin: <https://w3id.org/quoin/ns#>
            """;
    private static final String IN_GRAPH = """
            SELECT DISTINCT ?item WHERE {
              ?item quoin:reportedIn ?study .
              FILTER NOT EXISTS { ?item quoin:evidencedBy/oa:hasSource/prov:specializationOf/quoin:retracted ?why }
            } ORDER BY ?item""";
    private static final String FOUND = "SELECT ?item WHERE { ?item quoin:search (\"\" 10000) } ORDER BY ?item";
    private static final String FOUND_WITH_WORDS = """
            SELECT ?item ?score WHERE {
              (?item ?score ?rank ?snippet) quoin:search ("shared records training delays unit" 200) .
              %s ?item quoin:evidencedBy/oa:hasSelector/oa:exact ?exact . FILTER(?exact = ?snippet) %s
            } ORDER BY ?rank""";

    private enum Step {
        IMPORT,
        RETRACT,
        RESTORE,
        INSERT,
        DELETE,
        DELETE_WHAT_IS_FOUND,
        CLEAR,
        DROP,
        REFUSED,
        REINDEX,
        REOPEN
    }

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void searchFindsWhatTheGraphHolds() throws IOException {
        long seed = Long.getLong("quoin.seed", new Random().nextLong());
        System.out.println("IndexEqualsGraphTest: -Dquoin.seed=" + seed);
        var random = new Random(seed);
        Quoin quoin = Homes.empty(folder.resolve("home"));
        try {
            for (int i = 0; i < STEPS; i++) {
                // Every kind at least once, the first few so that there is something to change.
                Step step = i < 3
                        ? Step.IMPORT
                        : i < 3 + Step.values().length
                                ? Step.values()[i - 3]
                                : Step.values()[random.nextInt(Step.values().length)];
                String what = "seed " + seed + ", step " + i + ": " + step;
                if (step == Step.REOPEN) {
                    quoin.close();
                    quoin = Homes.empty(folder.resolve("home"));
                } else {
                    change(quoin, step, i, random);
                }
                assertThat(answer(quoin, FOUND)).as(what).isEqualTo(answer(quoin, IN_GRAPH));
                assertThat(quoin.differences()).as(what).isEmpty();
                assertThat(answer(quoin, FOUND_WITH_WORDS.formatted("OPTIONAL {", "}")))
                        .as(what)
                        .isEqualTo(answer(quoin, FOUND_WITH_WORDS.formatted("", "")));
            }
        } finally {
            quoin.close();
        }
    }

    private void change(Quoin quoin, Step step, int number, Random random) throws IOException {
        List<PaperId> papers = quoin.papers().stream().map(PaperSummary::id).toList();
        PaperId paper = papers.isEmpty() ? null : papers.get(random.nextInt(papers.size()));
        if (step == Step.IMPORT || paper == null) {
            generate(quoin, folder.resolve("studies-" + number), 1 + random.nextInt(STUDIES), random.nextLong());
            return;
        }
        String graph = "<" + quoin.iris().graph(paper).getURI() + ">";
        long before = quoin.health().sequence();
        switch (step) {
            case RETRACT -> quoin.retract(paper, "the data were made up");
            case RESTORE -> unlessRefused(() -> quoin.restore(paper));
            case INSERT ->
                quoin.sparql()
                        .update(PREFIXES + "INSERT { GRAPH " + graph + " { ?item quoin:statement \"Said of step "
                                + number
                                + ".\"@en } } WHERE { SELECT ?item { GRAPH " + graph
                                + " { ?item quoin:reportedIn ?study FILTER NOT EXISTS { ?item quoin:statement ?s } } }"
                                + " LIMIT 1 }");
            case DELETE -> delete(quoin, graph, "?item quoin:reportedIn ?any");
            case DELETE_WHAT_IS_FOUND ->
                delete(quoin, graph, "?item quoin:search (\"shared records\" \"kind:barrier\" 1)");
            case CLEAR -> quoin.sparql().update("CLEAR GRAPH " + graph);
            case DROP -> quoin.sparql().update("DROP GRAPH " + graph);
            case REFUSED -> {
                unlessRefused(() -> quoin.sparql()
                        .update(PREFIXES + "INSERT DATA { GRAPH " + graph
                                + " { <https://w3id.org/quoin/id/item/none/one> a quoin:Barrier } }"));
                assertThat(quoin.health().sequence()).isEqualTo(before);
            }
            case REINDEX -> quoin.reindex(Progress.NONE);
            case IMPORT, REOPEN -> throw new IllegalStateException("done elsewhere");
        }
    }

    /// An item with its coding; what else rests on it may have it refused.
    private static void delete(Quoin quoin, String graph, String which) {
        unlessRefused(() -> quoin.sparql()
                .update(PREFIXES + "DELETE { GRAPH " + graph
                        + " { ?item ?p ?o . ?coding ?q ?r } } WHERE { { SELECT ?item {"
                        + " GRAPH " + graph + " { " + which + " } } LIMIT 1 } GRAPH " + graph
                        + " { ?item ?p ?o . ?coding oa:hasBody ?item ; ?q ?r } }"));
    }

    private static void unlessRefused(Runnable change) {
        try {
            change.run();
        } catch (ProblemException refused) {
            assertThat(refused.problem().detail()).isNotBlank();
        }
    }

    private static void generate(Quoin quoin, Path folder, int studies, long seed) throws IOException {
        GeneratedStudies.write(folder, studies, ITEMS, seed);
        assertThat(quoin.importFiles(List.of(folder), Progress.NONE).rejected()).isZero();
    }

    private static List<String> answer(Quoin quoin, String query) {
        var out = new ByteArrayOutputStream();
        quoin.sparql().prepare(PREFIXES + query).write(ResultFormat.CSV, out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void noHitIsWithoutItsTriplesWhilePapersAreReplaced() throws Exception {
        try (Quoin quoin = Homes.empty(folder.resolve("home"));
                var readers = Executors.newFixedThreadPool(READERS)) {
            generate(quoin, folder.resolve("first"), STUDIES, 0);
            var writing = new AtomicBoolean(true);
            List<Future<Integer>> reading = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                reading.add(readers.submit((Callable<Integer>) () -> {
                    int hits = 0;
                    while (writing.get()) {
                        List<String> rows = answer(quoin, """
                                SELECT ?item (BOUND(?exact) AS ?there) WHERE {
                                  (?item ?score ?rank ?snippet) quoin:search ("shared records training delays unit" 50) .
                                  OPTIONAL {
                                    ?item quoin:evidencedBy/oa:hasSelector/oa:exact ?exact . FILTER(?exact = ?snippet)
                                  }
                                }""");
                        assertThat(rows.subList(1, rows.size())).isNotEmpty().allMatch(row -> row.endsWith(",true"));
                        hits += rows.size() - 1;
                    }
                    return hits;
                }));
            }
            try {
                for (int i = 1; i <= REPLACEMENTS; i++) {
                    generate(quoin, folder.resolve("again-" + i), STUDIES, i);
                }
            } finally {
                writing.set(false);
            }
            for (Future<Integer> reader : reading) {
                assertThat(result(reader)).isPositive();
            }
        }
    }

    private static int result(Future<Integer> reader) throws InterruptedException {
        try {
            return reader.get();
        } catch (ExecutionException e) {
            throw new AssertionError("a reader failed", e.getCause());
        }
    }
}
