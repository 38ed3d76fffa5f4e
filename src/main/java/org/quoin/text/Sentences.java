// Dividing a text into sentences, and the sentences around a quote.
package org.quoin.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.quoin.model.ProblemException;
import org.quoin.model.Span;

/// Sentences by the rules of Unicode (UAX 29), which know no abbreviations; these are put right here, for
/// English. A line break inside a paragraph is a space; a blank line and an item of a list end a sentence.
/// Headings are in none.
public final class Sentences {
    /// The longest text that [#around(NormalisedText, Span)] gives, in code points.
    public static final int MAX_AROUND = 600;

    /// How far around a quote sentences are looked for, in UTF-16 units: enough to fill [#MAX_AROUND] on either
    /// side even if the sentence at the edge is misjudged for being cut.
    private static final int REACH = 4000;

    /// After these a sentence goes on, whatever follows.
    private static final Set<String> NEVER_LAST = Set.of(
            "e.g", "i.e", "cf", "vs", "viz", "dr", "prof", "mr", "mrs", "ms", "st", "fig", "figs", "eq", "ref", "refs",
            "pp", "vols", "eds", "approx", "ca", "resp");

    /// After these it goes on when a number follows.
    private static final Set<String> BEFORE_NUMBER =
            Set.of("p", "no", "nos", "vol", "ch", "sec", "sect", "art", "tab", "ed");

    /// After these it goes on unless the next word is one that begins sentences. The same holds for initials
    /// (J. Smith) and for abbreviations with stops inside (U.K.).
    private static final Set<String> SELDOM_LAST = Set.of("al", "etc", "inc", "ltd", "jr", "sr", "dept");

    private static final Set<String> STARTERS = Set.of(
            "the",
            "this",
            "these",
            "that",
            "those",
            "a",
            "an",
            "in",
            "on",
            "at",
            "it",
            "we",
            "they",
            "he",
            "she",
            "i",
            "you",
            "there",
            "here",
            "but",
            "and",
            "however",
            "when",
            "while",
            "as",
            "if",
            "for",
            "our",
            "its",
            "their",
            "no",
            "not",
            "each",
            "both",
            "some",
            "all",
            "most",
            "one",
            "two",
            "three",
            "what",
            "who",
            "how",
            "why",
            "to",
            "from",
            "with",
            "by",
            "after",
            "before",
            "since",
            "because",
            "although",
            "so",
            "then",
            "thus");

    private static final Pattern INITIAL = Pattern.compile("\\p{Lu}");
    private static final Pattern DOTTED = Pattern.compile("\\p{L}{1,2}(?:\\.\\p{L}{1,2})+");
    private static final Pattern LIST_NUMBER = Pattern.compile("\\d{1,3}");
    private static final Pattern LIST_ITEM = Pattern.compile("[ \\t]*(?:[-*•–—]|\\d{1,3}[.)])[ \\t]");

    private Sentences() {}

    /// The sentences in the order of the text, without the white space between them.
    public static List<Span> of(NormalisedText text) {
        return in(text, 0, text.value().length());
    }

    /// The sentence or sentences that hold a quote. When they are longer than [#MAX_AROUND], as much of them
    /// around the quote as that allows, cut between words; a quote that is itself longer is given back as it
    /// is.
    ///
    /// @throws ProblemException ([org.quoin.model.Problem.Invalid]) when the quote reaches beyond the text
    public static Span around(NormalisedText text, Span quote) {
        text.requireInside(quote);
        int from = Math.max(0, text.charIndex(quote.start()) - REACH);
        while (!text.isCharBoundary(from)) {
            from--;
        }
        int to = Math.min(text.value().length(), text.charIndex(quote.end()) + REACH);
        while (!text.isCharBoundary(to)) {
            to++;
        }
        int start = quote.start();
        int end = quote.end();
        for (Span sentence : in(text, from, to)) {
            if (sentence.overlaps(quote)) {
                start = Math.min(start, sentence.start());
                end = Math.max(end, sentence.end());
            }
        }
        return shortened(text, new Span(start, end), quote);
    }

    private static Span shortened(NormalisedText text, Span sentences, Span quote) {
        int spare = MAX_AROUND - quote.length();
        if (sentences.length() <= MAX_AROUND || spare <= 0) {
            return sentences.length() <= MAX_AROUND ? sentences : quote;
        }
        int left = quote.start() - sentences.start();
        int right = sentences.end() - quote.end();
        // Half on each side, and what one side does not need for the other.
        int keptLeft = Math.min(left, Math.max(spare / 2, spare - right));
        int keptRight = Math.min(right, spare - keptLeft);
        int base = text.charIndex(sentences.start());
        int quoteStart = text.charIndex(quote.start());
        int quoteEnd = text.charIndex(quote.end());
        int start = text.charIndex(quote.start() - keptLeft);
        int end = text.charIndex(quote.end() + keptRight);
        BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);
        words.setText(text.value().substring(base, text.charIndex(sentences.end())));
        if (keptLeft < left) {
            start = Math.min(quoteStart, base + words.following(start - base - 1));
        }
        if (keptRight < right) {
            end = Math.max(quoteEnd, base + words.preceding(end - base + 1));
        }
        while (start < quoteStart
                && (Variation.isWhiteSpace(text.value().charAt(start)) || !text.isCharBoundary(start))) {
            start++;
        }
        while (end > quoteEnd && (Variation.isWhiteSpace(text.value().charAt(end - 1)) || !text.isCharBoundary(end))) {
            end--;
        }
        return text.span(start, end);
    }

    private static List<Span> in(NormalisedText text, int from, int to) {
        List<Span> sentences = new ArrayList<>();
        int bodyFrom = from;
        for (Heading heading : Heading.in(text.value(), from, to)) {
            addSentences(sentences, text, bodyFrom, heading.from());
            bodyFrom = Math.min(heading.bodyFrom(), to);
        }
        addSentences(sentences, text, bodyFrom, to);
        return List.copyOf(sentences);
    }

    /// Adds those of a part that holds no heading.
    private static void addSentences(List<Span> sentences, NormalisedText text, int from, int to) {
        String part = unwrapped(text.value(), from, to);
        BreakIterator breaks = BreakIterator.getSentenceInstance(ULocale.ROOT);
        breaks.setText(part);
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (endsSentence(part, start, end)) {
                Span sentence = text.trimmedSpan(from + start, from + end);
                if (sentence.length() > 0) {
                    sentences.add(sentence);
                }
                start = end;
            }
        }
    }

    /// A part of the text, as long as it was, with a space for each line break that does not end a paragraph or
    /// an item of a list or the title: UAX 29 ends a sentence at every line break.
    private static String unwrapped(String value, int from, int to) {
        char[] part = value.substring(from, to).toCharArray();
        boolean blankSoFar = true;
        for (int i = 0; i < part.length; i++) {
            if (part[i] == '\n') {
                if (!blankSoFar && !endsParagraph(value, from + i + 1) && !endsTitle(value, from + i)) {
                    part[i] = ' ';
                }
                blankSoFar = true;
            } else if (!Variation.isWhiteSpace(part[i])) {
                blankSoFar = false;
            }
        }
        return new String(part);
    }

    /// Whether the first line of a text ends here and the second is not its continuation.
    private static boolean endsTitle(String value, int lineEnd) {
        return value.lastIndexOf('\n', lineEnd - 1) < 0 && Character.isUpperCase(value.codePointAt(lineEnd + 1));
    }

    /// Whether the line that begins here is blank, or an item of a list.
    private static boolean endsParagraph(String value, int lineStart) {
        int i = lineStart;
        while (i < value.length() && value.charAt(i) != '\n' && Variation.isWhiteSpace(value.charAt(i))) {
            i++;
        }
        return i >= value.length()
                || value.charAt(i) == '\n'
                || LIST_ITEM.matcher(value).region(lineStart, value.length()).lookingAt();
    }

    /// Whether a break that UAX 29 sees before `end` is one.
    private static boolean endsSentence(String part, int start, int end) {
        int stop = end;
        boolean newParagraph = false;
        while (stop > start && Variation.isWhiteSpace(part.charAt(stop - 1))) {
            stop--;
            newParagraph |= part.charAt(stop) == '\n';
        }
        if (stop == start || newParagraph || end == part.length() || part.charAt(stop - 1) != '.') {
            return true;
        }
        int wordStart = stop - 1;
        while (wordStart > start && isInsideWord(part.charAt(wordStart - 1))) {
            wordStart--;
        }
        String word = part.substring(wordStart, stop - 1);
        String lowerCase = word.toLowerCase(Locale.ROOT);
        int next = part.codePointAt(end);
        if (NEVER_LAST.contains(lowerCase)
                || (BEFORE_NUMBER.contains(lowerCase) && Character.isDigit(next))
                || (wordStart == start && LIST_NUMBER.matcher(word).matches())) {
            return false;
        }
        boolean seldomLast = SELDOM_LAST.contains(lowerCase)
                || (Character.isUpperCase(next)
                        && ((INITIAL.matcher(word).matches() && !word.equals("I"))
                                || DOTTED.matcher(word).matches()));
        return !seldomLast || STARTERS.contains(firstWord(part, end));
    }

    private static boolean isInsideWord(char c) {
        return Character.isLetterOrDigit(c) || c == '.';
    }

    /// In lower case.
    private static String firstWord(String part, int from) {
        int end = from;
        while (end < part.length() && Character.isLetter(part.charAt(end))) {
            end++;
        }
        return part.substring(from, end).toLowerCase(Locale.ROOT);
    }
}
