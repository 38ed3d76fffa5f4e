// The words of a short text as a vector, for comparing texts where there is no model.
package org.quoin.app;

import java.util.Locale;
import java.util.regex.Pattern;

/// Each word, cut to its beginning so that its forms are one, counts at a place that its letters give: texts that
/// share words point the same way.
final class SharedWordVectors {
    private static final int PLACES = 1024;
    private static final int BEGINNING = 6;
    /// Shorter words join others and mean little.
    private static final int SHORTEST = 4;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SharedWordVectors() {}

    static float[] of(String text) {
        var vector = new float[PLACES];
        BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= SHORTEST)
                .map(word -> word.substring(0, Math.min(BEGINNING, word.length())))
                .distinct()
                .forEach(word -> vector[Math.floorMod(word.hashCode(), PLACES)] = 1);
        return vector;
    }
}
