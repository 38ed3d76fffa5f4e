// The abstract of a record, divided at the labels that stand inside it.
package org.quoin.intake.document;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Databases put the labels of a structured abstract into its words (`METHODS: We asked ...`). There they stay,
/// and begin sections where they open a sentence and are in capitals, or in small letters but known for what
/// they do (`Methods: We asked ...`).
final class AbstractText {
    private static final Pattern LABEL =
            Pattern.compile("(?:\\A|(?<=[.?!)\"”] ))(\\p{Lu}[\\p{L} /&,-]{2,80}): (?=\\S)");

    private static final Pattern PARAGRAPH_END = Pattern.compile("\\n[ \\t]*\\n");

    private AbstractText() {}

    /// Sections are blocks of their own, label first; nothing is added and nothing left out but the space
    /// between.
    static void add(String words, TextBuilder text) {
        text.open(PartKind.ABSTRACT);
        boolean inSection = false;
        for (String block : PARAGRAPH_END.split(words, -1)) {
            String paragraph = Words.collapsed(block);
            Matcher label = LABEL.matcher(paragraph);
            int from = 0;
            while (label.find()) {
                if (isLabel(label.group(1))) {
                    text.block(
                            PartKind.PARAGRAPH,
                            paragraph.substring(from, label.start()).strip());
                    if (inSection) {
                        text.close();
                    }
                    text.open(PartKind.SECTION);
                    text.heading(label.group(1) + ":");
                    inSection = true;
                    from = label.end();
                }
            }
            text.block(PartKind.PARAGRAPH, paragraph.substring(from).strip());
        }
        if (inSection) {
            text.close();
        }
        text.close();
    }

    private static boolean isLabel(String words) {
        return words.equals(words.toUpperCase(Locale.ROOT))
                || !Role.ofHeading(words).isEmpty();
    }
}
