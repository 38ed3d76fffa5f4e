// Tells the studies of all segments apart without their names.
package org.quoin.search.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader.CacheHelper;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/// A segment numbers its studies for itself, and to look up the names of thousands takes longer than the search
/// that found them. The key of a study is the same in every segment: half of the 128 bits of its name's hash,
/// so that among a million studies two share one in a run of thirty-seven million bases. A segment's keys are
/// made once and kept as long as it is open: 8 bytes a study.
final class StudyKeys {
    private static final int SEED = 0;

    private final Map<CacheKey, long[]> ofSegments = new ConcurrentHashMap<>();

    /// By the ordinals of [Mapping#STUDY].
    long[] of(LeafReader segment) throws IOException {
        CacheHelper cache = segment.getCoreCacheHelper();
        if (cache == null) {
            throw new IllegalArgumentException(segment + " is no segment of an index");
        }
        long[] known = ofSegments.get(cache.getKey());
        if (known != null) {
            return known;
        }
        long[] made = keys(DocValues.getSorted(segment, Mapping.STUDY));
        if (ofSegments.put(cache.getKey(), made) == null) {
            cache.addClosedListener(ofSegments::remove);
        }
        return made;
    }

    private static long[] keys(SortedDocValues studies) throws IOException {
        long[] keys = new long[studies.getValueCount()];
        TermsEnum names = studies.termsEnum();
        for (BytesRef name = names.next(); name != null; name = names.next()) {
            keys[(int) names.ord()] = StringHelper.murmurhash3_x64_128(name.bytes, name.offset, name.length, SEED)[0];
        }
        return keys;
    }
}
