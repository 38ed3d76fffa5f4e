// Finds the words of a question in a text, in code points.
package org.quoin.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.quoin.model.Span;
import org.quoin.search.lucene.Words.Word;

/// The texts are short and are at hand, so they are analysed again: no offsets need be kept in the index.
///
/// @param found which words to mark
record Highlighter(Predicate<Word> found) {
    /// Where the words stand, in the order of the text. Lucene counts UTF-16 units, a [Span] code points.
    List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        int units = 0;
        int codePoints = 0;
        for (Word word : Words.of(text)) {
            if (found.test(word)) {
                codePoints += text.codePointCount(units, word.start());
                units = word.start();
                int length = text.codePointCount(units, word.end());
                spans.add(new Span(codePoints, codePoints + length));
            }
        }
        return List.copyOf(spans);
    }
}
