// Keeps the search index level with the graph.
package org.quoin.app;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.Commit;
import org.quoin.graph.GraphStore;
import org.quoin.graph.PaperRecord;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.search.EvidenceDocument;
import org.quoin.search.EvidenceIndex;
import org.quoin.search.PassageDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The graph is the record. When indexing fails, the base goes on and health says so; the next start
/// does again what
/// is missing, because every paper's graph carries the number of the commit that last changed it.
final class Indexer {
    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);
    /// How long a run of commits may go on before the index is made durable in between.
    private static final Duration COMMIT_INTERVAL = Duration.ofSeconds(5);
    private static final long NO_STATE = -1;

    /// Passages that are embedded before others may have the models: about a second's work.
    private static final int COMPLETED_AT_ONCE = 32;

    private final GraphStore store;
    private final EvidenceIndex index;
    /// Documents made ahead of the commit that brings them.
    private Map<PaperId, Searchable> prepared = Map.of();
    private long written;
    private boolean held;
    private Instant committedAt = Instant.now();

    /// Guards what follows; held for moments only, so that whoever waits for the index does not wait for its
    /// writer.
    private final Lock lock = new ReentrantLock();
    private final Condition progressed = lock.newCondition();
    private long shown;
    private @Nullable String problem;

    Indexer(GraphStore store, EvidenceIndex index) {
        this.store = store;
        this.index = index;
    }

    /// Does again what the index on disk is missing, or everything when it must be rebuilt.
    synchronized void catchUp(Progress progress) {
        long from = index.committedSequence();
        long to = store.read(GraphStore.Snapshot::sequence);
        if (from != to) {
            if (from < 0 || from > to) {
                index.clear();
            }
            indexAll(from < 0 || from > to ? store.papers() : store.changedSince(from), progress);
            index.commit(to);
        }
        written = to;
        progressed(to, null);
    }

    /// Makes the whole index again.
    synchronized void rebuild(Progress progress) {
        // One read for all papers, or the index would hold more than the commit it is marked with.
        long sequence = store.read(snapshot -> {
            index.clear();
            indexAll(store.papers(), progress);
            return snapshot.sequence();
        });
        written = sequence;
        index.commit(sequence);
        progressed(sequence, null);
    }

    /// Makes and embeds the documents that papers are about to have, so that searches need not wait for it once
    /// the commit is there.
    synchronized void prepare(Map<PaperId, Graph> upcoming) {
        prepared = Map.of();
        try {
            var papers = new HashMap<PaperId, Searchable>();
            var documents = new HashMap<PaperId, List<EvidenceDocument>>();
            upcoming.forEach((paper, graph) -> {
                Searchable searchable = searchable(store.mapper().fromGraph(paper, graph));
                papers.put(paper, searchable);
                documents.put(paper, searchable.evidence());
            });
            index.prepare(documents);
            prepared = papers;
        } catch (RuntimeException e) {
            // What really hinders indexing shows again, and is told, when the commit is taken in.
            LOG.warn("documents could not be prepared ahead of their commit", e);
        }
    }

    /// Takes in one commit of the graph; searches that start afterwards see it.
    synchronized void accept(Commit commit) {
        try {
            for (PaperId paper : commit.papers()) {
                Searchable ready = prepared.get(paper);
                index(paper, ready != null ? ready : searchable(store.paper(paper)));
            }
            if (problem() != null) {
                // An earlier commit is missing: what is shown is no state of the graph.
                index.refresh(NO_STATE);
                return;
            }
            index.refresh(commit.sequence());
            written = commit.sequence();
            progressed(written, null);
            boolean due = committedAt.plus(COMMIT_INTERVAL).isBefore(Instant.now());
            if (!held || due) {
                commit();
            }
        } catch (RuntimeException e) {
            // The write to the graph stands and must be reported as such; the index is behind, and health says
            // so.
            progressed(shown(), String.valueOf(e.getMessage()));
            LOG.error(
                    "indexing commit {} failed; it is done again at the next start or by reindex",
                    commit.sequence(),
                    e);
        } finally {
            prepared = Map.of();
        }
    }

    /// Waits until searches see a commit.
    ///
    /// @throws ProblemException ([Problem.Unavailable]) when it was not taken in until the deadline, or cannot be
    void await(long sequence, Instant deadline) {
        lock.lock();
        try {
            while (shown < sequence) {
                if (problem != null) {
                    throw Problem.unavailable("the search index is behind the base, because indexing failed (" + problem
                            + "): run reindex, or start Quoin again; queries that do not search work");
                }
                long nanos = Duration.between(Instant.now(), deadline).toNanos();
                if (nanos <= 0) {
                    throw Problem.unavailable(
                            "the search index is still taking in the last change: ask again in a moment");
                }
                progressed.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(new Problem.Unavailable("waiting for the search index was interrupted"), e);
        } finally {
            lock.unlock();
        }
    }

    private void progressed(long sequence, @Nullable String because) {
        lock.lock();
        try {
            shown = sequence;
            problem = because;
            progressed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private long shown() {
        lock.lock();
        try {
            return shown;
        } finally {
            lock.unlock();
        }
    }

    /// Holds durable commits of the index back during many writes in a row; `false` makes up for them
    /// at once.
    synchronized void hold(boolean hold) {
        held = hold;
        if (!hold && problem() == null && index.committedSequence() != written) {
            commit();
        }
    }

    /// Why the last indexing failed, or null.
    @Nullable
    String problem() {
        lock.lock();
        try {
            return problem;
        } finally {
            lock.unlock();
        }
    }

    /// Gives passages of one paper their vectors, if any has none; writes go on meanwhile.
    ///
    /// @return how many passages, in all papers, still have none; 0 when there was nothing to do
    long completeSome() {
        Optional<PaperId> paper = index.incomplete();
        if (paper.isEmpty()) {
            return 0;
        }
        Map<String, float[]> vectors = index.missingVectors(paper.get(), COMPLETED_AT_ONCE);
        synchronized (this) {
            index.complete(paper.get(), vectors);
            index.refresh();
            if (committedAt.plus(COMMIT_INTERVAL).isBefore(Instant.now())) {
                completed();
            }
        }
        return index.incompletePassages();
    }

    /// Makes durable what was completed.
    synchronized void completed() {
        if (problem() == null) {
            commit();
        }
    }

    private void commit() {
        index.commit(written);
        committedAt = Instant.now();
    }

    private void indexAll(List<PaperId> papers, Progress progress) {
        for (int i = 0; i < papers.size(); i++) {
            index(papers.get(i), searchable(store.paper(papers.get(i))));
            progress.step(i + 1, papers.size(), papers.get(i).value());
        }
    }

    private void index(PaperId paper, Searchable searchable) {
        index.replace(paper, searchable.evidence(), searchable.passages());
    }

    /// What search finds of a paper.
    private record Searchable(List<EvidenceDocument> evidence, List<PassageDocument> passages) {}

    private Searchable searchable(Optional<PaperRecord> paper) {
        return paper.filter(Documents::areSearchable)
                .map(record -> new Searchable(
                        Documents.of(record, store.vocabulary()), Documents.passages(record, store.vocabulary())))
                .orElse(new Searchable(List.of(), List.of()));
    }
}
