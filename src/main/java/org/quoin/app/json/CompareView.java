// A comparison as JSON: the same object from `GET /api/compare`, `GET /api/map` and `quoin compare --format json`.
package org.quoin.app.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quoin.model.ItemId;
import org.quoin.synthesis.Cell;
import org.quoin.synthesis.CellContent;
import org.quoin.synthesis.CellState;
import org.quoin.synthesis.Claim;
import org.quoin.synthesis.Claim.Words;
import org.quoin.synthesis.ComparisonBase;
import org.quoin.synthesis.Matrix;
import org.quoin.synthesis.Matrix.Heading;
import org.quoin.synthesis.MatrixRequest;

/// @param sequence commit sequence number of the state of the base it is of
/// @param rows the rows with their totals
/// @param columns the columns with their totals
/// @param total of everything
/// @param cells one list a row, one cell a column
/// @param leftOut what does not stand in it, in words
/// @param states what each state of a cell means
/// @param opened the cell that was asked for, or null
public record CompareView(
        long sequence,
        Side rows,
        Side columns,
        CellView total,
        List<List<CellView>> cells,
        List<String> leftOut,
        Map<String, String> states,
        @Nullable Opened opened) {
    /// @param axis what the headings are
    /// @param order of those that are not pinned
    /// @param all how many there are, shown or not
    public record Side(String axis, String order, int all, List<HeadingView> headings) {}

    /// @param above label of the concept directly above it; empty when there is none
    /// @param total of its row or column, also over what is not shown
    public record HeadingView(String key, String label, String above, boolean pinned, CellView total) {}

    /// @param state key of [CellState]
    /// @param helps studies in which something here helps
    /// @param hinders studies in which something here hinders
    /// @param absent studies that looked for it in vain
    /// @param notReported studies whose text is silent on it
    /// @param claims the words themselves, in a framework matrix; else null
    public record CellView(
            String state,
            int studies,
            int items,
            int quotes,
            int helps,
            int hinders,
            int absent,
            int notReported,
            @Nullable List<ClaimView> claims) {}

    /// @param id of the evidence item
    public record ClaimView(
            String id, String kind, String study, @Nullable String statement, List<Quoted> quotes) {}

    /// @param start first code point of the paper's text
    /// @param end one past the last
    /// @param url the place in the paper's page
    public record Quoted(
            String paper,
            int start,
            int end,
            String exact,
            String voice,
            @Nullable String section,
            boolean lost,
            String url) {}

    /// @param row its key; null for all rows
    /// @param column its key; null for all columns
    /// @param items number of claims
    public record Opened(
            @Nullable String row,
            @Nullable String column,
            int items,
            List<StudyClaims> studies,
            List<AbsenceView> absences,
            List<ContradictionView> contradictions) {}

    public record StudyClaims(String study, String label, boolean fictional, List<ClaimView> claims) {}

    /// @param sense `looked-for-and-absent` or `not-reported`
    public record AbsenceView(String study, List<String> sought, String sense, String by) {}

    public record ContradictionView(
            String from, String to, @Nullable String rationale, String by) {}

    /// @param framework whether the cells hold the words themselves
    /// @param opened a cell to show whole, or null
    public static CompareView of(ComparisonBase base, Matrix matrix, boolean framework, @Nullable CellContent opened) {
        List<List<List<Claim>>> claims = framework ? base.claims(matrix) : List.of();
        var cells = new ArrayList<List<CellView>>();
        for (int r = 0; r < matrix.rows().size(); r++) {
            var line = new ArrayList<CellView>();
            for (int c = 0; c < matrix.columns().size(); c++) {
                line.add(cell(
                        matrix.cells().get(r).get(c), framework ? claims.get(r).get(c) : null));
            }
            cells.add(line);
        }
        Map<String, String> states = new LinkedHashMap<>();
        Arrays.stream(CellState.values()).forEach(state -> states.put(state.key(), state.meaning()));
        return new CompareView(
                matrix.sequence(),
                side(matrix.request().rows(), matrix.allRows(), matrix.rows(), matrix.rowTotals()),
                side(matrix.request().columns(), matrix.allColumns(), matrix.columns(), matrix.columnTotals()),
                cell(matrix.total(), null),
                cells,
                matrix.leftOutInWords(),
                states,
                opened == null ? null : opened(opened));
    }

    private static Side side(MatrixRequest.Side asked, int all, List<Heading> headings, List<Cell> totals) {
        var views = new ArrayList<HeadingView>();
        for (int i = 0; i < headings.size(); i++) {
            Heading heading = headings.get(i);
            views.add(new HeadingView(
                    heading.key(), heading.label(), heading.above(), heading.pinned(), cell(totals.get(i), null)));
        }
        return new Side(asked.axis().toString(), asked.order().toString(), all, views);
    }

    private static CellView cell(Cell cell, @Nullable List<Claim> claims) {
        return new CellView(
                cell.state().key(),
                cell.studies(),
                cell.items(),
                cell.quotes(),
                cell.helping(),
                cell.hindering(),
                cell.absent(),
                cell.notReported(),
                claims == null ? null : claims.stream().map(CompareView::claim).toList());
    }

    private static ClaimView claim(Claim claim) {
        return new ClaimView(
                claim.id().value(),
                claim.kind().key(),
                claim.study().value(),
                claim.statement(),
                claim.quotes().stream().map(quote -> quote(claim.id(), quote)).toList());
    }

    private static Quoted quote(ItemId item, Words quote) {
        int start = quote.span().start();
        int end = quote.span().end();
        return new Quoted(
                item.paper().value(),
                start,
                end,
                quote.exact(),
                quote.voice(),
                quote.section(),
                quote.lost(),
                "/papers/" + item.paper() + "#q-" + start + "-" + end);
    }

    private static Opened opened(CellContent content) {
        return new Opened(
                content.row() == null ? null : content.row().key(),
                content.column() == null ? null : content.column().key(),
                content.items(),
                content.studies().stream()
                        .map(its -> new StudyClaims(
                                its.study().id().value(),
                                its.study().label(),
                                its.study().fictional(),
                                its.claims().stream().map(CompareView::claim).toList()))
                        .toList(),
                content.absences().stream()
                        .map(absence -> new AbsenceView(
                                absence.study().id().value(),
                                absence.record().sought().stream()
                                        .map(Object::toString)
                                        .toList(),
                                absence.record().sense(),
                                absence.record().by()))
                        .toList(),
                content.contradictions().stream()
                        .map(contradiction -> new ContradictionView(
                                contradiction.from().id().value(),
                                contradiction.to().id().value(),
                                contradiction.record().rationale(),
                                contradiction.record().by()))
                        .toList());
    }
}
