// Places in REFI-QDA: as the specification counts them, and as tools do.
package org.quoin.intake.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quoin.intake.coding.Codings.count;
import static org.quoin.intake.coding.Codings.guid;
import static org.quoin.intake.coding.Codings.selecting;
import static org.quoin.intake.coding.Codings.utf8;
import static org.quoin.intake.coding.Codings.where;
import static org.quoin.intake.coding.Codings.words;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quoin.intake.coding.CodingNote.What;
import org.quoin.intake.coding.Codings.Numbers;
import org.quoin.intake.coding.PositionConvention.LineEnds;
import org.quoin.intake.coding.PositionConvention.Unit;
import org.quoin.model.Span;

class QdaPositionsTest {
    @Test
    void positionsAreCodePointsAndTheEndIsExcluded() {
        CodingFile.Project file = selecting(utf8("An 😀 emoji, then words."), List.of(Numbers.of(12, 16)));

        assertThat(words(file)).containsExactly("then");
        assertThat(file.project().selections().getFirst().span()).isEqualTo(new Span(12, 16));
        assertThat(file.notes()).isEmpty();
    }

    @Test
    void whatCountsInTheFileIsTakenToTheNormalisedText() {
        // Behind the mark: "e" with a combining acute (two code points, one when normalised), CR LF (two,
        // one).
        String stored = "\uFEFFCafe\u0301\r\nnoir, 😀\r\nlate hours";
        String counted = stored.substring(1);
        int late = counted.codePointCount(0, counted.indexOf("late"));
        int cafe = 0;

        CodingFile.Project file =
                selecting(utf8(stored), List.of(Numbers.of(cafe, 5), Numbers.of(late, late + "late hours".length())));

        assertThat(Codings.text(file, 0)).isEqualTo("Café\nnoir, 😀\nlate hours");
        assertThat(words(file)).containsExactly("Café", "late hours");
        assertThat(file.project().selections().get(1).span()).isEqualTo(new Span(13, 23));
        assertThat(file.notes()).isEmpty();
    }

    @Test
    void aCharacterCutInTwoIsTakenWhole() {
        // The first ends between the letter and its accent, the second inside a family of one grapheme.
        CodingFile.Project file =
                selecting(utf8("Cafe\u0301 noir 👨‍👩‍👧 end"), List.of(Numbers.of(0, 4), Numbers.of(6, 13)));

        assertThat(words(file)).containsExactly("Café", "noir 👨‍👩‍👧");
        assertThat(count(file, What.SPLIT_CHARACTER)).isEqualTo(2);
    }

    @Test
    void namesTellThatTheEndIsIncluded() {
        CodingFile.Project file = selecting(
                utf8("Trust between partners was low."), List.of(new Numbers(0, 4, "Trust"), new Numbers(6, 21, "")));

        assertThat(words(file)).containsExactly("Trust", "between partners");
        assertThat(count(file, What.POSITIONS)).isEqualTo(2);
        assertThat(where(file, What.POSITIONS)).isEqualTo("T: the end included");
    }

    @Test
    void aNameCutShortTellsWhereWordsBegin() {
        String text = "😀 We never met. The funding ended before we could begin.";
        int start = text.indexOf("The funding");
        CodingFile.Project file =
                selecting(utf8(text), List.of(new Numbers(start, text.length() - 1, "The funding ended be…")));

        assertThat(words(file)).containsExactly("The funding ended before we could begin");
        assertThat(where(file, What.POSITIONS)).isEqualTo("T: UTF-16 units, an emoji as two");
    }

    @Test
    void withoutNamesWholeWordsTell() {
        String text = "Managers left. Nobody asked nurses about plans.";
        CodingFile.Project file =
                selecting(utf8(text), List.of(included(text, "Managers left"), included(text, "asked nurses")));

        assertThat(words(file)).containsExactly("Managers left", "asked nurses");
        assertThat(where(file, What.POSITIONS)).isEqualTo("T: the end included");
    }

    @Test
    void oneSelectionIsTooLittleToDepartFromTheSpecification() {
        // Someone who wanted the stem of a word is not corrected.
        CodingFile.Project file = selecting(utf8("Managers left early."), List.of(Numbers.of(0, 7)));

        assertThat(words(file)).containsExactly("Manager");
        assertThat(file.notes()).isEmpty();
    }

    @Test
    void selectionsInsideWordsThatNothingExplainsAreDoubted() {
        CodingFile.Project file = selecting(
                utf8("Communication deteriorated considerably afterwards."),
                List.of(Numbers.of(2, 6), Numbers.of(15, 20), Numbers.of(31, 36)));

        assertThat(words(file)).containsExactly("mmun", "eteri", "idera");
        assertThat(count(file, What.POSITIONS_DOUBTFUL)).isEqualTo(3);
    }

    @Test
    void scriptsWithoutSpacesAreNotDoubted() {
        CodingFile.Project file =
                selecting(utf8("信頼関係が築かれていないことが障壁となった。"), List.of(Numbers.of(0, 4), Numbers.of(15, 17)));

        assertThat(words(file)).containsExactly("信頼関係", "障壁");
        assertThat(file.notes()).isEmpty();
    }

    @Test
    void theProjectSpeaksForASourceWithTooFewSelections() {
        String first = "Managers left. Nobody asked nurses about plans.";
        String xml = Codings.CODEBOOK + "<Sources><TextSource guid=\"" + guid(1)
                + "\" name=\"A\" plainTextPath=\"internal://text.txt\">"
                + Codings.selections(List.of(included(first, "Managers left"), included(first, "asked nurses")))
                + "</TextSource><TextSource guid=\"" + guid(2) + "\" name=\"B\"><PlainTextContent>Trust grew slowly."
                + "</PlainTextContent><PlainTextSelection guid=\"" + guid(3)
                + "\" startPosition=\"6\" endPosition=\"9\"/></TextSource></Sources>";

        CodingFile.Project file = Codings.project("p.qdpx", Codings.qdpx(xml, utf8(first)));

        assertThat(words(file)).containsExactly("Managers left", "asked nurses", "grew");
        assertThat(where(file, What.POSITIONS)).isEqualTo("A: the end included; B: the end included");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void encodingsAreTold(String charset) {
        String text = "Clínica «abierta» — más tarde: funcionó.";
        String marked = charset.startsWith("UTF-16") ? "\uFEFF" + text : text;

        CodingFile.Project file = selecting(marked.getBytes(Charset.forName(charset)), List.of(Numbers.of(8, 17)));

        assertThat(words(file)).containsExactly("«abierta»");
        assertThat(count(file, What.ENCODING)).isEqualTo(charset.startsWith("windows") ? 1 : 0);
    }

    @Test
    void controlCharactersAreTakenOutAndPlacesKept() {
        CodingFile.Project file =
                selecting(utf8("Page one\fpage\u0001 two\u000Bline"), List.of(Numbers.of(9, 18), Numbers.of(19, 23)));

        assertThat(Codings.text(file, 0)).isEqualTo("Page one\npage two\nline");
        assertThat(words(file)).containsExactly("page two", "line");
        assertThat(count(file, What.CONTROL_CHARACTER)).isEqualTo(3);
    }

    @Test
    void positionsThatAreNoRangeAreCounted() {
        CodingFile.Project file = selecting(
                utf8("Ten chars."),
                List.of(
                        Numbers.of(4, 2),
                        Numbers.of(5, 50),
                        Numbers.of(-3, 4),
                        Numbers.of(3, 3),
                        Numbers.of(3, 4),
                        Numbers.of(0, 10)));

        assertThat(words(file)).containsExactly("Ten chars.");
        assertThat(count(file, What.BAD_POSITION)).isEqualTo(3);
        assertThat(count(file, What.EMPTY_SELECTION)).isEqualTo(2);
    }

    /// Whatever way a tool counts, with its words as names the right words are found.
    @RepeatedTest(200)
    void anyConventionIsToldByNames() {
        long seed = Long.getLong("quoin.seed", System.nanoTime());
        checkRandom(new Random(seed), true, seed);
    }

    /// And without names, by a dozen selections of whole words.
    @RepeatedTest(200)
    void anyConventionIsToldByWholeWords() {
        long seed = Long.getLong("quoin.seed", System.nanoTime());
        checkRandom(new Random(seed), false, seed);
    }

    private static void checkRandom(Random random, boolean named, long seed) {
        RandomText text = new RandomText(random);
        PositionConvention convention = text.convention();
        List<Numbers> numbers = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Span chosen = text.words();
            String words = text.value.substring(chosen.start(), chosen.end());
            numbers.add(new Numbers(
                    text.position(chosen.start(), convention),
                    text.position(chosen.end(), convention) - (convention.endIncluded() ? 1 : 0),
                    named ? words.replaceAll("\\R", " ") : ""));
            expected.add(words.replace("\r\n", "\n"));
        }

        CodingFile.Project file = selecting(text.stored(), numbers);

        assertThat(words(file))
                .as("-Dquoin.seed=%d %s «%s» %s", seed, convention, text.value, numbers)
                .containsExactlyElementsOf(expected);
    }

    /// Words of letters between spaces, emoji and line ends, and how a tool would count in them.
    private static final class RandomText {
        private static final String[] WORDS = {"trust", "nurses", "plan", "funding", "staff", "met", "clínica", "a"};
        private static final String[] BETWEEN = {" ", " ", " ", " 😀 ", "\n", " 𝔊 "};

        private final Random random;
        private final String lineEnd;
        private final boolean mark;
        private final String value;

        RandomText(Random random) {
            this.random = random;
            lineEnd = random.nextBoolean() ? "\r\n" : "\n";
            mark = random.nextBoolean();
            StringBuilder text = new StringBuilder("start");
            for (int i = 0; i < 60; i++) {
                String between = BETWEEN[random.nextInt(BETWEEN.length)];
                text.append(between.replace("\n", lineEnd)).append(WORDS[random.nextInt(WORDS.length)]);
            }
            value = text.toString();
        }

        byte[] stored() {
            return ((mark ? "\uFEFF" : "") + value).getBytes(StandardCharsets.UTF_8);
        }

        PositionConvention convention() {
            return new PositionConvention(
                    random.nextBoolean() ? Unit.CODE_POINTS : Unit.UTF_16,
                    lineEnd.equals("\r\n")
                            ? random.nextBoolean() ? LineEnds.AS_STORED : LineEnds.ONE
                            : random.nextBoolean() ? LineEnds.AS_STORED : LineEnds.TWO,
                    mark && random.nextBoolean(),
                    random.nextBoolean(),
                    random.nextBoolean());
        }

        /// A range of one to five whole words, in UTF-16 units.
        Span words() {
            while (true) {
                int start = random.nextInt(value.length());
                int end = Math.min(value.length(), start + 6 + random.nextInt(30));
                while (start < value.length() && !startsWord(start)) {
                    start++;
                }
                while (end > start && !endsWord(end)) {
                    end--;
                }
                if (start < end) {
                    return new Span(start, end);
                }
            }
        }

        private boolean startsWord(int i) {
            return isLetter(i) && !isLetter(i - 1);
        }

        private boolean endsWord(int i) {
            return isLetter(i - 1) && !isLetter(i);
        }

        private boolean isLetter(int i) {
            return i >= 0
                    && i < value.length()
                    && Character.isLetter(value.charAt(i))
                    && !Character.isSurrogate(value.charAt(i));
        }

        int position(int index, PositionConvention convention) {
            int position = (mark && convention.markCounted() ? 1 : 0) + (convention.fromOne() ? 1 : 0);
            for (int i = 0; i < index; i++) {
                char c = value.charAt(i);
                boolean second = c == '\n' && i > 0 && value.charAt(i - 1) == '\r';
                if (Character.isLowSurrogate(c)) {
                    position += convention.unit() == Unit.UTF_16 ? 1 : 0;
                } else if (second) {
                    position += convention.lineEnds() == LineEnds.ONE ? 0 : 1;
                } else if (c == '\n') {
                    position += convention.lineEnds() == LineEnds.TWO ? 2 : 1;
                } else {
                    position++;
                }
            }
            return position;
        }
    }

    private static Numbers included(String text, String words) {
        int start = text.indexOf(words);
        return Numbers.of(start, start + words.length() - 1);
    }
}
