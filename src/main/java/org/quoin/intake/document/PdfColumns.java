// Dividing a page of print into columns and lines, in reading order.
package org.quoin.intake.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A gutter is a strip that most lines of the page leave free, with text on both sides. A line that crosses
/// every gutter (a title, a table over both columns) ends the columns above it and begins new ones below.
final class PdfColumns {
    private static final float LEAST_GUTTER = 7f;
    private static final float CELL = 2f;
    private static final float LEAST_COLUMN = 80f;
    private static final int LEAST_LINES = 4;
    private static final int MOST_GUTTERS = 2;

    private PdfColumns() {}

    /// @param page its number, from 0
    static List<PdfLine> lines(List<PdfGlyph> glyphs, int page) {
        List<List<PdfGlyph>> rows = rows(glyphs);
        List<Float> gutters = gutters(besideOneAnother(rows));
        if (gutters.isEmpty()) {
            List<PdfLine> lines = new ArrayList<>();
            rows.forEach(row -> lines.add(PdfLine.of(row, page, 0, 0)));
            return withMargins(lines);
        }
        List<PdfLine> ordered = new ArrayList<>();
        List<List<PdfLine>> columns = empty(gutters.size() + 1);
        for (List<PdfGlyph> row : rows) {
            List<List<PdfGlyph>> pieces = divided(row, gutters);
            if (pieces.isEmpty()) {
                flush(columns, ordered);
                ordered.add(
                        PdfLine.of(row, page, row.getFirst().x(), row.getLast().right()));
            } else {
                for (int i = 0; i < pieces.size(); i++) {
                    if (pieces.get(i).stream().anyMatch(glyph -> !glyph.isBlank())) {
                        columns.get(i).add(PdfLine.of(pieces.get(i), page, 0, 0));
                    }
                }
            }
        }
        flush(columns, ordered);
        return ordered;
    }

    private static List<List<PdfLine>> empty(int count) {
        List<List<PdfLine>> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            columns.add(new ArrayList<>());
        }
        return columns;
    }

    private static void flush(List<List<PdfLine>> columns, List<PdfLine> ordered) {
        for (List<PdfLine> column : columns) {
            ordered.addAll(withMargins(column));
            column.clear();
        }
    }

    /// Lines of one column from top to bottom, each told where its column begins and ends.
    private static List<PdfLine> withMargins(List<PdfLine> column) {
        float left = Float.POSITIVE_INFINITY;
        float right = Float.NEGATIVE_INFINITY;
        for (PdfLine line : column) {
            left = Math.min(left, line.x());
            right = Math.max(right, line.end());
        }
        List<PdfLine> lines = new ArrayList<>();
        for (PdfLine line : column) {
            lines.add(line.inColumn(left, right));
        }
        lines.sort(Comparator.comparingDouble(PdfLine::y));
        return lines;
    }

    /// Characters on one base line, from left to right; raised and lowered ones go with the line that they are
    /// nearest to. From top to bottom.
    private static List<List<PdfGlyph>> rows(List<PdfGlyph> glyphs) {
        List<PdfGlyph> bySize = new ArrayList<>(glyphs);
        bySize.sort(Comparator.comparing(PdfGlyph::size, Comparator.reverseOrder())
                .thenComparingDouble(PdfGlyph::y)
                .thenComparingDouble(PdfGlyph::x));
        var rows = new TreeMap<Float, List<PdfGlyph>>();
        for (PdfGlyph glyph : bySize) {
            if (glyph.isBlank()) {
                continue;
            }
            var above = rows.floorEntry(glyph.y());
            var below = rows.ceilingEntry(glyph.y());
            var nearest = above == null || (below != null && below.getKey() - glyph.y() < glyph.y() - above.getKey())
                    ? below
                    : above;
            // A raised character is smaller than its line, whose own size decides how far away it may stand.
            if (nearest != null
                    && Math.abs(nearest.getKey() - glyph.y())
                            <= 0.45f * nearest.getValue().getFirst().size()) {
                nearest.getValue().add(glyph);
            } else {
                rows.put(glyph.y(), new ArrayList<>(List.of(glyph)));
            }
        }
        rows.values().forEach(row -> row.sort(Comparator.comparingDouble(PdfGlyph::x)));
        return List.copyOf(rows.values());
    }

    /// The same rows, those of two columns whose base lines differ put together as one.
    private static List<List<PdfGlyph>> besideOneAnother(List<List<PdfGlyph>> rows) {
        List<List<PdfGlyph>> joined = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<PdfGlyph> row = rows.get(i);
            if (i + 1 < rows.size() && isBeside(row, rows.get(i + 1))) {
                List<PdfGlyph> both = new ArrayList<>(row);
                both.addAll(rows.get(++i));
                both.sort(Comparator.comparingDouble(PdfGlyph::x));
                joined.add(both);
            } else {
                joined.add(row);
            }
        }
        return joined;
    }

    private static boolean isBeside(List<PdfGlyph> row, List<PdfGlyph> below) {
        float apart = Math.max(
                below.getFirst().x() - row.getLast().right(),
                row.getFirst().x() - below.getLast().right());
        return apart >= LEAST_GUTTER
                && below.getFirst().y() - row.getFirst().y() < row.getFirst().size();
    }

    /// The middles of the gutters, from left to right; at most two.
    private static List<Float> gutters(List<List<PdfGlyph>> rows) {
        float left = Float.POSITIVE_INFINITY;
        float right = Float.NEGATIVE_INFINITY;
        for (List<PdfGlyph> row : rows) {
            left = Math.min(left, row.getFirst().x());
            for (PdfGlyph glyph : row) {
                right = Math.max(right, glyph.right());
            }
        }
        int cells = (int) Math.min(2000, Math.max(0, (right - left) / CELL));
        if (cells < 20 || rows.size() < LEAST_LINES) {
            return List.of();
        }
        int[] parted = new int[cells];
        for (List<PdfGlyph> row : rows) {
            float end = row.getFirst().right();
            for (PdfGlyph glyph : row) {
                if (glyph.x() - end >= LEAST_GUTTER) {
                    int to = Math.min(cells - 1, (int) ((glyph.x() - left) / CELL) - 1);
                    for (int i = (int) ((end - left) / CELL) + 1; i <= to; i++) {
                        parted[i]++;
                    }
                }
                end = Math.max(end, glyph.right());
            }
        }
        Map<Float, Integer> candidates = new TreeMap<>();
        // Lines on either side alone (the last of a column) count for no side, so a third of all is enough.
        int enough = Math.max(LEAST_LINES, rows.size() * 3 / 10);
        int i = cells / 6;
        while (i < cells * 5 / 6) {
            if (parted[i] < enough) {
                i++;
                continue;
            }
            int from = i;
            int most = 0;
            while (i < cells && parted[i] >= enough) {
                most = Math.max(most, parted[i++]);
            }
            int sum = 0;
            int weight = 0;
            for (int k = from; k < i; k++) {
                if (parted[k] == most) {
                    sum += k;
                    weight++;
                }
            }
            float middle = left + (sum / (float) weight + 0.5f) * CELL;
            if (isBetweenText(rows, middle)) {
                candidates.put(middle, most);
            }
        }
        return bestOf(candidates);
    }

    /// The strip that most lines leave free, and another that nearly as many do; in justified text words may be
    /// parted at the same place in a few lines by chance.
    private static List<Float> bestOf(Map<Float, Integer> candidates) {
        int most =
                candidates.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<Float> best = new ArrayList<>();
        candidates.forEach((middle, parted) -> {
            if (parted * 4 >= most * 3
                    && best.size() < MOST_GUTTERS
                    && (best.isEmpty() || middle - best.getLast() > LEAST_COLUMN)) {
                best.add(middle);
            }
        });
        return best;
    }

    /// Whether running text stands on both sides: cells of a table are short, lines of a column fill it, and
    /// most lines of the right one begin at its edge, as words that happen to be parted there do not.
    private static boolean isBetweenText(List<List<PdfGlyph>> rows, float middle) {
        int left = 0;
        int right = 0;
        int parted = 0;
        Map<Integer, Integer> edges = new HashMap<>();
        for (List<PdfGlyph> row : rows) {
            List<PdfGlyph> after =
                    row.stream().filter(glyph -> glyph.x() >= middle).toList();
            List<PdfGlyph> before =
                    row.stream().filter(glyph -> glyph.right() <= middle).toList();
            if (before.size() + after.size() == row.size()
                    && !before.isEmpty()
                    && !after.isEmpty()
                    && after.getFirst().x() - before.getLast().right() >= LEAST_GUTTER) {
                parted++;
                left += before.size() >= 20 ? 1 : 0;
                right += after.size() >= 20 ? 1 : 0;
                edges.merge(Math.round(after.getFirst().x() / 3), 1, Integer::sum);
            }
        }
        int atEdge = edges.entrySet().stream()
                .mapToInt(edge -> edge.getValue() + edges.getOrDefault(edge.getKey() + 1, 0))
                .max()
                .orElse(0);
        return left * 2 >= parted && right * 2 >= parted && atEdge * 2 >= parted;
    }

    /// The row's part in each column; empty when it crosses a gutter.
    private static List<List<PdfGlyph>> divided(List<PdfGlyph> row, List<Float> gutters) {
        List<List<PdfGlyph>> pieces = new ArrayList<>();
        for (int i = 0; i <= gutters.size(); i++) {
            pieces.add(new ArrayList<>());
        }
        for (PdfGlyph glyph : row) {
            int column = 0;
            while (column < gutters.size() && glyph.x() >= gutters.get(column)) {
                column++;
            }
            pieces.get(column).add(glyph);
        }
        for (int i = 0; i < gutters.size(); i++) {
            if (!pieces.get(i).isEmpty() && !pieces.get(i + 1).isEmpty()) {
                float end = (float) pieces.get(i).stream()
                        .mapToDouble(PdfGlyph::right)
                        .max()
                        .orElse(0);
                if (pieces.get(i + 1).getFirst().x() - end < LEAST_GUTTER - 1) {
                    return List.of();
                }
            }
            if (!pieces.get(i).isEmpty() && pieces.get(i).getLast().right() > gutters.get(i) + CELL) {
                return List.of();
            }
        }
        return pieces;
    }
}
