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
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
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
/// does again what is missing, because every paper's graph carries the number of the commit that last changed it.
///
/// First [#begin()], then [#catchUp], at once or in the background; commits are taken in meanwhile.
final class Indexer {
    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);
    /// How long a run of commits may go on before the index is made durable in between.
    private static final Duration COMMIT_INTERVAL = Duration.ofSeconds(5);
    /// How long nothing may have been written before the index is tidied: an import pauses for less.
    private static final Duration QUIET = Duration.ofSeconds(20);
    private static final long NO_STATE = -1;

    /// Texts that are embedded before they are written: most papers have fewer, and some seconds' work is
    /// lost at most.
    private static final int COMPLETED_AT_ONCE = 128;

    /// Papers that are made again before searches see them.
    private static final int SHOWN_AT_ONCE = 100;

    /// About how long it takes to hand a commit over.
    private static final Duration HANDING_OVER = Duration.ofMillis(1);

    private final GraphStore store;
    private final EvidenceIndex index;
    /// Documents made ahead of the commit that brings them.
    private Map<PaperId, Searchable> prepared = Map.of();
    /// Papers that are to be made again, as the last beginning found them.
    private List<PaperId> missing = List.of();
    /// The last commit of the graph that was taken in.
    private long accepted;
    private boolean held;
    private Instant committedAt = Instant.now();

    /// Guards what follows; held for moments only, so that whoever waits for the index does not wait for its
    /// writer.
    private final Lock lock = new ReentrantLock();
    private final Condition progressed = lock.newCondition();
    private State state = new State.CatchingUp(0, 0);

    /// What searches see.
    private sealed interface State {
        /// A state of the graph.
        ///
        /// @param sequence its number
        record Level(long sequence) implements State {}

        /// Some of the base, until the rest has been made again from it.
        record CatchingUp(long done, long total) implements State {}

        /// A base whose last changes are missing.
        ///
        /// @param because why they could not be taken in
        record Behind(String because) implements State {}
    }

    Indexer(GraphStore store, EvidenceIndex index) {
        this.store = store;
        this.index = index;
    }

    /// Finds what the index on disk is missing: nothing, the papers of some commits, or everything. No commit may
    /// be made meanwhile.
    synchronized void begin() {
        long from = index.committedSequence();
        accepted = store.read(GraphStore.Snapshot::sequence);
        if (from == accepted) {
            progressed(new State.Level(accepted));
            return;
        }
        if (from < 0 || from > accepted) {
            discard();
            return;
        }
        missing = store.changedSince(from);
        progressed(new State.CatchingUp(0, missing.size()));
        index.refresh(NO_STATE);
    }

    /// Does again what was found missing, paper by paper; commits and searches go on in between.
    ///
    /// @param stopped asked before each paper; what was done until then is done again the next time
    void catchUp(Progress progress, BooleanSupplier stopped) {
        List<PaperId> papers = missing();
        for (int i = 0; i < papers.size(); i++) {
            if (stopped.getAsBoolean()) {
                return;
            }
            makeAgain(papers.get(i), new State.CatchingUp(i + 1, papers.size()));
            progress.step(i + 1, papers.size(), papers.get(i).value());
        }
        while (!level() && !stopped.getAsBoolean()) {
            // A commit has been made and is about to be handed over.
            LockSupport.parkNanos(HANDING_OVER.toNanos());
        }
    }

    private synchronized List<PaperId> missing() {
        return missing;
    }

    /// @param then how far this brings the index
    private synchronized void makeAgain(PaperId paper, State.CatchingUp then) {
        if (!(state() instanceof State.CatchingUp)) {
            return;
        }
        try {
            index(paper, searchable(store.paper(paper)));
            if (then.done() % SHOWN_AT_ONCE == 0) {
                index.refresh(NO_STATE);
            }
            progressed(then);
        } catch (RuntimeException e) {
            progressed(new State.Behind(String.valueOf(e.getMessage())));
            throw e;
        }
    }

    /// Says that the index is level with the graph, unless a commit is on its way to it.
    private synchronized boolean level() {
        if (!(state() instanceof State.CatchingUp)) {
            return true;
        }
        if (store.read(GraphStore.Snapshot::sequence) != accepted) {
            return false;
        }
        missing = List.of();
        commit();
        progressed(new State.Level(accepted));
        return true;
    }

    /// Finds whether the index is damaged, and then everything missing.
    void check() {
        if (!index.isIntact()) {
            discard();
        }
    }

    private synchronized void discard() {
        index.clear();
        missing = store.papers();
        progressed(new State.CatchingUp(0, missing.size()));
        index.refresh(NO_STATE);
    }

    /// Makes the whole index again.
    synchronized void rebuild(Progress progress) {
        // One read for all papers, or the index would hold more than the commit it is marked with.
        long sequence = store.read(snapshot -> {
            index.clear();
            indexAll(store.papers(), progress);
            return snapshot.sequence();
        });
        accepted = sequence;
        missing = List.of();
        commit();
        progressed(new State.Level(sequence));
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
            accepted = commit.sequence();
            if (!(state() instanceof State.Level)) {
                // Others are missing: what is shown is no state of the graph.
                index.refresh(NO_STATE);
                return;
            }
            index.refresh(accepted);
            progressed(new State.Level(accepted));
            boolean due = committedAt.plus(COMMIT_INTERVAL).isBefore(Instant.now());
            if (!held || due) {
                commit();
            }
        } catch (RuntimeException e) {
            // The write to the graph stands and must be reported as such; the index is behind, and health says
            // so.
            progressed(new State.Behind(String.valueOf(e.getMessage())));
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
            while (!(state instanceof State.Level level && level.sequence() >= sequence)) {
                if (state instanceof State.Behind behind) {
                    throw Problem.unavailable("the search index is behind the base, because indexing failed ("
                            + behind.because()
                            + "): run reindex, or start Quoin again; queries that do not search work");
                }
                if (state instanceof State.CatchingUp catchingUp) {
                    throw Problem.unavailable(words(catchingUp) + ": ask again later; queries that do not search work");
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

    private void progressed(State to) {
        lock.lock();
        try {
            state = to;
            progressed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private State state() {
        lock.lock();
        try {
            return state;
        } finally {
            lock.unlock();
        }
    }

    private static String words(State.CatchingUp catchingUp) {
        return "the search index is being made again from the base: %,d of %,d papers are in it"
                .formatted(catchingUp.done(), catchingUp.total());
    }

    /// Holds durable commits of the index back during many writes in a row; `false` makes up for them
    /// at once.
    synchronized void hold(boolean hold) {
        held = hold;
        if (!hold && state() instanceof State.Level && index.committedSequence() != accepted) {
            commit();
        }
    }

    /// Why searches do not see the whole base, or null.
    @Nullable
    String problem() {
        return switch (state()) {
            case State.Level _ -> null;
            case State.CatchingUp catchingUp -> words(catchingUp);
            case State.Behind behind -> behind.because();
        };
    }

    /// Gives texts of one paper their vectors, if any has none; writes go on meanwhile.
    ///
    /// @return how many texts, in all papers, still have none; 0 when there was nothing to do
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
        return index.withoutVectors();
    }

    /// Makes durable what was completed.
    synchronized void completed() {
        if (state() instanceof State.Level) {
            commit();
        }
    }

    /// Once nothing has been written for a while: makes what came durable, and begins to join what many writes
    /// left in pieces.
    synchronized void settle() {
        if (state() instanceof State.Level && committedAt.plus(QUIET).isBefore(Instant.now())) {
            if (index.isUncommitted()) {
                commit();
            }
            index.compact();
        }
    }

    private void commit() {
        index.commit(accepted);
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
