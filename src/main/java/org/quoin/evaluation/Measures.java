// The measures of one ranked list, as trec_eval computes them.
package org.quoin.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Grades above 0 are relevant; what was not judged, or was judged below 0, counts as 0. A question
/// without any relevant passage scores 0 on every measure.
///
/// @param ndcg nDCG@10: Järvelin & Kekäläinen 2002, "Cumulated gain-based evaluation of IR techniques",
///     with the grade itself as gain and a discount of log2(rank + 1)
/// @param recall Recall@100: share of the relevant passages among the first hundred
/// @param reciprocalRank MRR@10 of one question: 1 divided by the rank of the first relevant passage, 0
///     when it is not among the first ten
public record Measures(double ndcg, double recall, double reciprocalRank) {
    /// Depth of nDCG and of the reciprocal rank.
    public static final int TOP = 10;

    /// Depth of recall.
    public static final int DEPTH = 100;

    /// @param ranking ids of passages, best first, none twice
    /// @param grades what was judged: passage id to grade
    public static Measures of(List<String> ranking, Map<String, Integer> grades) {
        long relevant = grades.values().stream().filter(grade -> grade > 0).count();
        if (relevant == 0) {
            return new Measures(0, 0, 0);
        }
        List<Integer> gains = ranking.stream()
                .limit(DEPTH)
                .map(id -> Math.max(0, grades.getOrDefault(id, 0)))
                .toList();
        List<Integer> ideal = grades.values().stream()
                .filter(grade -> grade > 0)
                .sorted(Comparator.reverseOrder())
                .toList();
        long found = gains.stream().filter(gain -> gain > 0).count();
        int first = 0;
        while (first < Math.min(TOP, gains.size()) && gains.get(first) == 0) {
            first++;
        }
        boolean missed = first == Math.min(TOP, gains.size());
        return new Measures(
                discounted(gains) / discounted(ideal), (double) found / relevant, missed ? 0 : 1.0 / (first + 1));
    }

    private static double discounted(List<Integer> gains) {
        double sum = 0;
        for (int i = 0; i < Math.min(TOP, gains.size()); i++) {
            sum += gains.get(i) / (Math.log(i + 2) / Math.log(2));
        }
        return sum;
    }
}
