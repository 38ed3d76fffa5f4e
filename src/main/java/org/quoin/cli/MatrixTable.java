// A matrix as a terminal shows it.
package org.quoin.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.quoin.synthesis.Cell;
import org.quoin.synthesis.Matrix;
import org.quoin.synthesis.Matrix.Heading;

/// Columns are numbered and named beneath, since their names are wider than what stands in them.
final class MatrixTable {
    private static final int ROW_WIDTH = 44;

    private MatrixTable() {}

    static void print(Matrix matrix, PrintStream out) {
        if (matrix.isEmpty()) {
            out.println("Nothing to compare: no evidence of the selection has a value for "
                    + matrix.request().rows().axis() + " and "
                    + matrix.request().columns().axis() + ".");
            return;
        }
        var lines = new ArrayList<List<String>>();
        var header = new ArrayList<String>(List.of(matrix.request().rows().axis() + " \\ "
                + matrix.request().columns().axis()));
        for (int c = 1; c <= matrix.columns().size(); c++) {
            header.add("[" + c + "]");
        }
        header.add("all");
        lines.add(header);
        for (int r = 0; r < matrix.rows().size(); r++) {
            lines.add(line(
                    shortened(matrix.rows().get(r).label()),
                    matrix.cells().get(r),
                    matrix.rowTotals().get(r)));
        }
        lines.add(line("all", matrix.columnTotals(), matrix.total()));
        print(lines, out);
        out.println();
        for (int c = 0; c < matrix.columns().size(); c++) {
            Heading column = matrix.columns().get(c);
            out.println("[" + (c + 1) + "] " + column.label() + " (" + column.key() + ")");
        }
        out.println();
        out.println("Numbers are studies: + helps, - hinders, ± both; ! contradicted (!w within a study, !b between"
                + " studies).");
        out.println("absent: looked for in vain; n.r.: read for it, not reported; ·: not coded.");
    }

    private static List<String> line(String heading, List<Cell> cells, Cell total) {
        var line = new ArrayList<String>(List.of(heading));
        cells.forEach(cell -> line.add(brief(cell)));
        line.add(brief(total));
        return line;
    }

    private static String brief(Cell cell) {
        return switch (cell.state()) {
            case FOUND -> number(cell);
            case CONTRADICTED_WITHIN -> number(cell) + " !w";
            case CONTRADICTED_BETWEEN -> number(cell) + " !b";
            case CONTRADICTED_WITHIN_AND_BETWEEN -> number(cell) + " !wb";
            case ABSENT -> "absent";
            case NOT_REPORTED -> "n.r.";
            case NOT_CODED -> "·";
        };
    }

    private static String number(Cell cell) {
        return cell.studies()
                + switch (cell.direction()) {
                    case HELPS -> "+";
                    case HINDERS -> "-";
                    case MIXED -> "±";
                    case NONE -> "";
                };
    }

    private static String shortened(String label) {
        return label.codePointCount(0, label.length()) <= ROW_WIDTH
                ? label
                : label.substring(0, label.offsetByCodePoints(0, ROW_WIDTH - 1)).strip() + "…";
    }

    private static void print(List<List<String>> lines, PrintStream out) {
        var widths = new int[lines.getFirst().size()];
        lines.forEach(line -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(line.get(i)));
            }
        });
        for (List<String> line : lines) {
            var text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                text.append(i == 0 ? "" : "  ").append(line.get(i)).repeat(" ", widths[i] - width(line.get(i)));
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
