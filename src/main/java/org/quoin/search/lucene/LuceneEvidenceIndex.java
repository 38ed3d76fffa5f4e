// The evidence index in a folder on disk: writing, completing, committing. Opening is in IndexFiles, searching in
// LuceneSearch.
package org.quoin.search.lucene;

import java.io.IOException;
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
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;
import org.quoin.model.ItemId;
import org.quoin.model.Kind;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.Span;
import org.quoin.search.BestHits;
import org.quoin.search.Embedder;
import org.quoin.search.EvidenceDocument;
import org.quoin.search.EvidenceIndex;
import org.quoin.search.PassageDocument;
import org.quoin.search.PassageResult;
import org.quoin.search.PinnedIndex;
import org.quoin.search.QuestionFit;
import org.quoin.search.SearchFilter;
import org.quoin.search.SearchRequest;
import org.quoin.search.SearchRequest.Mode;
import org.quoin.search.SearchResult;
import org.quoin.search.lucene.Searchers.Visible;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Documents are found by their words as soon as they are written, and by their meaning once they have a vector
/// of the model in use: an index that another model filled, or none, serves on and is completed bit by bit.
public final class LuceneEvidenceIndex implements EvidenceIndex {
    private static final Logger LOG = LoggerFactory.getLogger(LuceneEvidenceIndex.class);

    /// Most documents whose vectors are held in memory ahead of their write: about 64 MB.
    private static final int MAX_PREPARED = 16_384;

    private final IndexFiles files;
    private final Embedder embedder;
    private final Searchers searchers;
    /// Two, so that evidence on its way into the base does not wait for what is completed in the background.
    private final PassageVectors ahead;

    private final PassageVectors later;

    /// Vectors embedded ahead of the writes that need them, by paper, then by what they were made of.
    private final Map<PaperId, Map<String, float[]>> prepared = new HashMap<>();
    private final Engine engine;

    /// Embeds queries and finds what is near them while their words are looked for; on threads of its own, so
    /// that no search waits for an import.
    private final ExecutorService queries = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("query-meaning-", 0).factory());

    private volatile long committedSequence;

    private LuceneEvidenceIndex(IndexFiles files, Embedder embedder, KindCues cues, Searchers searchers) {
        this.files = files;
        this.embedder = embedder;
        this.ahead = new PassageVectors(embedder);
        this.later = new PassageVectors(embedder);
        this.engine = new Engine(embedder, queries, cues, new StudyKeys());
        this.searchers = searchers;
        this.committedSequence = files.sequence();
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
            IndexFiles files = IndexFiles.open(folder);
            try {
                Searchers searchers = new Searchers(files.writer(), LuceneEvidenceIndex::searcher, files.sequence());
                return new LuceneEvidenceIndex(files, embedder, cues, searchers);
            } catch (IOException | RuntimeException | Error e) {
                files.close();
                throw e;
            }
        } catch (LockObtainFailedException e) {
            throw new ProblemException(
                    new Problem.Conflict("the search index in " + folder + " is in use by another process"), e);
        } catch (IOException e) {
            throw unavailable("the search index in " + folder + " cannot be opened", e);
        }
    }

    private static IndexSearcher searcher(IndexReader reader) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(Mapping.SIMILARITY);
        return searcher;
    }

    @Override
    public long committedSequence() {
        return committedSequence;
    }

    @Override
    public boolean isIntact() {
        return read(searcher -> {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                try {
                    leaf.reader().checkIntegrity();
                } catch (CorruptIndexException e) {
                    LOG.warn("The search index is damaged: {}", e.getMessage(), e);
                    return false;
                }
            }
            return true;
        });
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
                List<String> texts =
                        paper.getValue().stream().map(EvidenceDocument::passage).toList();
                prepared.put(paper.getKey(), ahead.of(texts, present(paper.getKey(), Target.EVIDENCE)));
            }
        }
    }

    private Map<String, float[]> present(PaperId paper, Target target) {
        return read(searcher -> vectors(searcher).present(paper, target));
    }

    private StoredVectors vectors(IndexSearcher searcher) {
        return new StoredVectors(searcher, embedder.modelId());
    }

    @Override
    public void replace(PaperId paper, Collection<EvidenceDocument> documents, Collection<PassageDocument> texts) {
        requireOf(paper, documents.stream().map(EvidenceDocument::paper));
        requireOf(paper, texts.stream().map(PassageDocument::paper));
        Term ofPaper = new Term(Mapping.PAPER, paper.value());
        Map<String, float[]> ready = prepared.remove(paper);
        try {
            if (documents.isEmpty() && texts.isEmpty()) {
                files.writer().deleteDocuments(ofPaper);
                return;
            }
            String model = embedder.modelId();
            Map<String, float[]> ofEvidence = ready != null ? ready : present(paper, Target.EVIDENCE);
            Map<String, float[]> ofPassages = present(paper, Target.PASSAGES);
            files.writer()
                    .updateDocuments(
                            ofPaper,
                            Stream.concat(
                                            documents.stream()
                                                    .map(document -> Mapping.toLucene(
                                                            document, model, ofEvidence.get(document.passage()))),
                                            texts.stream()
                                                    .map(text -> Mapping.toLucene(
                                                            text, model, ofPassages.get(text.passage()))))
                                    .toList());
        } catch (IOException e) {
            throw unavailable("the search index cannot be written", e);
        }
    }

    private static void requireOf(PaperId paper, Stream<PaperId> others) {
        others.filter(other -> !other.equals(paper)).findAny().ifPresent(other -> {
            throw new IllegalArgumentException("a document of " + other + " is not of the paper " + paper);
        });
    }

    @Override
    public Optional<PaperId> incomplete() {
        return embedder.unavailableReason().isPresent()
                ? Optional.empty()
                : read(searcher -> vectors(searcher).incomplete());
    }

    @Override
    public long withoutVectors() {
        return read(searcher -> vectors(searcher).missing());
    }

    @Override
    public Map<String, float[]> missingVectors(PaperId paper, int most) {
        return later.of(read(searcher -> vectors(searcher).missing(paper, most)), Map.of());
    }

    @Override
    public void complete(PaperId paper, Map<String, float[]> vectors) {
        refresh();
        try {
            for (Target target : Target.ALL) {
                List<Document> completed = read(searcher -> vectors(searcher).completed(paper, target, vectors));
                if (!completed.isEmpty()) {
                    files.writer().updateDocuments(StoredVectors.of(paper, target), completed);
                }
            }
        } catch (IOException e) {
            throw unavailable("the search index cannot be written", e);
        }
    }

    @Override
    public void clear() {
        try {
            files.writer().deleteAll();
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
            files.commit(sequence);
            committedSequence = sequence;
        } catch (IOException e) {
            throw unavailable("the search index cannot be written", e);
        }
        refresh(sequence);
    }

    @Override
    public boolean compact() {
        boolean worthIt = read(searcher -> Pieces.of(searcher.getIndexReader()).areWorthJoining());
        if (worthIt) {
            try {
                files.writer().forceMerge(1, false);
            } catch (IOException e) {
                throw unavailable("the search index cannot be written", e);
            }
        }
        return worthIt;
    }

    @Override
    public boolean isUncommitted() {
        return files.writer().hasUncommittedChanges();
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
            return files.sizeInBytes();
        } catch (IOException e) {
            throw unavailable("the search index cannot be read", e);
        }
    }

    @Override
    public SearchResult search(SearchRequest request) {
        return read(searcher -> LuceneSearch.evidence(searcher, engine, request));
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
        public BestHits best(String query, SearchFilter filter, Mode mode, int most) {
            try {
                SearchRequest request = new SearchRequest(query, filter, mode, 0, 1);
                return LuceneSearch.best(visible.searcher(), engine, request, most);
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
        return read(searcher -> LuceneSearch.passages(searcher, engine, request));
    }

    @Override
    public QuestionFit fit(String question) {
        return read(searcher -> Fitting.of(searcher, engine, question));
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
        ahead.close();
        later.close();
        queries.shutdown();
        try {
            searchers.close();
            files.close();
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
