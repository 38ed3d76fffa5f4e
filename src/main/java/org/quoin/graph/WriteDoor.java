// The one way into the base: checks changes, writes those that pass, tells who follows.
package org.quoin.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.ChangeCheck.Difference;
import org.quoin.graph.GraphStore.Outcome;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;

/// One writer at a time; TDB2 up to 6.0.0 damages its node table when a transaction that wrote is aborted
/// (`docs/decisions/0003`), so nothing is written here that could still be refused.
final class WriteDoor implements AutoCloseable {
    private final TdbConnection connection;
    private final Iris iris;
    private final ChangeCheck changeCheck;
    private final ReentrantLock writer = new ReentrantLock(true);
    private final List<Consumer<Map<PaperId, Graph>>> heralds = new ArrayList<>();
    private final List<Consumer<Commit>> listeners = new ArrayList<>();

    WriteDoor(TdbConnection connection, Iris iris, ChangeCheck changeCheck) {
        this.connection = connection;
        this.iris = iris;
        this.changeCheck = changeCheck;
    }

    /// As [GraphStore#beforeCommit].
    void beforeCommit(Consumer<Map<PaperId, Graph>> listener) {
        heralds.add(listener);
    }

    /// As [GraphStore#onCommit].
    void onCommit(Consumer<Commit> listener) {
        listeners.add(listener);
    }

    private long sequence() {
        return connection.read(Bookkeeping::sequence);
    }

    /// As [GraphStore#applyAll].
    List<Outcome> applyAll(List<Change> changes) {
        requireDistinctGraphs(changes);
        if (connection.isReading()) {
            throw new IllegalStateException("apply was called inside a read: finish the read first");
        }
        writer.lock();
        try {
            List<Outcome> outcomes = new ArrayList<>(applyTogether(changes));
            if (outcomes.stream().anyMatch(Outcome::changedSomething)) {
                for (int i = 0; i < changes.size(); i++) {
                    if (outcomes.get(i) instanceof Outcome.Refused) {
                        outcomes.set(i, applyTogether(List.of(changes.get(i))).getFirst());
                    }
                }
            }
            return outcomes;
        } finally {
            writer.unlock();
        }
    }

    /// As [GraphStore#rehearse].
    List<Outcome> rehearse(List<Change> changes) {
        long sequence = sequence();
        return changes.parallelStream()
                .map(this::check)
                .map(checked -> checked.refusal() == null
                        ? (Outcome)
                                new Outcome.Written(part(new Commit(sequence, List.of(), 0, 0), checked.differences()))
                        : new Outcome.Refused(checked.refusal()))
                .toList();
    }

    private static void requireDistinctGraphs(List<Change> changes) {
        long graphs = changes.stream().mapToLong(c -> c.contents().size()).sum();
        if (changes.stream()
                        .flatMap(c -> c.contents().keySet().stream())
                        .distinct()
                        .count()
                != graphs) {
            throw new IllegalArgumentException("two changes touch the same graph: apply one after the other");
        }
    }

    private List<Outcome> applyTogether(List<Change> changes) {
        // Checking costs far more than writing and only reads, so it is done on every core.
        List<Checked> checked = new ArrayList<>();
        var differences = new LinkedHashMap<Node, Difference>();
        for (Checked one : changes.parallelStream().map(this::check).toList()) {
            Checked alone = refusedBeside(differences, one);
            checked.add(alone);
            differences.putAll(alone.differences());
        }
        Commit commit;
        if (differences.isEmpty()) {
            commit = new Commit(sequence(), List.of(), 0, 0);
        } else {
            announce(differences);
            commit = write(differences);
            listeners.forEach(listener -> listener.accept(commit));
        }
        return checked.stream()
                .map(c -> c.refusal() != null
                        ? (Outcome) new Outcome.Refused(c.refusal())
                        : new Outcome.Written(part(commit, c.differences())))
                .toList();
    }

    private void announce(Map<Node, Difference> differences) {
        var upcoming = new LinkedHashMap<PaperId, Graph>();
        differences.forEach((name, difference) ->
                iris.paperOfGraph(name).ifPresent(paper -> upcoming.put(paper, difference.wanted())));
        heralds.forEach(listener -> listener.accept(upcoming));
    }

    /// Each change was checked against the base as it is: one that takes away what another one refers to has to
    /// be checked again when that other one is written.
    private Checked refusedBeside(Map<Node, Difference> earlier, Checked change) {
        if (change.refusal() == null
                && (refersToRemoved(earlier, change.differences()) || refersToRemoved(change.differences(), earlier))) {
            return new Checked(
                    Map.of(),
                    Problem.conflict("another change of the same batch takes away what this one"
                            + " refers to, or refers to what this one takes away: apply one after the other"));
        }
        return change;
    }

    private static boolean refersToRemoved(Map<Node, Difference> removing, Map<Node, Difference> adding) {
        var removed = new HashSet<Node>();
        removing.values().forEach(d -> d.removed().forEach(t -> removed.add(t.getSubject())));
        return !removed.isEmpty()
                && adding.values().stream()
                        .flatMap(d -> d.added().stream())
                        .anyMatch(t -> removed.contains(t.getObject()));
    }

    private Checked check(Change change) {
        try {
            return connection.read(dataset -> new Checked(changeCheck.check(dataset, change), null));
        } catch (ProblemException e) {
            return new Checked(Map.of(), e);
        }
    }

    private record Checked(
            Map<Node, Difference> differences, @Nullable ProblemException refusal) {}

    /// What a commit did for one of the changes in it; what follows from it is not counted.
    private Commit part(Commit commit, Map<Node, Difference> differences) {
        var graphs = new ArrayList<GraphName>();
        long added = 0;
        long removed = 0;
        for (var entry : differences.entrySet()) {
            Optional<GraphName> graph = iris.nameOf(entry.getKey());
            if (graph.isPresent()) {
                graphs.add(graph.get());
                added += entry.getValue().added().size();
                removed += entry.getValue().removed().size();
            }
        }
        return new Commit(commit.sequence(), graphs, added, removed);
    }

    private Commit write(Map<Node, Difference> differences) {
        long sequence = sequence() + 1;
        connection.write(dsg -> {
            differences.forEach((name, difference) -> {
                difference.removed().forEach(t -> dsg.delete(Quad.create(name, t)));
                difference.added().forEach(t -> dsg.add(Quad.create(name, t)));
                if (iris.nameOf(name).isPresent()) {
                    Bookkeeping.setChanged(dsg, name, sequence);
                }
            });
            Bookkeeping.setSequence(dsg, sequence);
        });
        return part(new Commit(sequence, List.of(), 0, 0), differences);
    }

    /// Closes the connection, once the write at hand is done.
    @Override
    public void close() {
        writer.lock();
        try {
            connection.close();
        } finally {
            writer.unlock();
        }
    }
}
