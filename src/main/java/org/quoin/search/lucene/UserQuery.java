// The words of a question as Lucene queries. What people type has no syntax to get wrong.
package org.quoin.search.lucene;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Kind;
import org.quoin.search.Fusion.KindWanted;
import org.quoin.search.lucene.Words.Word;

/// @param anyWord matches documents with at least one of the words; null when only stop words and signs
///     were typed
/// @param pairs scores documents that hold words next to each other as the question does; null when it has no
///     two such words
/// @param phrases what stood in double quotes, to be found as it stands, stems and stop words aside
/// @param terms the analysed words, for highlighting
/// @param kinds those that it asks for or names
record UserQuery(
        @Nullable Query anyWord,
        @Nullable Query pairs,
        List<Query> phrases,
        Set<String> terms,
        Map<Kind, KindWanted> kinds) {
    /// Straight or typographic double quotes; one that is not closed is a sign like any other.
    private static final Pattern QUOTED = Pattern.compile("[\"“”]([^\"“”]+)[\"“”]");

    /// Words that ask and are not asked for. The index keeps them, for phrases are found with them.
    private static final Set<String> QUESTION_WORDS = Set.of(
            "what", "which", "who", "whom", "whose", "when", "where", "why", "how", "do", "does", "did", "can", "could",
            "should", "would");

    private static final Pattern POSSESSIVE = Pattern.compile("['’]s$");

    /// Most different words that are looked for: the longest query in a script without blanks has more of
    /// them than Lucene allows clauses.
    private static final int MAX_WORDS = 400;

    /// Furthest that two words may stand apart and be a pair: one stop word between them, as in "quality
    /// of life".
    private static final int PAIR_DISTANCE = 2;

    static UserQuery of(String text, KindCues cues) {
        List<Word> all = Words.of(text);
        Map<Kind, KindWanted> kinds = new LinkedHashMap<>();
        cues.named(stems(all)).forEach(kind -> kinds.put(kind, KindWanted.NAMED));
        List<Word> words = new ArrayList<>(all);
        for (List<Word> question : questions(text, all, cues)) {
            cues.named(stems(question)).forEach(kind -> kinds.put(kind, KindWanted.ASKED));
            words.removeAll(question);
        }
        if (words.isEmpty()) {
            words = all;
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Word word : words) {
            counts.merge(word.stem(), 1, Integer::sum);
        }
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
                any(counts.entrySet().stream().map(count -> {
                    Query query = new TermQuery(new Term(Mapping.WORDS, count.getKey()));
                    return count.getValue() == 1 ? query : new BoostQuery(query, count.getValue());
                })),
                any(pairs(words).stream()),
                List.copyOf(phrases),
                Set.copyOf(counts.keySet()),
                Collections.unmodifiableMap(kinds));
    }

    /// Every question word with those directly after it that only say which kind of evidence is asked for:
    /// in "what helps services work together" neither "what" nor "helps" is looked for.
    private static List<List<Word>> questions(String text, List<Word> words, KindCues cues) {
        List<String> stems = stems(words);
        List<List<Word>> questions = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (asks(text.substring(words.get(i).start(), words.get(i).end()))) {
                questions.add(words.subList(i, i + 1 + cues.lengthAt(stems, i + 1)));
            }
        }
        return questions;
    }

    /// "what's" asks as "what" does; WHO in capitals is the World Health Organization.
    private static boolean asks(String word) {
        return !word.equals("WHO")
                && QUESTION_WORDS.contains(
                        POSSESSIVE.matcher(word).replaceFirst("").toLowerCase(Locale.ROOT));
    }

    private static List<String> stems(List<Word> words) {
        return words.stream().map(Word::stem).toList();
    }

    private static Set<Query> pairs(List<Word> words) {
        Set<Query> pairs = new LinkedHashSet<>();
        for (int i = 1; i < words.size(); i++) {
            Word first = words.get(i - 1);
            Word second = words.get(i);
            if (second.position() - first.position() <= PAIR_DISTANCE) {
                pairs.add(new PhraseQuery.Builder()
                        .add(new Term(Mapping.WORDS, first.stem()), 0)
                        .add(new Term(Mapping.WORDS, second.stem()), second.position() - first.position())
                        .build());
            }
        }
        return pairs;
    }

    private static @Nullable Query any(Stream<Query> queries) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        queries.limit(MAX_WORDS).forEach(query -> any.add(query, Occur.SHOULD));
        BooleanQuery built = any.build();
        return built.clauses().isEmpty() ? null : built;
    }
}
