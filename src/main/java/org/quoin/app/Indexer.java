// Keeps the search index level with the graph.
package org.quoin.app;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.Commit;
import org.quoin.graph.GraphStore;
import org.quoin.graph.PaperRecord;
import org.quoin.model.PaperId;
import org.quoin.search.EvidenceIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The graph is the record. When indexing fails, the base goes on and health says so; the next start
/// does again what
/// is missing, because every paper's graph carries the number of the commit that last changed it.
final class Indexer {
    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);
    /// How long a run of commits may go on before the index is made durable in between.
    private static final Duration COMMIT_INTERVAL = Duration.ofSeconds(5);

    /// Passages that are embedded before others may have the models: about a second's work.
    private static final int COMPLETED_AT_ONCE = 32;

    private final GraphStore store;
    private final EvidenceIndex index;
    private long written;
    private boolean held;
    private Instant committedAt = Instant.now();
    private @Nullable String problem;

    Indexer(GraphStore store, EvidenceIndex index) {
        this.store = store;
        this.index = index;
    }

    /// Does again what the index on disk is missing, or everything when it must be rebuilt.
    synchronized void catchUp(Progress progress) {
        long from = index.committedSequence();
        long to = store.read(GraphStore.Snapshot::sequence);
        written = to;
        if (from == to) {
            return;
        }
        if (from < 0 || from > to) {
            index.clear();
        }
        indexAll(from < 0 || from > to ? store.papers() : store.changedSince(from), progress);
        index.commit(to);
    }

    /// Makes the whole index again.
    synchronized void rebuild(Progress progress) {
        long sequence = store.read(GraphStore.Snapshot::sequence);
        index.clear();
        indexAll(store.papers(), progress);
        written = sequence;
        index.commit(sequence);
        problem = null;
    }

    /// Takes in one commit of the graph; searches that start afterwards see it.
    synchronized void accept(Commit commit) {
        try {
            commit.papers().forEach(this::index);
            index.refresh();
            if (problem == null) {
                written = commit.sequence();
            }
            boolean due = committedAt.plus(COMMIT_INTERVAL).isBefore(Instant.now());
            if (!held || due) {
                commit();
            }
        } catch (RuntimeException e) {
            // The write to the graph stands and must be reported as such; the index is behind, and health says
            // so.
            problem = String.valueOf(e.getMessage());
            LOG.error(
                    "indexing commit {} failed; it is done again at the next start or by reindex",
                    commit.sequence(),
                    e);
        }
    }

    /// Holds durable commits of the index back during many writes in a row; `false` makes up for them
    /// at once.
    synchronized void hold(boolean hold) {
        held = hold;
        if (!hold && index.committedSequence() != written) {
            commit();
        }
    }

    synchronized @Nullable String problem() {
        return problem;
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
                commit();
            }
        }
        return index.incompletePassages();
    }

    /// Makes durable what was completed.
    synchronized void completed() {
        commit();
    }

    private void commit() {
        index.commit(written);
        committedAt = Instant.now();
    }

    private void indexAll(List<PaperId> papers, Progress progress) {
        for (int i = 0; i < papers.size(); i++) {
            index(papers.get(i));
            progress.step(i + 1, papers.size(), papers.get(i).value());
        }
    }

    private void index(PaperId paper) {
        Optional<PaperRecord> record = store.paper(paper).filter(Documents::areSearchable);
        index.replace(
                paper,
                record.map(one -> Documents.of(one, store.vocabulary())).orElse(List.of()),
                record.map(one -> Documents.passages(one, store.vocabulary())).orElse(List.of()));
    }
}
