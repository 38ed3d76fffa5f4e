// What is taken for a heading: a Markdown heading, a heading alone on its line, or one that a colon parts from the
// sentence after it, as in structured abstracts.
package org.quoin.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// All indexes are of UTF-16 units.
///
/// @param from where its line or its first word begins, marks and number included
/// @param start where its words begin
/// @param end where its words end
/// @param bodyFrom where the text after it begins: behind its colon or at the end of its line
record Heading(int from, int start, int end, int bodyFrom) {
    /// Longest heading that is recognised.
    private static final int MAX_LENGTH = 100;

    private static final int MAX_WORDS = 10;

    private static final Pattern WORD_END = Pattern.compile("[\\s,/]+");

    /// Words one of which a heading has that is recognised by its words alone. Singulars that label a speaker
    /// or open a list in running text (participant, question, theme, finding) are left out on purpose.
    private static final Set<String> NAMING = words("""
            abstract summary introduction background context rationale theory purpose objective objectives aim aims
            hypothesis hypotheses method methods methodology design setting settings participants sample sampling
            population intervention interventions measures outcome outcomes procedure procedures analysis analyses
            result results findings discussion discussions interpretation conclusion conclusions lessons implications
            recommendations limitation limitations strengths suggestions contribution contributions keywords funding
            acknowledgements acknowledgments references ethics registration description highlights""");

    /// Words that may stand beside those.
    private static final Set<String> ACCOMPANYING = words("""
            study data main key research future further learned learnt collection materials patient public practice
            policy theoretical practical trial clinical ethical qualitative quantitative thematic statistical primary
            secondary literature review involvement approval""");

    /// Words that may stand between those.
    private static final Set<String> LINKING = words("and or of for from in on the this to &");

    private static final Pattern MARKDOWN = Pattern.compile("#{1,6}[ \\t]+(.*?)[ \\t]*#*[ \\t]*");
    private static final Pattern NUMBERED = Pattern.compile("(?:\\d+(?:\\.\\d+)*\\.?|[IVX]+\\.)[ \\t]+");
    private static final String SENTENCE_ENDS = ".!?";
    private static final String CLOSERS = "\"'”’»)]";

    /// The headings that begin in a part of a text, in its order. What a heading is depends only on its own
    /// line and the lines beside it, so that a part gives the same headings as the whole.
    static List<Heading> in(String text, int from, int to) {
        List<Heading> headings = new ArrayList<>();
        int lineStart = text.lastIndexOf('\n', from - 1) + 1;
        while (lineStart < to) {
            int lineEnd = lineEnd(text, lineStart);
            Optional<Heading> alone =
                    lineEnd - lineStart <= MAX_LENGTH ? alone(text, lineStart, lineEnd) : Optional.empty();
            if (alone.isPresent()) {
                alone.filter(heading -> heading.from >= from).ifPresent(headings::add);
            } else {
                addInline(headings, text, lineStart, Math.max(lineStart, from), Math.min(lineEnd, to));
            }
            lineStart = lineEnd + 1;
        }
        return headings;
    }

    private static Optional<Heading> alone(String text, int lineStart, int lineEnd) {
        Matcher markdown = MARKDOWN.matcher(text).region(lineStart, lineEnd);
        if (markdown.matches()) {
            return markdown.start(1) < markdown.end(1)
                    ? Optional.of(new Heading(lineStart, markdown.start(1), markdown.end(1), lineEnd))
                    : Optional.empty();
        }
        int start = skipBlanks(text, lineStart, lineEnd);
        Matcher number = NUMBERED.matcher(text).region(start, lineEnd);
        if (number.lookingAt()) {
            start = number.end();
        }
        int end = lineEnd;
        while (end > start && Variation.isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        if (start == end) {
            return Optional.empty();
        }
        int wordsEnd = text.charAt(end - 1) == ':' ? end - 1 : end;
        if (isKnown(text.substring(start, wordsEnd))) {
            return Optional.of(new Heading(lineStart, start, wordsEnd, lineEnd));
        }
        return standsLikeOne(text, lineStart, start, end, lineEnd)
                ? Optional.of(new Heading(lineStart, start, end, lineEnd))
                : Optional.empty();
    }

    /// A short line in words not known as a heading's is one when it stands between a blank line and a
    /// paragraph and does not end as a sentence does. The first line of a text is its title.
    private static boolean standsLikeOne(String text, int lineStart, int start, int end, int lineEnd) {
        int last = text.codePointBefore(end);
        if (!Character.isUpperCase(text.codePointAt(start))
                || !(Character.isLetterOrDigit(last) || last == ')')
                || WORD_END.split(text.substring(start, end), -1).length > MAX_WORDS
                || lineStart == 0
                || !isBlankLine(text, text.lastIndexOf('\n', lineStart - 2) + 1, lineStart - 1)) {
            return false;
        }
        int next = lineEnd;
        while (next < text.length() && Variation.isWhiteSpace(text.charAt(next))) {
            next++;
        }
        int nextEnd = lineEnd(text, next);
        return next < nextEnd && (nextEnd - next > MAX_LENGTH || ":.!?\"”’'".indexOf(text.charAt(nextEnd - 1)) >= 0);
    }

    private static void addInline(List<Heading> headings, String text, int lineStart, int from, int to) {
        for (int colon = text.indexOf(':', from); colon >= 0 && colon < to; colon = text.indexOf(':', colon + 1)) {
            if (colon + 1 < text.length() && Variation.isWhiteSpace(text.charAt(colon + 1))) {
                int start = sentenceStart(text, lineStart, colon);
                if (start >= from && isKnown(text.substring(start, colon))) {
                    headings.add(new Heading(start, start, colon, colon + 1));
                }
            }
        }
    }

    /// Where the sentence begins that a colon stands in; -1 when that is too far away for a heading.
    private static int sentenceStart(String text, int lineStart, int colon) {
        int limit = Math.max(lineStart, colon - MAX_LENGTH);
        for (int i = colon - 1; i >= limit; i--) {
            if (SENTENCE_ENDS.indexOf(text.charAt(i)) >= 0) {
                int next = i + 1;
                while (CLOSERS.indexOf(text.charAt(next)) >= 0) {
                    next++;
                }
                return Variation.isWhiteSpace(text.charAt(next)) ? skipBlanks(text, next, colon) : -1;
            }
        }
        return limit == lineStart ? skipBlanks(text, lineStart, colon) : -1;
    }

    private static boolean isKnown(String heading) {
        if (heading.isEmpty() || !Character.isUpperCase(heading.codePointAt(0))) {
            return false;
        }
        List<String> words = Arrays.asList(WORD_END.split(heading.toLowerCase(Locale.ROOT), -1));
        return words.size() <= MAX_WORDS
                && words.stream().anyMatch(NAMING::contains)
                && !LINKING.contains(words.getFirst())
                && !LINKING.contains(words.getLast())
                && words.stream()
                        .allMatch(
                                word -> NAMING.contains(word) || ACCOMPANYING.contains(word) || LINKING.contains(word));
    }

    private static int skipBlanks(String text, int from, int to) {
        int i = from;
        while (i < to && Variation.isWhiteSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isBlankLine(String text, int lineStart, int lineEnd) {
        return skipBlanks(text, lineStart, lineEnd) == lineEnd;
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static Set<String> words(String listed) {
        return Set.of(WORD_END.split(listed, -1));
    }
}
