// Embeds the texts that have no vectors yet.
package org.quoin.search.lucene;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.search.Embedder;

/// Embeds on one thread a core.
final class PassageVectors implements AutoCloseable {
    private final Embedder embedder;
    private final ExecutorService embedding = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("embedding-", 0).factory());

    PassageVectors(Embedder embedder) {
        this.embedder = embedder;
    }

    /// The vectors of some texts.
    ///
    /// @param present vectors that are known already, by text
    Map<String, float[]> of(Collection<String> texts, Map<String, float[]> present) {
        Map<String, float[]> vectors = new HashMap<>(present);
        Map<String, Future<float[]>> fresh = new HashMap<>();
        for (String text : texts) {
            if (!vectors.containsKey(text)) {
                fresh.computeIfAbsent(text, unknown -> embedding.submit(() -> embedder.embedPassage(unknown)));
            }
        }
        try {
            for (Map.Entry<String, Future<float[]>> passage : fresh.entrySet()) {
                vectors.put(passage.getKey(), passage.getValue().get());
            }
            return vectors;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw unavailable("a passage could not be embedded", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("writing to the search index was interrupted", e);
        } finally {
            fresh.values().forEach(passage -> passage.cancel(false));
        }
    }

    @Override
    public void close() {
        embedding.shutdownNow();
    }

    private static ProblemException unavailable(String what, Exception cause) {
        return new ProblemException(new Problem.Unavailable(what + ": " + cause.getMessage()), cause);
    }
}
