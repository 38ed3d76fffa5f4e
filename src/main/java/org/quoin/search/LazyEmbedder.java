// An embedder whose model is loaded when it is first needed, so that starting does not wait for it.
package org.quoin.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class LazyEmbedder implements Embedder {
    private static final Logger log = LoggerFactory.getLogger(LazyEmbedder.class);

    private final String modelId;
    private final List<Part> parts;
    private final double unrelatedBelow;
    private final Supplier<Embedder> loader;
    private volatile @Nullable Embedder loaded;

    LazyEmbedder(String modelId, List<Part> parts, double unrelatedBelow, Supplier<Embedder> loader) {
        this.modelId = modelId;
        this.parts = List.copyOf(parts);
        this.unrelatedBelow = unrelatedBelow;
        this.loader = loader;
    }

    @Override
    public String modelId() {
        return modelId;
    }

    @Override
    public List<Part> parts() {
        return parts;
    }

    @Override
    public double unrelatedBelow() {
        return unrelatedBelow;
    }

    @Override
    public Optional<String> unavailableReason() {
        return embedder().unavailableReason();
    }

    @Override
    public boolean recognises(String text) {
        return embedder().recognises(text);
    }

    @Override
    public float[] embedQuery(String query) {
        return embedder().embedQuery(query);
    }

    @Override
    public float[] embedPassage(String passage) {
        return embedder().embedPassage(passage);
    }

    /// Closes the model if it was loaded; it is not loaded any more afterwards.
    @Override
    public void close() {
        Embedder last;
        synchronized (this) {
            last = loaded;
            loaded = new NoEmbedder("the embedding model is closed");
        }
        if (last != null) {
            last.close();
        }
    }

    private Embedder embedder() {
        Embedder ready = loaded;
        return ready != null ? ready : load();
    }

    private synchronized Embedder load() {
        Embedder ready = loaded;
        if (ready == null) {
            try {
                ready = loader.get();
            } catch (ProblemException e) {
                if (!(e.problem() instanceof Problem.Unavailable unavailable)) {
                    throw e;
                }
                log.warn("Search goes on with words alone: {}", unavailable.detail(), e);
                ready = new NoEmbedder(unavailable.detail());
            }
            loaded = ready;
        }
        return ready;
    }
}
