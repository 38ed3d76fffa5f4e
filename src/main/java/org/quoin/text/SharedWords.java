// How much of one text stands in another, word for word.
package org.quoin.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

public final class SharedWords {
    /// Words in a row that are compared: long enough that two papers of one field do not share many by chance.
    private static final int SHINGLE = 5;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private SharedWords() {}

    /// The share of the shorter text's runs of five words that stand in the longer one too (containment of
    /// shingles, Broder 1997), letter case and punctuation apart.
    ///
    /// @return 0 for texts that share nothing, 1 for a text and an abridgement of it
    public static double containment(NormalisedText one, NormalisedText other) {
        Set<String> first = shingles(one.value());
        Set<String> second = shingles(other.value());
        return first.size() < second.size() ? share(first, second) : share(second, first);
    }

    private static double share(Set<String> smaller, Set<String> larger) {
        return smaller.isEmpty()
                ? 0
                : (double) smaller.stream().filter(larger::contains).count() / smaller.size();
    }

    /// A text of fewer words is one run.
    private static Set<String> shingles(String text) {
        List<String> words = BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
        Set<String> shingles = new HashSet<>();
        int runs = Math.max(1, words.size() - SHINGLE + 1);
        for (int i = 0; i < runs && !words.isEmpty(); i++) {
            shingles.add(String.join(" ", words.subList(i, Math.min(words.size(), i + SHINGLE))));
        }
        return shingles;
    }
}
