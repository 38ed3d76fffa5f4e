// The evidence index in a folder on disk: opening, writing, committing, recovering. Searching is in LuceneSearch.
package org.quoin.search.lucene;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;
import org.quoin.model.ItemId;
import org.quoin.model.Kind;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.Span;
import org.quoin.search.Embedder;
import org.quoin.search.EvidenceDocument;
import org.quoin.search.EvidenceIndex;
import org.quoin.search.PassageDocument;
import org.quoin.search.PassageResult;
import org.quoin.search.PinnedIndex;
import org.quoin.search.SearchRequest;
import org.quoin.search.SearchResult;
import org.quoin.search.lucene.PassageVectors.Stored;
import org.quoin.search.lucene.Searchers.Visible;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a commit holds is marked in its user data with the graph's sequence number, the embedding model and the
/// mapping's version. A commit with another model or mapping is not read, and one that cannot be read is deleted:
/// both are derived data, and [#committedSequence()] then tells the caller to write them again.
///
/// While the model is unavailable, documents are written without vectors; the next opening with a model finds an
/// index of "no model" and has it rebuilt.
public final class LuceneEvidenceIndex implements EvidenceIndex {
    private static final Logger log = LoggerFactory.getLogger(LuceneEvidenceIndex.class);

    private static final Query INCOMPLETE = new TermQuery(new Term(Mapping.INCOMPLETE, "true"));

    private static final String SEQUENCE = "sequence";
    private static final String MODEL = "model";
    private static final String MAPPING = "mapping";

    /// Stands for the model when documents have no vectors.
    private static final String NO_MODEL = "none";

    /// Documents written between two flushes are held in memory up to this size.
    private static final double BUFFER_MEGABYTES = 64;

    /// Most documents whose vectors are held in memory ahead of their write: about 64 MB.
    private static final int MAX_PREPARED = 16_384;

    private final Directory directory;
    private final Embedder embedder;
    private final IndexWriter writer;
    private final Searchers searchers;
    private final PassageVectors passages;

    /// Vectors embedded ahead of the writes that need them, by paper, then by what they were made of.
    private final Map<PaperId, Map<String, float[]>> prepared = new HashMap<>();
    private final KindCues cues;

    /// Embeds queries while their words are looked for; on threads of its own, so that no search waits for
    /// an import.
    private final ExecutorService queries = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("query-embedding-", 0).factory());

    /// The model of every vector in the index, as the next commit will say.
    private String model;

    private volatile long committedSequence;

    private LuceneEvidenceIndex(
            Directory directory,
            Embedder embedder,
            KindCues cues,
            IndexWriter writer,
            Searchers searchers,
            String model,
            long committedSequence) {
        this.directory = directory;
        this.embedder = embedder;
        this.passages = new PassageVectors(embedder);
        this.cues = cues;
        this.writer = writer;
        this.searchers = searchers;
        this.model = model;
        this.committedSequence = committedSequence;
    }

    /// Opens the index with kinds that have no names.
    ///
    /// @throws ProblemException as [#open(Path, Embedder, Map)]
    public static LuceneEvidenceIndex open(Path folder, Embedder embedder) {
        return open(folder, embedder, Map.of());
    }

    /// Opens the index in a folder of its own, which is created when it is not there. An index that is broken is
    /// deleted, with a warning in the log, and begun anew.
    ///
    /// @param embedder stays the caller's, who closes it after the index
    /// @param kindNames what people call each kind: a query that names one ("what helps", "obstacles") ranks its
    ///     items higher
    /// @throws ProblemException [Problem.Conflict] when another process or object has it open;
    /// [Problem.Unavailable] when the folder cannot be read or written
    public static LuceneEvidenceIndex open(Path folder, Embedder embedder, Map<Kind, List<String>> kindNames) {
        KindCues cues = new KindCues(kindNames);
        try {
            Directory directory = FSDirectory.open(folder);
            try {
                return open(directory, embedder, cues);
            } catch (CorruptIndexException
                    | IndexFormatTooOldException
                    | IndexFormatTooNewException
                    | EOFException
                    | NoSuchFileException
                    | FileNotFoundException
                    | IllegalArgumentException e) {
                // Illegal argument: written by a codec that this version of Lucene does not have.
                log.warn(
                        "The search index in {} cannot be read and is made again from the base: {}",
                        folder,
                        e.toString());
                deleteFiles(directory);
                return open(directory, embedder, cues);
            } catch (IOException | RuntimeException | Error e) {
                directory.close();
                throw e;
            }
        } catch (LockObtainFailedException e) {
            throw new ProblemException(
                    new Problem.Conflict("the search index in " + folder + " is in use by another process"), e);
        } catch (IOException e) {
            throw unavailable("the search index in " + folder + " cannot be opened", e);
        }
    }

    private static LuceneEvidenceIndex open(Directory directory, Embedder embedder, KindCues cues) throws IOException {
        IndexWriter writer = new IndexWriter(
                directory,
                new IndexWriterConfig(Mapping.ANALYZER)
                        .setSimilarity(Mapping.SIMILARITY)
                        .setCodec(Mapping.CODEC)
                        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                        // What was not committed is not complete up to any sequence number.
                        .setCommitOnClose(false));
        try {
            Map<String, String> data = new HashMap<>();
            Iterable<Map.Entry<String, String>> committed = writer.getLiveCommitData();
            if (committed != null) {
                committed.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
            }
            String model = data.getOrDefault(MODEL, embedder.modelId());
            long sequence = Long.parseLong(data.getOrDefault(SEQUENCE, "-1"));
            boolean sameMapping = Integer.toString(Mapping.VERSION).equals(data.getOrDefault(MAPPING, ""));
            // Without a model, vectors of any model are not looked at: the words can still be searched.
            boolean sameModel = model.equals(embedder.modelId())
                    || embedder.unavailableReason().isPresent();
            if (!data.isEmpty() && !(sameMapping && sameModel)) {
                log.info("The search index was made with another model or mapping and is made again from the base");
                sequence = -1;
            }
            if (sequence < 0) {
                writer.deleteAll();
                model = embedder.modelId();
            }
            Searchers searchers = new Searchers(
                    writer,
                    reader -> {
                        IndexSearcher searcher = new IndexSearcher(reader);
                        searcher.setSimilarity(Mapping.SIMILARITY);
                        return searcher;
                    },
                    sequence);
            return new LuceneEvidenceIndex(directory, embedder, cues, writer, searchers, model, sequence);
        } catch (IOException | RuntimeException | Error e) {
            writer.rollback();
            throw e;
        }
    }

    private static void deleteFiles(Directory directory) throws IOException {
        try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    lock.ensureValid();
                    directory.deleteFile(file);
                }
            }
        }
    }

    @Override
    public long committedSequence() {
        return committedSequence;
    }

    @Override
    public void prepare(Map<PaperId, List<EvidenceDocument>> upcoming) {
        prepared.clear();
        if (embedder.unavailableReason().isPresent()) {
            return;
        }
        int room = MAX_PREPARED;
        for (Map.Entry<PaperId, List<EvidenceDocument>> paper : upcoming.entrySet()) {
            room -= paper.getValue().size();
            if (room >= 0) {
                prepared.put(paper.getKey(), passages.of(texts(paper.getValue()), presentOfEvidence(paper.getKey())));
            }
        }
    }

    private static List<String> texts(Collection<EvidenceDocument> documents) {
        return documents.stream().map(EvidenceDocument::passage).toList();
    }

    private Map<String, float[]> presentOfEvidence(PaperId paper) {
        return read(searcher -> PassageVectors.present(
                searcher,
                new Term(Mapping.PAPER, paper.value()),
                Target.EVIDENCE,
                stored -> Mapping.evidence(stored).passage()));
    }

    @Override
    public void replace(PaperId paper, Collection<EvidenceDocument> documents, Collection<PassageDocument> texts) {
        requireOf(paper, documents.stream().map(EvidenceDocument::paper));
        requireOf(paper, texts.stream().map(PassageDocument::paper));
        Term ofPaper = new Term(Mapping.PAPER, paper.value());
        try {
            if (documents.isEmpty() && texts.isEmpty()) {
                writer.deleteDocuments(ofPaper);
                return;
            }
            List<Document> mapped = new ArrayList<>();
            if (embedder.unavailableReason().isPresent()) {
                model = NO_MODEL;
                documents.forEach(document -> mapped.add(Mapping.toLucene(document, null)));
                texts.forEach(text -> mapped.add(Mapping.toLucene(text, null, false)));
            } else {
                Map<String, float[]> vectors = passages.of(
                        texts(documents),
                        prepared.containsKey(paper) ? prepared.remove(paper) : presentOfEvidence(paper));
                documents.forEach(document -> mapped.add(Mapping.toLucene(document, vectors.get(document.passage()))));
                Map<String, float[]> known = read(searcher -> presentOfPassages(searcher, ofPaper));
                texts.forEach(text -> mapped.add(withVector(text, known)));
            }
            writer.updateDocuments(ofPaper, mapped);
        } catch (IOException e) {
            throw unavailable("the search index cannot be written", e);
        }
    }

    private static void requireOf(PaperId paper, Stream<PaperId> others) {
        others.filter(other -> !other.equals(paper)).findAny().ifPresent(other -> {
            throw new IllegalArgumentException("a document of " + other + " is not of the paper " + paper);
        });
    }

    private static Map<String, float[]> presentOfPassages(IndexSearcher searcher, Term ofPaper) throws IOException {
        return PassageVectors.present(
                searcher,
                ofPaper,
                Target.PASSAGES,
                stored -> Mapping.passage(stored).passage());
    }

    private static Document withVector(PassageDocument passage, Map<String, float[]> vectors) {
        float[] vector = vectors.get(passage.passage());
        return Mapping.toLucene(passage, vector, vector == null);
    }

    @Override
    public Optional<PaperId> incomplete() {
        if (embedder.unavailableReason().isPresent()) {
            return Optional.empty();
        }
        return read(searcher -> {
            TopDocs found = searcher.search(INCOMPLETE, 1);
            return found.scoreDocs.length == 0
                    ? Optional.empty()
                    : Optional.of(Mapping.passage(
                                    searcher.storedFields().document(found.scoreDocs[0].doc, Set.of(Mapping.DOCUMENT)))
                            .paper());
        });
    }

    @Override
    public long incompletePassages() {
        return read(searcher -> (long) searcher.count(INCOMPLETE));
    }

    @Override
    public Map<String, float[]> missingVectors(PaperId paper, int most) {
        Term ofPaper = new Term(Mapping.PAPER, paper.value());
        List<String> texts = new ArrayList<>();
        read(searcher -> {
            for (Stored stored : PassageVectors.stored(searcher, ofPaper, Target.PASSAGES)) {
                if (Mapping.vector(searcher.getIndexReader(), stored.number(), Target.PASSAGES) == null) {
                    texts.add(Mapping.passage(stored.document()).passage());
                }
            }
            return texts.size();
        });
        return passages.of(texts.subList(0, Math.min(most, texts.size())), Map.of());
    }

    @Override
    public void complete(PaperId paper, Map<String, float[]> vectors) {
        Term ofPaper = new Term(Mapping.PAPER, paper.value());
        try {
            searchers.refresh();
            List<Document> completed = read(searcher -> {
                Map<String, float[]> known = new HashMap<>(vectors);
                known.putAll(presentOfPassages(searcher, ofPaper));
                List<Document> mapped = new ArrayList<>();
                for (Stored stored : PassageVectors.stored(searcher, ofPaper, Target.PASSAGES)) {
                    PassageDocument passage = Mapping.passage(stored.document());
                    mapped.add(withVector(passage, known));
                }
                return mapped;
            });
            writer.updateDocuments(PassageVectors.of(ofPaper, Target.PASSAGES), completed);
        } catch (IOException e) {
            throw unavailable("the search index cannot be written", e);
        }
    }

    @Override
    public void clear() {
        try {
            writer.deleteAll();
            model = embedder.modelId();
        } catch (IOException e) {
            throw unavailable("the search index cannot be emptied", e);
        }
    }

    @Override
    public void refresh() {
        try {
            searchers.refresh();
        } catch (IOException e) {
            throw unavailable("the search index cannot be read", e);
        }
    }

    @Override
    public void refresh(long sequence) {
        try {
            searchers.refresh(sequence);
        } catch (IOException e) {
            throw unavailable("the search index cannot be read", e);
        }
    }

    @Override
    public void commit(long sequence) {
        try {
            writer.setLiveCommitData(
                    Map.of(SEQUENCE, Long.toString(sequence), MODEL, model, MAPPING, Integer.toString(Mapping.VERSION))
                            .entrySet());
            writer.commit();
            committedSequence = sequence;
        } catch (IOException e) {
            throw unavailable("the search index cannot be written", e);
        }
        refresh(sequence);
    }

    @Override
    public List<ItemId> ids() {
        return read(searcher -> {
            List<ItemId> ids = new ArrayList<>();
            int all = Math.max(1, searcher.getIndexReader().numDocs());
            Sort byId = new Sort(new SortField(Mapping.ID, SortField.Type.STRING));
            for (ScoreDoc hit : searcher.search(Target.EVIDENCE.all(), all, byId).scoreDocs) {
                ids.add(new ItemId(((BytesRef) ((FieldDoc) hit).fields[0]).utf8ToString()));
            }
            return List.copyOf(ids);
        });
    }

    @Override
    public long size() {
        return read(searcher -> (long) searcher.count(Target.EVIDENCE.all()));
    }

    @Override
    public long sizeInBytes() {
        try {
            long bytes = 0;
            for (String file : directory.listAll()) {
                bytes += length(file);
            }
            return bytes;
        } catch (IOException e) {
            throw unavailable("the search index cannot be read", e);
        }
    }

    private long length(String file) throws IOException {
        try {
            return directory.fileLength(file);
        } catch (NoSuchFileException | FileNotFoundException e) {
            log.trace("{} was merged away while the index was measured", file, e);
            return 0;
        }
    }

    @Override
    public SearchResult search(SearchRequest request) {
        try (PinnedIndex newest = pin()) {
            return newest.search(request);
        }
    }

    @Override
    public PinnedIndex pin() {
        return new Pinned(searchers.acquire());
    }

    private final class Pinned implements PinnedIndex {
        private final Visible visible;

        Pinned(Visible visible) {
            this.visible = visible;
        }

        @Override
        public long sequence() {
            return visible.sequence();
        }

        @Override
        public SearchResult search(SearchRequest request) {
            try {
                return LuceneSearch.evidence(visible.searcher(), embedder, queries, cues, request);
            } catch (IOException e) {
                throw unavailable("the search index cannot be read", e);
            }
        }

        @Override
        public List<Span> matches(String query, String text) {
            return new Highlighter(UserQuery.like(query, Target.EVIDENCE).found()).spans(text);
        }

        @Override
        public void close() {
            try {
                searchers.release(visible);
            } catch (IOException e) {
                throw unavailable("the search index cannot be read", e);
            }
        }
    }

    @Override
    public PassageResult searchPassages(SearchRequest request) {
        return read(searcher -> LuceneSearch.passages(searcher, embedder, queries, cues, request));
    }

    @Override
    public Optional<EvidenceDocument> get(ItemId id) {
        return read(searcher -> {
            TopDocs found = searcher.search(new TermQuery(new Term(Mapping.ID, id.value())), 1);
            return found.scoreDocs.length == 0
                    ? Optional.empty()
                    : Optional.of(Mapping.evidence(
                            searcher.storedFields().document(found.scoreDocs[0].doc, Set.of(Mapping.DOCUMENT))));
        });
    }

    /// Writes that were not committed are lost. The embedder is left open.
    @Override
    public void close() {
        passages.close();
        queries.shutdown();
        try {
            searchers.close();
            writer.close();
            directory.close();
        } catch (IOException e) {
            throw unavailable("the search index could not be closed", e);
        }
    }

    private interface Reading<T> {
        T of(IndexSearcher searcher) throws IOException;
    }

    private <T> T read(Reading<T> reading) {
        try {
            Visible newest = searchers.acquire();
            try {
                return reading.of(newest.searcher());
            } finally {
                searchers.release(newest);
            }
        } catch (IOException e) {
            throw unavailable("the search index cannot be read", e);
        }
    }

    private static ProblemException unavailable(String what, Exception cause) {
        return new ProblemException(new Problem.Unavailable(what + ": " + cause.getMessage()), cause);
    }
}
