// Reads what stands beneath cells.
package org.quoin.synthesis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quoin.synthesis.CellContent.Contradiction;
import org.quoin.synthesis.CellContent.OfStudy;
import org.quoin.synthesis.CellContent.StudyAbsence;
import org.quoin.synthesis.ComparisonBase.KnownAbsence;
import org.quoin.synthesis.Matrix.Heading;

final class CellReader {
    private static final int ALL = -1;

    private final ComparisonBase base;
    private final Selection selection;
    private final AxisValues rows;
    private final AxisValues columns;

    CellReader(ComparisonBase base, MatrixRequest request) {
        this.base = base;
        selection = base.select(request.filter());
        rows = base.values(request.rows().axis());
        columns = base.values(request.columns().axis());
    }

    CellContent open(@Nullable String row, @Nullable String column) {
        int atRow = row == null ? ALL : rows.number(row);
        int atColumn = column == null ? ALL : columns.number(column);
        Map<Integer, List<Claim>> byStudy = new LinkedHashMap<>();
        BitSet here = new BitSet(base.items());
        selection.items().stream()
                .filter(item -> stands(rows, item, atRow) && stands(columns, item, atColumn))
                .forEach(item -> {
                    here.set(item);
                    byStudy.computeIfAbsent(base.study(item), study -> new ArrayList<>())
                            .add(base.claim(item));
                });
        return new CellContent(
                atRow == ALL ? null : rows.heading(atRow),
                atColumn == ALL ? null : columns.heading(atColumn),
                byStudy.entrySet().stream()
                        .map(entry -> new OfStudy(base.studies().get(entry.getKey()), List.copyOf(entry.getValue())))
                        .sorted(Comparator.comparing(
                                (OfStudy its) -> its.study().label(), String.CASE_INSENSITIVE_ORDER))
                        .toList(),
                selection.absences().stream()
                        .filter(absence -> stands(absence, atRow, atColumn))
                        .map(absence -> new StudyAbsence(base.studies().get(absence.study()), absence.record()))
                        .toList(),
                base.contradictions().stream()
                        .filter(pair -> (here.get(pair.from()) || here.get(pair.to()))
                                && selection.items().get(pair.from())
                                && selection.items().get(pair.to()))
                        .map(pair -> new Contradiction(pair.record(), base.claim(pair.from()), base.claim(pair.to())))
                        .toList(),
                here.cardinality());
    }

    private static boolean stands(AxisValues axis, int item, int value) {
        return value == ALL ? !axis.ofItem().isEmpty(item) : axis.ofItem().contains(item, value);
    }

    private boolean stands(KnownAbsence absence, int atRow, int atColumn) {
        boolean byRow = rows.tells(absence);
        boolean byColumn = columns.tells(absence);
        return (byRow || byColumn)
                && isAmong(rows.of(absence, byRow), atRow)
                && isAmong(columns.of(absence, byColumn), atColumn);
    }

    private static boolean isAmong(int[] values, int value) {
        for (int one : values) {
            if (value == ALL || one == value) {
                return true;
            }
        }
        return false;
    }

    List<List<List<Claim>>> all(Matrix matrix) {
        int[] rowPosition = positions(rows, matrix.rows());
        int[] columnPosition = positions(columns, matrix.columns());
        var claims = new ArrayList<List<List<Claim>>>();
        for (int row = 0; row < matrix.rows().size(); row++) {
            var line = new ArrayList<List<Claim>>();
            for (int column = 0; column < matrix.columns().size(); column++) {
                line.add(new ArrayList<>());
            }
            claims.add(line);
        }
        selection.items().stream().forEach(item -> {
            Rows inRows = rows.ofItem();
            Rows inColumns = columns.ofItem();
            for (int r = inRows.start(item); r < inRows.end(item); r++) {
                int row = rowPosition[inRows.at(r)];
                for (int c = inColumns.start(item); row >= 0 && c < inColumns.end(item); c++) {
                    int column = columnPosition[inColumns.at(c)];
                    if (column >= 0) {
                        claims.get(row).get(column).add(base.claim(item));
                    }
                }
            }
        });
        return claims;
    }

    private static int[] positions(AxisValues axis, List<Heading> shown) {
        var positions = new int[axis.size()];
        Arrays.fill(positions, -1);
        for (int i = 0; i < shown.size(); i++) {
            positions[axis.number(shown.get(i).key())] = i;
        }
        return positions;
    }
}
