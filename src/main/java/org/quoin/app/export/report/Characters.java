// Which characters a document can hold.
package org.quoin.app.export.report;

import java.text.Bidi;

final class Characters {
    /// Stands for one that it cannot.
    static final String REPLACEMENT = "\uFFFD";

    private Characters() {}

    static boolean isUnwritable(String text) {
        return text.codePoints().anyMatch(c -> !isWritable(c));
    }

    /// The same with [#REPLACEMENT] for what cannot be written.
    static String writable(String text) {
        if (!isUnwritable(text)) {
            return text;
        }
        var writable = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isWritable(c)) {
                writable.appendCodePoint(c);
            } else {
                writable.append(REPLACEMENT);
            }
        });
        return writable.toString();
    }

    /// What XML 1.0 allows, but without the carriage return, which does not come back as it was, and the
    /// controls that HTML does not know.
    private static boolean isWritable(int c) {
        return c == '\t'
                || c == '\n'
                || (c >= 0x20 && c <= 0x7E)
                || (c >= 0xA0 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD && (c < 0xFDD0 || c > 0xFDEF))
                || (c >= 0x10000 && (c & 0xFFFE) != 0xFFFE);
    }

    /// Whether text is read from right to left, by its first letter.
    static boolean isRightToLeft(String text) {
        return !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }
}
