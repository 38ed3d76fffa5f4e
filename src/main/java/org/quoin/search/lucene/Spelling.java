// Puts words right that nothing in the base holds.
package org.quoin.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.jspecify.annotations.Nullable;
import org.quoin.search.lucene.Words.Word;

/// Only spellings that the base itself holds are suggested, so that the search for them finds something.
final class Spelling {
    /// Shorter words have too many neighbours for one of them to be meant.
    private static final int MIN_LENGTH = 4;

    /// Longer questions are pasted texts.
    private static final int MAX_WORDS = 12;

    private static final Comparator<SuggestWord> NEAREST =
            Comparator.comparingDouble((SuggestWord word) -> word.score).thenComparingInt(word -> word.freq);

    private Spelling() {}

    /// @return the text with the nearest known word in place of each unknown one; null when every word is known
    ///     or has no near one
    static @Nullable String suggestion(IndexReader reader, String text) throws IOException {
        List<Word> words = Words.of(text);
        if (words.size() > MAX_WORDS) {
            return null;
        }
        var checker = new DirectSpellChecker();
        checker.setMinQueryLength(MIN_LENGTH);
        StringBuilder suggested = new StringBuilder();
        int copied = 0;
        for (Word word : words) {
            SuggestWord near = isKnown(reader, word) ? null : nearest(checker, reader, word);
            if (near != null) {
                suggested.append(text, copied, word.start()).append(near.string);
                copied = word.end();
            }
        }
        return copied == 0 ? null : suggested.append(text.substring(copied)).toString();
    }

    private static boolean isKnown(IndexReader reader, Word word) throws IOException {
        for (Target target : List.of(Target.EVIDENCE, Target.PASSAGES)) {
            if (reader.docFreq(new Term(target.words(), word.stem())) > 0
                    || reader.docFreq(new Term(target.surface(), word.surface())) > 0) {
                return true;
            }
        }
        return false;
    }

    /// The nearer one of evidence and passages; at the same distance the more frequent one.
    private static @Nullable SuggestWord nearest(DirectSpellChecker checker, IndexReader reader, Word word)
            throws IOException {
        List<SuggestWord> near = new ArrayList<>();
        for (Target target : List.of(Target.EVIDENCE, Target.PASSAGES)) {
            near.addAll(List.of(checker.suggestSimilar(
                    new Term(target.surface(), word.surface()), 1, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX)));
        }
        return near.stream().max(NEAREST).orElse(null);
    }
}
