// Words that a tool copied out of a document, made comparable with a text.
package org.quoin.intake.coding;

import com.ibm.icu.text.Normalizer2;
import org.quoin.intake.coding.CodingNote.What;
import org.quoin.intake.document.Tally;

final class PlainWords {
    private static final char REPLACEMENT = '\uFFFD';

    private PlainWords() {}

    /// In NFC, with LF, without white space around; what is no character (PDF viewers copy ligatures as
    /// control characters) stands as U+FFFD, because nothing tells what it was.
    ///
    /// @param where for the note
    static String of(String words, Tally<What> tally, String where) {
        StringBuilder kept = new StringBuilder(words.length());
        int replaced = 0;
        String unified = words.replace("\r\n", "\n").replace('\r', '\n');
        for (int i = 0; i < unified.length(); i++) {
            char c = unified.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < unified.length()
                    && Character.isLowSurrogate(unified.charAt(i + 1));
            if (pair) {
                kept.append(c).append(unified.charAt(++i));
            } else if ((c < ' ' && c != '\n' && c != '\t') || Character.isSurrogate(c)) {
                kept.append(REPLACEMENT);
                replaced++;
            } else {
                kept.append(c);
            }
        }
        tally.add(What.CONTROL_CHARACTER, replaced, where);
        return Normalizer2.getNFCInstance().normalize(kept.toString()).strip();
    }
}
