// A query that searches reads the graph and the index at one commit, or says why it cannot.
package org.quoin.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.graph.GraphStore;
import org.quoin.graph.Iris;
import org.quoin.graph.Vocabulary;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.Span;
import org.quoin.search.BestHits;
import org.quoin.search.PinnedIndex;
import org.quoin.search.SearchFilter;
import org.quoin.search.SearchRequest.Mode;

class ReadsWithSearchTest {
    private @SuppressWarnings("NullAway.Init") GraphStore store;
    private long sequence;

    @BeforeEach
    void open(@TempDir Path folder) {
        store = GraphStore.open(folder, new Iris(Iris.DEFAULT_BASE), Vocabulary.load());
        sequence = store.read(GraphStore.Snapshot::sequence);
    }

    @AfterEach
    void close() {
        store.close();
    }

    /// An index that shows one sequence number after the other.
    private static final class Index implements SearchAccess {
        private final Deque<Long> shown = new ArrayDeque<>();
        private final List<Long> awaited = new ArrayList<>();
        private int open;

        Index(Long... shown) {
            this.shown.addAll(List.of(shown));
        }

        @Override
        public PinnedIndex pin() {
            open++;
            long sequence = shown.size() > 1 ? shown.remove() : shown.getFirst();
            return new PinnedIndex() {
                @Override
                public long sequence() {
                    return sequence;
                }

                @Override
                public BestHits best(String query, SearchFilter filter, Mode mode, int most) {
                    throw new AssertionError("nobody searches here");
                }

                @Override
                public List<Span> matches(String query, String text) {
                    throw new AssertionError("nobody searches here");
                }

                @Override
                public void close() {
                    open--;
                }
            };
        }

        @Override
        public void await(long sequence, Instant deadline) {
            awaited.add(sequence);
            if (shown.size() == 1 && shown.getFirst() < 0) {
                throw Problem.unavailable("indexing failed");
            }
        }

        @Override
        public SearchFilter filter(Map<String, List<String>> named) {
            return SearchFilter.NONE;
        }

        @Override
        public Mode mode(String name) {
            return Mode.BM25;
        }
    }

    private long readAt(Index index, Duration patience) {
        return new ReadsWithSearch(store, index).read(Instant.now().plus(patience), (snapshot, pinned) -> {
            assertThat(pinned.sequence()).isEqualTo(snapshot.sequence());
            return pinned.sequence();
        });
    }

    @Test
    void waitsForAnIndexThatIsBehindAndReadsAgainWhenItIsAhead() {
        var index = new Index(sequence - 1, sequence + 1, sequence);
        assertThat(readAt(index, Duration.ofMinutes(1))).isEqualTo(sequence);
        assertThat(index.awaited).containsExactly(sequence, sequence);
        assertThat(index.open).isZero();
    }

    @Test
    void isRefusedWhenTheIndexCannotShowAnyCommit() {
        var index = new Index(-1L);
        assertThatThrownBy(() -> readAt(index, Duration.ofMinutes(1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("indexing failed");
        assertThat(index.open).isZero();
    }

    @Test
    void endsWhenTheIndexIsNeverLevel() {
        assertThatThrownBy(() -> readAt(new Index(sequence + 1), Duration.ZERO))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isInstanceOf(Problem.Unavailable.class));
    }
}
