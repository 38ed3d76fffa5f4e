// Brings files into the base, many a transaction, each by itself right or rejected.
package org.quoin.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.quoin.app.ImportReport.Effect;
import org.quoin.app.ImportReport.Line;
import org.quoin.app.PaperMerge.Decision;
import org.quoin.graph.BibliographicEntry;
import org.quoin.graph.Change;
import org.quoin.graph.Commit;
import org.quoin.graph.GraphName;
import org.quoin.graph.GraphStore;
import org.quoin.graph.GraphStore.Outcome;
import org.quoin.graph.GraphStore.Same;
import org.quoin.graph.PaperRecord;
import org.quoin.intake.Contents;
import org.quoin.intake.Incoming;
import org.quoin.intake.Inputs;
import org.quoin.intake.Intake;
import org.quoin.intake.document.Source;
import org.quoin.model.Paper;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.Violation;

final class Importer {
    /// Enough to keep the store small (see [GraphStore#applyAll]), few enough for a steady report.
    private static final int FILES_A_COMMIT = 50;

    private static final int SHOWN_DUPLICATES = 20;

    private final GraphStore store;
    private final Intake intake;

    Importer(GraphStore store) {
        this.store = store;
        this.intake = new Intake(store);
    }

    /// @throws IOException when a folder cannot be listed
    ImportReport importFiles(List<Path> named, ImportOptions options, Consumer<Line> each, Progress progress)
            throws IOException {
        try (Inputs inputs = Inputs.of(named)) {
            List<Path> files = inputs.files();
            var lines = new ArrayList<Line>();
            Consumer<Line> tell = line -> {
                each.accept(line);
                lines.add(line);
            };
            inputs.refused().forEach(file -> tell.accept(new Line.Rejected(file.file(), file.why(), List.of())));
            var batch = new Batch(options, new NearDuplicates(store.bibliography()));
            int done = 0;
            for (int i = 0; i < files.size(); i += FILES_A_COMMIT) {
                for (Line line : batch.importTogether(files.subList(i, Math.min(i + FILES_A_COMMIT, files.size())))) {
                    tell.accept(line);
                    progress.step(++done, files.size(), line.file());
                }
            }
            for (Line line : batch.importLast()) {
                tell.accept(line);
                progress.step(++done, files.size(), line.file());
            }
            return new ImportReport(lines);
        }
    }

    /// A file that was read, or that nothing is left to be done for.
    ///
    /// @param line what became of it, as far as it is known: that it was not written
    private record Read(String file, List<? extends Incoming> incoming, Line line) {
        static Read of(String file, Contents contents) {
            return contents.incoming().isEmpty()
                    ? decided(new Line.Imported(file, Effect.UNCHANGED, List.of(), List.of(), 0, contents.notes()))
                    : new Read(file, contents.incoming(), new Line.Rejected(file, "it was not written", List.of()));
        }

        static Read decided(Line line) {
            return new Read(line.file(), List.of(), line);
        }

        boolean isDecided() {
            return incoming.isEmpty();
        }

        boolean restsOnOthers() {
            return incoming.stream().allMatch(Incoming.Synthesised.class::isInstance);
        }

        static Read rejected(String file, ProblemException e) {
            List<Violation> violations =
                    e.problem() instanceof Problem.Invalid invalid ? invalid.violations() : List.of();
            return decided(new Line.Rejected(file, e.problem().detail(), violations));
        }
    }

    /// What a file does to the base, when everything it says is taken together.
    private record Plan(
            Read read,
            Change change,
            List<Decision> decisions,
            List<Same> duplicates,
            List<Same> repeated,
            List<PaperId> similar) {}

    /// One import: what has come in so far decides what the next files are.
    private final class Batch {
        private final ImportOptions options;
        private final NearDuplicates similar;
        /// Syntheses: what they name may stand in any of the other files.
        private final List<Read> last = new ArrayList<>();

        Batch(ImportOptions options, NearDuplicates similar) {
            this.options = options;
            this.similar = similar;
        }

        /// A line a file, in their order.
        List<Line> importTogether(List<Path> files) {
            List<Read> all = files.parallelStream().map(this::read).toList();
            var lines = new LinkedHashMap<String, Line>();
            all.forEach(file -> lines.put(file.file(), file.line()));
            var group = new ArrayList<Plan>();
            var known = new HashSet<String>();
            for (Read file : all) {
                if (file.isDecided()) {
                    continue;
                }
                if (file.restsOnOthers()) {
                    last.add(file);
                    lines.remove(file.file());
                    continue;
                }
                Set<String> names = names(file);
                if (!Collections.disjoint(names, known)) {
                    // What a second file says of a paper builds on what the first one said.
                    write(group, lines);
                    known.clear();
                }
                known.addAll(names);
                plan(file, group, lines);
            }
            write(group, lines);
            return List.copyOf(lines.values());
        }

        /// The files that were put off, one after the other.
        List<Line> importLast() {
            var lines = new LinkedHashMap<String, Line>();
            for (Read file : last) {
                lines.put(file.file(), file.line());
                var alone = new ArrayList<Plan>();
                plan(file, alone, lines);
                write(alone, lines);
            }
            return List.copyOf(lines.values());
        }

        private Read read(Path file) {
            String name = Inputs.name(file);
            try {
                Optional<Source> papers = intake.papers(file);
                if (papers.isEmpty()) {
                    return Read.of(name, intake.read(file));
                }
                List<PaperId> known = options.again()
                        ? List.of()
                        : store.papersFrom(papers.get().sha256());
                return known.isEmpty()
                        ? Read.of(name, intake.read(papers.get(), file))
                        : Read.decided(
                                new Line.Imported(name, Effect.UNCHANGED, known, List.of(), items(known), List.of()));
            } catch (ProblemException e) {
                return Read.rejected(name, e);
            } catch (IOException e) {
                return Read.decided(new Line.Rejected(name, "cannot be read: " + e, List.of()));
            }
        }

        /// Adds what a file does to those that are written together, or writes these first when it does
        /// something to a paper of theirs.
        private void plan(Read read, List<Plan> group, Map<String, Line> lines) {
            try {
                Set<GraphName> pending = group.stream()
                        .flatMap(plan -> plan.decisions().stream())
                        .flatMap(decision -> decision.contents().keySet().stream())
                        .collect(Collectors.toCollection(TreeSet::new));
                Plan plan = plan(read, papers(pending));
                if (plan.decisions().stream()
                        .flatMap(decision -> decision.contents().keySet().stream())
                        .anyMatch(pending::contains)) {
                    write(group, lines);
                    plan = plan(read, new TreeSet<>());
                }
                group.add(plan);
            } catch (ProblemException e) {
                lines.put(read.file(), Read.rejected(read.file(), e).line());
            }
        }

        private static Set<PaperId> papers(Set<GraphName> graphs) {
            return graphs.stream()
                    .flatMap(name -> name instanceof GraphName.OfPaper(PaperId id) ? Stream.of(id) : Stream.empty())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private Plan plan(Read read, Set<PaperId> taken) {
            var merge = new PaperMerge(store, taken);
            var change = new Change(store.iris());
            var decisions = new ArrayList<Decision>();
            var duplicates = new ArrayList<Same>();
            var repeated = new ArrayList<Same>();
            var like = new TreeSet<PaperId>();
            var own = new HashSet<GraphName>();
            var written = new HashSet<GraphName>();
            Map<String, Known> inThisFile = new HashMap<>();
            for (Incoming one : read.incoming()) {
                Optional<Same> twin = twin(one, inThisFile);
                if (twin.isPresent()) {
                    repeated.add(twin.get());
                    continue;
                }
                Decision decision = merge.decide(one);
                if (!own.add(decision.about())) {
                    decision.paper().ifPresent(id -> duplicates.add(new Same(id, "the paper it is in the base")));
                    continue;
                }
                decision.paper().ifPresent(id -> {
                    taken.add(id);
                    identity(one).forEach(key -> inThisFile.putIfAbsent(key, new Known(one, id)));
                });
                decision.contents().forEach((graph, content) -> {
                    if (!written.add(graph)) {
                        throw Problem.conflict("two of its papers change " + graph + ", which compares findings with"
                                + " both: import them one by one");
                    }
                    change.put(graph, content);
                });
                decisions.add(decision);
                if (decision.duplicate() != null) {
                    duplicates.add(decision.duplicate());
                } else if (one instanceof Incoming.Text(PaperRecord record, boolean reference, List<String> notes)) {
                    decision.paper()
                            .ifPresent(
                                    id -> like.addAll(similarTo(record.paper().named(id))));
                }
            }
            return new Plan(read, change, decisions, duplicates, repeated, List.copyOf(like));
        }

        /// A record of the file, and what it is called in the base.
        private record Known(Incoming record, PaperId paper) {}

        /// A record that stands in an export twice.
        private Optional<Same> twin(Incoming one, Map<String, Known> inThisFile) {
            return one instanceof Incoming.Text
                    ? identity(one).stream()
                            .flatMap(key -> Stream.ofNullable(inThisFile.get(key)))
                            .flatMap(before -> GraphStore.sharedIdentity(content(before.record()), content(one))
                                    .map(by -> new Same(before.paper(), by))
                                    .stream())
                            .findFirst()
                    : Optional.empty();
        }

        private List<PaperId> similarTo(Paper paper) {
            if (paper.title() == null) {
                return List.of();
            }
            var entry = new BibliographicEntry(
                    paper.id(),
                    paper.title(),
                    paper.year(),
                    paper.authors().isEmpty() ? null : paper.authors().getFirst());
            List<PaperId> like = similar.of(entry);
            similar.add(entry);
            return like;
        }

        private List<Outcome> outcomes(List<Change> changes) {
            return options.dryRun() ? store.rehearse(changes) : store.applyAll(changes);
        }

        private void write(List<Plan> group, Map<String, Line> lines) {
            Iterator<Outcome> outcomes =
                    outcomes(group.stream().map(Plan::change).toList()).iterator();
            for (Plan plan : group) {
                lines.put(plan.read().file(), line(plan, outcomes.next()));
            }
            group.clear();
        }
    }

    /// Everything by which one of its papers may be the same as one of another file.
    private Set<String> names(Read file) {
        var names = new HashSet<String>();
        for (Incoming one : file.incoming()) {
            names.add(one.about().path());
            names.addAll(identity(one));
        }
        return names;
    }

    private Set<String> identity(Incoming one) {
        return GraphStore.identity(content(one));
    }

    private Graph content(Incoming one) {
        return switch (one) {
            case Incoming.Triples triples -> triples.content();
            case Incoming.Synthesised _ -> GraphFactory.createGraphMem();
            case Incoming.Evidence evidence -> store.mapper().toGraph(evidence.record());
            case Incoming.Codings codings -> store.mapper().toGraph(codings.record());
            case Incoming.Text text -> store.mapper().toGraph(text.record());
        };
    }

    private Line line(Plan plan, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused(ProblemException problem) ->
                Read.rejected(plan.read().file(), problem).line();
            case Outcome.Written(Commit commit) -> {
                List<Decision> own = plan.decisions().stream()
                        .filter(decision -> decision.duplicate() == null)
                        .toList();
                yield own.isEmpty() ? duplicate(plan, commit) : imported(plan, own, commit);
            }
        };
    }

    private static Line duplicate(Plan plan, Commit commit) {
        return new Line.Duplicate(
                plan.read().file(),
                plan.duplicates().stream().map(Same::paper).distinct().toList(),
                plan.duplicates().stream().map(Same::by).distinct().toList(),
                !commit.changedNothing());
    }

    private Line imported(Plan plan, List<Decision> own, Commit commit) {
        List<PaperId> papers =
                own.stream().flatMap(decision -> decision.paper().stream()).toList();
        Effect effect = own.stream()
                .filter(decision -> commit.graphs().contains(decision.about()))
                .map(Decision::effect)
                .max(Effect::compareTo)
                .orElse(Effect.UNCHANGED);
        return new Line.Imported(
                plan.read().file(),
                effect,
                papers,
                plan.similar(),
                items(papers),
                Stream.of(
                                own.stream()
                                        .filter(decision -> decision.paper().isEmpty())
                                        .map(decision -> decision.about().toString()),
                                // Of duplicates too: what was left out of the file stands with its first record.
                                plan.decisions().stream().flatMap(one -> one.notes().stream()),
                                note("of its papers", "in the base already", plan.duplicates()),
                                note("of its records", "in it more than once", plan.repeated()))
                        .flatMap(notes -> notes)
                        .toList());
    }

    private static Stream<String> note(String what, String where, List<Same> papers) {
        if (papers.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(papers.size() + " " + what + (papers.size() == 1 ? " stands " : " stand ") + where + ": "
                + papers.stream()
                        .limit(SHOWN_DUPLICATES)
                        .map(same -> same.paper() + " (" + same.by() + ")")
                        .collect(Collectors.joining(", "))
                + (papers.size() > SHOWN_DUPLICATES ? ", …" : ""));
    }

    private long items(List<PaperId> papers) {
        return papers.stream().mapToLong(store::items).sum();
    }
}
