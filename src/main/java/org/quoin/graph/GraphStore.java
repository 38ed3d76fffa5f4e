// The store: TDB2 on disk behind one write door.
package org.quoin.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.ChangeCheck.Difference;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.StudyId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One named graph a paper, a synthesis and a codebook, and one beside it of what follows from it
/// ([Entailment]); the ontology and each concept scheme in graphs of their own; the base's [Bookkeeping].
///
/// Readers never wait. There is one writer at a time, and it writes only what has passed every check: TDB2 up
/// to 6.0.0 damages its node table when a transaction that wrote is aborted (`docs/decisions/0003`), so nothing
/// is written here that could still be refused.
public final class GraphStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GraphStore.class);
    /// How the IRIs of the bookkeeping begin.
    public static final String BOOKKEEPING = Bookkeeping.PREFIX;

    private static final Set<Node> SPELT_OUT =
            Set.of(Terms.evidencedBy, Terms.illustratedBy, Terms.hasSelector, Terms.hasTarget, Terms.wasAttributedTo);

    private final Location location;
    private final Iris iris;
    private final Vocabulary vocabulary;
    private final PaperMapper mapper;
    private final ChangeCheck changeCheck;
    private final Entailment entailment;
    private final ReentrantLock writer = new ReentrantLock(true);
    /// Held shared by every reader, alone by the one who has to replace a broken connection.
    private final ReadWriteLock connection = new ReentrantReadWriteLock(true);
    private final List<Consumer<Map<PaperId, Graph>>> heralds = new ArrayList<>();
    private final List<Consumer<Commit>> listeners = new ArrayList<>();
    private DatasetGraph dataset;
    private volatile @Nullable Names names;

    /// The base as one reader sees it, from the beginning of the read to its end.
    ///
    /// @param dataset the named graphs and, as default graph, the bookkeeping; valid during the read only
    /// @param sequence the commit sequence number
    public record Snapshot(DatasetGraph dataset, long sequence) {}

    /// What there is in one state of the base.
    ///
    /// @param sequence commit sequence number of the state
    private record Names(long sequence, List<GraphName> graphs, List<PaperId> papers) {
        static Names of(long sequence, List<GraphName> graphs) {
            return new Names(
                    sequence,
                    graphs,
                    graphs.stream()
                            .flatMap(graph ->
                                    graph instanceof GraphName.OfPaper(PaperId id) ? Stream.of(id) : Stream.empty())
                            .sorted()
                            .toList());
        }
    }

    private GraphStore(Location location, Iris iris, Vocabulary vocabulary) {
        this.location = location;
        this.iris = iris;
        this.vocabulary = vocabulary;
        this.mapper = new PaperMapper(iris, vocabulary);
        this.entailment = new Entailment(vocabulary.all());
        this.changeCheck = new ChangeCheck(iris, vocabulary, entailment);
        this.dataset = DatabaseMgr.connectDatasetGraph(location);
    }

    /// Opens the store in a folder, making it when it is not there, and brings the ontology in it up
    /// to date.
    ///
    /// @throws org.quoin.model.ProblemException ([Problem.Conflict]) when the store holds data of
    ///     another base IRI
    public static GraphStore open(Path folder, Iris iris, Vocabulary vocabulary) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
        var store = new GraphStore(Location.create(folder), iris, vocabulary);
        store.requireSameBase();
        store.loadOntology();
        return store;
    }

    public Iris iris() {
        return iris;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    public PaperMapper mapper() {
        return mapper;
    }

    /// Adds a listener that is told what papers' graphs are about to become, by the thread that writes it, when
    /// every check is passed and before anyone can read it: for preparing what must follow the commit at once.
    /// It must not throw. A write that then breaks off is told to nobody.
    public void beforeCommit(Consumer<Map<PaperId, Graph>> listener) {
        heralds.add(listener);
    }

    /// Adds a listener that is told of every commit, in order, by the thread that made it, before
    /// `apply` returns.
    public void onCommit(Consumer<Commit> listener) {
        listeners.add(listener);
    }

    /// Runs a read on one consistent state of the base. Reads inside a read see the same state.
    public <T> T read(Function<Snapshot, T> body) {
        connection.readLock().lock();
        try {
            return Txn.calculateRead(dataset, () -> body.apply(new Snapshot(dataset, Bookkeeping.sequence(dataset))));
        } finally {
            connection.readLock().unlock();
        }
    }

    /// The only way in: checks the change as a whole and writes it as one transaction, or writes nothing.
    ///
    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) with a violation for each broken rule;
    ///     ([Problem.Forbidden]) when the change touches a graph that people do not fill
    public Commit apply(Change change) {
        return switch (applyAll(List.of(change)).getFirst()) {
            case Outcome.Written(Commit commit) -> commit;
            case Outcome.Refused(ProblemException problem) -> throw problem;
        };
    }

    /// Checks each change by itself and writes those that pass in one transaction: a refused one does not touch
    /// the others. Many papers a transaction keep the store small, because TDB2 copies the index blocks that
    /// each transaction touches.
    ///
    /// A change that is refused is tried once more when others were written, since it may compare a finding
    /// with one that only they brought.
    ///
    /// @param changes no two of them may touch the same graph
    /// @return what became of each change, in their order; those written together share one commit
    public List<Outcome> applyAll(List<Change> changes) {
        requireDistinctGraphs(changes);
        if (dataset.isInTransaction()) {
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

    /// What [#applyAll] would make of changes, each checked against the base as it is. Nothing is written.
    public List<Outcome> rehearse(List<Change> changes) {
        long sequence = read(Snapshot::sequence);
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
            commit = new Commit(read(Snapshot::sequence), List.of(), 0, 0);
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
            return read(snapshot -> new Checked(changeCheck.check(snapshot.dataset(), change), null));
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

    /// What became of a change.
    public sealed interface Outcome {
        record Written(Commit commit) implements Outcome {}

        record Refused(ProblemException problem) implements Outcome {}

        /// Whether the base is another one after it.
        default boolean changedSomething() {
            return this instanceof Written(Commit commit) && !commit.changedNothing();
        }
    }

    /// Every paper in the base, sorted.
    public List<PaperId> papers() {
        return names().papers();
    }

    /// Every graph that people filled, in the order in which one may rest on another.
    public List<GraphName> graphs() {
        return names().graphs();
    }

    private Names names() {
        return read(snapshot -> {
            Names known = names;
            if (known == null || known.sequence() != snapshot.sequence()) {
                known = Names.of(
                        snapshot.sequence(),
                        Bookkeeping.changedGraphs(snapshot.dataset())
                                .flatMap(graph -> iris.nameOf(graph.name()).stream())
                                .filter(name -> holds(snapshot.dataset(), name))
                                .sorted()
                                .toList());
                names = known;
            }
            return known;
        });
    }

    /// Whether the base holds a paper of this name.
    public boolean contains(PaperId id) {
        return contains(new GraphName.OfPaper(id));
    }

    public boolean contains(GraphName name) {
        return read(snapshot -> holds(snapshot.dataset(), name));
    }

    /// A paper that is the same as another one, whatever the names.
    ///
    /// @param paper in the base
    /// @param by what both have: `doi 10.1000/182`
    public record Same(PaperId paper, String by) {}

    /// Another paper of the base with the same DOI, PubMed or PubMed Central number, or the same text.
    ///
    /// @param own the name the paper comes under
    /// @param content of its graph
    public Optional<Same> sameAs(PaperId own, Graph content) {
        return read(snapshot -> PaperIdentity.find(snapshot.dataset(), iris, own, content));
    }

    /// The paper with a DOI, in any letter case.
    public Optional<PaperId> paperWithDoi(String doi) {
        Node value = NodeFactory.createLiteralString(doi.toLowerCase(Locale.ROOT));
        return read(snapshot -> Iter.asStream(snapshot.dataset().findNG(Node.ANY, Node.ANY, Terms.doi, value))
                .flatMap(quad -> iris.paperOfGraph(quad.getGraph()).stream())
                .min(PaperId::compareTo));
    }

    /// By what a paper's graph is known to be the same as another, in words.
    public static Set<String> identity(Graph content) {
        return PaperIdentity.names(content);
    }

    /// By what two graphs are those of one paper, as for [#sameAs]; empty when they are of two.
    public static Optional<String> sharedIdentity(Graph one, Graph other) {
        return PaperIdentity.shared(one, other).map(PaperIdentity.Key::toString);
    }

    public Optional<PaperRecord> paper(PaperId id) {
        // Copied first: reading a paper asks for a few triples at a time, which is far slower on the disk's
        // indexes.
        return mapper.fromGraph(id, graph(id));
    }

    /// A copy of the paper's graph; empty when there is no such paper.
    public Graph graph(PaperId id) {
        return graph(new GraphName.OfPaper(id));
    }

    /// A copy of a graph; empty when there is none of that name.
    public Graph graph(GraphName name) {
        return read(snapshot -> copy(snapshot, name));
    }

    /// The papers whose present texts were read from a file of these bytes, sorted.
    ///
    /// @param sha256 digest of the file
    public List<PaperId> papersFrom(String sha256) {
        return read(snapshot -> Iter.asStream(
                        snapshot.dataset().findNG(Node.ANY, Node.ANY, Terms.wasDerivedFrom, iris.file(sha256)))
                .filter(quad ->
                        !snapshot.dataset().contains(quad.getGraph(), Node.ANY, Terms.wasRevisionOf, quad.getSubject()))
                .flatMap(quad -> iris.paperOfGraph(quad.getGraph()).stream())
                .distinct()
                .sorted()
                .toList());
    }

    /// By what every paper is known, in no order.
    public List<BibliographicEntry> bibliography() {
        return read(snapshot -> BibliographicEntry.all(snapshot.dataset(), iris));
    }

    /// What a paper becomes when its text becomes another one. Nothing is written.
    ///
    /// @param fresh the paper with its new text
    public Revision revised(PaperRecord fresh) {
        PaperId id = fresh.paper().id();
        return read(snapshot -> {
            var revision = new TextRevision(iris, vocabulary, id, copy(snapshot, new GraphName.OfPaper(id)));
            revision.to(fresh);
            var contents = new HashMap<GraphName, Graph>();
            revision.renamed().keySet().stream()
                    .flatMap(old -> Iter.asStream(snapshot.dataset().findNG(Node.ANY, Node.ANY, Node.ANY, old)))
                    .flatMap(quad -> iris.nameOf(quad.getGraph()).stream())
                    .distinct()
                    .forEach(other -> {
                        Graph copy = copy(snapshot, other);
                        TextRevision.rename(copy, revision.renamed());
                        contents.put(other, copy);
                    });
            contents.put(new GraphName.OfPaper(id), revision.content());
            return new Revision(contents, revision.carried(), revision.lost());
        });
    }

    /// What a paper becomes by small changes to it. Nothing is written.
    ///
    /// @throws ProblemException ([Problem.NotFound])
    public PaperEdits edits(PaperId id) {
        Graph stored = graph(id);
        if (stored.isEmpty()) {
            throw Problem.notFound("there is no paper «" + id + "» in the base");
        }
        return new PaperEdits(iris, mapper, id, stored);
    }

    /// A copy of a graph with these triples added.
    public Graph union(GraphName name, Graph more) {
        return read(snapshot -> {
            Graph copy = copy(snapshot, name);
            more.find().forEachRemaining(copy::add);
            return copy;
        });
    }

    /// What the base says of a resource: its own triples and those of the quotations, selectors and
    /// codings that belong to it. Texts and other items are named but not spelt out, and
    /// what merely follows is left out.
    ///
    /// @return empty when no graph has a triple about it
    public Optional<Graph> describe(String iri) {
        Node resource = NodeFactory.createURI(iri);
        return read(snapshot -> {
            Graph description = GraphFactory.createGraphMem();
            vocabulary.prefixes().forEach(description.getPrefixMapping()::setNsPrefix);
            Optional<GraphName> name = iris.nameOf(resource);
            if (name.isPresent()) {
                copy(snapshot, name.get()).find().forEachRemaining(description::add);
            } else {
                var queue = new ArrayDeque<Node>(List.of(resource));
                var seen = new HashSet<Node>(queue);
                while (!queue.isEmpty()) {
                    Node subject = queue.remove();
                    Iter.filter(
                                    snapshot.dataset().find(Node.ANY, subject, Node.ANY, Node.ANY),
                                    quad -> !iris.isEntailed(quad.getGraph()))
                            .forEachRemaining(quad -> {
                                description.add(quad.asTriple());
                                if (SPELT_OUT.contains(quad.getPredicate()) && seen.add(quad.getObject())) {
                                    queue.add(quad.getObject());
                                }
                            });
                    snapshot.dataset()
                            .find(Node.ANY, Node.ANY, Terms.hasBody, subject)
                            .forEachRemaining(quad -> {
                                if (seen.add(quad.getSubject())) {
                                    queue.add(quad.getSubject());
                                }
                            });
                }
            }
            return description.isEmpty() ? Optional.<Graph>empty() : Optional.of(description);
        });
    }

    private Graph copy(Snapshot snapshot, GraphName name) {
        Graph copy = GraphFactory.createGraphMem();
        snapshot.dataset()
                .find(iris.graph(name), Node.ANY, Node.ANY, Node.ANY)
                .forEachRemaining(quad -> copy.add(quad.asTriple()));
        return copy;
    }

    /// Whether a paper of the base reports this study.
    public boolean contains(StudyId study) {
        return read(snapshot -> snapshot.dataset().contains(Node.ANY, Node.ANY, Terms.reportsStudy, iris.study(study)));
    }

    /// Number of evidence items in a paper; 0 when there is no such paper.
    public long items(PaperId id) {
        return read(
                snapshot -> Iter.count(snapshot.dataset().find(iris.graph(id), Node.ANY, Terms.reportedIn, Node.ANY)));
    }

    /// The papers whose graphs changed after a commit, removed ones among them: what an index must do
    /// again.
    public List<PaperId> changedSince(long sequence) {
        return read(snapshot -> Bookkeeping.changedGraphs(snapshot.dataset())
                .filter(graph -> graph.sequence() > sequence)
                .flatMap(graph -> iris.paperOfGraph(graph.name()).stream())
                .sorted()
                .toList());
    }

    /// Checks everything in the base, graph by graph, as if it were written now.
    ///
    /// @param progress told the graphs done and their number
    public ValidationReport validate(BiConsumer<Integer, Integer> progress) {
        List<GraphName> graphs = graphs();
        var results = new ArrayList<CheckResult>();
        for (int i = 0; i < graphs.size(); i++) {
            GraphName name = graphs.get(i);
            results.addAll(read(snapshot -> changeCheck.results(snapshot.dataset(), name, copy(snapshot, name))));
            progress.accept(i + 1, graphs.size());
        }
        return new ValidationReport(vocabulary, results);
    }

    @Override
    public void close() {
        writer.lock();
        connection.writeLock().lock();
        try {
            TDBInternal.expel(dataset);
        } finally {
            connection.writeLock().unlock();
            writer.unlock();
        }
    }

    private Commit write(Map<Node, Difference> differences) {
        long sequence = read(Snapshot::sequence) + 1;
        transaction(dsg -> {
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

    /// Writes one transaction. If it breaks in the middle, which nothing but the machine can make it
    /// do, the connection is thrown away with its damaged caches and the store opened again from the disk.
    private void transaction(Consumer<DatasetGraph> body) {
        try {
            dataset.begin(TxnType.WRITE);
            body.accept(dataset);
            dataset.commit();
        } catch (RuntimeException | Error e) {
            reopen();
            throw e;
        } finally {
            dataset.end();
        }
    }

    private void reopen() {
        LOG.error("a write to the store broke off; the store is opened again from what is safely on the disk");
        dataset.abort();
        dataset.end();
        connection.writeLock().lock();
        try {
            TDBInternal.expel(dataset, true);
            dataset = DatabaseMgr.connectDatasetGraph(location);
        } finally {
            connection.writeLock().unlock();
        }
        // Resolves every stored node once: a damaged node table shows here and not in some later answer.
        long quads = read(snapshot -> Iter.count(snapshot.dataset().find()));
        LOG.info("the store is open again with {} quads", quads);
    }

    private void requireSameBase() {
        String stored = read(snapshot -> Bookkeeping.dataIri(snapshot.dataset()).orElse(iris.base()));
        if (!stored.equals(iris.base())) {
            close();
            throw Problem.conflict("the store in " + location + " was made with the base IRI " + stored + ", not "
                    + iris.base() + ": open it with that one, or choose another home");
        }
    }

    private void loadOntology() {
        String current = vocabulary.digest() + "/" + Entailment.VERSION;
        if (read(snapshot -> Bookkeeping.ontology(snapshot.dataset())).equals(Optional.of(current))) {
            return;
        }
        List<GraphName> graphs = graphs();
        transaction(dsg -> {
            Iter.toList(dsg.listGraphNodes()).stream()
                    .filter(name -> iris.nameOf(name).isEmpty())
                    .forEach(dsg::removeGraph);
            vocabulary.graphs().forEach((name, graph) -> add(dsg, name, graph));
            for (GraphName name : graphs) {
                Graph stated = copy(new Snapshot(dsg, 0), name);
                add(dsg, Iris.entailedGraph(iris.graph(name)), entailment.of(stated));
            }
            Bookkeeping.setOntology(dsg, current);
            // The index holds labels of the ontology beside each item: a new ontology makes every paper new to
            // it.
            Bookkeeping.setAllChanged(dsg);
            Bookkeeping.setDataIri(dsg, iris.base());
        });
    }

    private static void add(DatasetGraph dsg, Node name, Graph graph) {
        graph.find().forEachRemaining(t -> dsg.add(Quad.create(name, t)));
    }

    private boolean holds(DatasetGraph dsg, GraphName name) {
        return dsg.contains(iris.graph(name), Node.ANY, Node.ANY, Node.ANY);
    }
}
