// Answers one search on one state of the index.
package org.quoin.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.quoin.model.ConceptRef;
import org.quoin.model.Kind;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.StudyId;
import org.quoin.search.Embedder;
import org.quoin.search.EvidenceDocument;
import org.quoin.search.Fusion;
import org.quoin.search.SearchFilter;
import org.quoin.search.SearchHit;
import org.quoin.search.SearchRequest;
import org.quoin.search.SearchRequest.Mode;
import org.quoin.search.SearchResult;
import org.quoin.search.lucene.Candidates.Candidate;

/// Words and vectors each name their best candidates; every candidate gets its true score on both sides;
/// the fused scores rank them ([Fusion]). The same request on the same state of the index gets the same
/// ranking: ties are broken by id. Behind the candidates, whose number does not depend on the page asked
/// for, further matches follow in the order of their BM25 scores.
final class LuceneSearch {
    /// Candidates that each side names. Between 100 and 1,000 the first ten hardly change: on four collections
    /// nDCG@10 stays within 0.006.
    private static final int WINDOW = 200;

    /// Neighbours asked of the vector graph, more than are used: its first 100 of 300 were 99 % to 100 % of the
    /// exact first 100, of 100 only 92 % to 97 %.
    private static final int NEIGHBOURS = 300;

    private static final Sort BEST_FIRST =
            new Sort(SortField.FIELD_SCORE, new SortField(Mapping.ID, SortField.Type.STRING));
    private static final Sort BY_ID = new Sort(new SortField(Mapping.ID, SortField.Type.STRING));

    private final IndexSearcher searcher;
    private final Embedder embedder;
    private final Executor embedding;
    private final SearchRequest request;
    private final UserQuery words;

    /// Documents that may be answered: those the filter allows that hold the phrases.
    private final Query allowed;

    /// Whether no document holds the phrases, so that they are not asked for.
    private final boolean withoutPhrases;

    private LuceneSearch(
            IndexSearcher searcher, Embedder embedder, Executor embedding, KindCues cues, SearchRequest request)
            throws IOException {
        this.searcher = searcher;
        this.embedder = embedder;
        this.embedding = embedding;
        this.request = request;
        this.words = UserQuery.of(request.query(), cues);
        Query withPhrases = allowed(request.filter(), words.phrases());
        // Pasted text has quotation marks too: an answer without the phrase is better than none.
        this.withoutPhrases = !words.phrases().isEmpty() && searcher.count(withPhrases) == 0;
        this.allowed = withoutPhrases ? allowed(request.filter(), List.of()) : withPhrases;
    }

    /// @param embedding where the query is embedded while its words are looked for
    /// @param cues which words name which kinds
    static SearchResult answer(
            IndexSearcher searcher, Embedder embedder, Executor embedding, KindCues cues, SearchRequest request)
            throws IOException {
        return new LuceneSearch(searcher, embedder, embedding, cues, request).answer();
    }

    /// A document with the score it is ranked by.
    private record Ranked(
            int document,
            String id,
            double score,
            @Nullable Double bm25,
            @Nullable Double similarity) {
        static final Comparator<Ranked> BEST_FIRST =
                Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::id);
    }

    private SearchResult answer() throws IOException {
        if (request.query().isBlank()) {
            return result(everything(), matching(allowed), false, Mode.BM25, null);
        }
        if (request.mode() == Mode.BM25) {
            return byWords(null);
        }
        try {
            if (!embedder.recognises(request.query()) && topByWords(1).isEmpty()) {
                return byWords("no word of the query is known, neither to the base nor to the embedding model");
            }
            return request.mode() == Mode.DENSE ? byMeaning(embedder.embedQuery(request.query())) : byBoth();
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.Unavailable unavailable) {
                return byWords("ranked by words alone: " + unavailable.detail());
            }
            throw e;
        }
    }

    private List<Ranked> everything() throws IOException {
        List<Ranked> all = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(allowed, wanted(), BY_ID).scoreDocs) {
            all.add(new Ranked(hit.doc, id((FieldDoc) hit, 0), 0, null, null));
        }
        return all;
    }

    private SearchResult byWords(@Nullable String note) throws IOException {
        boolean nothingToFind = words.anyWord() == null && note == null;
        return result(
                topByWords(wanted()),
                matching(anyWord()),
                false,
                Mode.BM25,
                nothingToFind ? "the query holds no words, or only words too common to search by" : note);
    }

    private SearchResult byMeaning(float[] queryVector) throws IOException {
        int asked = Math.max(NEIGHBOURS, wanted());
        NavigableSet<Integer> documents = neighbours(queryVector, asked, asked);
        List<Ranked> ranked = new ArrayList<>();
        FixedBitSet counted = new FixedBitSet(searcher.getIndexReader().maxDoc());
        for (Candidate found : candidates().of(documents, queryVector)) {
            if (found.similarity() >= embedder.unrelatedBelow()) {
                double similarity = found.similarity();
                ranked.add(new Ranked(found.document(), found.id(), similarity, null, similarity));
                counted.set(found.document());
            }
        }
        ranked.sort(Ranked.BEST_FIRST);
        return result(ranked, counted, ranked.size() == asked, Mode.DENSE, null);
    }

    private SearchResult byBoth() throws IOException {
        Future<float[]> embedded = embedQuery();
        List<Ranked> topByWords = topByWords(Math.max(wanted(), WINDOW));
        FixedBitSet counted = matching(anyWord());
        float[] queryVector = await(embedded);
        NavigableSet<Integer> neighbours = neighbours(queryVector, NEIGHBOURS, WINDOW);
        NavigableSet<Integer> documents = new TreeSet<>(neighbours);
        topByWords.stream().limit(WINDOW).map(Ranked::document).forEach(documents::add);

        List<Candidate> candidates = candidates().of(documents, queryVector);
        // The nearest vectors of an index are always somewhere, even if they mean something else.
        candidates.removeIf(found -> found.words() == 0 && found.similarity() < embedder.unrelatedBelow());
        double[] fused = Fusion.fuse(candidates.stream().map(Candidate::fusible).toList(), embedder.parts());
        List<Ranked> ranked = new ArrayList<>();
        int meanings = 0;
        for (int i = 0; i < fused.length; i++) {
            Candidate found = candidates.get(i);
            Double bm25 = found.words() == 0 ? null : found.words();
            ranked.add(new Ranked(found.document(), found.id(), fused[i], bm25, found.similarity()));
            counted.set(found.document());
            meanings += neighbours.contains(found.document()) ? 1 : 0;
        }
        ranked.sort(Ranked.BEST_FIRST);
        for (Ranked further : topByWords) {
            if (!documents.contains(further.document())) {
                // From 0 down to -1: below every candidate, whose scores are above 0.
                double score = further.score() / topByWords.getFirst().score() - 1;
                ranked.add(new Ranked(further.document(), further.id(), score, further.bm25(), null));
            }
        }
        return result(ranked, counted, meanings == WINDOW, Mode.HYBRID, null);
    }

    /// Begins to embed the query; the words are looked for meanwhile.
    private Future<float[]> embedQuery() {
        FutureTask<float[]> task = new FutureTask<>(() -> embedder.embedQuery(request.query()));
        embedding.execute(task);
        return task;
    }

    private static float[] await(Future<float[]> embedded) {
        try {
            return embedded.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw new IllegalStateException("a query could not be embedded", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(new Problem.Unavailable("the search was interrupted"), e);
        }
    }

    private Candidates candidates() {
        return new Candidates(searcher, anyWord(), words, embedder.parts());
    }

    private int wanted() {
        return request.offset() + request.limit();
    }

    /// Scores by words; matches nothing when there are none.
    private Query anyWord() {
        if (words.anyWord() == null) {
            return MatchNoDocsQuery.INSTANCE;
        }
        return new BooleanQuery.Builder()
                .add(words.anyWord(), Occur.MUST)
                .add(allowed, Occur.FILTER)
                .build();
    }

    private List<Ranked> topByWords(int limit) throws IOException {
        List<Ranked> top = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(anyWord(), limit, BEST_FIRST).scoreDocs) {
            double score = (Float) ((FieldDoc) hit).fields[0];
            top.add(new Ranked(hit.doc, id((FieldDoc) hit, 1), score, score, null));
        }
        return top;
    }

    /// @param asked neighbours asked of the graph
    /// @param kept nearest of them that are kept
    private NavigableSet<Integer> neighbours(float[] queryVector, int asked, int kept) throws IOException {
        Query nearest = new KnnFloatVectorQuery(Mapping.VECTOR, queryVector, asked, allowed);
        NavigableSet<Integer> documents = new TreeSet<>();
        for (ScoreDoc hit : searcher.search(nearest, kept).scoreDocs) {
            documents.add(hit.doc);
        }
        return documents;
    }

    private static String id(FieldDoc hit, int sortField) {
        return ((BytesRef) hit.fields[sortField]).utf8ToString();
    }

    private FixedBitSet matching(Query query) throws IOException {
        FixedBitSet matching = new FixedBitSet(searcher.getIndexReader().maxDoc());
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                Bits live = leaf.reader().getLiveDocs();
                DocIdSetIterator documents = scorer.iterator();
                for (int d = documents.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = documents.nextDoc()) {
                    if (live == null || live.get(d)) {
                        matching.set(leaf.docBase + d);
                    }
                }
            }
        }
        return matching;
    }

    private SearchResult result(
            List<Ranked> ranked, FixedBitSet counted, boolean more, Mode mode, @Nullable String note)
            throws IOException {
        StoredFields stored = searcher.storedFields();
        Highlighter highlighter = new Highlighter(words.terms());
        List<SearchHit> hits = new ArrayList<>();
        for (int i = request.offset(); i < Math.min(wanted(), ranked.size()); i++) {
            Ranked hit = ranked.get(i);
            EvidenceDocument document = Mapping.fromLucene(stored.document(hit.document(), Set.of(Mapping.DOCUMENT)));
            hits.add(new SearchHit(
                    i + 1,
                    hit.score(),
                    hit.bm25(),
                    hit.similarity(),
                    document,
                    highlighter.spans(document.quotations().getFirst().exact()),
                    highlighter.spans(document.context()),
                    document.statement() == null ? List.of() : highlighter.spans(document.statement())));
        }
        String phraseNote = withoutPhrases ? "no item holds the words in quotation marks as they stand" : null;
        String notes = Stream.of(Optional.ofNullable(phraseNote), Optional.ofNullable(note))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return new SearchResult(
                hits,
                counted.cardinality(),
                more,
                mode,
                notes.isEmpty() ? null : notes,
                Facets.count(searcher.getIndexReader(), counted));
    }

    private static Query allowed(SearchFilter filter, List<Query> phrases) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        phrases.forEach(phrase -> all.add(phrase, Occur.FILTER));
        tags(Mapping.KIND_TAG, filter.kinds().stream().map(Kind::key)).ifPresent(tags -> all.add(tags, Occur.FILTER));
        tags(Mapping.STUDY_TAG, filter.studies().stream().map(StudyId::value))
                .ifPresent(tags -> all.add(tags, Occur.FILTER));
        tags(Mapping.VOICE_TAG, filter.voices().stream()).ifPresent(tags -> all.add(tags, Occur.FILTER));
        tags(Mapping.STATE_TAG, filter.states().stream()).ifPresent(tags -> all.add(tags, Occur.FILTER));
        filter.concepts().stream()
                .collect(Collectors.groupingBy(ConceptRef::scheme))
                .forEach((scheme, concepts) -> tags(scheme, concepts.stream().map(ConceptRef::key))
                        .ifPresent(tags -> all.add(tags, Occur.FILTER)));
        if (!filter.papers().isEmpty()) {
            List<BytesRef> papers = filter.papers().stream()
                    .map(paper -> new BytesRef(paper.value()))
                    .toList();
            all.add(new TermInSetQuery(Mapping.PAPER, papers), Occur.FILTER);
        }
        if (filter.fictional() != null) {
            Term fictional = new Term(Mapping.FICTIONAL, filter.fictional().toString());
            all.add(new TermQuery(fictional), Occur.FILTER);
        }
        BooleanQuery narrowed = all.build();
        return narrowed.clauses().isEmpty() ? MatchAllDocsQuery.INSTANCE : narrowed;
    }

    /// Any of some values of a dimension; empty when none is given.
    private static Optional<Query> tags(String dimension, Stream<String> values) {
        List<BytesRef> tags =
                values.map(value -> new BytesRef(Mapping.tag(dimension, value))).toList();
        return tags.isEmpty() ? Optional.empty() : Optional.of(new TermInSetQuery(Mapping.TAG, tags));
    }
}
