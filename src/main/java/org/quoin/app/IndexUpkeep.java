// Makes the search index whole beside the work that goes on: what it lacks of the base first, then vectors, then
// order among its pieces.
package org.quoin.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.quoin.model.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A paper is found by its words as soon as it is in; by its meaning when this has come to it. What is missing
/// stands in the index, so that it goes on where it was stopped.
final class IndexUpkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexUpkeep.class);

    /// How long nothing is looked for when there was nothing to do.
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Indexer indexer;
    private final Thread thread;

    /// Counted down to end: an interrupt could hit the index while it writes.
    private final CountDownLatch closed = new CountDownLatch(1);

    private IndexUpkeep(Indexer indexer) {
        this.indexer = indexer;
        this.thread = Thread.ofPlatform().daemon().name("index-upkeep").unstarted(this::run);
    }

    /// Begins to complete in the background what is missing now and whatever comes.
    static IndexUpkeep start(Indexer indexer) {
        var upkeep = new IndexUpkeep(indexer);
        upkeep.thread.start();
        return upkeep;
    }

    /// Gives every text that has none its vector.
    static void embed(Indexer indexer, Progress progress) {
        long left = indexer.completeSome();
        if (left == 0) {
            return;
        }
        long total = left;
        while (left > 0) {
            total = Math.max(total, left);
            progress.step(total - left, total, "passages");
            left = indexer.completeSome();
        }
        progress.step(total, total, "passages");
        indexer.completed();
    }

    private void run() {
        try {
            indexer.catchUp(Progress.NONE, this::isClosed);
            indexer.check();
            indexer.catchUp(Progress.NONE, this::isClosed);
            boolean idle = false;
            while (!closed.await(idle ? PAUSE.toMillis() : 0, TimeUnit.MILLISECONDS)) {
                idle = indexer.completeSome() == 0;
                if (idle) {
                    indexer.settle();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("stopped while there was nothing to do", e);
        } catch (ProblemException e) {
            LOG.warn("The search index stays as it is until the next start: {}", e.getMessage(), e);
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    /// Waits for the texts at hand: a few seconds.
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
