// What a question is made of: words, quoted words, and the signs between them.
package org.quoin.search.lucene;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Signs that cannot mean anything where they stand are not there, or belong to a word: brackets without their
/// other half, or with nothing but words between them; a dash with a blank behind it.
sealed interface QueryToken {
    /// As it was typed.
    String raw();

    record Word(String raw) implements QueryToken {}

    /// @param field before the quotation marks, or empty
    /// @param text between them
    /// @param slop how many places the words may be moved in all
    record Quoted(String raw, String field, String text, int slop) implements QueryToken {}

    record Sign(String raw, Meaning meaning) implements QueryToken {}

    enum Meaning {
        AND,
        OR,
        NOT,
        MUST,
        OPEN,
        CLOSE
    }

    static List<QueryToken> of(String text) {
        return Lexer.withoutIdleBrackets(new Lexer(text).tokens());
    }

    final class Lexer {
        /// Straight or typographic; one that is not closed is a sign like any other.
        private static final Pattern QUOTED = Pattern.compile("([\\w-]+:)?[\"“”]([^\"“”]+)[\"“”](?:~(\\d{1,2}))?");

        private static final Pattern WORD = Pattern.compile("[^\\s\"“”]+");
        private static final Pattern SIGNED = Pattern.compile("[+-](?=[\\p{L}\"“”(])");

        /// A question that is all in capitals has no operators from this many words on.
        private static final int SHOUTED = 4;

        private final String text;
        private final boolean shouted;
        private final List<QueryToken> tokens = new ArrayList<>();
        private int open;

        Lexer(String text) {
            this.text = text;
            this.shouted = text.codePoints().noneMatch(Character::isLowerCase)
                    && text.strip().split("\\s+", -1).length >= SHOUTED;
        }

        List<QueryToken> tokens() {
            Matcher quoted = QUOTED.matcher(text);
            Matcher word = WORD.matcher(text);
            Matcher signed = SIGNED.matcher(text);
            int at = 0;
            boolean begins = true;
            while (at < text.length()) {
                char c = text.charAt(at);
                if (Character.isWhitespace(c)) {
                    begins = true;
                    at++;
                } else if (begins && c == '(') {
                    tokens.add(new QueryToken.Sign("(", Meaning.OPEN));
                    open++;
                    at++;
                } else if (c == ')' && open > 0) {
                    tokens.add(new QueryToken.Sign(")", Meaning.CLOSE));
                    open--;
                    at++;
                } else if (begins
                        && signed.region(at, text.length())
                                .useTransparentBounds(true)
                                .lookingAt()) {
                    tokens.add(new QueryToken.Sign(signed.group(), c == '+' ? Meaning.MUST : Meaning.NOT));
                    at = signed.end();
                } else if (quoted.region(at, text.length()).lookingAt()) {
                    tokens.add(quoted(quoted));
                    begins = false;
                    at = quoted.end();
                } else if (word.region(at, text.length()).lookingAt()) {
                    at += word(word.group());
                    begins = false;
                } else {
                    // A quotation mark without its other half.
                    at++;
                }
            }
            return tokens;
        }

        private static QueryToken quoted(Matcher quoted) {
            String field = quoted.group(1) == null ? "" : quoted.group(1).replace(":", "");
            int slop = quoted.group(3) == null ? 0 : Integer.parseInt(quoted.group(3));
            return new QueryToken.Quoted(quoted.group(), field, quoted.group(2), slop);
        }

        /// Adds a word without the brackets that close behind it.
        ///
        /// @return how many characters were used up
        private int word(String raw) {
            int end = raw.length();
            int closing = 0;
            while (end > 1 && raw.charAt(end - 1) == ')' && closing < open) {
                end--;
                closing++;
            }
            String word = raw.substring(0, end);
            tokens.add(
                    switch (shouted ? "" : word) {
                        case "AND" -> new QueryToken.Sign(word, Meaning.AND);
                        case "OR" -> new QueryToken.Sign(word, Meaning.OR);
                        case "NOT" -> new QueryToken.Sign(word, Meaning.NOT);
                        default -> new QueryToken.Word(word);
                    });
            return end;
        }

        /// Brackets with nothing but words between them narrow nothing, as in `work (and life)`.
        static List<QueryToken> withoutIdleBrackets(List<QueryToken> tokens) {
            Map<Integer, Integer> partner = new HashMap<>();
            Deque<Integer> opened = new ArrayDeque<>();
            for (int i = 0; i < tokens.size(); i++) {
                if (tokens.get(i) instanceof QueryToken.Sign(String raw, Meaning meaning)) {
                    if (meaning == Meaning.OPEN) {
                        opened.push(i);
                    } else if (meaning == Meaning.CLOSE) {
                        int from = opened.pop();
                        if (tokens.subList(from + 1, i).stream().anyMatch(Lexer::operates)) {
                            partner.put(from, i);
                            partner.put(i, from);
                        }
                    }
                }
            }
            var kept = new ArrayList<QueryToken>();
            for (int i = 0; i < tokens.size(); i++) {
                if (partner.containsKey(i) || !isBracket(tokens.get(i))) {
                    kept.add(tokens.get(i));
                }
            }
            return kept;
        }

        private static boolean operates(QueryToken token) {
            return token instanceof QueryToken.Sign && !isBracket(token);
        }

        private static boolean isBracket(QueryToken token) {
            return token instanceof QueryToken.Sign(String raw, Meaning meaning)
                    && (meaning == Meaning.OPEN || meaning == Meaning.CLOSE);
        }
    }
}
