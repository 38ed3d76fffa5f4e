// Finds the documents whose vectors are nearest to a question's.
package org.quoin.search.lucene;

import java.io.IOException;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeSet;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.util.FixedBitSet;

/// @param field of the vectors
record Neighbours(IndexSearcher searcher, String field) {
    /// Neighbours asked of the vector graph at least, more than are used: its first 100 of 300 were 99 % to 100 %
    /// of the exact first 100, of 100 only 92 % to 97 %, among thousands of texts.
    private static final int LEAST_ASKED = 300;

    /// The larger the graph, the more of it must be looked at to find the nearest: among a million, 300
    /// neighbours held 92 % of the exact first ten, 1,000 held 97 % and 2,400 held 98 % to 99 %.
    private static final double ASKED_BY_ROOT_OF_SIZE = 2.4;

    /// Most documents that a filter may allow for all of them to be compared. With few allowed, the graph is left
    /// by nearly every path, and what is found is either late or wrong: among a million, of which 35,000 were
    /// allowed, all were compared in 11 ms, while the graph took 33 ms, or 5 ms to find half of the nearest.
    private static final int MOST_COMPARED = 50_000;

    private static final Comparator<ScoreDoc> FARTHEST_FIRST = Comparator.<ScoreDoc>comparingDouble(near -> near.score)
            .thenComparing(near -> near.doc, Comparator.reverseOrder());

    /// @param allowed what documents must fit; empty for all that have a vector
    /// @param most how many are wanted
    /// @return their numbers in the reader
    NavigableSet<Integer> of(float[] vector, Optional<Query> allowed, int most) throws IOException {
        if (allowed.isPresent()) {
            FixedBitSet documents = searcher.search(
                    allowed.get(), new Matching(searcher.getIndexReader().maxDoc()));
            if (documents.cardinality() <= MOST_COMPARED) {
                return among(documents, vector, most);
            }
        }
        NavigableSet<Integer> nearest = new TreeSet<>();
        int asked = Math.max(most, enough(searcher.getIndexReader().numDocs()));
        Query byGraph = new KnnFloatVectorQuery(field, vector, asked, allowed.orElse(null));
        for (ScoreDoc near : searcher.search(byGraph, most).scoreDocs) {
            nearest.add(near.doc);
        }
        return nearest;
    }

    private static int enough(int documents) {
        return Math.max(LEAST_ASKED, (int) (ASKED_BY_ROOT_OF_SIZE * Math.sqrt(documents)));
    }

    private NavigableSet<Integer> among(FixedBitSet documents, float[] vector, int most) throws IOException {
        var nearest = new PriorityQueue<>(FARTHEST_FIRST);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            FloatVectorValues vectors = leaf.reader().getFloatVectorValues(field);
            VectorScorer scorer = vectors == null ? null : vectors.scorer(vector);
            if (scorer == null) {
                continue;
            }
            DocIdSetIterator withVector = scorer.iterator();
            int end = leaf.docBase + leaf.reader().maxDoc();
            for (int document = Facets.next(documents, leaf.docBase, end);
                    document < end;
                    document = Facets.next(documents, document + 1, end)) {
                int local = document - leaf.docBase;
                if (withVector.docID() == local || (withVector.docID() < local && withVector.advance(local) == local)) {
                    nearest.add(new ScoreDoc(document, scorer.score()));
                    if (nearest.size() > most) {
                        nearest.remove();
                    }
                }
            }
        }
        NavigableSet<Integer> numbers = new TreeSet<>();
        nearest.forEach(near -> numbers.add(near.doc));
        return numbers;
    }
}
