// A comparison matrix as a table.
package org.quoin.web.page;

import java.util.List;

/// @param caption what the numbers are
/// @param rowAxis name of what the rows are
/// @param columnAxis name of what the columns are
/// @param columns headings
/// @param rows with their total as last cell
/// @param totals of the columns, and last that of everything
/// @param framework whether the cells hold the words themselves
public record MatrixTable(
        String caption,
        String rowAxis,
        String columnAxis,
        List<Head> columns,
        List<Row> rows,
        List<CellView> totals,
        boolean framework) {
    /// @param above what it is a part of; empty for nothing
    /// @param definition what it means; empty when nothing says so
    /// @param url where it leads; empty for nowhere
    /// @param fictional a study written for demonstration
    /// @param pinned whether it stands first
    /// @param pinUrl the same page with it pinned, or not
    public record Head(
            String label,
            String above,
            String definition,
            String url,
            boolean fictional,
            boolean pinned,
            String pinUrl) {}

    public record Row(Head head, List<CellView> cells) {}

    /// @param state key of the cell's state
    /// @param direction helps, hinders, mixed or none; empty without evidence
    /// @param number shown; empty without evidence
    /// @param note shown beneath; what has to be said when it is not simply found
    /// @param words all of it, for those who do not see it
    /// @param url opens it; empty when there is nothing to see
    /// @param open whether it is open
    /// @param quotes of a framework matrix
    /// @param more quotes that are not shown
    public record CellView(
            String state,
            String direction,
            String number,
            String note,
            String words,
            String url,
            boolean open,
            List<Quoted> quotes,
            int more) {}

    /// @param url its place in the paper; empty when the words are lost in its present text
    public record Quoted(String kind, String kindLabel, String exact, String url) {}

    /// A word that cells use, and what it means.
    public record Meaning(String state, String label, String meaning) {}
}
