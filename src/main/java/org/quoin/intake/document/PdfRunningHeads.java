// Takes the lines that are repeated on page after page, and the page numbers, out of the text.
package org.quoin.intake.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.quoin.intake.document.Note.What;

final class PdfRunningHeads {
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern NUMBER_ALONE = Pattern.compile(
            "(?:page|p\\.)?[\\s–-]*(\\d{1,5})(?:\\s*(?:of|/)\\s*\\d{1,5})?[\\s–-]*", Pattern.CASE_INSENSITIVE);

    /// In points.
    private static final float SAME_HEIGHT = 8;

    private final List<PdfPage> pages;
    private final Map<Integer, String> labels = new HashMap<>();

    private PdfRunningHeads(List<PdfPage> pages) {
        this.pages = pages;
    }

    static PdfRunningHeads removedFrom(List<PdfPage> pages, Notes notes) {
        Map<String, Set<Integer>> seen = new HashMap<>();
        for (PdfPage page : pages) {
            for (PdfLine line : page.outermost()) {
                seen.computeIfAbsent(key(line), key -> new HashSet<>()).add(page.index());
            }
        }
        // Heads of left and right pages differ, so each stands on half of the pages at most.
        int enough = pages.size() <= 4 ? 2 : Math.max(3, pages.size() / 4);
        List<PdfPage> kept = new ArrayList<>();
        Map<Integer, Integer> offsets = new HashMap<>();
        for (PdfPage page : pages) {
            List<PdfLine> lines = new ArrayList<>();
            Set<PdfLine> outermost = new HashSet<>(page.outermost());
            for (PdfLine line : page.lines()) {
                if (outermost.contains(line)
                        && seen.getOrDefault(key(line), Set.of()).size() >= enough) {
                    boolean number = NUMBER_ALONE.matcher(line.plain()).matches();
                    notes.add(number ? What.PAGE_NUMBER : What.RUNNING_HEAD, number ? "" : line.plain());
                    DIGITS.matcher(line.plain())
                            .results()
                            .map(digits -> digits.group())
                            .filter(digits -> digits.length() <= 5)
                            .map(Integer::parseInt)
                            .map(value -> value - page.index())
                            .distinct()
                            .forEach(offset -> offsets.merge(offset, 1, Integer::sum));
                } else {
                    lines.add(line);
                }
            }
            kept.add(new PdfPage(page.index(), page.height(), lines));
        }
        var heads = new PdfRunningHeads(kept);
        offsets.entrySet().stream()
                .filter(offset -> offset.getValue() >= 2 && offset.getValue() * 5 >= pages.size() * 3)
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .ifPresent(offset -> pages.stream()
                        .filter(page -> page.index() + offset.getKey() > 0)
                        .forEach(page ->
                                heads.labels.put(page.index(), Integer.toString(page.index() + offset.getKey()))));
        return heads;
    }

    List<PdfPage> pages() {
        return pages;
    }

    /// The number printed on a page where the pages are numbered in order, otherwise its place from 1.
    String label(int page) {
        return labels.getOrDefault(page, Integer.toString(page + 1));
    }

    /// Numbers differ from page to page; what stands around them does not, nor does the place.
    private static String key(PdfLine line) {
        return Math.round(line.y() / SAME_HEIGHT) + " "
                + DIGITS.matcher(Words.collapsed(line.plain()).toLowerCase(Locale.ROOT))
                        .replaceAll("#");
    }
}
