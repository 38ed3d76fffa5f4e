// Brings files into the base, many a transaction, each by itself right or rejected.
package org.quoin.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;
import org.quoin.app.ImportReport.Line;
import org.quoin.graph.Change;
import org.quoin.graph.Commit;
import org.quoin.graph.GraphStore;
import org.quoin.graph.GraphStore.Outcome;
import org.quoin.graph.GraphStore.Same;
import org.quoin.graph.PaperRecord;
import org.quoin.intake.Incoming;
import org.quoin.intake.Incoming.Mode;
import org.quoin.intake.Intake;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.Violation;

final class Importer {
    /// Enough to keep the store small (see [GraphStore#applyAll]), few enough for a steady report.
    private static final int FILES_A_COMMIT = 50;

    /// Of papers that are named in a note.
    private static final int SHOWN = 10;

    private final GraphStore store;
    private final Intake intake;

    Importer(GraphStore store) {
        this.store = store;
        this.intake = new Intake(store);
    }

    /// @throws IOException when a folder cannot be listed
    ImportReport importFiles(List<Path> named, Consumer<Line> each, Progress progress) throws IOException {
        List<Path> files = intake.expand(named);
        var lines = new ArrayList<Line>();
        for (int i = 0; i < files.size(); i += FILES_A_COMMIT) {
            List<Path> some = files.subList(i, Math.min(i + FILES_A_COMMIT, files.size()));
            for (Line line : importTogether(some)) {
                each.accept(line);
                lines.add(line);
                progress.step(lines.size(), files.size(), line.file());
            }
        }
        return new ImportReport(lines);
    }

    private List<Line> importTogether(List<Path> files) {
        List<Read> all = files.parallelStream().map(this::read).toList();
        var lines = new ArrayList<Line>();
        var group = new ArrayList<Read>();
        var known = new HashSet<String>();
        for (Read file : all) {
            // What a second file says of a paper builds on what the first one said.
            Set<String> names = file.names();
            if (!Collections.disjoint(names, known)) {
                lines.addAll(write(group));
                group.clear();
                known.clear();
            }
            group.add(file);
            known.addAll(names);
        }
        lines.addAll(write(group));
        return lines;
    }

    /// A file that was read, or why it was not.
    private record Read(
            Path file, List<Incoming> incoming, @Nullable Line rejected) {
        Read with(List<Incoming> others) {
            return new Read(file, others, rejected);
        }

        Stream<PaperId> papers() {
            return incoming.stream().map(Incoming::paper);
        }

        /// Everything by which one of its papers may be the same as one of another file.
        Set<String> names() {
            var names = new HashSet<String>();
            for (Incoming one : incoming) {
                names.add(one.paper().value());
                names.addAll(GraphStore.identity(one.content()));
            }
            return names;
        }
    }

    private Read read(Path file) {
        try {
            return new Read(file, intake.read(file), null);
        } catch (ProblemException e) {
            return new Read(file, List.of(), rejected(file, e));
        } catch (IOException e) {
            return new Read(file, List.of(), new Line.Rejected(file.toString(), "cannot be read: " + e, List.of()));
        }
    }

    private List<Line> write(List<Read> files) {
        List<Merged> merged = files.stream().map(this::merge).toList();
        var outcomes = store.applyAll(merged.stream()
                        .flatMap(m -> Stream.ofNullable(m.change()))
                        .toList())
                .iterator();
        return merged.stream()
                .map(m -> m.decided() != null ? m.decided() : line(m.read(), outcomes.next()))
                .toList();
    }

    /// A file as the change it makes to what is stored, or why it makes none.
    private record Merged(
            Read read, @Nullable Change change, @Nullable Line decided) {}

    private Merged merge(Read read) {
        if (read.rejected() != null) {
            return new Merged(read, null, read.rejected());
        }
        try {
            var change = new Change(store.iris());
            var fresh = new ArrayList<Incoming>();
            var notes = new ArrayList<String>();
            var duplicates = new ArrayList<Same>();
            var repeated = new Repeated();
            for (Incoming one : read.incoming()) {
                Optional<Same> same = duplicateOf(one);
                if (same.isPresent()) {
                    duplicates.add(same.get());
                    notes.addAll(one.notes());
                } else if (!repeated.has(one)) {
                    change.put(one.paper(), content(one));
                    fresh.add(one);
                }
            }
            if (fresh.isEmpty()) {
                return new Merged(read, null, duplicate(read.file(), duplicates));
            }
            note("%,d of its papers are in the base already: %s", duplicates).ifPresent(notes::add);
            note("%,d of its records stand in it more than once: %s", repeated.found)
                    .ifPresent(notes::add);
            return new Merged(read.with(noting(fresh, notes)), change, null);
        } catch (ProblemException e) {
            return new Merged(read, null, rejected(read.file(), e));
        }
    }

    /// A paper that comes without evidence and is in the base under another name; or a record of one that is
    /// there with another text.
    private Optional<Same> duplicateOf(Incoming one) {
        return switch (one.mode()) {
            case REPLACE, ADD -> Optional.empty();
            case TEXT_ONLY -> store.contains(one.paper()) ? Optional.empty() : store.sameAs(one.paper(), one.content());
            case RECORD -> store.contains(one.paper()) ? otherText(one) : store.sameAs(one.paper(), one.content());
        };
    }

    private Optional<Same> otherText(Incoming one) {
        Graph stored = store.graph(one.paper());
        if (digest(one.paper(), stored).equals(digest(one.paper(), one.content()))) {
            return Optional.empty();
        }
        String by = GraphStore.sharedIdentity(stored, one.content())
                .orElseThrow(() -> Problem.conflict("another paper is in the base under the name " + one.paper()
                        + ": import this one from a file of its own"));
        return Optional.of(new Same(one.paper(), by));
    }

    private Optional<String> digest(PaperId paper, Graph content) {
        return store.mapper()
                .fromGraph(paper, content)
                .map(record -> record.text().sha256());
    }

    /// Finds the records of a file that repeat one before them.
    private static final class Repeated {
        private final Map<String, Incoming> known = new HashMap<>();
        private final List<Same> found = new ArrayList<>();

        private boolean has(Incoming one) {
            if (one.mode() != Mode.RECORD) {
                return false;
            }
            Set<String> names = GraphStore.identity(one.content());
            for (String name : names) {
                Incoming before = known.get(name);
                Optional<String> by =
                        before == null ? Optional.empty() : GraphStore.sharedIdentity(before.content(), one.content());
                if (before != null && by.isPresent()) {
                    found.add(new Same(before.paper(), by.get()));
                    return true;
                }
            }
            names.forEach(name -> known.putIfAbsent(name, one));
            return false;
        }
    }

    private static Line duplicate(Path file, List<Same> duplicates) {
        return new Line.Duplicate(
                file.toString(),
                duplicates.stream().map(Same::paper).distinct().toList(),
                duplicates.stream().map(Same::by).distinct().toList());
    }

    private static Optional<String> note(String message, List<Same> papers) {
        if (papers.isEmpty()) {
            return Optional.empty();
        }
        String some = papers.stream()
                .limit(SHOWN)
                .map(same -> same.paper() + " (" + same.by() + ")")
                .collect(Collectors.joining(", "));
        return Optional.of(message.formatted(papers.size(), some + (papers.size() > SHOWN ? ", …" : "")));
    }

    /// The papers of a file that are new, with notes on the others.
    private static List<Incoming> noting(List<Incoming> fresh, List<String> notes) {
        var noted = new ArrayList<>(fresh);
        Incoming first = fresh.getFirst();
        noted.set(
                0,
                new Incoming(
                        first.paper(),
                        first.content(),
                        first.mode(),
                        Stream.concat(first.notes().stream(), notes.stream()).toList()));
        return noted;
    }

    private Graph content(Incoming incoming) {
        return switch (incoming.mode()) {
            case REPLACE -> incoming.content();
            case ADD -> store.union(incoming.paper(), incoming.content());
            case TEXT_ONLY -> textOnly(incoming);
            case RECORD -> store.contains(incoming.paper()) ? store.graph(incoming.paper()) : incoming.content();
        };
    }

    private Graph textOnly(Incoming incoming) {
        Optional<PaperRecord> stored = store.paper(incoming.paper());
        if (stored.isEmpty()) {
            return incoming.content();
        }
        PaperRecord wanted =
                store.mapper().fromGraph(incoming.paper(), incoming.content()).orElseThrow();
        if (!stored.get().text().sha256().equals(wanted.text().sha256())) {
            throw Problem.conflict("paper " + incoming.paper() + " is in the base with another text and "
                    + stored.get().items().size()
                    + " items: import it with its evidence, or under another file name");
        }
        return store.graph(incoming.paper());
    }

    private Line line(Read read, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused(ProblemException problem) -> rejected(read.file(), problem);
            case Outcome.Written(Commit commit) -> {
                List<PaperId> papers = read.papers().toList();
                long items = papers.stream().mapToLong(store::items).sum();
                yield new Line.Imported(
                        read.file().toString(),
                        papers,
                        !commit.changedNothing(),
                        items,
                        read.incoming().stream()
                                .flatMap(one -> one.notes().stream())
                                .toList());
            }
        };
    }

    private static Line rejected(Path file, ProblemException e) {
        List<Violation> violations = e.problem() instanceof Problem.Invalid invalid ? invalid.violations() : List.of();
        return new Line.Rejected(file.toString(), e.problem().detail(), violations);
    }
}
