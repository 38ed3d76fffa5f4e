// A character on a page.
package org.quoin.intake.document;

/// @param words usually one character; several for a ligature
/// @param x left edge in points from the left
/// @param right right edge
/// @param y base line in points from the top
/// @param size of its font in points
/// @param space width of a space in its font, or 0
record PdfGlyph(String words, float x, float right, float y, float size, float space, boolean bold) {
    boolean isBlank() {
        return words.isBlank();
    }
}
