// Reads in which the graph and the search index are of one commit.
package org.quoin.sparql;

import java.time.Instant;
import java.util.function.BiFunction;
import org.quoin.graph.GraphStore;
import org.quoin.graph.GraphStore.Snapshot;
import org.quoin.model.Problem;
import org.quoin.search.PinnedIndex;

/// The index follows the graph by the moment that it takes to write a commit's documents. A read that begins in
/// that moment waits and begins again; none is ever shown hits of another commit than its triples.
record ReadsWithSearch(GraphStore store, SearchAccess search) {
    private sealed interface Attempt<T> {
        record Done<T>(T result) implements Attempt<T> {}

        record Apart<T>(long sequence) implements Attempt<T> {}
    }

    /// @param deadline until when to wait for the index
    /// @throws org.quoin.model.ProblemException ([Problem.Unavailable])
    <T> T read(Instant deadline, BiFunction<Snapshot, PinnedIndex, T> body) {
        while (true) {
            Attempt<T> attempt = store.read(snapshot -> attempt(snapshot, body));
            switch (attempt) {
                case Attempt.Done<T>(T result) -> {
                    return result;
                }
                case Attempt.Apart<T>(long sequence) -> search.await(sequence, deadline);
            }
            if (Instant.now().isAfter(deadline)) {
                throw Problem.unavailable("the base is written to so often that the search index never is level with"
                        + " it: ask again in a moment");
            }
        }
    }

    private <T> Attempt<T> attempt(Snapshot snapshot, BiFunction<Snapshot, PinnedIndex, T> body) {
        try (PinnedIndex index = search.pin()) {
            return index.sequence() == snapshot.sequence()
                    ? new Attempt.Done<>(body.apply(snapshot, index))
                    : new Attempt.Apart<>(snapshot.sequence());
        }
    }
}
