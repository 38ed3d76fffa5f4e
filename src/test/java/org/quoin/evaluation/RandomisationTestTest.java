// p-values that can be counted out by hand, and that they do not change.
package org.quoin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class RandomisationTestTest {
    @Test
    void equalSystemsDoNotDiffer() {
        assertThat(RandomisationTest.pValue(new double[] {0.3, 0.7}, new double[] {0.3, 0.7}))
                .isEqualTo(1);
    }

    @Test
    void allDifferencesOneWayAreAsRareAsHeadsInARow() {
        // Of the 2^5 ways to choose signs, two are as extreme.
        double[] better = {0.5, 0.6, 0.7, 0.8, 0.9};
        double[] worse = {0.4, 0.5, 0.6, 0.7, 0.8};
        assertThat(RandomisationTest.pValue(better, worse)).isCloseTo(2.0 / 32, within(0.005));
        assertThat(RandomisationTest.pValue(worse, better)).isEqualTo(RandomisationTest.pValue(better, worse));
    }

    @Test
    void differencesThatCancelAreNoDifference() {
        // Sums of signed {1, 1, 2}: 4 of the 8 are 0 and the others further away, so all are at least as
        // extreme.
        assertThat(RandomisationTest.pValue(new double[] {1, 1, 0}, new double[] {0, 0, 2}))
                .isEqualTo(1);
        // Sums of signed {1, 3}: -4, -2, 2, 4; all are at least 2 away from 0.
        assertThat(RandomisationTest.pValue(new double[] {1, 0}, new double[] {0, 3}))
                .isEqualTo(1);
    }

    @Test
    void manyClearDifferencesAreSignificant() {
        double[] better = new double[50];
        Arrays.fill(better, 0.1);
        assertThat(RandomisationTest.pValue(better, new double[50])).isLessThan(0.0001);
    }

    @Test
    void figuresThatCannotBePairedAreRefused() {
        assertThatThrownBy(() -> RandomisationTest.pValue(new double[1], new double[2]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
