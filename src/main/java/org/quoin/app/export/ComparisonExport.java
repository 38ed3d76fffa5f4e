// Writes a comparison as tables: CSV and Excel.
package org.quoin.app.export;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Problem;
import org.quoin.synthesis.Claim;
import org.quoin.synthesis.ComparisonBase;
import org.quoin.synthesis.Matrix;
import org.quoin.synthesis.Matrix.Heading;

/// All of one comparison is of one state of the base. Safe for use by many threads.
///
/// @param base the matrix was made from
/// @param matrix as seen
public record ComparisonExport(ComparisonBase base, Matrix matrix) {
    /// Which table of a comparison is meant.
    public enum Table {
        /// As seen: one row a row, one column a column, the number of studies in a cell or why there is none.
        MATRIX,
        /// As seen, with the quotes themselves in the cells.
        FRAMEWORK,
        /// One row a cell with all of its counts.
        CELLS,
        /// One row a quote of the selection with all that is known of it.
        QUOTES;

        /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) naming the tables
        public static Table named(String name) {
            return Arrays.stream(values())
                    .filter(table -> table.toString().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("there is no table «" + name + "»; the tables are "
                            + Arrays.stream(values()).map(Table::toString).collect(Collectors.joining(", "))));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public void csv(Table table, OutputStream out) {
        switch (table) {
            case MATRIX -> csv(lines(false), out);
            case FRAMEWORK -> csv(lines(true), out);
            case CELLS ->
                csv(
                        Stream.concat(Stream.of(MatrixText.CELL_COLUMNS), MatrixText.cells(matrix).stream())
                                .toList(),
                        out);
            case QUOTES -> quotes().csv(out);
        }
    }

    private void csv(List<? extends List<? extends @Nullable Object>> lines, OutputStream out) {
        try (var csv = new GuardedCsv(out)) {
            lines.forEach(csv::row);
            csv.leftOut(matrix.leftOutInWords());
        }
    }

    /// A workbook with the matrix as seen, its cells, the quotes and what has to be known of them.
    ///
    /// @param framework whether the matrix holds the quotes themselves
    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) when a sheet cannot hold so many rows
    public void xlsx(boolean framework, OutputStream out) {
        ComparisonWorkbook.write(this, framework, out);
    }

    /// Those of the whole selection, whatever the matrix shows.
    public QuotesExport quotes() {
        return QuotesExport.of(base, matrix.request().filter());
    }

    private List<List<@Nullable Object>> lines(boolean framework) {
        var lines = new ArrayList<List<@Nullable Object>>();
        var header = new ArrayList<@Nullable Object>(List.of(MatrixText.corner(matrix)));
        matrix.columns().stream().map(Heading::label).forEach(header::add);
        header.add("all: studies");
        lines.add(header);
        List<List<List<Claim>>> claims = framework ? base.claims(matrix) : List.of();
        for (int r = 0; r < matrix.rows().size(); r++) {
            var line =
                    new ArrayList<@Nullable Object>(List.of(matrix.rows().get(r).label()));
            for (int c = 0; c < matrix.columns().size(); c++) {
                var cell = matrix.cells().get(r).get(c);
                line.add(framework ? MatrixText.quotes(cell, claims.get(r).get(c)) : MatrixText.brief(cell));
            }
            line.add(MatrixText.brief(matrix.rowTotals().get(r)));
            lines.add(line);
        }
        var totals = new ArrayList<@Nullable Object>(List.of("all: studies"));
        matrix.columnTotals().forEach(total -> totals.add(MatrixText.brief(total)));
        totals.add(MatrixText.brief(matrix.total()));
        lines.add(totals);
        return lines;
    }
}
