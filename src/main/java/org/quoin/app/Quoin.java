// The one place that wires everything together.
package org.quoin.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;
import org.quoin.app.ImportReport.Line;
import org.quoin.app.export.ExportFormat;
import org.quoin.app.export.Exporter;
import org.quoin.graph.Change;
import org.quoin.graph.Commit;
import org.quoin.graph.GraphName;
import org.quoin.graph.GraphStore;
import org.quoin.graph.Iris;
import org.quoin.graph.Nanopublication;
import org.quoin.graph.PaperNames;
import org.quoin.graph.PaperRecord;
import org.quoin.graph.ValidationReport;
import org.quoin.graph.Vocabulary;
import org.quoin.model.EvidenceItem;
import org.quoin.model.ItemId;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.StudyId;
import org.quoin.model.SynthesisId;
import org.quoin.model.Violation;
import org.quoin.search.Embedder;
import org.quoin.search.EvidenceDocument;
import org.quoin.search.EvidenceIndex;
import org.quoin.search.PassageResult;
import org.quoin.search.SearchRequest;
import org.quoin.search.SearchResult;
import org.quoin.search.lucene.LuceneEvidenceIndex;
import org.quoin.search.onnx.OnnxEmbedder;
import org.quoin.sparql.SparqlService;
import org.quoin.synthesis.Brief;
import org.quoin.synthesis.BriefBuilder;
import org.quoin.synthesis.BriefRequest;
import org.quoin.synthesis.ComparisonBase;
import org.quoin.synthesis.Comparisons;
import org.quoin.synthesis.Suggestions;
import org.quoin.text.NormalisedText;

/// An open base. Safe for use by many threads; one process at a time may have a home open.
///
/// ```java
/// try (Quoin quoin = Quoin.open(Settings.in(home, data))) {
///     quoin.search(SearchRequest.of("what helps services work together", 10));
/// }
/// ```
public final class Quoin implements AutoCloseable {
    private static final String DEMO_FOLDER = "demo";
    /// Cosines of two claims from which on they may mean the same, by the model and by their words alone.
    private static final double ALIKE_IN_MEANING = 0.6;

    private static final double ALIKE_IN_WORDS = 0.5;

    private final Settings settings;
    private final HomeLock lock;
    private final GraphStore store;
    private final Embedder embedder;
    private final EvidenceIndex index;
    private final Indexer indexer;
    private final SearchNames searchNames;
    private final SparqlService sparql;
    private final Syntheses syntheses;
    private final Importer importer;
    private final Exporter exporter;
    private final Comparisons comparisons;
    private final ConcurrentMap<PaperId, PaperSummary> summaries = new ConcurrentHashMap<>();
    private final RememberedVectors vectors;
    private @Nullable IndexUpkeep upkeep;
    private @Nullable WarmUp warmUp;

    private Quoin(Settings settings, HomeLock lock, GraphStore store, Embedder embedder, EvidenceIndex index) {
        this.settings = settings;
        this.lock = lock;
        this.store = store;
        this.embedder = embedder;
        this.index = index;
        this.vectors = new RememberedVectors(embedder::embedPassage);
        this.indexer = new Indexer(store, index);
        this.searchNames = new SearchNames(store);
        this.sparql = new SparqlService(
                store, new Searching(index, indexer, searchNames), settings.queryTimeout(), settings.maxRows());
        this.syntheses = new Syntheses(store);
        this.importer = new Importer(store);
        this.exporter = new Exporter(store);
        this.comparisons = new Comparisons(store, Labels::of);
    }

    /// Has commits taken into the index, and what is missing of earlier ones.
    private void begin(Progress progress) {
        indexer.begin();
        store.beforeCommit(indexer::prepare);
        store.onCommit(this::committed);
        if (settings.upkeep()) {
            upkeep = IndexUpkeep.start(indexer);
        } else {
            indexer.catchUp(progress, () -> false);
        }
    }

    /// Opens a home, making it when it is not there, and brings the index level with the graph, in the background
    /// when the settings say so.
    ///
    /// @throws ProblemException ([Problem.Conflict]) when another process holds the home, naming it
    public static Quoin open(Settings settings) {
        return open(settings, Progress.NONE);
    }

    /// @param progress told of the papers that have to be indexed again, if any
    /// @throws ProblemException ([Problem.Conflict]) when another process holds the home, naming it
    public static Quoin open(Settings settings, Progress progress) {
        return open(settings, Vocabulary.load(), progress);
    }

    /// With another ontology than the one the program was built with.
    ///
    /// @param progress told of the papers that have to be indexed again, if any
    /// @throws ProblemException ([Problem.Conflict]) when another process holds the home, naming it
    public static Quoin open(Settings settings, Vocabulary vocabulary, Progress progress) {
        var opened = new ArrayList<AutoCloseable>();
        try {
            HomeLock lock = HomeLock.take(settings.home(), settings.holder());
            opened.add(lock);
            GraphStore store = GraphStore.open(settings.home().resolve("tdb2"), new Iris(settings.base()), vocabulary);
            opened.add(store);
            Embedder embedder = settings.withModel()
                    ? OnnxEmbedder.lazy()
                    : Embedder.unavailable("the embedding model was switched off");
            opened.add(embedder);
            EvidenceIndex index =
                    LuceneEvidenceIndex.open(settings.home().resolve("index"), embedder, vocabulary.kindNames());
            opened.add(index);
            var quoin = new Quoin(settings, lock, store, embedder, index);
            quoin.begin(progress);
            return quoin;
        } catch (RuntimeException | Error e) {
            opened.reversed().forEach(part -> closeAfter(e, part));
            throw e;
        }
    }

    private static void closeAfter(Throwable first, AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            first.addSuppressed(e);
        }
    }

    public Settings settings() {
        return settings;
    }

    /// Kinds, concepts, labels and example queries.
    public Vocabulary vocabulary() {
        return store.vocabulary();
    }

    public Iris iris() {
        return store.iris();
    }

    /// What people make of the studies together.
    public Syntheses syntheses() {
        return syntheses;
    }

    /// What might belong together in a synthesis and is not translated yet, with the reasons. Nothing is written.
    ///
    /// @throws ProblemException ([Problem.NotFound])
    public List<Suggestions.Suggestion> suggestions(SynthesisId id) {
        return syntheses.suggestions(id, likeness());
    }

    private Suggestions.Likeness likeness() {
        return embedder.unavailableReason().isEmpty()
                ? new Suggestions.Likeness("meaning", ALIKE_IN_MEANING, vectors::of)
                : new Suggestions.Likeness("words", ALIKE_IN_WORDS, SharedWordVectors::of);
    }

    public SparqlService sparql() {
        return sparql;
    }

    /// The names that a search is narrowed by.
    public SearchNames searchNames() {
        return searchNames;
    }

    /// Answers a search over all evidence.
    public SearchResult search(SearchRequest request) {
        SearchResult result = index.search(request);
        String incomplete = indexer.problem();
        return incomplete == null ? result : result.noting(incomplete);
    }

    /// Answers a search over the passages of all papers, coded or not.
    public PassageResult searchPassages(SearchRequest request) {
        return index.searchPassages(request);
    }

    /// Answers a question with a brief: what the studies that speak to it say together, in their own words.
    public Brief ask(BriefRequest request) {
        return BriefBuilder.build(comparison(), request, index.fit(request.question()));
    }

    /// The newest state of the base, prepared for comparing what the studies say.
    public ComparisonBase comparison() {
        return comparisons.current();
    }

    /// Reads at one state of the base, whatever is written meanwhile.
    ///
    /// @param body told the state's commit sequence number; may read papers and syntheses, and must not compare
    public <T> T readAt(LongFunction<T> body) {
        return store.read(snapshot -> body.apply(snapshot.sequence()));
    }

    /// Every paper, sorted by id.
    public List<PaperSummary> papers() {
        return store.papers().stream()
                .map(id -> summaries.computeIfAbsent(id, known -> PaperSummary.of(paper(known))))
                .toList();
    }

    /// @throws ProblemException ([Problem.NotFound])
    public PaperRecord paper(PaperId id) {
        return store.paper(id).orElseThrow(() -> Problem.notFound("there is no paper «" + id + "» in the base"));
    }

    /// @throws ProblemException ([Problem.NotFound])
    public EvidenceItem item(ItemId id) {
        return store.paper(id.paper())
                .flatMap(record -> record.items().stream()
                        .filter(item -> item.id().equals(id))
                        .findFirst())
                .orElseThrow(() -> Problem.notFound("there is no evidence «" + id + "» in the base"));
    }

    /// The items of a paper as search shows them, each with its section and the sentence around its quote; in
    /// the order of the record's items.
    public List<EvidenceDocument> documents(PaperRecord record) {
        return Documents.of(record, store.vocabulary());
    }

    /// What the base says of one resource, with what belongs to it; empty when it says nothing.
    public Optional<Graph> describe(String iri) {
        return store.describe(iri);
    }

    /// Imports files and folders, many files a write. A file that is wrong in any way is left out as a whole;
    /// the others go on.
    ///
    /// @param progress told of each file when it is done
    /// @throws IOException when a folder cannot be listed
    public ImportReport importFiles(List<Path> named, Progress progress) throws IOException {
        return importFiles(named, ImportOptions.DEFAULT, line -> {}, progress);
    }

    /// @param each told what became of each file as soon as it is known; what it is told is imported is on the
    ///     disk
    /// @throws IOException when a folder cannot be listed
    public ImportReport importFiles(List<Path> named, ImportOptions options, Consumer<Line> each, Progress progress)
            throws IOException {
        indexer.hold(true);
        try {
            return importer.importFiles(named, options, each, progress);
        } finally {
            indexer.hold(false);
        }
    }

    /// Marks a paper as retracted: it and its evidence stay and are shown as such, but are not found by search
    /// and not counted.
    ///
    /// @param reason who retracted it and why; not blank
    /// @throws ProblemException ([Problem.NotFound]); ([Problem.Invalid]) without a reason
    public void retract(PaperId id, String reason) {
        if (reason.isBlank()) {
            throw Problem.invalid("a retraction needs its reason: who retracted the paper, and why");
        }
        write(id, store.edits(id).retracted(reason.strip()));
    }

    /// Takes a retraction back.
    ///
    /// @throws ProblemException ([Problem.NotFound]); ([Problem.Conflict]) when the paper is not retracted
    public void restore(PaperId id) {
        if (paper(id).paper().retracted() == null) {
            throw Problem.conflict("paper " + id + " is not retracted");
        }
        write(id, store.edits(id).restored());
    }

    /// Says which study a paper reports; papers of one study count as one.
    ///
    /// @throws ProblemException ([Problem.NotFound])
    public void assignStudy(PaperId id, StudyId study) {
        write(id, store.edits(id).ofStudy(study));
    }

    private void write(PaperId id, Graph content) {
        var change = new Change(iris());
        change.put(id, content);
        store.apply(change);
    }

    /// Papers that may be the same, by title, year and first author; together those that may.
    public List<List<PaperId>> nearDuplicates() {
        return List.copyOf(new NearDuplicates(store.bibliography()).groups());
    }

    /// Loads the studies that come with the program into a base that has never been written to.
    ///
    /// @param withDemo whether to load the fictional studies too
    /// @return empty when the base was not new
    public Optional<ImportReport> loadShippedDataIfNew(boolean withDemo, Progress progress) throws IOException {
        if (store.read(GraphStore.Snapshot::sequence) > 0) {
            return Optional.empty();
        }
        Path folder = settings.shippedData();
        if (!Files.isDirectory(folder)) {
            throw Problem.notFound("the shipped data is not in " + folder
                    + ": start with --empty, or use the program from its own folder");
        }
        List<Path> studies;
        try (var children = Files.list(folder)) {
            studies = children.filter(Files::isDirectory)
                    .filter(child -> withDemo || !child.endsWith(DEMO_FOLDER))
                    .sorted()
                    .toList();
        }
        return Optional.of(importFiles(studies, progress));
    }

    /// Checks every shape and every quote in the base, and that the index holds just what the graph holds.
    public List<Violation> validate(Progress progress) {
        return validationReport(progress).violations();
    }

    /// What [#validate(Progress)] finds, in a form that can also be written as a SHACL validation report.
    public ValidationReport validationReport(Progress progress) {
        return store.validate((done, total) -> progress.step(done, total, "papers checked"))
                .and(differences(), difference -> iris().item(new ItemId(difference.subject())));
    }

    /// Items that the graph holds and the search index does not, or the other way round.
    public List<Violation> differences() {
        return IndexCheck.differences(store, index);
    }

    /// Prepares in the background what the first search and the first comparison would have to wait for: the
    /// embedding model, and what comparing and syntheses need of every paper.
    public synchronized void warmUp() {
        if (warmUp == null) {
            warmUp = WarmUp.start(embedder::unavailableReason, comparisons::current, this::readClaims);
        }
    }

    private void readClaims() {
        if (!syntheses.all().isEmpty()) {
            syntheses.claims().all();
        }
    }

    /// Embeds evidence and passages that came without being embedded; may be stopped, and goes on where it was.
    public void completeSearch(Progress progress) {
        IndexUpkeep.embed(indexer, progress);
    }

    /// Makes the search index again from the graph.
    public void reindex(Progress progress) {
        indexer.rebuild(progress);
    }

    /// Writes papers in an exchange form.
    ///
    /// @param papers which; empty for all
    /// @return what the form has no place for and was left out, in words
    /// @throws ProblemException ([Problem.NotFound]); ([Problem.Conflict]) when nanopublications are asked for
    ///     and nothing is accepted
    public List<String> export(ExportFormat format, List<PaperId> papers, OutputStream out) {
        papers.forEach(this::paper);
        return papers.isEmpty()
                ? exporter.write(format, store.graphs(), out)
                : exporter.write(
                        format,
                        papers.stream().<GraphName>map(GraphName.OfPaper::new).toList(),
                        out);
    }

    /// An accepted item as a nanopublication.
    ///
    /// @throws ProblemException ([Problem.NotFound]); ([Problem.Conflict]) when its coding has not been
    ///     accepted
    public Nanopublication nanopublication(ItemId id) {
        return exporter.nanopublication(id);
    }

    /// The text that an IRI names; empty when it does not name the text version of a paper in the base.
    public Optional<NormalisedText> text(String iri) {
        return iris().paperIn(NodeFactory.createURI(iri)).flatMap(store::paper).flatMap(record -> {
            var names = new PaperNames(
                    iris(), record.paper().id(), store.graph(record.paper().id()));
            return Stream.concat(Stream.of(record.text()), record.earlier().stream())
                    .filter(text -> names.text(text.sha256()).equals(iri))
                    .findFirst();
        });
    }

    public Health health() {
        Optional<String> noModel = embedder.unavailableReason();
        return new Health(
                store.papers().size(),
                index.size(),
                store.read(GraphStore.Snapshot::sequence),
                index.committedSequence(),
                noModel.isPresent() ? null : embedder.modelId(),
                noModel.orElse(null),
                indexer.problem(),
                index.withoutVectors());
    }

    @Override
    public synchronized void close() {
        if (upkeep != null) {
            upkeep.close();
        }
        if (warmUp != null) {
            warmUp.close();
        }
        index.close();
        embedder.close();
        store.close();
        lock.close();
    }

    private void committed(Commit commit) {
        commit.papers().forEach(summaries::remove);
        indexer.accept(commit);
    }
}
