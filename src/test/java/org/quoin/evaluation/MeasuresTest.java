// The measures against values worked out by hand.
package org.quoin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class MeasuresTest {
    private static final Offset<Double> CLOSE = within(1e-12);

    private static final double LOG2_3 = 1.584962500721156;

    @Test
    void gainsAreGradesAndAreDiscountedByRank() {
        Measures measures = Measures.of(List.of("b", "x", "a"), Map.of("a", 2, "b", 1, "c", 1));
        // (1/log2(2) + 2/log2(4)) / (2/log2(2) + 1/log2(3) + 1/log2(4))
        assertThat(measures.ndcg()).isCloseTo(2 / (2 + 1 / LOG2_3 + 0.5), CLOSE);
        assertThat(measures.recall()).isCloseTo(2.0 / 3, CLOSE);
        assertThat(measures.reciprocalRank()).isEqualTo(1);
    }

    @Test
    void aPerfectRankingScoresOne() {
        assertThat(Measures.of(List.of("a", "b"), Map.of("a", 3, "b", 1))).isEqualTo(new Measures(1, 1, 1));
    }

    @Test
    void onlyTheFirstTenCountButRecallLooksAtAHundred() {
        List<String> ranking = new ArrayList<>();
        for (int i = 0; i < 99; i++) {
            ranking.add("other-" + i);
        }
        ranking.add("a");
        ranking.add("b");
        assertThat(Measures.of(ranking, Map.of("a", 1, "b", 1))).isEqualTo(new Measures(0, 0.5, 0));
        ranking.add(9, "c");
        assertThat(Measures.of(ranking, Map.of("c", 1)).reciprocalRank()).isCloseTo(0.1, CLOSE);
        assertThat(Measures.of(ranking, Map.of("c", 1)).ndcg()).isCloseTo(1 / (Math.log(11) / Math.log(2)), CLOSE);
    }

    @Test
    void theIdealListHasTenPlacesToo() {
        List<String> ranking = new ArrayList<>();
        Map<String, Integer> grades = new HashMap<>();
        for (int i = 0; i < 12; i++) {
            ranking.add("p" + i);
            grades.put("p" + i, 1);
        }
        assertThat(Measures.of(ranking, grades)).isEqualTo(new Measures(1, 1, 1));
    }

    @Test
    void gradesOfZeroOrLessAreNotRelevant() {
        Measures measures = Measures.of(List.of("spam", "a"), Map.of("spam", -2, "a", 1, "b", 0));
        assertThat(measures.ndcg()).isCloseTo(1 / LOG2_3, CLOSE);
        assertThat(measures.recall()).isEqualTo(1);
        assertThat(measures.reciprocalRank()).isEqualTo(0.5);
    }

    @Test
    void nothingFoundAndNothingToFindScoreZero() {
        assertThat(Measures.of(List.of(), Map.of("a", 1))).isEqualTo(new Measures(0, 0, 0));
        assertThat(Measures.of(List.of("a"), Map.of("a", 0))).isEqualTo(new Measures(0, 0, 0));
    }
}
