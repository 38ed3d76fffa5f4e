// How many of a set of documents are from each study.
package org.quoin.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.FixedBitSet;

/// Names are looked up of those studies alone that are asked for by name.
final class StudyCounts {
    /// Documents by the key of their study.
    private final Map<Long, Integer> counts;

    private final int documents;

    private final List<Segment> segments = new ArrayList<>();

    /// @param counts by ordinal
    /// @param keys by ordinal
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares segments.
    private record Segment(SortedDocValues studies, int[] counts, long[] keys) {}

    private StudyCounts(int documents) {
        this.documents = documents;
        this.counts = HashMap.newHashMap(documents);
    }

    /// @param documents one bit a document of the reader
    static StudyCounts of(IndexReader reader, FixedBitSet documents, StudyKeys keys) throws IOException {
        var all = new StudyCounts(documents.cardinality());
        for (LeafReaderContext leaf : reader.leaves()) {
            SortedDocValues studies = DocValues.getSorted(leaf.reader(), Mapping.STUDY);
            int[] counts = new int[studies.getValueCount()];
            int end = leaf.docBase + leaf.reader().maxDoc();
            for (int document = Facets.next(documents, leaf.docBase, end);
                    document < end;
                    document = Facets.next(documents, document + 1, end)) {
                if (studies.advanceExact(document - leaf.docBase)) {
                    counts[studies.ordValue()]++;
                }
            }
            all.add(new Segment(studies, counts, keys.of(leaf.reader())));
        }
        return all;
    }

    private void add(Segment segment) {
        for (int ordinal = 0; ordinal < segment.counts().length; ordinal++) {
            if (segment.counts()[ordinal] > 0) {
                counts.merge(segment.keys()[ordinal], segment.counts()[ordinal], Integer::sum);
            }
        }
        segments.add(segment);
    }

    /// How many studies the documents are from.
    long number() {
        return counts.size();
    }

    /// The studies with most documents, by name; among as many documents, at least those first by name.
    ///
    /// @param most wanted; more are given when the last have equally many documents
    Map<String, Long> mostFrequent(int most) throws IOException {
        int least = leastOf(most);
        Map<String, Long> frequent = new HashMap<>();
        for (Segment segment : segments) {
            int ofLeast = 0;
            // Ordinals are in the order of the names.
            for (int ordinal = 0; ordinal < segment.counts().length; ordinal++) {
                if (segment.counts()[ordinal] > 0) {
                    int count = counts.getOrDefault(segment.keys()[ordinal], 0);
                    if (count > least || (count == least && ofLeast++ < most)) {
                        frequent.put(segment.studies().lookupOrd(ordinal).utf8ToString(), (long) count);
                    }
                }
            }
        }
        return frequent;
    }

    /// What the last of the most frequent has; 0 when there are fewer.
    private int leastOf(int most) {
        int[] studiesOfCount = new int[documents + 1];
        counts.values().forEach(count -> studiesOfCount[count]++);
        int count = documents;
        for (int studies = 0; count > 0; count--) {
            studies += studiesOfCount[count];
            if (studies >= most) {
                break;
            }
        }
        return count;
    }
}
