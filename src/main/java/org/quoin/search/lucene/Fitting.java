// Measures how far each item speaks of what a question asks.
package org.quoin.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;
import org.quoin.model.ItemId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.search.Embedder;
import org.quoin.search.QuestionFit;
import org.quoin.search.QuestionFit.AskedWord;
import org.quoin.search.QuestionFit.ItemFit;
import org.quoin.search.lucene.QuerySyntax.Parsed;

/// Looks at every vector: no neighbours' graph says how many items are near enough. 100,000 dot products take
/// less time than a person notices.
final class Fitting {
    private static final int NONE = -1;

    private final IndexSearcher searcher;
    private final UserQuery question;
    private final String vectorField;
    /// Stems of the question's words with what each counts.
    private final Map<String, Double> weights = new LinkedHashMap<>();
    private final List<AskedWord> words = new ArrayList<>();
    private final double allWeights;

    private Fitting(IndexSearcher searcher, UserQuery question, String vectorField, KindCues cues) throws IOException {
        this.searcher = searcher;
        this.vectorField = vectorField;
        this.question = question;
        IndexReader reader = searcher.getIndexReader();
        int all = searcher.count(Target.EVIDENCE.all());
        for (String typed : question.scored().keySet()) {
            if (FunctionWords.contains(typed)) {
                continue;
            }
            for (Words.Word word : Words.of(typed)) {
                // “lessons”, “barriers”: what is asked for is a kind of evidence, which the items' words do not
                // name.
                if (cues.lengthAt(List.of(word.stem()), 0) > 0) {
                    continue;
                }
                int items = reader.docFreq(new Term(Target.EVIDENCE.words(), word.stem()));
                int passages = reader.docFreq(new Term(Target.PASSAGES.words(), word.stem()));
                weights.put(word.stem(), Math.log(1 + (all - items + 0.5) / (items + 0.5)));
                words.add(new AskedWord(typed, items, passages));
            }
        }
        allWeights = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    static QuestionFit of(IndexSearcher searcher, Engine engine, String question) throws IOException {
        Embedder embedder = engine.embedder();
        var words = UserQuery.of(new Parsed(question, null, false, List.of()), Target.EVIDENCE, engine.cues());
        var fitting = new Fitting(searcher, words, Target.EVIDENCE.vector(embedder.modelId()), engine.cues());
        Optional<String> missing = embedder.unavailableReason();
        if (missing.isPresent()) {
            return fitting.fit(null, missing.get());
        }
        try {
            return fitting.fit(embedder.embedQuery(question), null);
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.Unavailable unavailable) {
                return fitting.fit(null, unavailable.detail());
            }
            throw e;
        }
    }

    private QuestionFit fit(float @Nullable [] vector, @Nullable String note) throws IOException {
        Query every = searcher.rewrite(Target.EVIDENCE.all());
        Weight weight = searcher.createWeight(every, ScoreMode.COMPLETE_NO_SCORES, 1);
        var items = new ArrayList<ItemFit>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                add(leaf.reader(), scorer.iterator(), vector, items);
            }
        }
        return new QuestionFit(items, words, question.kinds().keySet(), note);
    }

    private void add(LeafReader reader, DocIdSetIterator documents, float @Nullable [] vector, List<ItemFit> to)
            throws IOException {
        double[] covered = covered(reader);
        Bits live = reader.getLiveDocs();
        SortedDocValues ids = DocValues.getSorted(reader, Mapping.ID);
        var documentOf = new int[ids.getValueCount()];
        Arrays.fill(documentOf, NONE);
        FloatVectorValues vectors = vector == null ? null : reader.getFloatVectorValues(vectorField);
        DocIndexIterator vectorOf = vectors == null ? null : vectors.iterator();
        var similarity = new double[vectors == null ? 0 : reader.maxDoc()];
        Arrays.fill(similarity, Double.NaN);
        for (int d = documents.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = documents.nextDoc()) {
            if (live != null && !live.get(d)) {
                continue;
            }
            if (!ids.advanceExact(d)) {
                throw new CorruptIndexException("a document has no id", reader.toString());
            }
            documentOf[ids.ordValue()] = d;
            if (vector != null && vectors != null && vectorOf != null) {
                int at = vectorOf.docID() < d ? vectorOf.advance(d) : vectorOf.docID();
                if (at == d) {
                    similarity[d] = VectorUtil.dotProduct(vector, vectors.vectorValue(vectorOf.index()));
                }
            }
        }
        // In the order of the ids, which are stored packed: one by one, each would have a block unpacked.
        TermsEnum names = ids.termsEnum();
        for (BytesRef name = names.next(); name != null; name = names.next()) {
            int d = documentOf[Math.toIntExact(names.ord())];
            if (d != NONE) {
                to.add(new ItemFit(
                        new ItemId(name.utf8ToString()),
                        vectors == null || Double.isNaN(similarity[d]) ? null : similarity[d],
                        allWeights == 0 ? 0 : covered[d] / allWeights));
            }
        }
    }

    /// What the words count that each document holds.
    private double[] covered(LeafReader reader) throws IOException {
        var covered = new double[reader.maxDoc()];
        for (Map.Entry<String, Double> word : weights.entrySet()) {
            PostingsEnum holding = reader.postings(new Term(Target.EVIDENCE.words(), word.getKey()), PostingsEnum.NONE);
            if (holding != null) {
                for (int d = holding.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = holding.nextDoc()) {
                    covered[d] += word.getValue();
                }
            }
        }
        return covered;
    }
}
