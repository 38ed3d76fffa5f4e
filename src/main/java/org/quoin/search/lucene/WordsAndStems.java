// English text as words and their stems, in the same places.
package org.quoin.search.lucene;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/// As Lucene's [EnglishAnalyzer], whose stems it shares, but keeping the word as it is written too: a wildcard is
/// about letters that a stem has lost.
final class WordsAndStems extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        var tokens = new StandardTokenizer();
        TokenStream words = new EnglishPossessiveFilter(tokens);
        words = new LowerCaseFilter(words);
        words = new StopFilter(words, EnglishAnalyzer.getDefaultStopSet());
        words = new KeywordRepeatFilter(words);
        words = new PorterStemFilter(words);
        return new TokenStreamComponents(tokens, new RemoveDuplicatesTokenFilter(words));
    }
}
