// What one system answered to every query of a collection.
package org.quoin.evaluation;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;

/// Read and written in the form of TREC: `QUERY Q0 PASSAGE RANK SCORE NAME`, separated by blanks.
///
/// @param name what the system is called
/// @param rankings query id to its hits, best first
public record Run(String name, Map<String, List<Hit>> rankings) {
    /// Constant of reciprocal rank fusion in its authors' paper.
    private static final int RRF_K = 60;

    /// @param score higher is better, comparable within one query
    public record Hit(String passage, double score) {
        private static final Comparator<Hit> BEST_FIRST =
                Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::passage);
    }

    /// Measures of every query of the collection, in its order; one that the run did not answer scores 0.
    public List<Measures> measure(TestCollection collection) {
        return collection.queries().stream()
                .map(query -> Measures.of(
                        rankings.getOrDefault(query.id(), List.of()).stream()
                                .map(Hit::passage)
                                .toList(),
                        query.grades()))
                .toList();
    }

    /// Both runs fused by reciprocal ranks: Cormack, Clarke & Büttcher 2009, "Reciprocal Rank Fusion
    /// outperforms Condorcet and individual Rank Learning Methods", with their k = 60. What other fusions
    /// are held against.
    public static Run reciprocalRanks(Run first, Run second) {
        Map<String, List<Hit>> fused = new LinkedHashMap<>();
        first.rankings.forEach((query, hits) -> {
            Map<String, Double> scores = new HashMap<>();
            for (List<Hit> ranking : List.of(hits, second.rankings.getOrDefault(query, List.of()))) {
                for (int i = 0; i < ranking.size(); i++) {
                    scores.merge(ranking.get(i).passage(), 1.0 / (RRF_K + i + 1), Double::sum);
                }
            }
            fused.put(
                    query,
                    scores.entrySet().stream()
                            .map(score -> new Hit(score.getKey(), score.getValue()))
                            .sorted(Hit.BEST_FIRST)
                            .toList());
        });
        return new Run("rrf", fused);
    }

    /// Hits are ordered by their scores, whatever ranks the file gives, as trec_eval does; the run's name
    /// is the file's.
    ///
    /// @throws ProblemException ([Problem.NotFound]); ([Problem.Invalid]) naming file and line
    public static Run read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw Problem.notFound("there is no run file " + file);
        }
        Map<String, List<Hit>> rankings = new LinkedHashMap<>();
        TestCollection.readLines(
                file,
                (line, number) -> {
                    String[] cells = line.strip().split("\\s+", -1);
                    if (cells.length != 6) {
                        throw TestCollection.malformed(
                                file,
                                number,
                                "has " + cells.length + " cells, a run has 6: QUERY Q0 PASSAGE RANK SCORE NAME");
                    }
                    try {
                        rankings.computeIfAbsent(cells[0], query -> new ArrayList<>())
                                .add(new Hit(cells[2], Double.parseDouble(cells[4])));
                    } catch (NumberFormatException e) {
                        throw TestCollection.malformed(file, number, "the score «" + cells[4] + "» is not a number", e);
                    }
                },
                false);
        rankings.replaceAll(
                (query, hits) -> hits.stream().sorted(Hit.BEST_FIRST).toList());
        return new Run(String.valueOf(file.getFileName()), rankings);
    }

    /// @throws ProblemException ([Problem.Invalid]) when an id holds blanks, which the form cannot carry
    public void write(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            for (Map.Entry<String, List<Hit>> ranking : rankings.entrySet()) {
                int rank = 1;
                for (Hit hit : ranking.getValue()) {
                    if ((ranking.getKey() + hit.passage()).chars().anyMatch(Character::isWhitespace)) {
                        throw Problem.invalid("a run file cannot hold ids with blanks in them, such as «"
                                + ranking.getKey() + "» or «" + hit.passage() + "»");
                    }
                    out.write(String.format(
                            Locale.ROOT,
                            "%s Q0 %s %d %.9f %s%n",
                            ranking.getKey(),
                            hit.passage(),
                            rank,
                            hit.score(),
                            name));
                    rank++;
                }
            }
        }
    }
}
