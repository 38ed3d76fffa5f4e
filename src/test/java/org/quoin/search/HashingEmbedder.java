// A model for tests: a bag of words hashed into a small vector. Deterministic, instant, knows no meaning.
package org.quoin.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

public final class HashingEmbedder implements Embedder {
    private static final int DIMENSIONS = 512;

    private final String modelId;
    private final AtomicInteger passages = new AtomicInteger();

    public HashingEmbedder(String modelId) {
        this.modelId = modelId;
    }

    /// How many passages were embedded so far.
    public int passages() {
        return passages.get();
    }

    @Override
    public String modelId() {
        return modelId;
    }

    @Override
    public List<Part> parts() {
        return List.of(Part.whole(DIMENSIONS));
    }

    @Override
    public double unrelatedBelow() {
        return 0.2;
    }

    @Override
    public Optional<String> unavailableReason() {
        return Optional.empty();
    }

    @Override
    public boolean recognises(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    @Override
    public float[] embedQuery(String query) {
        return embed(query);
    }

    @Override
    public float[] embedPassage(String passage) {
        passages.incrementAndGet();
        return embed(passage);
    }

    @Override
    public void close() {
        // Holds nothing.
    }

    private static float[] embed(String text) {
        float[] vector = new float[DIMENSIONS];
        // A text without words still needs a direction.
        vector[0] = 0.01f;
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty()) {
                vector[1 + Math.floorMod(word.hashCode(), DIMENSIONS - 1)] += 1;
            }
        }
        double squares = 0;
        for (float x : vector) {
            squares += (double) x * x;
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }
}
