// Draws a matrix as an evidence map: bubbles of studies, by two axes, as SVG.
package org.quoin.app.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.quoin.synthesis.Cell;
import org.quoin.synthesis.Matrix;
import org.quoin.synthesis.Matrix.Heading;

/// The area of a bubble is the number of studies. Which way its evidence points is said by its colour, by its
/// shape and in words, so that nobody depends on the colour. Lengths are in CSS pixels.
public final class EvidenceMap {
    private static final int MARGIN = 16;
    private static final int LABELS = 210;
    private static final int LEGEND = 96;
    private static final int LINE = 15;
    private static final int FEW = 12;
    /// As many characters as fit into a label; letters of the pages' fonts are at most this wide on average.
    private static final double CHARACTER = 6.7;

    /// A bubble of fewer pixels across could not be seen; with very many studies the smallest are drawn larger
    /// than their area.
    private static final double SMALLEST = 4;

    private static final String STYLE = """
            <style>
            svg.map { --ground: #fbfaf7; --ink: #22272b; --quiet: #596168; --rule: #dedbd2; --on: #fff;
              --helps: #17694a; --hinders: #a5372a; --mixed: #5d4a9c; --none: #4f5861; background: var(--ground); }
            @media (prefers-color-scheme: dark) { svg.map { --ground: #14191d; --ink: #d8dcde; --quiet: #a3acb3;
              --rule: #333d45; --on: #14191d; --helps: #77d0a5; --hinders: #f29b8e; --mixed: #bbaef0; --none: #b0bac2; } }
            svg.map text { fill: var(--ink); font-family: system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
            svg.map .rule { stroke: var(--rule); } svg.map .quiet { fill: var(--quiet); }
            svg.map .helps { fill: var(--helps); } svg.map .hinders { fill: var(--hinders); }
            svg.map .mixed { fill: var(--mixed); }
            svg.map .none { fill: var(--ground); stroke: var(--none); stroke-width: 2; }
            svg.map text.on { fill: var(--on); } svg.map .area { fill: transparent; }
            svg.map .gap { stroke: var(--quiet); stroke-width: 1.5; }
            </style>
            """;

    private final Matrix matrix;
    private final String title;
    private final BiFunction<Heading, Heading, String> links;
    private final int columnWidth;
    private final int rowHeight;
    private final double largest;
    private final int most;
    private final List<List<String>> rowLabels = new ArrayList<>();
    private final List<List<String>> columnLabels = new ArrayList<>();
    private final StringBuilder svg = new StringBuilder();

    private EvidenceMap(Matrix matrix, String title, BiFunction<Heading, Heading, String> links) {
        this.matrix = matrix;
        this.title = title;
        this.links = links;
        columnWidth = matrix.columns().size() <= FEW ? 98 : 84;
        rowHeight = matrix.rows().size() <= FEW ? 62 : 48;
        largest = Math.min(columnWidth, rowHeight) / 2.0 - 6;
        most = Math.max(1, matrix.mostStudies());
        matrix.rows().forEach(row -> rowLabels.add(wrapped(row.label(), LABELS - 12)));
        matrix.columns().forEach(column -> columnLabels.add(wrapped(column.label(), columnWidth - 8)));
    }

    /// @param title of the picture
    /// @param links where the bubble of a row and a column leads
    /// @param alone whether the picture brings its own colours, for a file; a page gives it the page's
    public static String draw(Matrix matrix, String title, BiFunction<Heading, Heading, String> links, boolean alone) {
        return new EvidenceMap(matrix, title, links).draw(alone);
    }

    private String draw(boolean alone) {
        int linesAbove = columnLabels.stream().mapToInt(List::size).max().orElse(1);
        int top = MARGIN + linesAbove * LINE + 10;
        int width = Math.max(MARGIN + LABELS + matrix.columns().size() * columnWidth + MARGIN, 660);
        var tops = new ArrayList<Integer>();
        int y = top;
        for (List<String> label : rowLabels) {
            tops.add(y);
            y += Math.max(rowHeight, label.size() * LINE + 10);
        }
        tops.add(y);
        add("<svg class=\"map\"%s viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\" role=\"group\""
                .formatted(alone ? " xmlns=\"http://www.w3.org/2000/svg\"" : "", width, y + LEGEND, width, y + LEGEND));
        add(" aria-labelledby=\"map-title\" aria-describedby=\"map-desc\" font-size=\"13\">\n");
        add("<title id=\"map-title\">%s</title>\n<desc id=\"map-desc\">%s</desc>\n"
                .formatted(escape(title), escape(summary())));
        if (alone) {
            svg.append(STYLE);
        }
        grid(top, tops);
        for (int row = 0; row < matrix.rows().size(); row++) {
            for (int column = 0; column < matrix.columns().size(); column++) {
                place(row, column, tops.get(row), tops.get(row + 1) - tops.get(row));
            }
        }
        legend(y + 26);
        return svg.append("</svg>\n").toString();
    }

    private String summary() {
        return "Bubbles at %d rows (%s) and %d columns (%s). The larger a bubble, the more studies; the table below says the same."
                .formatted(
                        matrix.rows().size(),
                        matrix.request().rows().axis(),
                        matrix.columns().size(),
                        matrix.request().columns().axis());
    }

    private void grid(int top, List<Integer> tops) {
        int right = MARGIN + LABELS + matrix.columns().size() * columnWidth;
        add("<g aria-hidden=\"true\">\n");
        for (int line : tops) {
            add("<path class=\"rule\" d=\"M%s %sH%s\"/>\n".formatted(MARGIN, line, right));
        }
        for (int column = 0; column <= matrix.columns().size(); column++) {
            add("<path class=\"rule\" d=\"M%s %sV%s\"/>\n".formatted(left(column), top, tops.getLast()));
        }
        for (int column = 0; column < columnLabels.size(); column++) {
            List<String> lines = columnLabels.get(column);
            text(lines, left(column) + columnWidth / 2.0, top - 9 - (lines.size() - 1) * LINE, "middle");
        }
        for (int row = 0; row < rowLabels.size(); row++) {
            List<String> lines = rowLabels.get(row);
            double middle = (tops.get(row) + tops.get(row + 1)) / 2.0;
            text(lines, MARGIN, middle + 4 - (lines.size() - 1) * LINE / 2.0, "start");
        }
        add("</g>\n");
    }

    private int left(int column) {
        return MARGIN + LABELS + column * columnWidth;
    }

    private void text(List<String> lines, double x, double y, String anchor) {
        for (int i = 0; i < lines.size(); i++) {
            add("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
                    .formatted(number(x), number(y + i * LINE), anchor, escape(lines.get(i))));
        }
    }

    private void place(int row, int column, int top, int height) {
        Cell cell = matrix.cells().get(row).get(column);
        double x = left(column) + columnWidth / 2.0;
        double y = top + height / 2.0;
        if (!cell.state().hasEvidence()) {
            gap(cell, row, column, x, y);
            return;
        }
        String name = matrix.rows().get(row).label() + ", "
                + matrix.columns().get(column).label() + ": " + cell.inWords();
        add("<a href=\"%s\" aria-label=\"%s\"><title>%s</title>"
                .formatted(
                        escape(links.apply(
                                matrix.rows().get(row), matrix.columns().get(column))),
                        escape(name),
                        escape(name)));
        add("<rect class=\"area\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                .formatted(left(column) + 2, top + 2, columnWidth - 4, height - 4));
        bubble(cell.direction(), cell.studies(), x, y);
        add("</a>\n");
    }

    /// What is known of a place without evidence.
    private void gap(Cell cell, int row, int column, double x, double y) {
        switch (cell.state()) {
            case ABSENT, NOT_REPORTED -> {
                add("<g role=\"img\" aria-label=\"%s, %s: %s\">"
                        .formatted(
                                escape(matrix.rows().get(row).label()),
                                escape(matrix.columns().get(column).label()),
                                cell.state().label()));
                boolean absent = cell.absent() > 0;
                add("<path class=\"gap\" d=\"M%s %sh12%s\"/>"
                        .formatted(number(x - 6), number(y), absent ? "m-6 -6v12" : ""));
                add("</g>\n");
            }
            default ->
                add("<circle class=\"quiet\" aria-hidden=\"true\" cx=\"%s\" cy=\"%s\" r=\"1.2\"/>\n"
                        .formatted(number(x), number(y)));
        }
    }

    private void bubble(Cell.Direction direction, int studies, double x, double y) {
        double radius = Math.max(SMALLEST, largest * Math.sqrt(studies / (double) most));
        String cls = direction.name().toLowerCase(Locale.ROOT);
        // All four have the area of the circle.
        switch (direction) {
            case HELPS, NONE ->
                add("<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>"
                        .formatted(cls, number(x), number(y), number(radius)));
            case HINDERS -> {
                double side = radius * Math.sqrt(Math.PI);
                add("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"1.5\"/>"
                        .formatted(cls, number(x - side / 2), number(y - side / 2), number(side), number(side)));
            }
            case MIXED -> {
                double half = radius * Math.sqrt(Math.PI / 2);
                add("<path class=\"%s\" d=\"M%s %sl%s %sl%s %sl%s %sz\"/>"
                        .formatted(
                                cls,
                                number(x),
                                number(y - half),
                                number(half),
                                number(half),
                                number(-half),
                                number(half),
                                number(-half),
                                number(-half)));
            }
        }
        String label = Integer.toString(studies);
        boolean fits = radius > 5 + 3.6 * label.length();
        add(
                "<text class=\"%s\" aria-hidden=\"true\" x=\"%s\" y=\"%s\" text-anchor=\"%s\" font-size=\"12\" font-weight=\"600\">%s</text>"
                        .formatted(
                                fits && direction != Cell.Direction.NONE ? "on" : "",
                                number(fits ? x : x + radius * 1.25 + 4),
                                number(y + 4.2),
                                fits ? "middle" : "start",
                                label));
    }

    private void legend(int y) {
        add("<g aria-hidden=\"true\">\n");
        int x = MARGIN;
        for (var entry : List.of(
                new Entry(Cell.Direction.HELPS, "helps"),
                new Entry(Cell.Direction.HINDERS, "hinders"),
                new Entry(Cell.Direction.MIXED, "helps and hinders"),
                new Entry(Cell.Direction.NONE, "other evidence"))) {
            sample(entry.direction(), x + 8, y);
            add("<text x=\"%s\" y=\"%s\">%s</text>\n".formatted(x + 24, y + 4, entry.label()));
            x += 44 + (int) (entry.label().length() * CHARACTER);
        }
        add("<path class=\"gap\" d=\"M%s %sh12m-6 -6v12\"/><text x=\"%s\" y=\"%s\">looked for, absent</text>\n"
                .formatted(x + 2, y, x + 24, y + 4));
        y += 40;
        x = MARGIN;
        add("<text class=\"quiet\" x=\"%s\" y=\"%s\">Area: studies</text>\n".formatted(x, y + 4));
        x += 100;
        for (int studies : most > 2 ? List.of(1, (most + 1) / 2, most) : most == 2 ? List.of(1, 2) : List.of(1)) {
            double radius = Math.max(SMALLEST, largest * Math.sqrt(studies / (double) most));
            x += (int) Math.ceil(radius);
            add("<circle class=\"none\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>".formatted(x, y, number(radius)));
            x += (int) Math.ceil(radius) + 6;
            add("<text x=\"%s\" y=\"%s\">%s</text>\n".formatted(x, y + 4, studies));
            x += 36;
        }
        add("<path class=\"gap\" d=\"M%s %sh12\"/><text x=\"%s\" y=\"%s\">read for it, not reported</text>\n"
                .formatted(x, y, x + 20, y + 4));
        x += 200;
        add("<circle class=\"quiet\" cx=\"%s\" cy=\"%s\" r=\"1.2\"/><text x=\"%s\" y=\"%s\">not coded</text>\n"
                .formatted(x, y, x + 12, y + 4));
        add("</g>\n");
    }

    private record Entry(Cell.Direction direction, String label) {}

    private void sample(Cell.Direction direction, int x, int y) {
        switch (direction) {
            case HELPS, NONE ->
                add("<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"8\"/>"
                        .formatted(direction.name().toLowerCase(Locale.ROOT), x, y));
            case HINDERS ->
                add("<rect class=\"hinders\" x=\"%s\" y=\"%s\" width=\"14\" height=\"14\" rx=\"1.5\"/>"
                        .formatted(x - 7, y - 7));
            case MIXED -> add("<path class=\"mixed\" d=\"M%s %sl10 10l-10 10l-10 -10z\"/>".formatted(x, y - 10));
        }
    }

    /// Breaks between words; a word that is longer than the line is broken inside, and nothing is cut off.
    static List<String> wrapped(String label, int width) {
        int most = Math.max(4, (int) (width / CHARACTER));
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : label.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            String rest = word;
            while (rest.length() > most) {
                int end = rest.offsetByCodePoints(0, Math.min(most - 1, rest.codePointCount(0, rest.length()) - 1));
                lines.add(rest.substring(0, end) + "-");
                rest = rest.substring(end);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    private void add(String piece) {
        svg.append(piece);
    }

    private static String number(double value) {
        double rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
