// A text without the differences that do not make other words, and where each of its characters came from.
package org.quoin.text;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All indexes are of UTF-16 units.
final class FoldedText {
    private static final Set<Variation> ALL = EnumSet.allOf(Variation.class);

    private final String folded;
    private final int[] origins;

    private FoldedText(String folded, int[] origins) {
        this.folded = folded;
        this.origins = origins;
    }

    static FoldedText of(String text) {
        return of(text, ALL);
    }

    /// Words folded for a comparison with others, without white space at their ends.
    static String fold(String words) {
        return fold(words, ALL);
    }

    /// Folds some of the variations only; white space at the ends stays unless white space is among them.
    static String fold(String words, Set<Variation> variations) {
        String folded = of(words, variations).folded;
        return variations.contains(Variation.WHITE_SPACE) ? folded.strip() : folded;
    }

    private static FoldedText of(String text, Set<Variation> variations) {
        StringBuilder folded = new StringBuilder(text.length());
        int[] origins = new int[text.length()];
        boolean inWhiteSpace = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            Variation variation = variationOf(c, variations);
            if (variation == Variation.INVISIBLE_CHARACTERS || (variation == Variation.WHITE_SPACE && inWhiteSpace)) {
                continue;
            }
            inWhiteSpace = variation == Variation.WHITE_SPACE;
            origins[folded.length()] = i;
            folded.append(folded(c, variation));
        }
        return new FoldedText(folded.toString(), Arrays.copyOf(origins, folded.length()));
    }

    String value() {
        return folded;
    }

    /// Where in the text the character at this index of the folded text begins.
    int origin(int foldedIndex) {
        return origins[foldedIndex];
    }

    /// Whether these words, folded and without white space around them, stand directly before an index of the
    /// text.
    boolean standsBefore(int index, String words) {
        int end = foldedIndex(index);
        if (end > 0 && folded.charAt(end - 1) == ' ') {
            end--;
        }
        return folded.startsWith(words, end - words.length());
    }

    /// Whether these words, folded and without white space around them, stand directly after an index of the
    /// text.
    boolean standsAfter(int index, String words) {
        int start = foldedIndex(index);
        if (start < folded.length() && folded.charAt(start) == ' ') {
            start++;
        }
        return folded.startsWith(words, start);
    }

    /// The first character of the folded text that begins at or after an index of the text.
    private int foldedIndex(int index) {
        int found = Arrays.binarySearch(origins, index);
        return found >= 0 ? found : -found - 1;
    }

    private static @Nullable Variation variationOf(char c, Set<Variation> variations) {
        Variation variation = Variation.of(c);
        return variation != null && variations.contains(variation) ? variation : null;
    }

    private static char folded(char c, @Nullable Variation variation) {
        return switch (variation) {
            case WHITE_SPACE -> ' ';
            case QUOTATION_MARKS -> '\'';
            case DASHES -> '-';
            case INVISIBLE_CHARACTERS -> throw new IllegalArgumentException("invisible characters fold to nothing");
            case null -> c;
        };
    }
}
