// A page of print: its lines in reading order.
package org.quoin.intake.document;

import java.util.ArrayList;
import java.util.Collections;
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

    /// The lines that may be a running head or foot by where they stand: the outermost rows at either end,
    /// three at most, as far as they are set apart from the text by more than its leading.
    List<PdfLine> outermost() {
        List<PdfLine> byHeight = new ArrayList<>(lines);
        byHeight.sort(Comparator.comparingDouble(PdfLine::y));
        float leading = leading();
        List<PdfLine> found = new ArrayList<>(outermost(byHeight, leading, height * MARGIN));
        Collections.reverse(byHeight);
        found.addAll(outermost(byHeight, leading, height * MARGIN));
        return found;
    }

    private List<PdfLine> outermost(List<PdfLine> inwards, float leading, float reach) {
        int rows = 0;
        int taken = 0;
        for (int i = 0; i < inwards.size() && rows < MOST_ROWS; i++) {
            PdfLine line = inwards.get(i);
            if (Math.min(line.y(), height - line.y()) > reach) {
                break;
            }
            float gap = i + 1 < inwards.size() ? Math.abs(inwards.get(i + 1).y() - line.y()) : Float.MAX_VALUE;
            if (gap > BESIDE) {
                rows++;
            }
            if (gap > Math.max(BESIDE, leading * 1.1f)) {
                taken = i + 1;
            }
        }
        return List.copyOf(inwards.subList(0, taken));
    }

    /// The usual distance of lines in a column, in points.
    private float leading() {
        List<Float> gaps = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            float gap = lines.get(i).y() - lines.get(i - 1).y();
            if (gap > BESIDE) {
                gaps.add(gap);
            }
        }
        gaps.sort(Comparator.naturalOrder());
        return gaps.isEmpty() ? 0 : gaps.get(gaps.size() / 2);
    }
}
