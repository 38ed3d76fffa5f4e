// Divides a table that is too wide for a page.
package org.quoin.app.export.report;

import java.util.ArrayList;
import java.util.List;
import org.quoin.app.export.report.Block.Cell;
import org.quoin.app.export.report.Block.Column;
import org.quoin.app.export.report.Block.Table;

final class TableParts {
    private TableParts() {}

    /// Millimetres that all columns need side by side.
    static int width(Table table) {
        return table.columns().stream().mapToInt(Column::millimetres).sum();
    }

    /// The table alone when it fits; or else tables that fit, each with the first column and some of the
    /// others.
    ///
    /// @param millimetres wide that a page is
    static List<Table> of(Table table, int millimetres) {
        if (width(table) <= millimetres) {
            return List.of(table);
        }
        List<Integer> ends = ends(table.columns(), millimetres);
        var parts = new ArrayList<Table>();
        int from = 1;
        for (int to : ends) {
            parts.add(part(table, from, to));
            from = to;
        }
        return parts;
    }

    private static Table part(Table table, int from, int to) {
        return new Table(
                "%s (part: columns %d to %d of %d)"
                        .formatted(
                                table.caption(), from, to - 1, table.columns().size() - 1),
                chosen(table.columns(), from, to),
                table.rows().stream()
                        .map(row -> TableParts.<Cell>chosen(row, from, to))
                        .toList());
    }

    private static <T> List<T> chosen(List<T> row, int from, int to) {
        var chosen = new ArrayList<T>(List.of(row.getFirst()));
        chosen.addAll(row.subList(from, to));
        return chosen;
    }

    /// Where the parts end: as many columns as fit, at least one.
    private static List<Integer> ends(List<Column> columns, int millimetres) {
        var ends = new ArrayList<Integer>();
        int used = columns.getFirst().millimetres();
        int first = 1;
        for (int i = 1; i < columns.size(); i++) {
            int wanted = columns.get(i).millimetres();
            if (i > first && used + wanted > millimetres) {
                ends.add(i);
                first = i;
                used = columns.getFirst().millimetres();
            }
            used += wanted;
        }
        ends.add(columns.size());
        return ends;
    }
}
