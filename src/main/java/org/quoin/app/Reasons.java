// Why a hit ranks where it does, in sentences for people.
package org.quoin.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.quoin.graph.Vocabulary;
import org.quoin.search.Explanation;
import org.quoin.search.SearchHit;

public final class Reasons {
    private Reasons() {}

    /// @param hit of a search that was to be explained
    /// @return none when nothing was ranked
    public static List<String> of(SearchHit hit, Vocabulary vocabulary) {
        Explanation explanation = hit.explanation();
        var reasons = new ArrayList<String>();
        if (explanation != null && !explanation.words().isEmpty()) {
            reasons.add("Words: " + words(explanation) + ". A word counts the more, the fewer quotes hold it.");
        } else if (explanation != null && !explanation.missing().isEmpty()) {
            reasons.add("Words: it holds none of those asked for.");
        }
        if (hit.similarity() != null) {
            reasons.add(
                    String.format(Locale.ROOT, "Meaning: %.2f, where 1 would be the same meaning.", hit.similarity()));
        }
        if (explanation != null) {
            String kind = vocabulary.kind(hit.document().kind()).label();
            switch (explanation.kind()) {
                case ASKED -> reasons.add("Kind: the question asks for what this is, " + kind + ".");
                case NAMED -> reasons.add("Kind: the question names what this is, " + kind + ".");
                case NO -> {}
            }
        }
        return List.copyOf(reasons);
    }

    private static String words(Explanation explanation) {
        String found = explanation.words().entrySet().stream()
                .map(word -> String.format(Locale.ROOT, "“%s” %.1f", word.getKey(), word.getValue()))
                .collect(Collectors.joining(", "));
        String missing =
                explanation.missing().stream().map(word -> "“" + word + "”").collect(Collectors.joining(", "));
        return missing.isEmpty() ? found : found + "; not " + missing;
    }
}
