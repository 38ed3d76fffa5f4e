// A source text in the one form that is stored, hashed and counted.
package org.quoin.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.Sha256;
import org.quoin.model.Span;

/// A text in Unicode NFC, with LF line ends and without a byte order mark at its start. It holds no lone
/// surrogate and no control character below U+0020 but TAB and LF.
///
/// Every place in it is counted in Unicode code points from 0; the two methods that convert to and from the
/// UTF-16 indexes of [String] are the only place where the two ways of counting meet. Immutable; any number of
/// threads may use one.
public final class NormalisedText {
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /// No character below this joins with a neighbour into one grapheme cluster (CR LF would, and is gone).
    private static final char FIRST_COMBINING = '\u0300';

    private final String value;

    /// Where in `value` each surrogate pair begins. This is all that is needed to convert between the two ways
    /// of counting, and it is empty for most texts.
    private final int[] pairs;

    private final String sha256;

    /// Indexes of `value` that lie inside a grapheme cluster. Made when first asked for.
    private volatile @Nullable BitSet inner;

    private NormalisedText(String value) {
        this.value = value;
        this.pairs = IntStream.range(0, value.length())
                .filter(i -> Character.isHighSurrogate(value.charAt(i)))
                .toArray();
        this.sha256 = Sha256.hex(value);
    }

    /// Brings a text into normal form.
    ///
    /// @throws ProblemException ([Problem.Invalid]) for half a surrogate pair or a control character, naming
    ///     line and column
    public static NormalisedText of(String raw) {
        return normalise(raw, "the text");
    }

    /// Decodes and normalises the bytes of a text file: UTF-8, or UTF-16 when its byte order mark says so.
    ///
    /// @param where names the bytes in error messages: a file's name, for example
    /// @throws ProblemException ([Problem.Invalid]) naming `where` and the offset of the first byte that cannot
    ///     be decoded, or as for [#of(String)]
    public static NormalisedText ofUtf8(byte[] bytes, String where) {
        Charset charset = charset(bytes);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        // Each byte of any of the three encodings gives at most one char.
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        if (result.isError()) {
            throw Problem.invalid(where + " is not " + charset + ": the byte at offset " + in.position()
                    + " does not belong there. Save it as UTF-8.");
        }
        return normalise(out.flip().toString(), where);
    }

    /// Takes back a text that was stored, without changing it.
    ///
    /// @throws ProblemException ([Problem.Invalid]) when it is not in normal form, and so is not what was
    ///     stored
    public static NormalisedText restored(String stored) {
        NormalisedText text = normalise(stored, "the stored text");
        if (!text.value.equals(stored)) {
            throw Problem.invalid("the stored text is not in normal form (NFC, LF, no byte order mark): "
                    + "it has been changed since it was stored");
        }
        return text;
    }

    /// The text itself. Its `length()` counts UTF-16 units, not code points.
    public String value() {
        return value;
    }

    /// SHA-256 of the text in UTF-8, as 64 lower-case hexadecimal digits.
    public String sha256() {
        return sha256;
    }

    public int codePointLength() {
        return value.length() - pairs.length;
    }

    /// The words at a range. It may begin or end inside a grapheme cluster; [#isBoundary(int)] tells.
    ///
    /// @throws ProblemException ([Problem.Invalid]) when the range reaches beyond the text
    public String slice(Span span) {
        requireInside(span);
        return value.substring(charIndex(span.start()), charIndex(span.end()));
    }

    /// Whether the text may be cut before this code point: no grapheme cluster (what a reader takes for one
    /// character) would be split. Both ends of the text are boundaries.
    ///
    /// @throws IndexOutOfBoundsException when the text has no such place
    public boolean isBoundary(int codePoint) {
        return isCharBoundary(charIndex(codePoint));
    }

    /// The UTF-16 index in [#value()] of a code point.
    ///
    /// @param codePoint from 0 to [#codePointLength()]
    /// @throws IndexOutOfBoundsException when the text has no such place
    public int charIndex(int codePoint) {
        Objects.checkIndex(codePoint, codePointLength() + 1);
        int low = 0;
        int high = pairs.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            // The code point index of a pair is its UTF-16 index less the pairs before it.
            if (pairs[middle] - middle < codePoint) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return codePoint + low;
    }

    /// The code point at a UTF-16 index of [#value()].
    ///
    /// @param charIndex from 0 to the length of [#value()]
    /// @throws IndexOutOfBoundsException when the text has no such place
    /// @throws IllegalArgumentException when it lies inside a surrogate pair
    public int codePointIndex(int charIndex) {
        Objects.checkIndex(charIndex, value.length() + 1);
        int found = Arrays.binarySearch(pairs, charIndex);
        int before = found >= 0 ? found : -found - 1;
        if (before > 0 && pairs[before - 1] == charIndex - 1) {
            throw new IllegalArgumentException("index " + charIndex + " lies inside a surrogate pair");
        }
        return charIndex - before;
    }

    /// Two texts are equal when their characters are.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NormalisedText text && value.equals(text.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /// [#isBoundary(int)] for a UTF-16 index.
    boolean isCharBoundary(int charIndex) {
        BitSet known = inner;
        if (known == null) {
            known = innerIndexes(value);
            inner = known;
        }
        return !known.get(charIndex);
    }

    /// @throws ProblemException ([Problem.Invalid]) when the range reaches beyond the text
    void requireInside(Span span) {
        if (span.end() > codePointLength()) {
            throw Problem.invalid("the range " + span.start() + "-" + span.end()
                    + " reaches beyond the text, which has " + codePointLength() + " characters");
        }
    }

    /// The range between two UTF-16 indexes.
    Span span(int startChar, int endChar) {
        return new Span(codePointIndex(startChar), codePointIndex(endChar));
    }

    /// The range between two UTF-16 indexes without the white space at its ends; empty when there is nothing
    /// else.
    Span trimmedSpan(int startChar, int endChar) {
        int start = startChar;
        int end = endChar;
        // White space that carries a combining mark is half a grapheme cluster, and stays.
        while (start < end && Variation.isWhiteSpace(value.charAt(start)) && isCharBoundary(start + 1)) {
            start++;
        }
        while (start < end && Variation.isWhiteSpace(value.charAt(end - 1))) {
            end--;
        }
        return span(start, end);
    }

    /// The same form as a text has, for words that are compared with one: NFC and LF.
    static String comparable(String words) {
        return NFC.normalize(words.replace("\r\n", "\n").replace('\r', '\n'));
    }

    private static NormalisedText normalise(String raw, String where) {
        int start = 0;
        // All of them, so that normalising twice changes nothing more.
        while (start < raw.length() && raw.charAt(start) == BYTE_ORDER_MARK) {
            start++;
        }
        String text = raw.substring(start);
        requireCharacters(text, where);
        return new NormalisedText(comparable(text));
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        return StandardCharsets.UTF_8;
    }

    private static void requireCharacters(String text, String where) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
                throw Problem.invalid(where + " has the control character " + name(c) + " at " + place(text, i)
                        + (c == 0
                                ? ": it is not plain text, or is UTF-16 without a byte order mark. Save it as UTF-8."
                                : ". Take it out: it has no place in a text."));
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw Problem.invalid(where + " has half a surrogate pair (" + name(c) + ") at " + place(text, i)
                            + ": the character that stood there has been cut in two");
                }
                i++;
            }
        }
    }

    private static String name(char c) {
        return "U+%04X".formatted((int) c);
    }

    /// Line and column, both counted from 1, columns in code points.
    private static String place(String text, int charIndex) {
        String before = comparable(text.substring(0, charIndex));
        int lineStart = before.lastIndexOf('\n') + 1;
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        return "line " + line + ", column " + (before.codePointCount(lineStart, before.length()) + 1);
    }

    private static BitSet innerIndexes(String value) {
        BitSet inner = new BitSet();
        if (value.chars().allMatch(c -> c < FIRST_COMBINING)) {
            return inner;
        }
        BreakIterator graphemes = BreakIterator.getCharacterInstance(ULocale.ROOT);
        graphemes.setText(value);
        int start = graphemes.first();
        for (int end = graphemes.next(); end != BreakIterator.DONE; end = graphemes.next()) {
            inner.set(start + 1, end);
            start = end;
        }
        return inner;
    }
}
