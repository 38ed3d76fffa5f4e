// Whether two systems differ by more than chance, from their figures for each question.
package org.quoin.evaluation;

import java.util.Random;

/// The paired randomisation test (Fisher's) with the mean difference as statistic, which Smucker, Allan &
/// Carterette 2007, "A Comparison of Statistical Significance Tests for Information Retrieval Evaluation",
/// recommend: if both systems were the same, the sign of each question's difference would be a matter of
/// chance.
public final class RandomisationTest {
    private static final int PERMUTATIONS = 100_000;
    private static final long SEED = 20070910;

    /// Differences of sums below this are rounding.
    private static final double ROUNDING = 1e-9;

    private RandomisationTest() {}

    /// The two-sided p-value, the same at every call.
    ///
    /// @param first a measure of one system, question by question
    /// @param second the measure of the other, in the same order
    public static double pValue(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(first.length + " and " + second.length + " figures cannot be paired");
        }
        double[] differences = new double[first.length];
        double observed = 0;
        for (int i = 0; i < differences.length; i++) {
            differences[i] = first[i] - second[i];
            observed += differences[i];
        }
        Random random = new Random(SEED);
        int asExtreme = 0;
        for (int p = 0; p < PERMUTATIONS; p++) {
            double sum = 0;
            for (double difference : differences) {
                sum += random.nextBoolean() ? difference : -difference;
            }
            if (Math.abs(sum) >= Math.abs(observed) - ROUNDING) {
                asExtreme++;
            }
        }
        // What was observed is one of the permutations.
        return (asExtreme + 1.0) / (PERMUTATIONS + 1.0);
    }
}
