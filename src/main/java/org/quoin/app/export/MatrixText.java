// What a matrix and its cells are in words, for tables that people read.
package org.quoin.app.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.quoin.synthesis.Cell;
import org.quoin.synthesis.Claim;
import org.quoin.synthesis.Claim.Words;
import org.quoin.synthesis.Matrix;
import org.quoin.synthesis.Matrix.Heading;

public final class MatrixText {
    static final String ALL = "all";

    static final List<String> CELL_COLUMNS = List.of(
            "row",
            "row_label",
            "column",
            "column_label",
            "state",
            "studies",
            "items",
            "quotes",
            "studies_helping",
            "studies_hindering",
            "studies_looked_for_and_absent",
            "studies_not_reported");

    private MatrixText() {}

    /// `factor \ study`: what the cell above the row headings says.
    static String corner(Matrix matrix) {
        return matrix.request().rows().axis() + " \\ "
                + matrix.request().columns().axis();
    }

    /// `3`, `2, contradicted between studies`, `not reported`.
    public static String brief(Cell cell) {
        if (!cell.state().hasEvidence()) {
            return cell.state().label();
        }
        return cell.studies()
                + (cell.state().isContradicted() ? ", " + cell.state().label() : "");
    }

    /// The quotes of a cell with their places; in words what it is without any.
    static String quotes(Cell cell, List<Claim> claims) {
        return claims.isEmpty()
                ? cell.state().label()
                : claims.stream()
                        .flatMap(claim -> claim.quotes().stream().map(quote -> quote(claim, quote)))
                        .collect(Collectors.joining("\n"));
    }

    private static String quote(Claim claim, Words quote) {
        return "“%s” [%s, %s %d-%d%s]"
                .formatted(
                        quote.exact(),
                        claim.kind(),
                        claim.paper(),
                        quote.span().start(),
                        quote.span().end(),
                        quote.lost() ? ", lost in the present text" : "");
    }

    /// One row a cell, the totals among them.
    static List<List<Object>> cells(Matrix matrix) {
        var rows = new ArrayList<List<Object>>();
        for (int r = 0; r < matrix.rows().size(); r++) {
            Heading row = matrix.rows().get(r);
            for (int c = 0; c < matrix.columns().size(); c++) {
                Heading column = matrix.columns().get(c);
                rows.add(cell(
                        row.key(),
                        row.label(),
                        column.key(),
                        column.label(),
                        matrix.cells().get(r).get(c)));
            }
            rows.add(cell(row.key(), row.label(), ALL, ALL, matrix.rowTotals().get(r)));
        }
        for (int c = 0; c < matrix.columns().size(); c++) {
            Heading column = matrix.columns().get(c);
            rows.add(cell(
                    ALL,
                    ALL,
                    column.key(),
                    column.label(),
                    matrix.columnTotals().get(c)));
        }
        rows.add(cell(ALL, ALL, ALL, ALL, matrix.total()));
        return rows;
    }

    private static List<Object> cell(String row, String rowLabel, String column, String columnLabel, Cell cell) {
        return List.of(
                row,
                rowLabel,
                column,
                columnLabel,
                cell.state().key(),
                cell.studies(),
                cell.items(),
                cell.quotes(),
                cell.helping(),
                cell.hindering(),
                cell.absent(),
                cell.notReported());
    }
}
