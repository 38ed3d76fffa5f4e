// Makes one score of how well an item's words and how well its meaning match.
package org.quoin.search;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.quoin.search.Embedder.Part;

/// A convex combination of scores after Bruch, Gai & Ingber 2023, "An Analysis of Fusion Functions for Hybrid
/// Retrieval" (ACM TOIS 42(1), article 20): unlike ranks, scores keep how much better one candidate is than the
/// next.
///
/// Each score is first standardised over the candidates of the search: minus mean, divided by standard
/// deviation. Every candidate that has a vector brings its true score on every side, also when only one side
/// found it. How much each side counts depends on how long the candidates are on average: a single sentence
/// tells a model little, and its words much. What each of this gains, what the weights were chosen on and what
/// did not help stands in docs/performance.md.
public final class Fusion {
    /// Lengths between which the weights change, evenly with the logarithm, in words without stop words: a
    /// sentence and an abstract.
    private static final double SHORT = 20;

    private static final double LONG = 150;

    /// Share of words in the fused score where candidates are short, and where they are long; the rest is
    /// meaning's.
    private static final double WORDS_OF_SHORT = 0.5;

    private static final double WORDS_OF_LONG = 0.3;

    /// Whether an item is of the kind that the query wants, and what it then has in advance in standard
    /// deviations.
    public enum KindWanted {
        /// Nothing is said of its kind.
        NO(0),
        /// The query names the kind in passing: enough to decide between neighbouring hits.
        NAMED(0.5),
        /// The kind is what the query asks for, as in "what helps": other kinds answer only when they fit
        /// far better.
        ASKED(2);

        private final double advance;

        KindWanted(double advance) {
            this.advance = advance;
        }
    }

    private Fusion() {}

    /// @param words score by words, 0 when none matches
    /// @param similarities one for each of the embedder's parts, on any scale; none for an item that has no
    ///     vector yet, which then counts as an average one
    /// @param length of what is indexed of the item, in words without stop words
    /// @param kind whether the query wants items of its kind
    public record Candidate(double words, List<Double> similarities, int length, KindWanted kind) {}

    /// Fuses the scores of all candidates of one search.
    ///
    /// @param parts of the embedder that the similarities come from
    /// @return the fused score of each, between 0 and 1: 0.5 is that of an average candidate
    public static double[] fuse(List<Candidate> candidates, List<Part> parts) {
        double meanLength =
                candidates.stream().mapToInt(Candidate::length).average().orElse(SHORT);
        double longness = Math.clamp(Math.log(meanLength / SHORT) / Math.log(LONG / SHORT), 0, 1);
        double wordsShare = WORDS_OF_SHORT + longness * (WORDS_OF_LONG - WORDS_OF_SHORT);
        double[] sums = new double[candidates.size()];
        add(sums, wordsShare, candidates, Candidate::words);
        for (int p = 0; p < parts.size(); p++) {
            int part = p;
            double share = parts.get(p).shareOfShort()
                    + longness * (parts.get(p).shareOfLong() - parts.get(p).shareOfShort());
            add(
                    sums,
                    (1 - wordsShare) * share,
                    candidates,
                    candidate -> candidate.similarities().isEmpty()
                            ? Double.NaN
                            : candidate.similarities().get(part));
        }
        for (int i = 0; i < sums.length; i++) {
            double sum = sums[i] + candidates.get(i).kind().advance;
            // The logistic function keeps the order and gives people a number that they can read.
            sums[i] = 1 / (1 + Math.exp(-sum));
        }
        return sums;
    }

    /// Adds a standardised score with a weight. Where all candidates score the same, the score tells none
    /// from another and counts as 0; so does a score that is not known, NaN.
    private static void add(
            double[] sums, double weight, List<Candidate> candidates, ToDoubleFunction<Candidate> score) {
        double[] scores = candidates.stream().mapToDouble(score).toArray();
        double[] known = Arrays.stream(scores).filter(x -> !Double.isNaN(x)).toArray();
        double mean = Arrays.stream(known).average().orElse(0);
        double variance =
                Arrays.stream(known).map(x -> (x - mean) * (x - mean)).average().orElse(0);
        double deviation = Math.sqrt(variance);
        // Below this, differences are the rounding errors of float scores.
        if (deviation >= 1e-6) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += Double.isNaN(scores[i]) ? 0 : weight * (scores[i] - mean) / deviation;
            }
        }
    }
}
