// Keeps imports of a base from going on, so that a test sees them wait and run.
package org.quoin.web;

import java.util.concurrent.CompletableFuture;
import org.quoin.app.Quoin;

/// Makes the search index again and stops in the middle: an import needs the index and waits for it.
final class Held implements AutoCloseable {
    private final CompletableFuture<Boolean> begun = new CompletableFuture<>();
    private final CompletableFuture<Boolean> released = new CompletableFuture<>();
    private final CompletableFuture<Void> holding;

    private Held(Quoin quoin) {
        holding = CompletableFuture.runAsync(
                () -> quoin.reindex((done, total, what) -> {
                    begun.complete(true);
                    released.join();
                }),
                work -> Thread.ofPlatform().name("hold-imports").start(work));
        begun.join();
    }

    /// @param quoin a base with at least one paper
    static Held imports(Quoin quoin) {
        return new Held(quoin);
    }

    /// Lets them go on.
    void release() {
        released.complete(true);
    }

    @Override
    public void close() {
        release();
        holding.join();
    }
}
