// A text as a tool stored it, and the way from places in it, however counted, to the normalised text.
package org.quoin.intake.coding;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.coding.PositionConvention.LineEnds;
import org.quoin.intake.coding.PositionConvention.Unit;
import org.quoin.model.Span;
import org.quoin.text.NormalisedText;

/// Not thread-safe.
final class StoredText {
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char VERTICAL_TAB = '\u000B';

    /// Below this, every character is a segment of its own in NFC, whatever stands before it.
    private static final char FIRST_COMBINING = '\u0300';

    /// Without byte order marks at its start.
    private final String raw;

    private final int marks;
    private final NormalisedText text;
    private final int controlCharacters;

    /// Pieces of `raw` and where each begins in the normalised text, in UTF-16 units. From an even one on,
    /// the two run in step; an odd one was changed as a whole.
    private final int[] rawStarts;

    private final int[] normalisedStarts;

    private final Map<Counting, Steps> steps = new HashMap<>();

    private record Counting(Unit unit, LineEnds lineEnds) {}

    StoredText(String decoded) {
        int start = 0;
        while (start < decoded.length() && decoded.charAt(start) == BYTE_ORDER_MARK) {
            start++;
        }
        marks = start;
        raw = decoded.substring(start);
        Normalising normalising = new Normalising();
        normalising.run();
        text = NormalisedText.of(normalising.out.toString());
        if (!text.value().contentEquals(normalising.out)) {
            throw new IllegalStateException("a text was not brought into normal form piece by piece");
        }
        controlCharacters = normalising.controlCharacters;
        rawStarts = normalising.rawStarts();
        normalisedStarts = normalising.normalisedStarts();
    }

    NormalisedText text() {
        return text;
    }

    /// How many control characters were taken out or made line ends.
    int controlCharacters() {
        return controlCharacters;
    }

    String raw() {
        return raw;
    }

    boolean hasMark() {
        return marks > 0;
    }

    boolean hasPairs() {
        return IntStream.range(0, raw.length()).anyMatch(i -> Character.isHighSurrogate(raw.charAt(i)));
    }

    boolean hasCrLf() {
        return raw.contains("\r\n");
    }

    boolean hasLoneLineEnds() {
        return IntStream.range(0, raw.length()).anyMatch(i -> isLoneLineEnd(raw, i));
    }

    /// A range of the text as stored, in UTF-16 units.
    record Range(int start, int end) {}

    /// What two positions mean under a convention; null when that is no range of the text.
    @Nullable
    Range range(PositionConvention convention, int start, int end) {
        int offset = (convention.fromOne() ? 1 : 0) + (convention.markCounted() ? marks : 0);
        // A selection from the very first character begins with the mark, which is no part of the words.
        long from = convention.markCounted() ? Math.max(0L, (long) start - offset) : (long) start - offset;
        long to = (long) end - offset + (convention.endIncluded() ? 1 : 0);
        if (from < 0 || to < from) {
            return null;
        }
        Steps counted = steps.computeIfAbsent(
                new Counting(convention.unit(), convention.lineEnds()), key -> new Steps(key, raw));
        long rawTo = counted.rawIndex(to);
        return rawTo > raw.length() ? null : new Range((int) counted.rawIndex(from), (int) rawTo);
    }

    /// @param split whether the range cut a character in two, and the span has the whole of it
    record Place(Span span, boolean split) {}

    /// Where a range stands in the normalised text; a character that it cuts is taken whole.
    Place place(Range range) {
        int from = normalised(range.start(), false);
        int to = Math.max(from, normalised(range.end(), true));
        int start = text.codePointIndex(insidePair(from) ? from - 1 : from);
        int end = text.codePointIndex(insidePair(to) ? to + 1 : to);
        boolean split = cutsCharacter(range.start()) || cutsCharacter(range.end());
        if (start < end) {
            while (!text.isBoundary(start)) {
                start--;
                split = true;
            }
            while (!text.isBoundary(end)) {
                end++;
                split = true;
            }
        }
        return new Place(new Span(start, end), split);
    }

    /// Between the halves of a pair, or between a letter and the marks that become one with it. Between the
    /// two characters of a line end nothing is cut that anyone sees.
    private boolean cutsCharacter(int rawIndex) {
        int piece = piece(rawIndex);
        return rawIndex < raw.length()
                && (Character.isLowSurrogate(raw.charAt(rawIndex))
                        || (piece % 2 == 1 && rawIndex > rawStarts[piece] && raw.charAt(rawIndex) != '\n'));
    }

    private int piece(int rawIndex) {
        int found = Arrays.binarySearch(rawStarts, rawIndex);
        return found >= 0 ? found : -found - 2;
    }

    private boolean insidePair(int index) {
        String value = text.value();
        return index > 0 && index < value.length() && Character.isLowSurrogate(value.charAt(index));
    }

    /// @param up whether a place inside a piece that was changed means its end, not its start
    private int normalised(int rawIndex, boolean up) {
        int piece = piece(rawIndex);
        if (piece % 2 == 0) {
            return normalisedStarts[piece] + rawIndex - rawStarts[piece];
        }
        return normalisedStarts[rawIndex > rawStarts[piece] && up ? piece + 1 : piece];
    }

    private static boolean isCrLf(String raw, int i) {
        return raw.startsWith("\r\n", i);
    }

    private static boolean isLoneLineEnd(String raw, int i) {
        char c = raw.charAt(i);
        return (c == '\n' && (i == 0 || raw.charAt(i - 1) != '\r'))
                || (c == '\r' && (i + 1 == raw.length() || raw.charAt(i + 1) != '\n'));
    }

    /// The places from which on a way of counting gets out of step with UTF-16 units, or in again.
    private static final class Steps {
        private final String raw;
        private final int[] rawAt;
        private final long[] countAt;

        Steps(Counting counting, String raw) {
            this.raw = raw;
            this.rawAt = IntStream.range(0, raw.length())
                    .filter(i -> isStep(counting, i))
                    .toArray();
            this.countAt = new long[rawAt.length];
            long ahead = 0;
            for (int k = 0; k < rawAt.length; k++) {
                countAt[k] = rawAt[k] + ahead;
                ahead += counted(k) - length(k);
            }
        }

        private boolean isStep(Counting counting, int i) {
            char c = raw.charAt(i);
            if (Character.isHighSurrogate(c)) {
                return counting.unit() == Unit.CODE_POINTS;
            }
            return switch (counting.lineEnds()) {
                case AS_STORED -> false;
                case ONE -> isCrLf(raw, i);
                case TWO -> isLoneLineEnd(raw, i);
            };
        }

        /// Of a step, in UTF-16 units.
        private int length(int k) {
            int at = rawAt[k];
            return Character.isHighSurrogate(raw.charAt(at)) || isCrLf(raw, at) ? 2 : 1;
        }

        /// What is two units long counts one; a line end of one unit counts two.
        private int counted(int k) {
            return 3 - length(k);
        }

        /// May lie beyond the text.
        long rawIndex(long position) {
            int found = Arrays.binarySearch(countAt, position);
            if (found >= 0) {
                return rawAt[found];
            }
            int k = -found - 2;
            if (k < 0) {
                return position;
            }
            long inside = position - countAt[k];
            // Between the two halves of a line end that has but one character: before it.
            return inside < counted(k) ? rawAt[k] : rawAt[k] + length(k) + inside - counted(k);
        }
    }

    /// Goes through the text once, piece by piece.
    private final class Normalising {
        private final StringBuilder out = new StringBuilder(raw.length());
        private final IntStream.Builder rawAt = IntStream.builder();
        private final IntStream.Builder outAt = IntStream.builder();
        private int controlCharacters;

        void run() {
            cut(0);
            int i = 0;
            while (i < raw.length()) {
                i = next(i);
            }
        }

        int[] rawStarts() {
            return rawAt.build().toArray();
        }

        int[] normalisedStarts() {
            return outAt.build().toArray();
        }

        private void cut(int rawIndex) {
            rawAt.add(rawIndex);
            outAt.add(out.length());
        }

        private int next(int i) {
            char c = raw.charAt(i);
            if (c == '\r') {
                return replace(i, isCrLf(raw, i) ? i + 2 : i + 1, "\n");
            }
            if (isControl(c) || (c == BYTE_ORDER_MARK && out.isEmpty())) {
                controlCharacters++;
                // What parts pages and lines in old files and in Word parts words too.
                return replace(i, i + 1, c == '\f' || c == VERTICAL_TAB ? "\n" : "");
            }
            int end = i + 1;
            if (c >= FIRST_COMBINING || (end < raw.length() && raw.charAt(end) >= FIRST_COMBINING)) {
                end = segmentEnd(i);
                return replace(i, end, NFC.normalize(raw.substring(i, end)));
            }
            out.append(c);
            return end;
        }

        /// Where the next character stands that joins with nothing before it.
        private int segmentEnd(int start) {
            int end = start + Character.charCount(raw.codePointAt(start));
            while (end < raw.length() && !isControl(raw.charAt(end)) && !NFC.hasBoundaryBefore(raw.codePointAt(end))) {
                end += Character.charCount(raw.codePointAt(end));
            }
            return end;
        }

        private int replace(int from, int to, String by) {
            boolean inStep = by.length() == to - from && (to - from == 1 || raw.startsWith(by, from));
            if (!inStep) {
                cut(from);
            }
            out.append(by);
            if (!inStep) {
                cut(to);
            }
            return to;
        }
    }

    private static boolean isControl(char c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r';
    }
}
