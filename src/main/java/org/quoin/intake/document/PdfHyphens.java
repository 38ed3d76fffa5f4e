// Joining words that print divides at the end of a line.
package org.quoin.intake.document;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.quoin.intake.document.Note.What;

/// Whether the hyphen goes is decided by how the document writes the word elsewhere; where it does not, the
/// hyphen stays after a first part that makes compounds (`self-`, `well-`), and goes otherwise.
final class PdfHyphens {
    private static final String HYPHENS = "-\u2010\u00AD";
    private static final Pattern WORD = Pattern.compile("\\p{L}+(?:[-\u2010]\\p{L}+)*");
    private static final Set<String> OF_COMPOUNDS = Set.of(
            "self",
            "well",
            "non",
            "cross",
            "high",
            "low",
            "long",
            "short",
            "semi",
            "post",
            "pre",
            "inter",
            "intra",
            "multi",
            "evidence",
            "community",
            "patient",
            "person",
            "health",
            "hospital",
            "decision",
            "face",
            "one",
            "two",
            "three",
            "first",
            "second",
            "full",
            "part",
            "half",
            "all",
            "ex",
            "co",
            "in",
            "follow",
            "up",
            "out",
            "so",
            "mixed",
            "open",
            "large",
            "small",
            "home",
            "work",
            "family",
            "peer",
            "policy",
            "problem",
            "quality",
            "time",
            "team",
            "user",
            "value",
            "year",
            "case",
            "data",
            "theory",
            "needs",
            "risk",
            "age",
            "end");

    private final Set<String> known = new HashSet<>();
    private final Notes notes;

    PdfHyphens(List<PdfPage> pages, Notes notes) {
        this.notes = notes;
        for (PdfPage page : pages) {
            for (PdfLine line : page.lines()) {
                String words = line.plain();
                // The last word may be half of one, and so may the first of the next line; that one does no harm.
                int end = words.length();
                while (end > 0 && isDivided(words) && !Character.isWhitespace(words.charAt(end - 1))) {
                    end--;
                }
                WORD.matcher(words.substring(0, end))
                        .results()
                        .forEach(word ->
                                known.add(word.group().toLowerCase(Locale.ROOT).replace('\u2010', '-')));
            }
        }
    }

    /// Adds a line to the words of a block.
    void append(StringBuilder block, String line, String place) {
        if (block.isEmpty()) {
            block.append(line);
            return;
        }
        if (!isDivided(block) || !Character.isLowerCase(line.codePointAt(0))) {
            // Compounds of names and ranges (`North-West`) end a line with a hyphen that is theirs.
            block.append(isDivided(block) ? "" : " ").append(line);
            return;
        }
        int start = block.length() - 1;
        while (start > 0
                && (Character.isLetter(block.charAt(start - 1)) || HYPHENS.indexOf(block.charAt(start - 1)) >= 0)) {
            start--;
        }
        int end = 0;
        while (end < line.length() && Character.isLetter(line.charAt(end))) {
            end++;
        }
        String first = block.substring(start, block.length() - 1).toLowerCase(Locale.ROOT);
        String second = line.substring(0, end).toLowerCase(Locale.ROOT);
        boolean soft = block.charAt(block.length() - 1) == '\u00AD';
        boolean joined = known.contains(first + second);
        boolean compound = known.contains(first + "-" + second);
        if (soft || joined || (!compound && !OF_COMPOUNDS.contains(first))) {
            block.setLength(block.length() - 1);
            notes.add(What.HYPHEN, place);
        }
        block.append(line);
    }

    private static boolean isDivided(CharSequence words) {
        int last = words.length() - 1;
        return last > 0 && HYPHENS.indexOf(words.charAt(last)) >= 0 && Character.isLetter(words.charAt(last - 1));
    }
}
