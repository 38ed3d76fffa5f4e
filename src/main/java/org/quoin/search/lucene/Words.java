// A text as the words that the index knows: stems with their places.
package org.quoin.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

final class Words {
    private Words() {}

    /// @param stem as it is indexed
    /// @param surface as it is written, in lower case
    /// @param position of the word in the text, stop words counted
    /// @param start where it begins in the text, in UTF-16 units
    /// @param end one past its last unit
    record Word(String stem, String surface, int position, int start, int end) {
        /// As it stands in the text that it was found in.
        String in(String text) {
            return text.substring(start, end);
        }
    }

    /// The words of a text in its order, without stop words.
    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        try (TokenStream tokens = Mapping.ANALYZER.tokenStream(Target.EVIDENCE.words(), text)) {
            CharTermAttribute stem = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute increment = tokens.addAttribute(PositionIncrementAttribute.class);
            tokens.reset();
            int position = -1;
            while (tokens.incrementToken()) {
                position += increment.getPositionIncrement();
                int start = offset.startOffset();
                int end = offset.endOffset();
                String surface = text.substring(start, end).toLowerCase(Locale.ROOT);
                words.add(new Word(stem.toString(), surface, position, start, end));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
        return words;
    }
}
