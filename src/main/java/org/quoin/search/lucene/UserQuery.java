// The words of a question as Lucene queries. What people type has no syntax to get wrong.
package org.quoin.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/// @param anyWord matches documents with at least one of the words; null when only stop words and signs were typed
/// @param phrases what stood in double quotes, to be found as it stands, stems and stop words aside
/// @param terms the analysed words, for highlighting
record UserQuery(@Nullable Query anyWord, List<Query> phrases, Set<String> terms) {
    /// Straight or typographic double quotes; one that is not closed is a sign like any other.
    private static final Pattern QUOTED = Pattern.compile("[\"“”]([^\"“”]+)[\"“”]");

    static UserQuery of(String text) {
        Map<String, Integer> counts = count(text);
        BooleanQuery.Builder anyWord = new BooleanQuery.Builder();
        counts.forEach((term, count) -> {
            Query query = new TermQuery(new Term(Mapping.WORDS, term));
            anyWord.add(count == 1 ? query : new BoostQuery(query, count), Occur.SHOULD);
        });
        QueryBuilder builder = new QueryBuilder(Mapping.ANALYZER);
        List<Query> phrases = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            Query phrase = builder.createPhraseQuery(Mapping.WORDS, quoted.group(1));
            if (phrase != null) {
                phrases.add(phrase);
            }
        }
        return new UserQuery(
                counts.isEmpty() ? null : anyWord.build(), List.copyOf(phrases), Set.copyOf(counts.keySet()));
    }

    /// The analysed words in the order of the text, each with how often it stands there.
    private static Map<String, Integer> count(String text) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        try (TokenStream tokens = Mapping.ANALYZER.tokenStream(Mapping.WORDS, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                counts.merge(term.toString(), 1, Integer::sum);
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
        return counts;
    }
}
