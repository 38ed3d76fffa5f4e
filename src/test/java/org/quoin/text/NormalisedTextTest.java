// A text is brought into one form once, and counted in code points.
package org.quoin.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.Span;

class NormalisedTextTest {
    @Test
    void textsOfTheSameCharactersAreEqual() {
        assertThat(NormalisedText.of("Cafe\u0301\r\n"))
                .isEqualTo(NormalisedText.of("Caf\u00E9\n"))
                .hasSameHashCodeAs(NormalisedText.of("Caf\u00E9\n"))
                .isNotEqualTo(NormalisedText.of("Cafe"));
    }

    @Test
    void accentsLineEndsAndByteOrderMarksTakeOneForm() {
        NormalisedText text = NormalisedText.of("\uFEFFcafe\u0301\r\nnext\rlast\n");

        assertThat(text.value()).isEqualTo("café\nnext\nlast\n");
        assertThat(text.codePointLength()).isEqualTo(15);
    }

    @Test
    void normalisingTwiceChangesNothingMore() {
        String once =
                NormalisedText.of("\uFEFF\uFEFFa\uFEFFb e\u0301 \u1100\u1161").value();

        assertThat(once).isEqualTo("a\uFEFFb é 가");
        assertThat(NormalisedText.of(once).value()).isEqualTo(once);
        assertThat(NormalisedText.restored(once).value()).isEqualTo(once);
    }

    @Test
    void theDigestIsOfTheNormalisedTextInUtf8() {
        String digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

        assertThat(NormalisedText.of("\uFEFFabc").sha256()).isEqualTo(digest);
        assertThat(NormalisedText.of("e\u0301 \uD83D\uDE00").sha256())
                .isEqualTo(NormalisedText.of("é 😀").sha256())
                .hasSize(64)
                .isNotEqualTo(digest);
    }

    @Test
    void placesAreCountedInCodePoints() {
        NormalisedText text = NormalisedText.of("a😀b👩x");

        assertThat(text.codePointLength()).isEqualTo(5);
        assertThat(text.slice(new Span(1, 3))).isEqualTo("😀b");
        assertThat(text.slice(new Span(4, 5))).isEqualTo("x");
        int[] charIndexes = {0, 1, 3, 4, 6, 7};
        for (int codePoint = 0; codePoint < charIndexes.length; codePoint++) {
            assertThat(text.charIndex(codePoint)).isEqualTo(charIndexes[codePoint]);
            assertThat(text.codePointIndex(charIndexes[codePoint])).isEqualTo(codePoint);
        }
    }

    @Test
    void placesOutsideTheTextAndInsideAPairAreRefused() {
        NormalisedText text = NormalisedText.of("a😀b");

        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> text.charIndex(4));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> text.codePointIndex(5));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> text.codePointIndex(2));
        assertInvalid(() -> text.slice(new Span(1, 4)), "1-4", "3 characters");
    }

    @Test
    void noBoundaryLiesInsideWhatAReaderTakesForOneCharacter() {
        // A letter with a mark that has no composed form, a family joined of three, a flag, a jamo syllable.
        NormalisedText text = NormalisedText.of("x\u0323\u030A|👨\u200D👩\u200D👧|🇬🇧|");

        assertThat(text.isBoundary(0)).isTrue();
        assertThat(text.isBoundary(1)).isFalse();
        assertThat(text.isBoundary(2)).isFalse();
        assertThat(text.isBoundary(3)).isTrue();
        assertThat(text.isBoundary(4)).isTrue();
        for (int inside = 5; inside <= 8; inside++) {
            assertThat(text.isBoundary(inside)).isFalse();
        }
        assertThat(text.isBoundary(9)).isTrue();
        assertThat(text.isBoundary(10)).isTrue();
        assertThat(text.isBoundary(11)).isFalse();
        assertThat(text.isBoundary(12)).isTrue();
        assertThat(text.isBoundary(text.codePointLength())).isTrue();
    }

    @Test
    void halfASurrogatePairIsRefusedWithItsPlace() {
        assertInvalid(() -> NormalisedText.of("one\r\n😀two\uD83D!"), "U+D83D", "line 2, column 5");
        assertInvalid(() -> NormalisedText.of("\uDE00"), "U+DE00", "line 1, column 1");
        assertInvalid(() -> NormalisedText.of("x\uD83D"), "U+D83D", "line 1, column 2");
    }

    @Test
    void controlCharactersAreRefusedWithTheirPlace() {
        assertInvalid(() -> NormalisedText.of("a\u0000b"), "U+0000", "line 1, column 2", "UTF-16");
        assertInvalid(() -> NormalisedText.of("a\n\fb"), "U+000C", "line 2, column 1");
        assertThat(NormalisedText.of("a\tb\n").value()).isEqualTo("a\tb\n");
    }

    @Test
    void bytesAreDecodedStrictly() {
        assertThat(NormalisedText.ofUtf8("\uFEFFé 😀\r\n".getBytes(UTF_8), "a.txt")
                        .value())
                .isEqualTo("é 😀\n");
        assertThat(NormalisedText.ofUtf8("\uFEFFé 😀\r\n".getBytes(UTF_16LE), "a.txt")
                        .value())
                .isEqualTo("é 😀\n");
        assertThat(NormalisedText.ofUtf8("\uFEFFé 😀\r\n".getBytes(UTF_16BE), "a.txt")
                        .value())
                .isEqualTo("é 😀\n");
        assertThat(NormalisedText.ofUtf8(new byte[0], "a.txt").codePointLength())
                .isZero();
    }

    @Test
    void bytesThatAreNotTextAreRefusedWithTheirOffset() {
        assertInvalid(
                () -> NormalisedText.ofUtf8(new byte[] {'a', (byte) 0xC3, (byte) 0xA9, (byte) 0xE9, 'b'}, "paper.txt"),
                "paper.txt",
                "UTF-8",
                "offset 3");
        // The text ends in the middle of a character.
        assertInvalid(() -> NormalisedText.ofUtf8(new byte[] {'a', (byte) 0xC3}, "paper.txt"), "offset 1");
        assertInvalid(
                () -> NormalisedText.ofUtf8(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0, 'b'}, "paper.txt"),
                "paper.txt",
                "UTF-16LE",
                "offset 4");
        assertInvalid(() -> NormalisedText.ofUtf8("a\u0007".getBytes(UTF_8), "paper.txt"), "paper.txt", "U+0007");
    }

    @Test
    void aStoredTextIsTakenBackOnlyInNormalForm() {
        assertThat(NormalisedText.restored("café\n").value()).isEqualTo("café\n");
        assertInvalid(() -> NormalisedText.restored("cafe\u0301"), "normal form");
        assertInvalid(() -> NormalisedText.restored("a\r\nb"), "normal form");
        assertInvalid(() -> NormalisedText.restored("\uFEFFa"), "normal form");
    }

    static void assertInvalid(ThrowingCallable call, String... saying) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isInstanceOf(Problem.Invalid.class))
                .message()
                .contains(saying);
    }
}
