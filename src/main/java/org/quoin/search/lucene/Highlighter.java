// Finds the words of a question in a text, in code points.
package org.quoin.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.quoin.model.Span;

/// The texts are short and are at hand, so they are analysed again: no offsets need be kept in the index.
///
/// @param terms analysed words to find
record Highlighter(Set<String> terms) {
    /// Where the words stand, in the order of the text. Lucene counts UTF-16 units, a [Span] code points.
    List<Span> spans(String text) {
        if (terms.isEmpty()) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        int units = 0;
        int codePoints = 0;
        try (TokenStream tokens = Mapping.ANALYZER.tokenStream(Mapping.WORDS, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                if (terms.contains(term.toString())) {
                    codePoints += text.codePointCount(units, offset.startOffset());
                    units = offset.startOffset();
                    int length = text.codePointCount(units, offset.endOffset());
                    spans.add(new Span(codePoints, codePoints + length));
                }
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
        return List.copyOf(spans);
    }
}
