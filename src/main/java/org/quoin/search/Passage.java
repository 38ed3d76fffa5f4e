// Several texts as the one that a vector is made of.
package org.quoin.search;

import java.util.List;

final class Passage {
    private static final String SENTENCE_ENDS = ".!?:;";

    private Passage() {}

    /// One after the other, each a sentence of its own.
    static String joined(List<String> texts) {
        var passage = new StringBuilder();
        for (String text : texts) {
            if (!passage.isEmpty()) {
                boolean ended = SENTENCE_ENDS.indexOf(passage.charAt(passage.length() - 1)) >= 0;
                passage.append(ended ? " " : ". ");
            }
            passage.append(text);
        }
        return passage.toString();
    }
}
