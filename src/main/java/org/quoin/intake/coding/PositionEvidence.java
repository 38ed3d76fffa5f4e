// Finds out how a tool counted, from the words that its positions lead to.
package org.quoin.intake.coding;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.coding.PositionConvention.LineEnds;
import org.quoin.intake.coding.PositionConvention.Unit;
import org.quoin.intake.coding.StoredText.Range;
import org.quoin.intake.document.Budget;

/// Two witnesses are heard. The name of a selection often is its words, whole or cut short: a convention
/// under which more names agree beats one under which fewer do. Where names decide nothing, people mostly
/// select whole words: a convention is preferred only when, of the ends that it moves, three in four are
/// clean and it gains at least as much as two ends cut in a word made clean. In doubt what was thought before
/// stays.
final class PositionEvidence {
    /// In letters and digits; a shorter name agrees by chance.
    private static final int SHORTEST_NAME = 3;

    /// Of an end that parts words, of one with white space inside, of one that cuts a word.
    private static final int CLEAN = 2;

    private static final int LOOSE = 1;
    private static final int CUT = 0;

    private static final int LEAST_GAIN = 2 * CLEAN;

    /// Scripts that put no space between words.
    private static final Set<UnicodeScript> UNSPACED = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private PositionEvidence() {}

    /// A selection as the file has it.
    ///
    /// @param name may be its words
    record Sample(StoredText text, int start, int end, String name) {}

    /// The convention that the samples speak for.
    ///
    /// @param prior what is thought so far
    static PositionConvention choose(PositionConvention prior, List<Sample> samples, Budget budget) {
        List<Score> scores = candidates(prior, samples).stream()
                .map(candidate -> new Score(candidate, prior, samples, budget))
                .toList();
        int names = scores.stream().mapToInt(score -> score.names).max().orElse(0);
        Comparator<Score> better = Comparator.comparingInt((Score score) -> score.gain)
                .thenComparing(Comparator.comparingInt((Score score) -> score.convention.distance(prior))
                        .reversed());
        boolean decidedByNames = scores.getFirst().names < names;
        return scores.stream()
                .filter(score -> score.names == names)
                .filter(score -> decidedByNames || score.convention.equals(prior) || score.convinces())
                .max(better)
                .orElseThrow()
                .convention;
    }

    /// Whether most ends cut words.
    static boolean isDoubtful(PositionConvention convention, List<Sample> samples) {
        int cut = 0;
        for (Sample sample : samples) {
            Range range = sample.text.range(convention, sample.start, sample.end);
            cut += startPoints(sample, range) == CUT ? 1 : 0;
            cut += endPoints(sample, range) == CUT ? 1 : 0;
        }
        return cut > samples.size();
    }

    /// Whether a name is the words, white space apart, or their beginning where it is cut short.
    static boolean agree(String name, String words) {
        return agree(name, words, 0, words.length());
    }

    /// As above, for the words at a place in a text; stops at the first character that differs.
    private static boolean agree(String name, String text, int start, int end) {
        int nameEnd = endOfWords(name);
        int inName = 0;
        int inText = start;
        while (true) {
            inName = skipSpace(name, inName, nameEnd);
            inText = skipSpace(text, inText, end);
            if (inName == nameEnd) {
                return nameEnd < name.length() || inText == end;
            }
            if (inText == end || name.charAt(inName) != text.charAt(inText)) {
                return false;
            }
            inName++;
            inText++;
        }
    }

    private static int skipSpace(String words, int from, int end) {
        int i = from;
        while (i < end && (Character.isWhitespace(words.charAt(i)) || Character.isSpaceChar(words.charAt(i)))) {
            i++;
        }
        return i;
    }

    /// Where the dots begin that say that a name is cut short; its end where there are none.
    private static int endOfWords(String name) {
        if (name.endsWith("…")) {
            return name.length() - 1;
        }
        return name.endsWith("...") ? name.length() - 3 : name.length();
    }

    private static boolean isNamed(Sample sample, @Nullable Range range) {
        return range != null
                && agree(sample.name, sample.text.raw(), range.start(), range.end())
                && sample.name.codePoints().filter(Character::isLetterOrDigit).count() >= SHORTEST_NAME;
    }

    /// The prior first; only those that mean something else in these texts.
    private static List<PositionConvention> candidates(PositionConvention prior, List<Sample> samples) {
        List<StoredText> texts = samples.stream().map(Sample::text).distinct().toList();
        Set<Unit> units = EnumSet.of(prior.unit());
        if (texts.stream().anyMatch(StoredText::hasPairs)) {
            units = EnumSet.allOf(Unit.class);
        }
        Set<LineEnds> lineEnds = EnumSet.of(prior.lineEnds());
        if (texts.stream().anyMatch(StoredText::hasCrLf)) {
            lineEnds.add(LineEnds.AS_STORED);
            lineEnds.add(LineEnds.ONE);
        }
        if (texts.stream().anyMatch(StoredText::hasLoneLineEnds)) {
            lineEnds.add(LineEnds.AS_STORED);
            lineEnds.add(LineEnds.TWO);
        }
        List<Boolean> marks =
                texts.stream().anyMatch(StoredText::hasMark) ? List.of(false, true) : List.of(prior.markCounted());
        List<PositionConvention> candidates = new ArrayList<>();
        candidates.add(prior);
        for (Unit unit : units) {
            for (LineEnds lineEnd : lineEnds) {
                for (boolean mark : marks) {
                    for (boolean fromOne : List.of(false, true)) {
                        for (boolean endIncluded : List.of(false, true)) {
                            candidates.add(new PositionConvention(unit, lineEnd, mark, fromOne, endIncluded));
                        }
                    }
                }
            }
        }
        return candidates.stream().distinct().toList();
    }

    /// What the samples say of a convention.
    private static final class Score {
        private final PositionConvention convention;

        /// How many names agree.
        private int names;

        /// Points above those of the prior, and points of the ends that stand elsewhere than under the prior.
        private int gain;

        private int moved;
        private int movedPoints;

        Score(PositionConvention convention, PositionConvention prior, List<Sample> samples, Budget budget) {
            this.convention = convention;
            for (Sample sample : samples) {
                budget.checkTime();
                Range here = sample.text.range(convention, sample.start, sample.end);
                Range before = sample.text.range(prior, sample.start, sample.end);
                names += isNamed(sample, here) ? 1 : 0;
                if (here == null || before == null || here.start() != before.start()) {
                    add(startPoints(sample, here), startPoints(sample, before), Objects.equals(here, before));
                }
                if (here == null || before == null || here.end() != before.end()) {
                    add(endPoints(sample, here), endPoints(sample, before), Objects.equals(here, before));
                }
            }
        }

        private void add(int points, int pointsBefore, boolean same) {
            if (!same) {
                moved++;
                movedPoints += points;
                gain += points - pointsBefore;
            }
        }

        boolean convinces() {
            return gain >= LEAST_GAIN && 4 * movedPoints >= 3 * CLEAN * moved;
        }
    }

    private static int startPoints(Sample sample, @Nullable Range range) {
        if (range == null || range.start() >= sample.text.raw().length()) {
            return CUT;
        }
        return points(sample.text.raw(), range.start(), range.start());
    }

    private static int endPoints(Sample sample, @Nullable Range range) {
        return range == null || range.end() == 0 ? CUT : points(sample.text.raw(), range.end(), range.end() - 1);
    }

    /// @param at where the text is cut
    /// @param inside the character beside it that is selected
    private static int points(String raw, int at, int inside) {
        if (at > 0 && at < raw.length()) {
            if (Character.isLowSurrogate(raw.charAt(at)) && Character.isHighSurrogate(raw.charAt(at - 1))) {
                return CUT;
            }
            if (isOfWord(raw.codePointBefore(at)) && isOfWord(raw.codePointAt(at))) {
                return CUT;
            }
        }
        return Character.isWhitespace(raw.charAt(inside)) ? LOOSE : CLEAN;
    }

    private static boolean isOfWord(int c) {
        int type = Character.getType(c);
        return (Character.isLetterOrDigit(c)
                        || type == Character.NON_SPACING_MARK
                        || type == Character.COMBINING_SPACING_MARK)
                && !UNSPACED.contains(UnicodeScript.of(c));
    }
}
