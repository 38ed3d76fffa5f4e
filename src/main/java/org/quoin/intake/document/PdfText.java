// Makes paragraphs, headings, quotes and tables of the lines of a PDF.
package org.quoin.intake.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.document.Note.What;

/// All of this is judged by form, because a PDF says nothing else: a larger or bolder short line is a heading,
/// lines set in from the margin are a quote, lines with wide gaps are a table.
final class PdfText {
    private static final Pattern CAPTION =
            Pattern.compile("(?:Table|Figure|Fig\\.?|Box|TABLE|FIGURE)\\s+[A-Z]?\\d+(?:[.:|]|\\s).*", Pattern.DOTALL);
    private static final Pattern BULLET = Pattern.compile("[•▪●◦‣·–*-]\\s+\\S.*", Pattern.DOTALL);
    private static final Pattern REFERENCE_NUMBER =
            Pattern.compile("(?:\\[\\d{1,3}]|\\d{1,3}[.)])\\s.*", Pattern.DOTALL);
    private static final Pattern FOOTNOTE_MARK = Pattern.compile("(?:[*†‡§¶]|\\d{1,2}\\s?\\p{L}).*", Pattern.DOTALL);
    private static final Pattern OPENS_SPEECH = Pattern.compile("[\"“‘'«„].*", Pattern.DOTALL);
    private static final float SET_IN = 7f;

    private final TextBuilder text;
    private final Notes notes;
    private final PdfHeadings headings;
    private final PdfHyphens hyphens;
    private final Outline outline;
    private final int[] pageStarts;
    private final List<PdfLine> paragraph = new ArrayList<>();
    private final List<PdfLine> table = new ArrayList<>();
    private final List<List<PdfLine>> footnotes = new ArrayList<>();
    private boolean inReferences;
    private @Nullable String title;

    PdfText(TextBuilder text, Notes notes, List<PdfPage> pages, int pageCount) {
        this.text = text;
        this.notes = notes;
        this.headings = new PdfHeadings(pages);
        this.hyphens = new PdfHyphens(pages, notes);
        this.outline = new Outline(text);
        this.pageStarts = new int[pageCount];
        Arrays.fill(pageStarts, -1);
    }

    /// What is printed as the title; null where nothing is.
    @Nullable
    String title() {
        return title;
    }

    /// For each page the code point its words begin at; -1 for a page without.
    int[] pageStarts() {
        return pageStarts.clone();
    }

    void read(List<PdfPage> pages) {
        for (PdfPage page : pages) {
            List<PdfLine> lines = new ArrayList<>(page.lines());
            takeFootnotes(page, lines);
            for (int i = 0; i < lines.size(); ) {
                i += take(lines, i);
            }
        }
        endBlocks();
        outline.close();
    }

    /// How many lines it used up.
    private int take(List<PdfLine> lines, int i) {
        int headingLines = headings.linesOfHeading(lines, i, paragraph.isEmpty() ? null : paragraph.getLast());
        if (headingLines > 0) {
            endBlocks();
            heading(lines.subList(i, i + headingLines));
            return headingLines;
        }
        PdfLine line = lines.get(i);
        boolean row = line.hasCells()
                && (!table.isEmpty()
                        || (i + 1 < lines.size() && lines.get(i + 1).hasCells()))
                && !inReferences;
        if (row) {
            endParagraph();
            table.add(line);
        } else {
            endTable();
            if (!paragraph.isEmpty() && startsParagraph(paragraph.getLast(), line)) {
                endParagraph();
            }
            paragraph.add(line);
        }
        return 1;
    }

    private void heading(List<PdfLine> lines) {
        StringBuilder words = new StringBuilder();
        lines.forEach(line -> hyphens.append(words, line.plain(), ""));
        int level = headings.level(lines.getFirst());
        if (level == 0 && title == null) {
            title = Words.collapsed(words);
            text.block(PartKind.TITLE, title);
            markPage(lines.getFirst().page(), text.length() - title.codePointCount(0, title.length()));
            return;
        }
        Matcher numbered = PdfHeadings.NUMBERED.matcher(words);
        String label = numbered.matches() ? numbered.group(1) : "";
        String rest = Words.collapsed(numbered.matches() ? numbered.group(2) : words);
        int before = text.length();
        outline.heading(Math.max(1, level), label, rest);
        inReferences = PartKind.ofHeading(rest) == PartKind.REFERENCES;
        markPage(lines.getFirst().page(), before == 0 ? 0 : before + 2);
    }

    /// Whether a line begins another paragraph than the line before it.
    private boolean startsParagraph(PdfLine last, PdfLine line) {
        boolean sameColumn =
                last.page() == line.page() && Math.abs(last.left() - line.left()) < SET_IN && line.y() > last.y();
        String words = line.words();
        if (inReferences) {
            return REFERENCE_NUMBER.matcher(words).matches()
                    || (sameColumn
                            && line.x() < line.left() + 2
                            && paragraph.stream().anyMatch(other -> other.x() > other.left() + 5));
        }
        if (Math.abs(last.size() - line.size()) > 0.7f
                || BULLET.matcher(words).matches()
                || last.bold() != line.bold()) {
            return true;
        }
        if (!sameColumn) {
            return endsSentence(last.words());
        }
        boolean lineSetIn = line.x() > line.left() + SET_IN;
        boolean lastSetIn = last.x() > last.left() + SET_IN;
        boolean endedEarly = last.end() < last.right() - 0.12f * (last.right() - last.left());
        return line.y() - last.y() > 1.4f * headings.leading(line)
                || (lineSetIn && !lastSetIn)
                || (lastSetIn && !lineSetIn && paragraph.size() > 1)
                || (endedEarly && endsSentence(last.words()));
    }

    private static boolean endsSentence(String words) {
        int end = words.length();
        while (end > 1 && "\"”’'»)]".indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        return ".!?:".indexOf(words.charAt(end - 1)) >= 0;
    }

    private void endBlocks() {
        endParagraph();
        endTable();
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            block(kind(paragraph), paragraph);
            paragraph.clear();
            footnotes.forEach(lines -> block(PartKind.FOOTNOTE, lines));
            footnotes.clear();
        }
    }

    private PartKind kind(List<PdfLine> lines) {
        String first = lines.getFirst().words();
        if (inReferences) {
            return PartKind.REFERENCE;
        }
        if (CAPTION.matcher(first).matches()) {
            if (first.startsWith("F")) {
                notes.add(What.FIGURE, first);
            }
            return PartKind.CAPTION;
        }
        if (BULLET.matcher(first).matches()) {
            return PartKind.LIST_ITEM;
        }
        boolean setIn = lines.stream().allMatch(line -> line.x() > line.left() + SET_IN && line.right() > line.left());
        return setIn && (lines.size() > 1 || OPENS_SPEECH.matcher(first).matches())
                ? PartKind.BLOCK_QUOTE
                : PartKind.PARAGRAPH;
    }

    private void block(PartKind kind, List<PdfLine> lines) {
        StringBuilder words = new StringBuilder();
        List<int[]> breaks = new ArrayList<>();
        int page = -1;
        for (PdfLine line : lines) {
            int before = words.length();
            hyphens.append(words, Words.collapsed(line.plain()), text.place());
            if (line.page() != page) {
                page = line.page();
                boolean spaced = before > 0 && before < words.length() && words.charAt(before) == ' ';
                breaks.add(new int[] {page, Math.min(words.length(), spaced ? before + 1 : before)});
            }
        }
        text.block(kind, words.toString());
        int start = text.length() - TextBuilder.lengthOf(words.toString());
        for (int[] each : breaks) {
            markPage(each[0], start + TextBuilder.lengthOf(words.substring(0, each[1])));
        }
    }

    private void endTable() {
        if (!table.isEmpty()) {
            text.open(PartKind.TABLE);
            for (PdfLine line : table) {
                text.line(line.words());
                markPage(line.page(), text.length() - TextBuilder.lengthOf(line.words()));
            }
            text.close();
            table.clear();
        }
    }

    private void markPage(int page, int codePoint) {
        if (pageStarts[page] < 0) {
            pageStarts[page] = codePoint;
        }
    }

    /// Small print that ends a column and begins with a mark: it is put behind the paragraph that the page ends
    /// in.
    private void takeFootnotes(PdfPage page, List<PdfLine> lines) {
        if (inReferences) {
            return;
        }
        for (int i = lines.size() - 1; i >= 0; i--) {
            PdfLine line = lines.get(i);
            boolean endsColumn = i == lines.size() - 1 || lines.get(i + 1).y() < line.y();
            int from = i;
            while (endsColumn
                    && from >= 0
                    && lines.get(from).size() <= headings.bodySize() - 0.9f
                    && lines.get(from).y() > page.height() * 0.6f
                    && lines.get(from).y() <= line.y()) {
                from--;
            }
            if (from < i && FOOTNOTE_MARK.matcher(lines.get(from + 1).words()).matches()) {
                List<PdfLine> taken = lines.subList(from + 1, i + 1);
                footnotes.add(List.copyOf(taken));
                taken.clear();
                i = from + 1;
            }
        }
    }
}
