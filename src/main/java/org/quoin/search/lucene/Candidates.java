// Computes every score of documents that words or vectors named, whichever of them did.
package org.quoin.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SmallFloat;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Kind;
import org.quoin.search.Embedder.Part;
import org.quoin.search.Fusion;
import org.quoin.search.Fusion.KindWanted;

/// @param anyWord gives the score by words
/// @param query what was asked
/// @param target the sort of documents they are
/// @param vectorField where their vectors are
/// @param parts of the vectors
record Candidates(
        IndexSearcher searcher, Query anyWord, UserQuery query, Target target, String vectorField, List<Part> parts) {
    /// Weight of the score of neighbouring words, beside the 1 of the words themselves. On training
    /// queries that copy words of the passage it gains 0.02 nDCG@10 on single sentences, on others it
    /// gains and costs nothing.
    private static final double PAIRS_WEIGHT = 0.2;

    /// A document with its scores.
    ///
    /// @param document its number in the reader
    /// @param words its BM25 score, 0 when no word matches
    /// @param similarity cosine of question and document, or null when the document has no vector
    /// @param fusible what is fused
    record Candidate(
            int document, String id, double words, @Nullable Double similarity, Fusion.Candidate fusible) {}

    List<Candidate> of(NavigableSet<Integer> documents, float[] queryVector) throws IOException {
        Weight words = weight(anyWord);
        Weight pairs = weight(query.pairs() == null ? MatchNoDocsQuery.INSTANCE : query.pairs());
        List<float[]> asked = split(queryVector);
        List<Candidate> candidates = new ArrayList<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            LeafReader reader = leaf.reader();
            NavigableSet<Integer> here = documents.subSet(leaf.docBase, true, leaf.docBase + reader.maxDoc(), false);
            if (here.isEmpty()) {
                continue;
            }
            SortedDocValues ids = DocValues.getSorted(reader, Mapping.ID);
            NumericDocValues lengths = reader.getNormValues(target.words());
            Scorer byWords = words.scorer(leaf);
            Scorer byPairs = pairs.scorer(leaf);
            Map<Long, KindWanted> wanted = wantedKinds(reader);
            SortedSetDocValues tags = DocValues.getSortedSet(reader, Mapping.TAG);
            FloatVectorValues vectors = reader.getFloatVectorValues(vectorField);
            DocIndexIterator vectorOf = vectors == null ? null : vectors.iterator();
            for (int document : here) {
                int local = document - leaf.docBase;
                if (!ids.advanceExact(local)) {
                    throw new CorruptIndexException("a document has no id", reader.toString());
                }
                double bm25 = score(byWords, local);
                List<Double> similarities = vectors == null || vectorOf == null || !moveTo(vectorOf, local)
                        ? List.of()
                        : similarities(asked, split(vectors.vectorValue(vectorOf.index())));
                Double similarity = similarities.isEmpty()
                        ? null
                        : similarities.stream().mapToDouble(Double::doubleValue).sum();
                candidates.add(new Candidate(
                        document,
                        ids.lookupOrd(ids.ordValue()).utf8ToString(),
                        bm25,
                        similarity,
                        new Fusion.Candidate(
                                bm25 + PAIRS_WEIGHT * score(byPairs, local),
                                similarities,
                                length(lengths, local),
                                kind(tags, local, wanted))));
            }
        }
        return candidates;
    }

    private Weight weight(Query scoring) throws IOException {
        return searcher.createWeight(searcher.rewrite(scoring), ScoreMode.COMPLETE, 1);
    }

    /// The parts of a vector, each by itself.
    private List<float[]> split(float[] vector) {
        List<float[]> split = new ArrayList<>();
        int from = 0;
        for (Part part : parts) {
            split.add(Arrays.copyOfRange(vector, from, from + part.dimensions()));
            from += part.dimensions();
        }
        return split;
    }

    /// What each part adds to the dot product of two vectors.
    private static List<Double> similarities(List<float[]> queryVector, List<float[]> vector) {
        List<Double> similarities = new ArrayList<>();
        for (int i = 0; i < queryVector.size(); i++) {
            similarities.add((double) VectorUtil.dotProduct(queryVector.get(i), vector.get(i)));
        }
        return similarities;
    }

    /// The kinds that the query wants, by the ordinal of their tag.
    private Map<Long, KindWanted> wantedKinds(LeafReader reader) throws IOException {
        SortedSetDocValues tags = DocValues.getSortedSet(reader, Mapping.TAG);
        Map<Long, KindWanted> ordinals = new HashMap<>();
        for (Map.Entry<Kind, KindWanted> kind : query.kinds().entrySet()) {
            String tag = Mapping.tag(Mapping.KIND_TAG, kind.getKey().key());
            long ordinal = tags.lookupTerm(new BytesRef(tag));
            if (ordinal >= 0) {
                ordinals.put(ordinal, kind.getValue());
            }
        }
        return ordinals;
    }

    private static KindWanted kind(SortedSetDocValues tags, int document, Map<Long, KindWanted> wanted)
            throws IOException {
        if (!wanted.isEmpty() && tags.advanceExact(document)) {
            for (int i = 0; i < tags.docValueCount(); i++) {
                KindWanted kind = wanted.get(tags.nextOrd());
                if (kind != null) {
                    return kind;
                }
            }
        }
        return KindWanted.NO;
    }

    /// In words without stop words, as BM25 knows it: exact up to 40, then within an eighth.
    private static int length(@Nullable NumericDocValues lengths, int document) throws IOException {
        return lengths != null && lengths.advanceExact(document)
                ? SmallFloat.byte4ToInt((byte) lengths.longValue())
                : 0;
    }

    /// Looks at the document alone: where phrases are asked for, moving on to the next match would verify
    /// every document on the way.
    private static double score(@Nullable Scorer scorer, int document) throws IOException {
        if (scorer == null) {
            return 0;
        }
        TwoPhaseIterator phrases = scorer.twoPhaseIterator();
        DocIdSetIterator documents = phrases == null ? scorer.iterator() : phrases.approximation();
        return moveTo(documents, document) && (phrases == null || phrases.matches()) ? scorer.score() : 0;
    }

    private static boolean moveTo(DocIdSetIterator iterator, int document) throws IOException {
        return iterator.docID() == document || (iterator.docID() < document && iterator.advance(document) == document);
    }
}
