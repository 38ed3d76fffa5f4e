// Ranks the documents of one sort by the words and the meaning of one question.
package org.quoin.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.search.Embedder;
import org.quoin.search.Fusion;
import org.quoin.search.SearchRequest.Mode;
import org.quoin.search.lucene.Candidates.Candidate;

/// Words and vectors each name their best candidates; every candidate gets its true score on both sides;
/// the fused scores rank them ([Fusion]). The same question on the same state of the index gets the same
/// ranking: ties are broken by id. Behind the candidates, whose number does not depend on how many hits are
/// wanted, further matches follow in the order of their BM25 scores.
final class Ranking {
    /// Candidates that each side names. Between 100 and 1,000 the first ten hardly change: on four collections
    /// nDCG@10 stays within 0.006.
    private static final int WINDOW = 200;

    /// Documents that meaning alone names, unless more are wanted.
    private static final int NEAREST = 300;

    private static final Sort BEST_FIRST =
            new Sort(SortField.FIELD_SCORE, new SortField(Mapping.ID, SortField.Type.STRING));
    private static final Sort BY_ID = new Sort(new SortField(Mapping.ID, SortField.Type.STRING));

    private final IndexSearcher searcher;
    private final Embedder embedder;
    private final Executor beside;
    private final StudyKeys studies;
    private final Target target;
    private final Question question;
    private final Optional<Query> narrowing;
    private final int wanted;

    /// @param narrowing what documents must fit; empty for all of the sort
    /// @param wanted how many hits are wanted at least, if there are as many
    Ranking(
            IndexSearcher searcher,
            Engine engine,
            Target target,
            Question question,
            Optional<Query> narrowing,
            int wanted) {
        this.searcher = searcher;
        this.embedder = engine.embedder();
        this.beside = engine.beside();
        this.studies = engine.studies();
        this.target = target;
        this.question = question;
        this.narrowing = narrowing;
        this.wanted = wanted;
    }

    /// What documents are ranked by.
    ///
    /// @param text whose meaning is asked for
    /// @param vector of the text, when it is known without embedding it
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares questions.
    record Question(String text, UserQuery words, float @Nullable [] vector) {}

    /// A document with the score it is ranked by.
    record Ranked(
            int document,
            String id,
            double score,
            @Nullable Double bm25,
            @Nullable Double similarity) {
        static final Comparator<Ranked> BEST_FIRST =
                Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::id);
    }

    /// @param ranked best first
    /// @param counted every document that matches
    /// @param facets of them, when they are known already, or null
    /// @param more whether there may be more than these
    /// @param mode how they were really ranked
    /// @param note why not as asked for, or null
    record Ordered(
            List<Ranked> ranked,
            FixedBitSet counted,
            @Nullable Facets facets,
            boolean more,
            Mode mode,
            @Nullable String note) {}

    /// Everything allowed, in the order of the ids.
    Ordered everything() throws IOException {
        Query all = narrowing.orElse(target.all());
        List<Ranked> ranked = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(all, wanted, BY_ID).scoreDocs) {
            ranked.add(new Ranked(hit.doc, id((FieldDoc) hit, 0), 0, null, null));
        }
        return new Ordered(ranked, matching(all), null, false, Mode.BM25, null);
    }

    /// What answers the question, ranked as asked for or, without a model, by words.
    Ordered by(Mode mode) throws IOException {
        if (mode == Mode.BM25) {
            return byWords(null);
        }
        try {
            if (question.vector() == null
                    && !embedder.recognises(question.text())
                    && topByWords(1).isEmpty()) {
                return byWords("no word of the query is known, neither to the base nor to the embedding model");
            }
            return mode == Mode.DENSE ? byMeaning(embed()) : byBoth();
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.Unavailable unavailable) {
                return byWords("ranked by words alone: " + unavailable.detail());
            }
            throw e;
        }
    }

    private Ordered byWords(@Nullable String note) throws IOException {
        boolean nothingToFind = question.words().anyWord() == null && note == null;
        return new Ordered(
                topByWords(wanted),
                matching(anyWord()),
                null,
                false,
                Mode.BM25,
                nothingToFind ? "the query holds no words, or only words too common to search by" : note);
    }

    private Ordered byMeaning(float[] queryVector) throws IOException {
        int asked = Math.max(NEAREST, wanted);
        NavigableSet<Integer> documents = neighbours(queryVector, asked);
        List<Ranked> ranked = new ArrayList<>();
        FixedBitSet counted = new FixedBitSet(searcher.getIndexReader().maxDoc());
        for (Candidate found : candidates().of(documents, queryVector)) {
            Double similarity = found.similarity();
            if (similarity != null && similarity >= embedder.unrelatedBelow()) {
                ranked.add(new Ranked(found.document(), found.id(), similarity, null, similarity));
                counted.set(found.document());
            }
        }
        ranked.sort(Ranked.BEST_FIRST);
        return new Ordered(ranked, counted, null, ranked.size() == asked, Mode.DENSE, null);
    }

    private Ordered byBoth() throws IOException {
        Future<Near> nearest = beside(() -> {
            float[] queryVector = embed();
            return new Near(queryVector, neighbours(queryVector, WINDOW));
        });
        List<Ranked> topByWords = topByWords(Math.max(wanted, WINDOW));
        FixedBitSet counted = matching(anyWord());
        // What meaning adds is too little to be seen in a sample of so many.
        Facets facets = Facets.areEstimated(counted) ? Facets.of(searcher.getIndexReader(), counted, studies) : null;
        Near near = await(nearest);
        NavigableSet<Integer> documents = new TreeSet<>(near.documents());
        topByWords.stream().limit(WINDOW).map(Ranked::document).forEach(documents::add);

        List<Candidate> candidates = candidates().of(documents, near.queryVector());
        // The nearest vectors of an index are always somewhere, even if they mean something else.
        candidates.removeIf(found ->
                found.words() == 0 && (found.similarity() == null || found.similarity() < embedder.unrelatedBelow()));
        double[] fused = Fusion.fuse(candidates.stream().map(Candidate::fusible).toList(), embedder.parts());
        List<Ranked> ranked = new ArrayList<>();
        int meanings = 0;
        for (int i = 0; i < fused.length; i++) {
            Candidate found = candidates.get(i);
            Double bm25 = found.words() == 0 ? null : found.words();
            ranked.add(new Ranked(found.document(), found.id(), fused[i], bm25, found.similarity()));
            counted.set(found.document());
            meanings += near.documents().contains(found.document()) ? 1 : 0;
        }
        ranked.sort(Ranked.BEST_FIRST);
        for (Ranked further : topByWords) {
            if (!documents.contains(further.document())) {
                // From 0 down to -1: below every candidate, whose scores are above 0.
                double score = further.score() / topByWords.getFirst().score() - 1;
                ranked.add(new Ranked(further.document(), further.id(), score, further.bm25(), null));
            }
        }
        return new Ordered(ranked, counted, facets, meanings == WINDOW, Mode.HYBRID, null);
    }

    /// @param documents nearest to the question, by their numbers
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
    private record Near(float[] queryVector, NavigableSet<Integer> documents) {}

    private float[] embed() {
        float[] known = question.vector();
        return known != null ? known : embedder.embedQuery(question.text());
    }

    /// Begins what goes on while words are looked for.
    private <T> Future<T> beside(Callable<T> work) {
        var task = new FutureTask<>(work);
        beside.execute(task);
        return task;
    }

    private static <T> T await(Future<T> begun) throws IOException {
        try {
            return begun.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw new IllegalStateException("the meaning of a question could not be searched by", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(new Problem.Unavailable("the search was interrupted"), e);
        }
    }

    private String vectorField() {
        return target.vector(embedder.modelId());
    }

    private Candidates candidates() {
        return new Candidates(searcher, anyWord(), question.words(), target, vectorField(), embedder.parts());
    }

    /// Scores by words; matches nothing when there are none.
    private Query anyWord() {
        Query words = question.words().anyWord();
        if (words == null) {
            return MatchNoDocsQuery.INSTANCE;
        }
        return narrowing
                .<Query>map(allowed -> new BooleanQuery.Builder()
                        .add(words, Occur.MUST)
                        .add(allowed, Occur.FILTER)
                        .build())
                .orElse(words);
    }

    private List<Ranked> topByWords(int limit) throws IOException {
        List<Ranked> top = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(anyWord(), limit, BEST_FIRST).scoreDocs) {
            double score = (Float) ((FieldDoc) hit).fields[0];
            top.add(new Ranked(hit.doc, id((FieldDoc) hit, 1), score, score, null));
        }
        return top;
    }

    private NavigableSet<Integer> neighbours(float[] queryVector, int most) throws IOException {
        return new Neighbours(searcher, vectorField()).of(queryVector, narrowing, most);
    }

    private static String id(FieldDoc hit, int sortField) {
        return ((BytesRef) hit.fields[sortField]).utf8ToString();
    }

    private FixedBitSet matching(Query query) throws IOException {
        return searcher.search(query, new Matching(searcher.getIndexReader().maxDoc()));
    }
}
