// Writes a comparison as an Excel workbook.
package org.quoin.app.export;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.quoin.intake.coding.SheetCells;
import org.quoin.model.Problem;
import org.quoin.synthesis.Cell;
import org.quoin.synthesis.CellState;
import org.quoin.synthesis.Claim;
import org.quoin.synthesis.Matrix;
import org.quoin.synthesis.Matrix.Heading;

/// Numbers are numbers, with the state of their cell in the number's format; everything else is text, never a
/// formula.
final class ComparisonWorkbook {
    private final ComparisonExport export;
    private final Sheets sheets;
    private final CellStyle nothing;
    private final Map<CellState, CellStyle> numbers = new EnumMap<>(CellState.class);

    private ComparisonWorkbook(ComparisonExport export, Sheets sheets) {
        this.export = export;
        this.sheets = sheets;
        SXSSFWorkbook workbook = sheets.workbook();
        nothing = sheets.style();
        Font grey = workbook.createFont();
        grey.setColor(IndexedColors.GREY_50_PERCENT.getIndex());
        nothing.setFont(grey);
        for (CellState state : CellState.values()) {
            CellStyle style = sheets.style();
            if (state.isContradicted()) {
                style.setDataFormat(workbook.createDataFormat().getFormat("0\" · " + state.label() + "\""));
                style.setFillForegroundColor(IndexedColors.LEMON_CHIFFON.getIndex());
                style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            } else {
                style.setDataFormat(workbook.createDataFormat().getFormat("0"));
            }
            numbers.put(state, style);
        }
    }

    static void write(ComparisonExport export, boolean framework, OutputStream out) {
        Sheets.write(out, sheets -> {
            var writer = new ComparisonWorkbook(export, sheets);
            writer.matrix(framework);
            writer.cells();
            export.quotes().table().sheet(sheets);
            writer.about();
        });
    }

    private void matrix(boolean framework) {
        Matrix matrix = export.matrix();
        if (matrix.columns().size() + 2 > SheetCells.LIMITS.getMaxColumns()) {
            throw Problem.invalid(
                    "a sheet of Excel has at most " + SheetCells.LIMITS.getMaxColumns() + " columns: show fewer");
        }
        Sheet sheet = sheets.workbook().createSheet(framework ? "Framework matrix" : "Matrix");
        Row header = sheet.createRow(0);
        sheets.put(header, 0, MatrixText.corner(matrix), sheets.heading());
        sheet.setColumnWidth(0, Sheets.WIDE);
        int columns = matrix.columns().size();
        for (int c = 0; c < columns; c++) {
            sheets.put(header, c + 1, matrix.columns().get(c).label(), sheets.heading());
            sheet.setColumnWidth(c + 1, framework ? Sheets.WIDE : Sheets.MIDDLE);
        }
        sheets.put(header, columns + 1, "all: studies", sheets.heading());
        List<List<List<Claim>>> claims = framework ? export.base().claims(matrix) : List.of();
        for (int r = 0; r < matrix.rows().size(); r++) {
            Row row = sheet.createRow(r + 1);
            sheets.put(row, 0, matrix.rows().get(r).label(), sheets.words());
            for (int c = 0; c < columns; c++) {
                Cell cell = matrix.cells().get(r).get(c);
                if (framework && cell.state().hasEvidence()) {
                    sheets.put(row, c + 1, MatrixText.quotes(cell, claims.get(r).get(c)), sheets.words());
                } else {
                    put(row, c + 1, cell);
                }
            }
            put(row, columns + 1, matrix.rowTotals().get(r));
            Sheets.fit(row);
        }
        Row totals = sheet.createRow(matrix.rows().size() + 1);
        sheets.put(totals, 0, "all: studies", sheets.heading());
        for (int c = 0; c < columns; c++) {
            put(totals, c + 1, matrix.columnTotals().get(c));
        }
        put(totals, columns + 1, matrix.total());
        Sheets.fit(header);
        Sheets.fit(totals);
        sheet.createFreezePane(1, 1);
        Sheets.print(sheet);
    }

    private void put(Row row, int column, Cell cell) {
        if (cell.state().hasEvidence()) {
            var number = row.createCell(column);
            number.setCellValue(cell.studies());
            number.setCellStyle(numbers.get(cell.state()));
        } else {
            sheets.put(row, column, cell.state().label(), nothing);
        }
    }

    private void cells() {
        Sheet sheet = sheets.table("Cells", MatrixText.CELL_COLUMNS, Sheets.NARROW);
        MatrixText.cells(export.matrix()).forEach(line -> sheets.append(sheet, line));
    }

    private void about() {
        Matrix matrix = export.matrix();
        Sheet sheet = sheets.workbook().createSheet("About");
        sheet.setColumnWidth(0, Sheets.MIDDLE);
        sheet.setColumnWidth(1, 2 * Sheets.WIDE);
        var lines = new ArrayList<List<String>>();
        lines.add(List.of("rows", matrix.request().rows().axis().toString()));
        lines.add(List.of("columns", matrix.request().columns().axis().toString()));
        lines.add(List.of("state of the base", "commit " + matrix.sequence()));
        lines.add(List.of("totals", "count studies, each once, also those in rows and columns that are not shown"));
        for (CellState state : CellState.values()) {
            lines.add(List.of(state.label(), state.meaning()));
        }
        matrix.rows().stream().filter(Heading::pinned).forEach(row -> lines.add(List.of("pinned row", row.label())));
        matrix.columns().stream()
                .filter(Heading::pinned)
                .forEach(column -> lines.add(List.of("pinned column", column.label())));
        matrix.leftOutInWords().forEach(note -> lines.add(List.of("left out", note)));
        sheets.leftOut().forEach(note -> lines.add(List.of("left out", note)));
        lines.forEach(line -> sheets.append(sheet, line));
    }
}
