// Counts the tags of a set of documents.
package org.quoin.search.lucene;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.quoin.search.SearchResult;

/// @param counts dimension to value to number of documents
/// @param estimated whether the numbers are estimates from a sample
record Facets(Map<String, Map<String, Long>> counts, boolean estimated) {
    /// Most documents of which every one is counted. Of more, as many are that stand at equal distances: a
    /// value that a tenth of them have is then off by 4 % at most, nineteen times of twenty.
    static final int MOST_COUNTED = 20_000;

    /// @param documents one bit a document of the reader
    static Facets count(IndexReader reader, FixedBitSet documents) throws IOException {
        int step = Math.ceilDiv(documents.cardinality(), MOST_COUNTED);
        return step <= 1
                ? new Facets(counts(reader, documents, 1), false)
                : new Facets(counts(reader, everyNth(documents, step), step), true);
    }

    private static FixedBitSet everyNth(FixedBitSet documents, int step) {
        FixedBitSet some = new FixedBitSet(documents.length());
        int number = 0;
        for (int document = next(documents, 0, documents.length());
                document < documents.length();
                document = next(documents, document + 1, documents.length())) {
            if (number % step == 0) {
                some.set(document);
            }
            number++;
        }
        return some;
    }

    /// @param each how many documents one of them stands for
    private static Map<String, Map<String, Long>> counts(IndexReader reader, FixedBitSet documents, int each)
            throws IOException {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            SortedSetDocValues tags = leaf.reader().getSortedSetDocValues(Mapping.TAG);
            if (tags == null) {
                continue;
            }
            long[] ofOrdinal =
                    countOrdinals(tags, documents, leaf.docBase, leaf.reader().maxDoc());
            for (int ordinal = 0; ordinal < ofOrdinal.length; ordinal++) {
                if (ofOrdinal[ordinal] > 0) {
                    String tag = tags.lookupOrd(ordinal).utf8ToString();
                    int slash = tag.indexOf('/');
                    counts.computeIfAbsent(tag.substring(0, slash), dimension -> new HashMap<>())
                            .merge(tag.substring(slash + 1), ofOrdinal[ordinal] * each, Long::sum);
                }
            }
        }
        return counts;
    }

    /// How many studies the documents are from; at least so many when the numbers are estimates.
    long studies() {
        return counts.getOrDefault(Mapping.STUDY_TAG, Map.of()).size();
    }

    /// Dimensions by name, values by falling count, then by name, at most [SearchResult#MAX_FACET_VALUES] of
    /// them.
    Map<String, Map<String, Long>> mostFrequent() {
        Map<String, Map<String, Long>> frequent = new TreeMap<>();
        counts.forEach((dimension, values) -> frequent.put(dimension, mostFrequentFirst(values)));
        return frequent;
    }

    private static long[] countOrdinals(SortedSetDocValues tags, FixedBitSet documents, int base, int size)
            throws IOException {
        long[] counts = new long[Math.toIntExact(tags.getValueCount())];
        int end = base + size;
        int document = next(documents, base, end);
        while (document < end) {
            if (tags.advanceExact(document - base)) {
                for (int i = 0; i < tags.docValueCount(); i++) {
                    counts[(int) tags.nextOrd()]++;
                }
            }
            document = next(documents, document + 1, end);
        }
        return counts;
    }

    /// The first document of the set at or after `from`, or at least `end` when there is none before it.
    private static int next(FixedBitSet documents, int from, int end) {
        return from < end ? documents.nextSetBit(from, end) : DocIdSetIterator.NO_MORE_DOCS;
    }

    private static Map<String, Long> mostFrequentFirst(Map<String, Long> counts) {
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SearchResult.MAX_FACET_VALUES)
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
