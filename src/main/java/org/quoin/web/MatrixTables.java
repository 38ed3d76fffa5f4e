// Turns a matrix into the table that pages show.
package org.quoin.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Kind;
import org.quoin.model.PaperId;
import org.quoin.model.StudyId;
import org.quoin.synthesis.Axis;
import org.quoin.synthesis.Cell;
import org.quoin.synthesis.CellState;
import org.quoin.synthesis.Claim;
import org.quoin.synthesis.Claim.Words;
import org.quoin.synthesis.ComparedStudy;
import org.quoin.synthesis.ComparisonBase;
import org.quoin.synthesis.Matrix;
import org.quoin.synthesis.Matrix.Heading;
import org.quoin.web.page.MatrixTable;
import org.quoin.web.page.MatrixTable.CellView;
import org.quoin.web.page.MatrixTable.Head;
import org.quoin.web.page.MatrixTable.Quoted;
import org.quoin.web.page.MatrixTable.Row;

final class MatrixTables {
    /// As many quotes as a cell of a framework matrix shows; the others are one click away.
    private static final int QUOTES = 4;

    private final Show show;

    MatrixTables(Show show) {
        this.show = show;
    }

    /// The meaning of what stands in cells: a list of word and meaning.
    static List<MatrixTable.Meaning> legend() {
        return Arrays.stream(CellState.values())
                .map(state -> new MatrixTable.Meaning(
                        state.key(), (state.isContradicted() ? "≠ " : "") + state.label(), state.meaning()))
                .toList();
    }

    MatrixTable of(ComparisonBase base, Matrix matrix, CompareAddress address, boolean framework) {
        List<List<List<Claim>>> claims = framework ? base.claims(matrix) : List.of();
        String open = address.values("cell").stream().findFirst().orElse("");
        Axis rowAxis = matrix.request().rows().axis();
        Axis columnAxis = matrix.request().columns().axis();
        // In the row of one study there is never more than one study to count.
        boolean quotes = rowAxis == Axis.Plain.STUDY || columnAxis == Axis.Plain.STUDY;
        var rows = new ArrayList<Row>();
        for (int r = 0; r < matrix.rows().size(); r++) {
            Heading row = matrix.rows().get(r);
            var cells = new ArrayList<CellView>();
            for (int c = 0; c < matrix.columns().size(); c++) {
                cells.add(cell(
                        matrix.cells().get(r).get(c),
                        row,
                        matrix.columns().get(c),
                        quotes,
                        framework ? claims.get(r).get(c) : List.of(),
                        address,
                        open));
            }
            cells.add(
                    cell(matrix.rowTotals().get(r), row, null, rowAxis == Axis.Plain.STUDY, List.of(), address, open));
            rows.add(new Row(head(base, rowAxis, row, "pinRow", address), cells));
        }
        var totals = new ArrayList<CellView>();
        for (int c = 0; c < matrix.columns().size(); c++) {
            totals.add(cell(
                    matrix.columnTotals().get(c),
                    null,
                    matrix.columns().get(c),
                    columnAxis == Axis.Plain.STUDY,
                    List.of(),
                    address,
                    open));
        }
        totals.add(cell(matrix.total(), null, null, false, List.of(), address, open));
        return new MatrixTable(
                "Each cell counts " + (quotes ? "the quotes of a study; totals count studies" : "studies")
                        + ". Follow a number to its quotes.",
                rowAxis.toString(),
                columnAxis.toString(),
                matrix.columns().stream()
                        .map(column -> head(base, columnAxis, column, "pinColumn", address))
                        .toList(),
                rows,
                totals,
                framework);
    }

    private Head head(ComparisonBase base, Axis axis, Heading heading, String pin, CompareAddress address) {
        ComparedStudy study = axis == Axis.Plain.STUDY ? base.study(new StudyId(heading.key())) : null;
        return new Head(
                heading.label(),
                heading.above(),
                heading.definition(),
                study == null ? "" : Urls.paper(study.papers().getFirst().id()),
                study != null && study.fictional(),
                heading.pinned(),
                address.pinning(pin, heading));
    }

    private CellView cell(
            Cell cell,
            @Nullable Heading row,
            @Nullable Heading column,
            boolean quotes,
            List<Claim> claims,
            CompareAddress address,
            String open) {
        boolean link = cell.state() != CellState.NOT_CODED;
        List<Quoted> quoted = claims.stream()
                .flatMap(claim -> claim.quotes().stream().map(quote -> quoted(claim, quote)))
                .toList();
        int number = quotes ? cell.quotes() : cell.studies();
        return new CellView(
                cell.state().key(),
                cell.state().hasEvidence() ? cell.direction().name().toLowerCase(Locale.ROOT) : "",
                cell.state().hasEvidence() ? Integer.toString(number) : "",
                note(cell.state()),
                cell.inWords(),
                link ? address.opening(row, column) : "",
                open.equals(CompareAddress.cell(row == null ? null : row.key(), column == null ? null : column.key())),
                quoted.stream().limit(QUOTES).toList(),
                Math.max(0, quoted.size() - QUOTES));
    }

    /// What a narrow cell has room for; the legend and the words for those who do not see it say all.
    private static String note(CellState state) {
        return switch (state) {
            case FOUND -> "";
            case CONTRADICTED_WITHIN -> "≠ within a study";
            case CONTRADICTED_BETWEEN -> "≠ between studies";
            case CONTRADICTED_WITHIN_AND_BETWEEN -> "≠ within and between";
            case ABSENT, NOT_REPORTED, NOT_CODED -> state.label();
        };
    }

    private Quoted quoted(Claim claim, Words quote) {
        Kind kind = claim.kind();
        return new Quoted(kind.key(), show.name(kind), quote.exact(), place(claim.paper(), quote));
    }

    /// Where words stand in the paper's page; empty when they stand in an earlier text only.
    static String place(PaperId paper, Words quote) {
        return quote.lost() ? "" : Urls.place(paper, quote.span());
    }
}
