// What the fused score must do, on numbers that can be checked by hand.
package org.quoin.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class FusionTest {
    @Test
    void weighsBothSidesAlikeWhateverTheirScale() {
        double[] fused = Fusion.fuse(new double[] {20, 0, 10}, new double[] {0.5, 0.7, 0.6});
        assertThat(fused[0]).isCloseTo(fused[1], within(1e-9)).isCloseTo(0.5, within(1e-9));
        assertThat(fused[2]).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void keepsHowMuchBetterACandidateIs() {
        double[] fused = Fusion.fuse(new double[] {30, 2, 1}, new double[] {0.60, 0.61, 0.59});
        assertThat(fused[0]).isGreaterThan(fused[1]);
        assertThat(fused[1]).isGreaterThan(fused[2]);
    }

    @Test
    void countsASideThatTellsNothingApartAsNothing() {
        double[] fused = Fusion.fuse(new double[] {0, 0}, new double[] {0.5, 0.7});
        assertThat(fused[1]).isGreaterThan(fused[0]);
        assertThat(Fusion.fuse(new double[] {3}, new double[] {0.7})).containsExactly(0.5);
        assertThat(Fusion.fuse(new double[0], new double[0])).isEmpty();
    }
}
