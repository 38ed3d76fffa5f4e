// Tells the headings of a PDF from its running text by how they are printed.
package org.quoin.intake.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

final class PdfHeadings {
    /// `2.1 Setting`: number and words.
    static final Pattern NUMBERED =
            Pattern.compile("(\\d{1,2}(?:\\.\\d{1,2}){0,3}\\.?)\\s+(\\p{Lu}.*)", Pattern.DOTALL);

    private static final int LONGEST = 150;
    private static final int MOST_LINES = 4;
    private static final int MOST_LINES_OF_TITLE = 9;
    private static final float LARGER = 0.9f;
    private static final float TITLE_LARGER = 2.5f;

    /// How headings of one level are printed.
    private record Style(float size, boolean bold) {}

    private final float bodySize;
    private final boolean bodyBold;
    private final Map<Float, Float> leadings = new HashMap<>();
    private final List<Style> levels;
    private final float titleSize;

    PdfHeadings(List<PdfPage> pages) {
        Map<Style, Integer> characters = new HashMap<>();
        Map<Float, List<Float>> gaps = new HashMap<>();
        for (PdfPage page : pages) {
            @Nullable PdfLine last = null;
            for (PdfLine line : page.lines()) {
                characters.merge(
                        new Style(line.size(), line.bold()), line.words().length(), Integer::sum);
                if (last != null && last.size() == line.size() && line.y() > last.y()) {
                    gaps.computeIfAbsent(line.size(), size -> new ArrayList<>()).add(line.y() - last.y());
                }
                last = line;
            }
        }
        Style body = characters.entrySet().stream()
                .max(Map.Entry.<Style, Integer>comparingByValue()
                        .thenComparingDouble(entry -> entry.getKey().size()))
                .map(Map.Entry::getKey)
                .orElse(new Style(10, false));
        bodySize = body.size();
        bodyBold = body.bold();
        gaps.forEach((size, all) -> {
            all.sort(Comparator.naturalOrder());
            leadings.put(size, all.get(all.size() / 2));
        });
        titleSize = pages.isEmpty()
                ? 0
                : (float) pages.getFirst().lines().stream()
                        .filter(line -> line.y() < pages.getFirst().height() * 0.6f
                                && line.words().length() > 3)
                        .mapToDouble(PdfLine::size)
                        .max()
                        .orElse(0);
        var styles = new TreeMap<Style, Boolean>(
                Comparator.comparing(Style::size, Comparator.reverseOrder()).thenComparing(style -> !style.bold()));
        for (PdfPage page : pages) {
            for (PdfLine line : page.lines()) {
                if (standsOut(line) && !isTitle(line) && looksLikeOne(line.words())) {
                    styles.put(new Style(line.size(), line.bold()), true);
                }
            }
        }
        levels = List.copyOf(styles.keySet());
    }

    float bodySize() {
        return bodySize;
    }

    /// From base line to base line in text of a line's size, in points.
    float leading(PdfLine line) {
        return leadings.getOrDefault(line.size(), 1.2f * line.size());
    }

    /// How many lines from here on are one heading; 0 where none begins.
    ///
    /// @param last the line before in the same paragraph, if there is one
    int linesOfHeading(List<PdfLine> lines, int from, @Nullable PdfLine last) {
        PdfLine first = lines.get(from);
        boolean known = PartKind.ofHeading(first.words()) != PartKind.SECTION
                || !Role.ofHeading(first.words()).isEmpty();
        boolean alone =
                last == null || first.page() != last.page() || Math.abs(first.y() - last.y()) > leading(first) * 1.2f;
        if (!standsOut(first) && !(known && alone && first.words().length() < 40)) {
            return 0;
        }
        int to = from + 1;
        while (to < lines.size() && continues(lines.get(to - 1), lines.get(to))) {
            to++;
        }
        StringBuilder words = new StringBuilder();
        lines.subList(from, to).forEach(line -> words.append(line.words()).append(' '));
        return to - from <= (isTitle(first) ? MOST_LINES_OF_TITLE : MOST_LINES)
                        && (isTitle(first) || looksLikeOne(words.toString().strip()))
                ? to - from
                : 0;
    }

    /// 0 for the title, 1 for the highest heading.
    int level(PdfLine first) {
        if (isTitle(first)) {
            return 0;
        }
        Matcher numbered = NUMBERED.matcher(first.words());
        if (numbered.matches()) {
            return numbered.group(1).replaceAll("\\.$", "").split("\\.", -1).length;
        }
        int rank = levels.indexOf(new Style(first.size(), first.bold()));
        return rank < 0 ? levels.size() + 1 : rank + 1;
    }

    private boolean isTitle(PdfLine line) {
        return line.page() == 0 && line.size() == titleSize && titleSize >= bodySize + TITLE_LARGER;
    }

    private boolean standsOut(PdfLine line) {
        return line.size() >= bodySize + LARGER || (line.bold() && !bodyBold && line.size() >= bodySize - LARGER);
    }

    private static boolean looksLikeOne(String words) {
        char last = words.charAt(words.length() - 1);
        return words.length() <= LONGEST
                && ".,;".indexOf(last) < 0
                && words.indexOf('\t') < 0
                && words.codePoints().filter(Character::isLetter).count() >= 3;
    }

    private boolean continues(PdfLine line, PdfLine next) {
        return next.page() == line.page()
                && next.size() == line.size()
                && next.bold() == line.bold()
                && standsOut(next)
                && next.y() > line.y()
                && next.y() - line.y() < 1.7f * line.size()
                && !NUMBERED.matcher(next.words()).matches();
    }
}
