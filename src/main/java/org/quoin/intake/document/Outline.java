// Sections made of headings that say nothing but their level, as in HTML, Word and Markdown.
package org.quoin.intake.document;

import java.util.ArrayDeque;
import java.util.Deque;

/// A section reaches to the next heading of its level or a higher one.
final class Outline {
    private final TextBuilder text;
    private final Deque<Integer> levels = new ArrayDeque<>();

    Outline(TextBuilder text) {
        this.text = text;
    }

    /// @param level 1 for the highest
    /// @param label the number that the format keeps apart from the words; may be empty
    void heading(int level, String label, String words) {
        if (words.isEmpty()) {
            return;
        }
        closeDownTo(level);
        levels.push(level);
        text.open(PartKind.ofHeading(words));
        text.label(label);
        text.heading(words);
    }

    void close() {
        closeDownTo(Integer.MIN_VALUE);
    }

    private void closeDownTo(int level) {
        while (!levels.isEmpty() && levels.getFirst() >= level) {
            levels.pop();
            text.close();
        }
    }
}
