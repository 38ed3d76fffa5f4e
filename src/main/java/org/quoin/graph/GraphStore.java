// The store: TDB2 on disk behind one write door.
package org.quoin.graph;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.StudyId;

/// One named graph a paper, a synthesis and a codebook, and one beside it of what follows from it
/// ([Entailment]); the ontology and each concept scheme in graphs of their own; the base's [Bookkeeping].
///
/// Readers never wait. There is one writer at a time, and it writes only what has passed every check: TDB2 up
/// to 6.0.0 damages its node table when a transaction that wrote is aborted (`docs/decisions/0003`), so nothing
/// is written here that could still be refused.
public final class GraphStore implements AutoCloseable {
    /// How the IRIs of the bookkeeping begin.
    public static final String BOOKKEEPING = Bookkeeping.PREFIX;

    private final TdbConnection connection;
    private final Iris iris;
    private final Vocabulary vocabulary;
    private final PaperMapper mapper;
    private final ChangeCheck changeCheck;
    private final Entailment entailment;
    private final WriteDoor door;
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

    private GraphStore(TdbConnection connection, Iris iris, Vocabulary vocabulary) {
        this.connection = connection;
        this.iris = iris;
        this.vocabulary = vocabulary;
        this.mapper = new PaperMapper(iris, vocabulary);
        this.entailment = new Entailment(vocabulary.all());
        this.changeCheck = new ChangeCheck(iris, vocabulary, entailment);
        this.door = new WriteDoor(connection, iris, changeCheck);
    }

    /// Opens the store in a folder, making it when it is not there, and brings the ontology in it up
    /// to date.
    ///
    /// @throws org.quoin.model.ProblemException ([Problem.Conflict]) when the store holds data of
    ///     another base IRI
    public static GraphStore open(Path folder, Iris iris, Vocabulary vocabulary) {
        var store = new GraphStore(TdbConnection.open(folder), iris, vocabulary);
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
        door.beforeCommit(listener);
    }

    /// Adds a listener that is told of every commit, in order, by the thread that made it, before
    /// `apply` returns.
    public void onCommit(Consumer<Commit> listener) {
        door.onCommit(listener);
    }

    /// Runs a read on one consistent state of the base. Reads inside a read see the same state.
    public <T> T read(Function<Snapshot, T> body) {
        return connection.read(dataset -> body.apply(new Snapshot(dataset, Bookkeeping.sequence(dataset))));
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
        return door.applyAll(changes);
    }

    /// What [#applyAll] would make of changes, each checked against the base as it is. Nothing is written.
    public List<Outcome> rehearse(List<Change> changes) {
        return door.rehearse(changes);
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

    /// What the base says of a resource: its own triples and those of the quotations, selectors and codings
    /// that belong to it, or a whole graph by its name. Texts and other items are named but not spelt out, and
    /// what merely follows is left out.
    ///
    /// @return empty when no graph has a triple about it
    public Optional<Graph> describe(String iri) {
        Node resource = NodeFactory.createURI(iri);
        return read(snapshot -> {
            Graph description = iris.nameOf(resource)
                    .map(name -> copy(snapshot, name))
                    .orElseGet(() -> Description.of(snapshot.dataset(), iris, resource));
            vocabulary.prefixes().forEach(description.getPrefixMapping()::setNsPrefix);
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
        door.close();
    }

    private void requireSameBase() {
        String stored = read(snapshot -> Bookkeeping.dataIri(snapshot.dataset()).orElse(iris.base()));
        if (!stored.equals(iris.base())) {
            close();
            throw Problem.conflict("the store in " + connection + " was made with the base IRI " + stored + ", not "
                    + iris.base() + ": open it with that one, or choose another home");
        }
    }

    private void loadOntology() {
        String current = vocabulary.digest() + "/" + Entailment.VERSION;
        if (read(snapshot -> Bookkeeping.ontology(snapshot.dataset())).equals(Optional.of(current))) {
            return;
        }
        List<GraphName> graphs = graphs();
        connection.write(dsg -> {
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
