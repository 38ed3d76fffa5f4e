// The signs in a question that narrow what may answer it. Words without signs rank and narrow nothing.
package org.quoin.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.Operations;
import org.jspecify.annotations.Nullable;
import org.quoin.search.lucene.QueryToken.Meaning;
import org.quoin.search.lucene.QueryToken.Quoted;
import org.quoin.search.lucene.QueryToken.Sign;
import org.quoin.search.lucene.QueryToken.Word;

/// `docs/searching.md` says what a person may write. There is no wrong query: a sign that means nothing where it
/// stands is a part of the text.
final class QuerySyntax {
    /// Most variants of a word with a wildcard or a spelling near to it that are looked for.
    private static final int MAX_VARIANTS = 100;

    /// More signs than this are a pasted text, not a question.
    private static final int MAX_CLAUSES = 200;

    private static final Pattern FIELD = Pattern.compile("([a-z-]+):(\\S+)");

    /// At least two letters before a star or a question mark inside the word: all words that begin with one
    /// letter are half the base. A question mark at the end asks.
    private static final Pattern WILDCARD = Pattern.compile("[\\p{L}\\p{N}]{2}[\\p{L}\\p{N}*?’'-]*");

    private static final Pattern WILD = Pattern.compile("\\*|\\?(?=[\\p{L}\\p{N}*])");
    private static final Pattern FUZZY = Pattern.compile("([\\p{L}\\p{N}]{3,})~([12])?");
    private static final Pattern PUNCTUATION = Pattern.compile("[,.;:!?)]+$");

    private final Target target;
    private final Predicate<String> isTag;
    private final List<QueryToken> tokens;
    private final StringBuilder words = new StringBuilder();
    private final List<Variants> variants = new ArrayList<>();
    private boolean onlyPhrases = true;
    private boolean signs;
    private int clauses;
    private int next;

    private QuerySyntax(String text, Target target, Predicate<String> isTag) {
        this.target = target;
        this.isTag = isTag;
        this.tokens = QueryToken.of(text);
    }

    /// Words that are near to what was typed.
    ///
    /// @param typed as it was typed
    /// @param query that finds them
    /// @param matches which words in lower case they are
    record Variants(String typed, Query query, Predicate<String> matches) {}

    /// @param words what is left to rank by: the text itself when it has no signs
    /// @param narrowing what the documents must fit, or null for all
    /// @param onlyPhrases whether it is made of quoted words alone
    /// @param variants words with wildcards and near spellings, to rank by too
    record Parsed(String words, @Nullable Query narrowing, boolean onlyPhrases, List<Variants> variants) {}

    /// @param isTag whether a filter such as `setting/rural` has any documents
    static Parsed parse(String text, Target target, Predicate<String> isTag) {
        var syntax = new QuerySyntax(text, target, isTag);
        List<Query> narrowing = new ArrayList<>();
        while (syntax.next < syntax.tokens.size()) {
            Node node = syntax.either(false);
            if (node instanceof Exact(Query query)) {
                narrowing.add(query);
            }
        }
        if (!syntax.signs || syntax.clauses > MAX_CLAUSES) {
            return new Parsed(text, null, false, List.of());
        }
        return new Parsed(
                syntax.words.toString().strip(),
                narrowing.isEmpty() ? null : all(narrowing),
                syntax.onlyPhrases,
                List.copyOf(syntax.variants));
    }

    private sealed interface Node {}

    /// A word without a sign; a clause only where an operator wants one.
    private record Plain(String raw) implements Node {}

    private record Exact(Query query) implements Node {}

    /// There is nothing to look for: a stop word.
    private record Nothing() implements Node {}

    /// @param without whether this is to be left out, so that its words do not rank
    private Node either(boolean without) {
        Node first = both(without);
        List<Node> nodes = new ArrayList<>(List.of(first));
        while (binds(Meaning.OR)) {
            next++;
            operator();
            nodes.add(both(without));
        }
        return nodes.size() == 1 ? first : joined(nodes, Occur.SHOULD);
    }

    private Node both(boolean without) {
        Node first = one(without);
        List<Node> nodes = new ArrayList<>(List.of(first));
        while (binds(Meaning.AND)) {
            next++;
            operator();
            nodes.add(one(without));
        }
        return nodes.size() == 1 ? first : joined(nodes, Occur.MUST);
    }

    private Node one(boolean without) {
        QueryToken token = tokens.get(next++);
        return switch (token) {
            case Word word -> word(word.raw(), without);
            case Quoted quoted -> quoted(quoted, without);
            case Sign sign when sign.meaning() == Meaning.OPEN -> group(without);
            case Sign sign
            when sign.meaning() == Meaning.NOT && isOperand(next) -> {
                operator();
                yield not(one(true));
            }
            case Sign sign
            when sign.meaning() == Meaning.MUST && isOperand(next) -> {
                operator();
                yield joined(List.of(one(without)), Occur.MUST);
            }
            // AND at the beginning, OR at the end.
            case Sign sign -> word(sign.raw(), without);
        };
    }

    private Node group(boolean without) {
        List<Node> nodes = new ArrayList<>();
        while (!isAt(next, Meaning.CLOSE)) {
            nodes.add(either(without));
        }
        next++;
        return nodes.size() == 1 ? nodes.getFirst() : joined(nodes, Occur.MUST);
    }

    private void operator() {
        signs = true;
        onlyPhrases = false;
    }

    private boolean binds(Meaning meaning) {
        return isAt(next, meaning) && isOperand(next + 1);
    }

    /// Whether something that can be looked for begins here.
    private boolean isOperand(int at) {
        if (at >= tokens.size() || !(tokens.get(at) instanceof Sign sign)) {
            return at < tokens.size();
        }
        return switch (sign.meaning()) {
            case OPEN -> true;
            case NOT, MUST -> isOperand(at + 1);
            case AND, OR, CLOSE -> false;
        };
    }

    private boolean isAt(int at, Meaning meaning) {
        return at < tokens.size() && tokens.get(at) instanceof Sign sign && sign.meaning() == meaning;
    }

    private Node word(String raw, boolean without) {
        Matcher field = FIELD.matcher(raw);
        if (field.matches()) {
            Optional<Query> narrowed = inField(field.group(1), field.group(2), without);
            if (narrowed.isPresent()) {
                operator();
                return exact(narrowed.get());
            }
            // Not a field: two words, which the analysis would take for one.
            operator();
            return words(field.group(1) + " " + field.group(2), without);
        }
        String bare = PUNCTUATION.matcher(raw).replaceFirst("");
        Matcher fuzzy = FUZZY.matcher(bare);
        if (fuzzy.matches()) {
            return near(fuzzy.group(1), fuzzy.group(2), raw, without);
        }
        if (isWildcard(bare)) {
            return wild(bare, without);
        }
        return words(raw, without);
    }

    private Node words(String raw, boolean without) {
        if (!without) {
            words.append(raw).append(' ');
        }
        return new Plain(raw);
    }

    private static boolean isWildcard(String word) {
        return WILDCARD.matcher(word).matches() && WILD.matcher(word).find();
    }

    private Node near(String word, @Nullable String edits, String typed, boolean without) {
        int most = edits == null ? 1 : Integer.parseInt(edits);
        var query = new FuzzyQuery(surface(word), most, 1, MAX_VARIANTS, true);
        ByteRunAutomaton automaton = query.getAutomata().runAutomaton;
        return variants(
                query,
                new Variants(typed, query, other -> {
                    var bytes = new BytesRef(other);
                    return automaton.run(bytes.bytes, bytes.offset, bytes.length);
                }),
                without);
    }

    private Node wild(String pattern, boolean without) {
        var all = new WildcardQuery(surface(pattern));
        var automaton = new CharacterRunAutomaton(all.getAutomaton());
        // As many words as there may be narrow; the most frequent of them rank.
        var scoring = new WildcardQuery(
                all.getTerm(),
                Operations.DEFAULT_DETERMINIZE_WORK_LIMIT,
                new MultiTermQuery.TopTermsScoringBooleanQueryRewrite(MAX_VARIANTS));
        return variants(all, new Variants(pattern, scoring, automaton::run), without);
    }

    private Node variants(Query narrowing, Variants ranking, boolean without) {
        operator();
        if (!without) {
            variants.add(ranking);
        }
        return exact(narrowing);
    }

    private Term surface(String word) {
        return new Term(target.surface(), word.toLowerCase(Locale.ROOT));
    }

    private Optional<Query> inField(String name, String value, boolean without) {
        String field = Mapping.FIELDS.get(name);
        if (field == null) {
            String tag = Mapping.tag(name, value);
            return isTag.test(tag) ? Optional.of(new TermQuery(new Term(Mapping.TAG, tag))) : Optional.empty();
        }
        if (isWildcard(value)) {
            return Optional.of(new WildcardQuery(new Term(field, value.toLowerCase(Locale.ROOT))));
        }
        Query phrase = new QueryBuilder(Mapping.ANALYZER).createPhraseQuery(field, value);
        if (phrase != null && !without) {
            words.append(value).append(' ');
        }
        return Optional.ofNullable(phrase);
    }

    private Node quoted(Quoted quoted, boolean without) {
        String field = quoted.field().isEmpty() ? target.words() : Mapping.FIELDS.get(quoted.field());
        Query phrase = null;
        if (field != null) {
            signs = true;
            onlyPhrases &= quoted.field().isEmpty();
            phrase = new QueryBuilder(Mapping.ANALYZER).createPhraseQuery(field, quoted.text(), quoted.slop());
        }
        if (!without) {
            words.append(field == null ? quoted.raw() : '"' + quoted.text() + '"')
                    .append(' ');
        }
        return phrase == null ? new Nothing() : exact(phrase);
    }

    private Node exact(Query query) {
        clauses++;
        return new Exact(query);
    }

    private Node not(Node node) {
        Query query = query(node);
        if (query == null) {
            return new Nothing();
        }
        return new Exact(new BooleanQuery.Builder()
                .add(target.all(), Occur.MUST)
                .add(query, Occur.MUST_NOT)
                .build());
    }

    private Node joined(List<Node> nodes, Occur occur) {
        List<Query> queries =
                nodes.stream().map(this::query).filter(Objects::nonNull).toList();
        return queries.isEmpty() ? new Nothing() : new Exact(combined(queries, occur));
    }

    private @Nullable Query query(Node node) {
        return switch (node) {
            case Exact(Query query) -> query;
            case Nothing() -> null;
            case Plain(String raw) -> {
                clauses++;
                yield new QueryBuilder(Mapping.ANALYZER).createPhraseQuery(target.words(), raw);
            }
        };
    }

    private static Query all(List<Query> queries) {
        return combined(queries, Occur.FILTER);
    }

    private static Query combined(List<Query> queries, Occur occur) {
        if (queries.size() == 1) {
            return queries.getFirst();
        }
        var joined = new BooleanQuery.Builder();
        queries.forEach(query -> joined.add(query, occur));
        return joined.build();
    }
}
