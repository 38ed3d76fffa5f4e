// What the fused score must do, on numbers that can be checked by hand.
package org.quoin.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quoin.search.Embedder.Part;
import org.quoin.search.Fusion.Candidate;
import org.quoin.search.Fusion.KindWanted;

final class FusionTest {
    private static final int SENTENCE = 20;
    private static final int ABSTRACT = 150;

    private static final List<Part> ONE = List.of(Part.whole(2));
    private static final List<Part> TWO = List.of(new Part(2, 0.2, 0.9), new Part(2, 0.8, 0.1));

    @Test
    void weighsBothSidesOfSentencesAlikeWhateverTheirScale() {
        double[] fused = fuse(ONE, of(20, SENTENCE, 0.5), of(0, SENTENCE, 0.7), of(10, SENTENCE, 0.6));
        assertThat(fused[0]).isCloseTo(fused[1], within(1e-9)).isCloseTo(0.5, within(1e-9));
        assertThat(fused[2]).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void meaningCountsMoreAmongLongPassages() {
        double[] fused = fuse(ONE, of(20, ABSTRACT, 0.5), of(0, ABSTRACT, 0.7));
        // Standardised scores are 1 and -1; words count 0.3, meaning 0.7.
        assertThat(fused[0]).isCloseTo(1 / (1 + Math.exp(0.4)), within(1e-9));
        assertThat(fused[1]).isCloseTo(1 / (1 + Math.exp(-0.4)), within(1e-9));
        assertThat(fuse(ONE, of(20, 9 * ABSTRACT, 0.5), of(0, 9 * ABSTRACT, 0.7)))
                .isEqualTo(fused);
    }

    @Test
    void eachPartCountsWhereItIsGood() {
        double[] ofSentences = fuse(TWO, of(1, SENTENCE, 0.9, 0.1), of(1, SENTENCE, 0.8, 0.2));
        double[] ofAbstracts = fuse(TWO, of(1, ABSTRACT, 0.9, 0.1), of(1, ABSTRACT, 0.8, 0.2));
        assertThat(ofSentences[0]).isLessThan(ofSentences[1]);
        assertThat(ofAbstracts[0]).isGreaterThan(ofAbstracts[1]);
    }

    @Test
    void keepsHowMuchBetterACandidateIs() {
        double[] fused = fuse(ONE, of(30, SENTENCE, 0.60), of(2, SENTENCE, 0.61), of(1, SENTENCE, 0.59));
        assertThat(fused[0]).isGreaterThan(fused[1]);
        assertThat(fused[1]).isGreaterThan(fused[2]);
    }

    @Test
    void aKindNamedDecidesBetweenNeighboursOnly() {
        assertThat(ranksBeforeABetterOne(10, 0.55, KindWanted.NAMED)).isTrue();
        assertThat(ranksBeforeABetterOne(10, 0.55, KindWanted.NO)).isFalse();
        assertThat(ranksBeforeABetterOne(5, 0.4, KindWanted.NAMED)).isFalse();
    }

    @Test
    void aKindAskedForComesBeforeOthersThatFitSomewhatBetter() {
        assertThat(ranksBeforeABetterOne(5, 0.4, KindWanted.ASKED)).isTrue();
        assertThat(ranksBeforeABetterOne(0, 0.2, KindWanted.ASKED)).isFalse();
    }

    private static boolean ranksBeforeABetterOne(double words, double similarity, KindWanted kind) {
        double[] fused = fuse(
                ONE,
                of(10, SENTENCE, 0.6),
                new Candidate(words, List.of(similarity), SENTENCE, kind),
                of(0, SENTENCE, 0.2),
                of(0, SENTENCE, 0.2));
        return fused[1] > fused[0];
    }

    @Test
    void countsASideThatTellsNothingApartAsNothing() {
        double[] fused = fuse(ONE, of(0, SENTENCE, 0.5), of(0, SENTENCE, 0.7));
        assertThat(fused[1]).isGreaterThan(fused[0]);
        assertThat(fuse(ONE, of(3, SENTENCE, 0.7))).containsExactly(0.5);
        assertThat(fuse(ONE)).isEmpty();
    }

    private static double[] fuse(List<Part> parts, Candidate... candidates) {
        return Fusion.fuse(List.of(candidates), parts);
    }

    private static Candidate of(double words, int length, double... similarities) {
        return new Candidate(words, Arrays.stream(similarities).boxed().toList(), length, KindWanted.NO);
    }
}
