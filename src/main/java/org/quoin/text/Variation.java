// The differences between two copies of the same words that do not make them other words.
package org.quoin.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import org.jspecify.annotations.Nullable;

/// Word processors, PDF readers and keyboards change these characters without anybody's doing. All others,
/// letter case and ligatures among them, count as differences.
enum Variation {
    /// Any run of white space, no-break spaces and line breaks among it, is as good as one space.
    WHITE_SPACE("white space"),
    /// Straight, curly, single, double and angular marks and apostrophes are as good as each other.
    QUOTATION_MARKS("quotation marks"),
    /// Hyphens, dashes and minus signs are as good as each other.
    DASHES("dashes"),
    /// Soft hyphens and characters without width are as good as none. Not the two joiners: they change what is
    /// read.
    INVISIBLE_CHARACTERS("invisible characters");

    private final String words;

    Variation(String words) {
        this.words = words;
    }

    /// The class of a character; null for one that counts.
    static @Nullable Variation of(char c) {
        if (isWhiteSpace(c)) {
            return WHITE_SPACE;
        }
        return switch (c) {
            // Not quotation marks to Unicode, but used as such: acute, modifier apostrophe, primes.
            case '\'', '"', '`', '´', 'ʼ', '′', '″' -> QUOTATION_MARKS;
            case '-' -> DASHES;
            // Soft hyphen, zero width space, direction marks, word joiner, zero width no-break space.
            case '\u00AD', '\u200B', '\u200E', '\u200F', '\u2060', '\uFEFF' -> INVISIBLE_CHARACTERS;
            default -> c < 0x80 ? null : ofUnicode(c);
        };
    }

    static boolean isWhiteSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    @Override
    public String toString() {
        return words;
    }

    private static @Nullable Variation ofUnicode(char c) {
        if (UCharacter.hasBinaryProperty(c, UProperty.DASH)) {
            return DASHES;
        }
        return UCharacter.hasBinaryProperty(c, UProperty.QUOTATION_MARK) ? QUOTATION_MARKS : null;
    }
}
