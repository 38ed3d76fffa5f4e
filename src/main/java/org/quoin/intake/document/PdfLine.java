// A line of print: what stands on one base line in one column.
package org.quoin.intake.document;

import java.util.List;

/// @param words with spaces where print has them, and a TAB where a gap is as wide as between cells
/// @param y of its base line, in points from the top of the page
/// @param size of most of its characters, in points
/// @param left of its column
/// @param right of its column
record PdfLine(String words, int page, float x, float end, float y, float size, boolean bold, float left, float right) {
    private static final float CELL_GAP = 1.6f;

    /// @param glyphs from left to right, at least one of them not blank
    static PdfLine of(List<PdfGlyph> glyphs, int page, float left, float right) {
        StringBuilder words = new StringBuilder();
        double sizes = 0;
        int bold = 0;
        int count = 0;
        float end = Float.NEGATIVE_INFINITY;
        float x = Float.POSITIVE_INFINITY;
        float y = 0;
        float largest = 0;
        for (PdfGlyph glyph : glyphs) {
            if (glyph.isBlank()) {
                if (!words.isEmpty() && !Character.isWhitespace(words.charAt(words.length() - 1))) {
                    words.append(' ');
                }
                continue;
            }
            if (count > 0) {
                float gap = glyph.x() - end;
                float space = glyph.space() > 0 ? glyph.space() : glyph.size() * 0.25f;
                boolean parted = Character.isWhitespace(words.charAt(words.length() - 1));
                if (gap > CELL_GAP * glyph.size()) {
                    words.setLength(parted ? words.length() - 1 : words.length());
                    words.append('\t');
                } else if (!parted && gap > Math.min(space * 0.5f, glyph.size() * 0.3f)) {
                    words.append(' ');
                }
            }
            words.append(glyph.words());
            x = Math.min(x, glyph.x());
            end = Math.max(end, glyph.right());
            sizes += glyph.size();
            bold += glyph.bold() ? 1 : 0;
            count++;
            if (glyph.size() > largest) {
                largest = glyph.size();
                y = glyph.y();
            }
        }
        return new PdfLine(
                words.toString().strip(),
                page,
                x,
                end,
                y,
                (float) (Math.round(sizes / count * 2) / 2.0),
                bold * 10 >= count * 9,
                left,
                right);
    }

    boolean hasCells() {
        return words.indexOf('\t') >= 0;
    }

    /// Its words without cells.
    String plain() {
        return words.replace('\t', ' ');
    }

    PdfLine inColumn(float newLeft, float newRight) {
        return new PdfLine(words, page, x, end, y, size, bold, newLeft, newRight);
    }
}
