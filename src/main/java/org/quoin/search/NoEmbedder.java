// The embedder of a base without a model: says why there is none.
package org.quoin.search;

import java.util.List;
import java.util.Optional;
import org.quoin.model.Problem;

/// @param reason in a sentence fit for a person
record NoEmbedder(String reason) implements Embedder {
    /// Stands in the index as the model of documents that were written without vectors.
    static final String MODEL_ID = "none";

    @Override
    public String modelId() {
        return MODEL_ID;
    }

    @Override
    public List<Part> parts() {
        return List.of();
    }

    @Override
    public double unrelatedBelow() {
        return 1;
    }

    @Override
    public Optional<String> unavailableReason() {
        return Optional.of(reason);
    }

    @Override
    public boolean recognises(String text) {
        throw Problem.unavailable(reason);
    }

    @Override
    public float[] embedQuery(String query) {
        throw Problem.unavailable(reason);
    }

    @Override
    public float[] embedPassage(String passage) {
        throw Problem.unavailable(reason);
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
