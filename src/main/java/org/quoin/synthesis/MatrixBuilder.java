// Counts the cells of a matrix.
package org.quoin.synthesis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.quoin.synthesis.Claim.Words;
import org.quoin.synthesis.ComparisonBase.KnownAbsence;
import org.quoin.synthesis.Matrix.LeftOut;

/// Items are numbered study by study, so a study is new to a cell when it is not the last one that was counted
/// there. The totals are a row and a column more, in which every item is counted once.
final class MatrixBuilder {
    private final ComparisonBase base;
    private final MatrixRequest request;
    private final Selection selection;
    private final ShownSide rows;
    private final ShownSide columns;
    private final Tally tally;
    private final Directions directions;
    private int unplacedItems;
    private int unplacedStudies;

    MatrixBuilder(ComparisonBase base, MatrixRequest request) {
        this.base = base;
        this.request = request;
        selection = base.select(request.filter());
        AxisValues onRows = base.values(request.rows().axis());
        AxisValues onColumns = base.values(request.columns().axis());
        var rowStudies = new int[onRows.size()];
        var columnStudies = new int[onColumns.size()];
        countHeadings(onRows, onColumns, rowStudies, columnStudies);
        rows = ShownSide.of(onRows, request.rows(), occurring(onRows, onColumns, true), rowStudies);
        columns = ShownSide.of(onColumns, request.columns(), occurring(onRows, onColumns, false), columnStudies);
        tally = new Tally((rows.size() + 1) * (columns.size() + 1));
        directions = new Directions(base.concepts().size());
    }

    Matrix build() {
        countItems();
        countAbsences();
        markContradictions();
        var cells = new ArrayList<List<Cell>>();
        var rowTotals = new ArrayList<Cell>();
        for (int row = 0; row < rows.size(); row++) {
            var line = new ArrayList<Cell>();
            for (int column = 0; column < columns.size(); column++) {
                line.add(tally.cell(at(row, column)));
            }
            cells.add(line);
            rowTotals.add(tally.cell(at(row, columns.size())));
        }
        var columnTotals = new ArrayList<Cell>();
        for (int column = 0; column < columns.size(); column++) {
            columnTotals.add(tally.cell(at(rows.size(), column)));
        }
        return new Matrix(
                base.sequence(),
                request,
                rows.headings(),
                columns.headings(),
                cells,
                rowTotals,
                columnTotals,
                tally.cell(at(rows.size(), columns.size())),
                rows.all(),
                columns.all(),
                new LeftOut(base.retractedPapers(), base.retractedItems(), unplacedItems, unplacedStudies));
    }

    private int at(int row, int column) {
        return row * (columns.size() + 1) + column;
    }

    private BitSet occurring(AxisValues onRows, AxisValues onColumns, boolean ofRows) {
        BitSet found = (ofRows ? onRows : onColumns).occurring(selection);
        for (KnownAbsence absence : selection.absences()) {
            boolean byRow = onRows.tells(absence);
            boolean byColumn = onColumns.tells(absence);
            if (byRow || byColumn) {
                for (int value : ofRows ? onRows.of(absence, byRow) : onColumns.of(absence, byColumn)) {
                    found.set(value);
                }
            }
        }
        return found;
    }

    /// The order and the limit of headings go by their totals, so these are counted first.
    private void countHeadings(AxisValues onRows, AxisValues onColumns, int[] rowStudies, int[] columnStudies) {
        var lastOfRow = new int[rowStudies.length];
        var lastOfColumn = new int[columnStudies.length];
        Arrays.fill(lastOfRow, -1);
        Arrays.fill(lastOfColumn, -1);
        BitSet all = new BitSet();
        BitSet placed = new BitSet();
        BitSet items = selection.items();
        for (int item = items.nextSetBit(0); item >= 0; item = items.nextSetBit(item + 1)) {
            int study = base.study(item);
            all.set(study);
            if (onRows.ofItem().isEmpty(item) || onColumns.ofItem().isEmpty(item)) {
                unplacedItems++;
            } else {
                placed.set(study);
                countStudy(onRows.ofItem(), item, study, lastOfRow, rowStudies);
                countStudy(onColumns.ofItem(), item, study, lastOfColumn, columnStudies);
            }
        }
        unplacedStudies = all.cardinality() - placed.cardinality();
    }

    private static void countStudy(Rows values, int item, int study, int[] last, int[] studies) {
        for (int at = values.start(item); at < values.end(item); at++) {
            int value = values.at(at);
            if (last[value] != study) {
                last[value] = study;
                studies[value]++;
            }
        }
    }

    private void countItems() {
        var inRows = new int[rows.values().size() + 1];
        var inColumns = new int[columns.values().size() + 1];
        BitSet items = selection.items();
        for (int item = items.nextSetBit(0); item >= 0; item = items.nextSetBit(item + 1)) {
            int rowCount = rows.positions(item, inRows);
            int columnCount = rowCount == 0 ? 0 : columns.positions(item, inColumns);
            if (columnCount > 0) {
                Claim claim = base.claim(item);
                boolean helps = claim.helps();
                boolean hinders = claim.hinders();
                Rows factors = base.factors();
                for (int r = 0; r < rowCount; r++) {
                    for (int c = 0; c < columnCount; c++) {
                        int cell = at(inRows[r], inColumns[c]);
                        tally.add(cell, base.study(item), quotes(claim, inRows[r], inColumns[c]), helps, hinders);
                        for (int at = factors.start(item); at < factors.end(item); at++) {
                            directions.add(cell, factors.at(at), base.study(item), helps);
                        }
                    }
                }
            }
        }
        directions.forEach(tally::contradicted);
    }

    /// In the column of one voice, the quotes in this voice.
    private int quotes(Claim claim, int row, int column) {
        if (rows.values().axis() == Axis.Plain.VOICE && row < rows.size()) {
            return quotes(claim, rows.key(row));
        }
        if (columns.values().axis() == Axis.Plain.VOICE && column < columns.size()) {
            return quotes(claim, columns.key(column));
        }
        return claim.quotes().size();
    }

    private static int quotes(Claim claim, String voice) {
        int count = 0;
        for (Words quote : claim.quotes()) {
            if (quote.voice().equals(voice)) {
                count++;
            }
        }
        return count;
    }

    /// Only where an axis tells what was sought: an absence says nothing of the other cells of its study.
    private void countAbsences() {
        for (KnownAbsence absence : selection.absences()) {
            boolean byRow = rows.values().tells(absence);
            boolean byColumn = columns.values().tells(absence);
            if (byRow || byColumn) {
                int[] inRows = shown(rows, rows.values().of(absence, byRow));
                int[] inColumns = shown(columns, columns.values().of(absence, byColumn));
                for (int row : inRows) {
                    for (int column : inColumns) {
                        tally.addAbsence(at(row, column), absence.study(), absence.inVain());
                    }
                }
            }
        }
    }

    /// Positions of the values that are shown, and of the total when there is any value.
    private static int[] shown(ShownSide side, int[] values) {
        if (values.length == 0) {
            return values;
        }
        return IntStream.concat(
                        Arrays.stream(values).map(value -> side.position(value)).filter(position -> position >= 0),
                        IntStream.of(side.size()))
                .toArray();
    }

    private void markContradictions() {
        for (ComparedClaims pair : base.contradictions()) {
            if (selection.items().get(pair.from()) && selection.items().get(pair.to())) {
                markContradicted(pair.from());
                markContradicted(pair.to());
            }
        }
    }

    private void markContradicted(int item) {
        var inRows = new int[rows.values().size() + 1];
        var inColumns = new int[columns.values().size() + 1];
        int rowCount = rows.positions(item, inRows);
        int columnCount = columns.positions(item, inColumns);
        for (int r = 0; r < rowCount; r++) {
            for (int c = 0; c < columnCount; c++) {
                tally.contradicted(at(inRows[r], inColumns[c]), false, true);
            }
        }
    }
}
