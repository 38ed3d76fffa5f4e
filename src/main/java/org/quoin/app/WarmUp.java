// Does beside everything else what the first request of its sort would have to wait for.
package org.quoin.app;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A part that fails is told in the log and leaves the others as they are: who needs it meets the failure again,
/// with an answer that says so.
final class WarmUp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private final List<Thread> threads;

    private WarmUp(List<Thread> threads) {
        this.threads = threads;
    }

    /// Begins each part on a thread of its own.
    static WarmUp start(Runnable... parts) {
        return new WarmUp(List.of(parts).stream()
                .map(part -> Thread.ofPlatform().daemon().name("warm-up").start(() -> run(part)))
                .toList());
    }

    private static void run(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException e) {
            LOG.warn("what the first request needs could not be prepared: {}", e.getMessage(), e);
        }
    }

    /// Waits for every part: none may be interrupted while it reads the base.
    @Override
    public void close() {
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
