// A page of print: its lines in reading order.
package org.quoin.intake.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// @param height in points
record PdfPage(int index, float height, List<PdfLine> lines) {
    private static final float MARGIN = 0.15f;
    private static final int MOST_ROWS = 3;

    /// Lines nearer to each other than this stand beside one another, in points.
    private static final float BESIDE = 3f;

    PdfPage {
        lines = List.copyOf(lines);
    }

    /// The lines that may be a running head or foot by where they stand: those of the three outermost rows at
    /// either end.
    List<PdfLine> outermost() {
        List<PdfLine> byHeight = new ArrayList<>(lines);
        byHeight.sort(Comparator.comparingDouble(PdfLine::y));
        List<PdfLine> found = new ArrayList<>(outermost(byHeight));
        found.addAll(outermost(byHeight.reversed()));
        return found;
    }

    private List<PdfLine> outermost(List<PdfLine> inwards) {
        List<PdfLine> found = new ArrayList<>();
        int rows = 0;
        float last = Float.NEGATIVE_INFINITY;
        for (PdfLine line : inwards) {
            rows += Math.abs(line.y() - last) > BESIDE ? 1 : 0;
            last = line.y();
            if (rows > MOST_ROWS || Math.min(line.y(), height - line.y()) > height * MARGIN) {
                break;
            }
            found.add(line);
        }
        return found;
    }
}
