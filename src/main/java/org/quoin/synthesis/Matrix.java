// A comparison matrix: typed cells with their totals, and what it leaves out.
package org.quoin.synthesis;

import java.util.ArrayList;
import java.util.List;

/// Totals take in all of the selection, also rows and columns that are not shown. A study counts once in each.
///
/// @param sequence commit sequence number of the state of the base it was made from
/// @param request what was asked for
/// @param rows the headings shown, in their order
/// @param columns likewise
/// @param cells one list a row, one cell a column
/// @param rowTotals one a row
/// @param columnTotals one a column
/// @param total of everything placed
/// @param allRows how many rows there are
/// @param allColumns how many columns there are
/// @param leftOut what does not stand in it
public record Matrix(
        long sequence,
        MatrixRequest request,
        List<Heading> rows,
        List<Heading> columns,
        List<List<Cell>> cells,
        List<Cell> rowTotals,
        List<Cell> columnTotals,
        Cell total,
        int allRows,
        int allColumns,
        LeftOut leftOut) {
    /// @param key names it on its axis: a study's id, a kind's or a concept's key
    /// @param label for people
    /// @param above label of the concept directly above it; empty when there is none
    /// @param definition what it means; empty when nothing says so
    /// @param pinned whether it stands first by request
    public record Heading(String key, String label, String above, String definition, boolean pinned) {}

    /// @param retractedPapers papers of the whole base that do not count any more
    /// @param retractedItems evidence in them
    /// @param unplacedItems items of the selection without a value on one of the axes
    /// @param unplacedStudies studies of the selection none of whose items has values on both axes
    public record LeftOut(int retractedPapers, int retractedItems, int unplacedItems, int unplacedStudies) {}

    public Matrix {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        cells = cells.stream().map(List::copyOf).toList();
        rowTotals = List.copyOf(rowTotals);
        columnTotals = List.copyOf(columnTotals);
    }

    /// Whether there is nothing to compare.
    public boolean isEmpty() {
        return rows.isEmpty() || columns.isEmpty();
    }

    /// The greatest number of studies in a cell; 0 when there is none.
    public int mostStudies() {
        return cells.stream()
                .flatMap(List::stream)
                .mapToInt(Cell::studies)
                .max()
                .orElse(0);
    }

    /// What is not in it, in words; empty when nothing was left out.
    public List<String> leftOutInWords() {
        var words = new ArrayList<String>();
        if (rows.size() < allRows) {
            words.add("%d of %d rows are not shown (%s); the totals take them in"
                    .formatted(allRows - rows.size(), allRows, request.rows().axis()));
        }
        if (columns.size() < allColumns) {
            words.add("%d of %d columns are not shown (%s); the totals take them in"
                    .formatted(
                            allColumns - columns.size(),
                            allColumns,
                            request.columns().axis()));
        }
        if (leftOut.unplacedItems() > 0) {
            words.add("%s of the selection without a value for %s or %s%s"
                    .formatted(
                            counted(leftOut.unplacedItems(), "item"),
                            request.rows().axis(),
                            request.columns().axis(),
                            leftOut.unplacedStudies() == 0
                                    ? ""
                                    : ", and with them " + studies(leftOut.unplacedStudies()) + " altogether"));
        }
        if (leftOut.retractedPapers() > 0) {
            words.add("retracted and not counted: %s with %s"
                    .formatted(counted(leftOut.retractedPapers(), "paper"), counted(leftOut.retractedItems(), "item")));
        }
        return List.copyOf(words);
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /// A number of studies in words.
    public static String studies(int number) {
        return number + (number == 1 ? " study" : " studies");
    }
}
