// The words of a question as Lucene queries that rank.
package org.quoin.search.lucene;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Kind;
import org.quoin.search.Fusion.KindWanted;
import org.quoin.search.lucene.QuerySyntax.Parsed;
import org.quoin.search.lucene.Words.Word;

/// @param scored what each word of the question is looked for by, by the word as it was typed; in the order of
///     the question
/// @param pairs scores documents that hold words next to each other as the question does; null when it has no
///     two such words
/// @param found which words of a text are the question's
/// @param kinds those that it asks for or names
record UserQuery(Map<String, Query> scored, @Nullable Query pairs, Predicate<Word> found, Map<Kind, KindWanted> kinds) {
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

    /// @param parsed the question without the signs that narrow
    static UserQuery of(Parsed parsed, Target target, KindCues cues) {
        String text = parsed.words();
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
        Map<String, List<Word>> byStem =
                words.stream().collect(Collectors.groupingBy(Word::stem, LinkedHashMap::new, Collectors.toList()));
        Map<String, Query> scored = new LinkedHashMap<>();
        byStem.forEach((stem, same) -> {
            Query query = new TermQuery(new Term(target.words(), stem));
            scored.putIfAbsent(same.getFirst().in(text), same.size() == 1 ? query : new BoostQuery(query, same.size()));
        });
        parsed.variants().forEach(variants -> scored.putIfAbsent(variants.typed(), variants.query()));
        return new UserQuery(
                Collections.unmodifiableMap(scored),
                any(pairs(words, target).stream()),
                word -> byStem.containsKey(word.stem())
                        || parsed.variants().stream()
                                .anyMatch(variants -> variants.matches().test(word.surface())),
                Collections.unmodifiableMap(kinds));
    }

    /// What is like a text: all its words, none of them a sign or a question.
    static UserQuery like(String text, Target target) {
        return of(new Parsed(text, null, false, List.of()), target, new KindCues(Map.of()));
    }

    /// Matches documents with at least one of the words; null when only stop words and signs were typed.
    @Nullable
    Query anyWord() {
        return any(scored.values().stream());
    }

    /// Every question word with those directly after it that only say which kind of evidence is asked for:
    /// in "what helps services work together" neither "what" nor "helps" is looked for.
    private static List<List<Word>> questions(String text, List<Word> words, KindCues cues) {
        List<String> stems = stems(words);
        List<List<Word>> questions = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (asks(words.get(i).in(text))) {
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

    private static Set<Query> pairs(List<Word> words, Target target) {
        Set<Query> pairs = new LinkedHashSet<>();
        for (int i = 1; i < words.size(); i++) {
            Word first = words.get(i - 1);
            Word second = words.get(i);
            if (second.position() - first.position() <= PAIR_DISTANCE) {
                pairs.add(new PhraseQuery.Builder()
                        .add(new Term(target.words(), first.stem()), 0)
                        .add(new Term(target.words(), second.stem()), second.position() - first.position())
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
