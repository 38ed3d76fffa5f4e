// What every embedder that works must hold to.
package org.quoin.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public interface EmbedderContract {
    /// The embedder under test; the test class closes it.
    Embedder embedder();

    @Test
    default void isAvailable() {
        assertThat(embedder().unavailableReason()).isEmpty();
        assertThat(embedder().modelId()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "trust", "\uD83D\uDE00 \uD835\uDD52", "\u0000", "\uD83D", "e\u0301\u200Dx", "\n\n\t"})
    default void givesUnitVectorsForAnyText(String text) {
        for (float[] vector : List.of(embedder().embedQuery(text), embedder().embedPassage(text))) {
            assertThat(vector).hasSize(embedder().dimensions());
            assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-4));
        }
    }

    @Test
    default void recognisesWordsButNotSigns() {
        assertThat(embedder().recognises("what helps services work together?")).isTrue();
        assertThat(embedder().recognises("*?!")).isFalse();
        assertThat(embedder().recognises("")).isFalse();
    }

    @Test
    default void cutsLongTexts() {
        String long1 = "leaders shared a vision of care ".repeat(5_000);
        assertThat(embedder().embedPassage(long1)).hasSize(embedder().dimensions());
    }

    @Test
    default void givesTheSameVectorForTheSameText() {
        assertThat(embedder().embedPassage("shared vision"))
                .isEqualTo(embedder().embedPassage("shared vision"));
        assertThat(embedder().embedQuery("shared vision")).isEqualTo(embedder().embedQuery("shared vision"));
    }

    @Test
    default void putsLikeNearerThanUnlike() {
        float[] query = embedder().embedQuery("trust between professionals");
        double like = cosine(query, embedder().embedPassage("Professionals spoke of trust between them."));
        double unlike = cosine(query, embedder().embedPassage("The bridge was painted red in spring."));
        assertThat(like).isGreaterThan(unlike);
        assertThat(like).isGreaterThan(embedder().unrelatedBelow());
    }

    @Test
    default void givesTheSameVectorsOnManyThreads() throws InterruptedException, ExecutionException {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            texts.add("enabler number " + i + " is " + "long ".repeat(i));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<float[]>> vectors = texts.stream()
                    .map(text -> threads.submit(() -> embedder().embedPassage(text)))
                    .toList();
            for (int i = 0; i < texts.size(); i++) {
                assertThat(vectors.get(i).get()).isEqualTo(embedder().embedPassage(texts.get(i)));
            }
        }
    }

    static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
