// Vectors of words that were embedded lately.
package org.quoin.app;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// The same words always have the same vector, so that nothing here gets old. Safe for use by many threads.
final class RememberedVectors {
    /// Some ten megabytes, with two models of 384 dimensions each.
    private static final int MOST = 3_000;

    private final Function<String, float[]> maker;
    private final Map<String, float[]> vectors = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > MOST;
        }
    });

    RememberedVectors(Function<String, float[]> maker) {
        this.maker = maker;
    }

    /// Not to be changed by the caller. Two threads that ask for the same words at once may both make it.
    float[] of(String words) {
        float[] known = vectors.get(words);
        if (known == null) {
            known = maker.apply(words);
            vectors.put(words, known);
        }
        return known;
    }
}
