// Every place where a string stands in another, overlapping ones too, in linear time (Knuth, Morris and Pratt).
package org.quoin.text;

import java.util.stream.IntStream;

final class Occurrences {
    private Occurrences() {}

    /// The UTF-16 indexes at which `words` begin, ascending.
    ///
    /// `String.indexOf` in a loop would take quadratic time on repetitive input, which anybody may send.
    ///
    /// @param words not empty
    static int[] of(String words, String text) {
        int[] borders = borders(words);
        IntStream.Builder found = IntStream.builder();
        int matched = 0;
        int i = 0;
        while (i < text.length()) {
            if (matched == 0) {
                i = text.indexOf(words.charAt(0), i);
                if (i < 0) {
                    break;
                }
            }
            matched = advance(words, borders, matched, text.charAt(i));
            i++;
            if (matched == words.length()) {
                found.add(i - matched);
                matched = borders[matched - 1];
            }
        }
        return found.build().toArray();
    }

    /// For each beginning of `words`, the length of its longest proper beginning that is also its end.
    private static int[] borders(String words) {
        int[] borders = new int[words.length()];
        for (int i = 1; i < words.length(); i++) {
            borders[i] = advance(words, borders, borders[i - 1], words.charAt(i));
        }
        return borders;
    }

    private static int advance(String words, int[] borders, int matched, char next) {
        int length = matched;
        while (length > 0 && words.charAt(length) != next) {
            length = borders[length - 1];
        }
        return words.charAt(length) == next ? length + 1 : length;
    }
}
