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
    private final boolean dividesWords;

    PdfHyphens(List<PdfPage> pages, Notes notes) {
        this.notes = notes;
        boolean divided = false;
        for (PdfPage page : pages) {
            for (PdfLine line : page.lines()) {
                String words = line.plain();
                // The last word may be half of one, and then the first of the next line is the other half.
                int start = divided ? firstWord(words).length() : 0;
                divided = isDivided(words);
                int end = divided ? words.length() - 1 - lastWord(words).length() : words.length();
                WORD.matcher(words.substring(start, Math.max(start, end)))
                        .results()
                        .forEach(word ->
                                known.add(word.group().toLowerCase(Locale.ROOT).replace('\u2010', '-')));
            }
        }
        dividesWords = pages.stream().anyMatch(this::dividesKnownWord);
    }

    private boolean dividesKnownWord(PdfPage page) {
        for (int i = 0; i + 1 < page.lines().size(); i++) {
            String line = page.lines().get(i).plain();
            if (isDivided(line)
                    && known.contains(
                            lastWord(line) + firstWord(page.lines().get(i + 1).plain()))) {
                return true;
            }
        }
        return false;
    }

    /// In lower case, without the hyphen that follows it.
    private static String lastWord(CharSequence words) {
        int start = words.length() - 1;
        while (start > 0
                && (Character.isLetter(words.charAt(start - 1)) || HYPHENS.indexOf(words.charAt(start - 1)) >= 0)) {
            start--;
        }
        return words.subSequence(start, words.length() - 1).toString().toLowerCase(Locale.ROOT);
    }

    /// In lower case.
    private static String firstWord(String words) {
        int end = 0;
        while (end < words.length() && Character.isLetter(words.charAt(end))) {
            end++;
        }
        return words.substring(0, end).toLowerCase(Locale.ROOT);
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
        String first = lastWord(block);
        String second = firstWord(line);
        boolean compound = known.contains(first + "-" + second)
                || (known.contains(first) && known.contains(second))
                || OF_COMPOUNDS.contains(first)
                || !dividesWords;
        if (block.charAt(block.length() - 1) == '\u00AD' || known.contains(first + second) || !compound) {
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
