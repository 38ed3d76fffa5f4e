// Counts the tags and the studies of a set of documents.
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
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.quoin.search.SearchResult;

/// @param mostFrequent dimensions by name, values by falling count, then by name, at most
///     [SearchResult#MAX_FACET_VALUES] of them
/// @param studies that the documents are from; at least so many when the numbers are estimates
/// @param estimated whether the numbers are estimates from a sample
record Facets(Map<String, Map<String, Long>> mostFrequent, long studies, boolean estimated) {
    /// Most documents of which every one is counted. Of more, as many are that stand at equal distances: a
    /// value that a tenth of them have is then off by 6 % at most, nineteen times of twenty.
    private static final int MOST_COUNTED = 10_000;

    /// Sorts behind every value of a tag: the last code point there is.
    private static final String BEHIND_ALL = Character.toString(Character.MAX_CODE_POINT);

    /// @param documents one bit a document of the reader
    static Facets of(IndexReader reader, FixedBitSet documents, StudyKeys keys) throws IOException {
        int each = Math.max(1, Math.ceilDiv(documents.cardinality(), MOST_COUNTED));
        FixedBitSet counted = each == 1 ? documents : everyNth(documents, each);
        Map<String, Map<String, Long>> frequent = new TreeMap<>();
        tags(reader, counted).forEach((dimension, values) -> frequent.put(dimension, mostFrequentFirst(values, each)));
        StudyCounts studies = StudyCounts.of(reader, counted, keys);
        if (studies.number() > 0) {
            frequent.put(
                    Mapping.STUDY_TAG, mostFrequentFirst(studies.mostFrequent(SearchResult.MAX_FACET_VALUES), each));
        }
        return new Facets(frequent, studies.number(), each > 1);
    }

    /// Whether the facets of documents are estimates, so that some more or fewer of them make no difference.
    static boolean areEstimated(FixedBitSet documents) {
        return documents.cardinality() > MOST_COUNTED;
    }

    /// The first of the documents and every `step`-th behind it.
    private static FixedBitSet everyNth(FixedBitSet documents, int step) {
        FixedBitSet some = new FixedBitSet(documents.length());
        long[] words = documents.getBits();
        int toSkip = 0;
        for (int w = 0; w < words.length; w++) {
            long word = words[w];
            int here = Long.bitCount(word);
            while (toSkip < here) {
                word = withoutLowest(word, toSkip);
                here -= toSkip;
                some.set(w * Long.SIZE + Long.numberOfTrailingZeros(word));
                toSkip = step;
            }
            toSkip -= here;
        }
        return some;
    }

    private static long withoutLowest(long word, int bits) {
        long left = word;
        for (int i = 0; i < bits; i++) {
            left &= left - 1;
        }
        return left;
    }

    /// Values of each dimension but the studies, which are too many to look up the name of each.
    private static Map<String, Map<String, Long>> tags(IndexReader reader, FixedBitSet documents) throws IOException {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            SortedSetDocValues tags = leaf.reader().getSortedSetDocValues(Mapping.TAG);
            if (tags == null) {
                continue;
            }
            int firstStudy = ordinal(tags, Mapping.tag(Mapping.STUDY_TAG, ""));
            int behindStudies = ordinal(tags, Mapping.tag(Mapping.STUDY_TAG, BEHIND_ALL));
            int[] ofOrdinal =
                    countOrdinals(tags, documents, leaf.docBase, leaf.reader().maxDoc());
            for (int ordinal = 0; ordinal < ofOrdinal.length; ordinal++) {
                if (ofOrdinal[ordinal] > 0 && (ordinal < firstStudy || ordinal >= behindStudies)) {
                    String tag = tags.lookupOrd(ordinal).utf8ToString();
                    int slash = tag.indexOf('/');
                    counts.computeIfAbsent(tag.substring(0, slash), dimension -> new HashMap<>())
                            .merge(tag.substring(slash + 1), (long) ofOrdinal[ordinal], Long::sum);
                }
            }
        }
        return counts;
    }

    /// Of a tag or, when there is none, of the one that would follow it.
    private static int ordinal(SortedSetDocValues tags, String tag) throws IOException {
        long ordinal = tags.lookupTerm(new BytesRef(tag));
        return Math.toIntExact(ordinal < 0 ? -ordinal - 1 : ordinal);
    }

    private static int[] countOrdinals(SortedSetDocValues tags, FixedBitSet documents, int base, int size)
            throws IOException {
        int[] counts = new int[Math.toIntExact(tags.getValueCount())];
        int end = base + size;
        for (int document = next(documents, base, end); document < end; document = next(documents, document + 1, end)) {
            if (tags.advanceExact(document - base)) {
                for (int i = 0; i < tags.docValueCount(); i++) {
                    counts[(int) tags.nextOrd()]++;
                }
            }
        }
        return counts;
    }

    /// The first document of the set at or after `from`, or at least `end` when there is none before it.
    static int next(FixedBitSet documents, int from, int end) {
        return from < end ? documents.nextSetBit(from, end) : DocIdSetIterator.NO_MORE_DOCS;
    }

    private static Map<String, Long> mostFrequentFirst(Map<String, Long> counts, int each) {
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SearchResult.MAX_FACET_VALUES)
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue() * each));
        return sorted;
    }
}
