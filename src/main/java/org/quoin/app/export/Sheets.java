// Sheets of an Excel workbook, with words and numbers and never a formula.
package org.quoin.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.coding.SheetCells;
import org.quoin.model.Problem;

final class Sheets {
    /// In points: Excel has no higher row.
    private static final float HIGHEST = 409;

    static final int WIDE = 46 * SheetCells.CHARACTER;
    static final int MIDDLE = 24 * SheetCells.CHARACTER;
    static final int NARROW = 14 * SheetCells.CHARACTER;

    /// Behind what a cell cannot hold whole.
    private static final String CUT = " […]";

    private final SXSSFWorkbook workbook;
    private final SheetCells cells;
    private int cut;

    private Sheets(SXSSFWorkbook workbook) {
        this.workbook = workbook;
        cells = new SheetCells(workbook, false);
        cells.heading().setBorderBottom(BorderStyle.THIN);
    }

    /// Writes a workbook.
    ///
    /// @param fill puts the sheets in
    static void write(OutputStream out, Consumer<Sheets> fill) {
        try (var workbook = new SXSSFWorkbook()) {
            fill.accept(new Sheets(workbook));
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("the workbook could not be written", e);
        }
    }

    SXSSFWorkbook workbook() {
        return workbook;
    }

    CellStyle words() {
        return cells.words();
    }

    CellStyle heading() {
        return cells.heading();
    }

    CellStyle style() {
        return cells.style();
    }

    /// An empty table with its head.
    Sheet table(String name, List<String> columns, int width) {
        Sheet sheet = workbook.createSheet(name);
        Row header = sheet.createRow(0);
        for (int i = 0; i < columns.size(); i++) {
            put(header, i, columns.get(i), heading());
            sheet.setColumnWidth(i, width);
        }
        sheet.createFreezePane(0, 1);
        print(sheet);
        sheet.setAutoFilter(new CellRangeAddress(0, 0, 0, columns.size() - 1));
        return sheet;
    }

    /// Makes a row as high as its longest cell: not every program does so by itself.
    static void fit(Row row) {
        int lines = 1;
        for (Cell cell : row) {
            if (cell.getCellType() == CellType.STRING) {
                int width =
                        Math.max(1, row.getSheet().getColumnWidth(cell.getColumnIndex()) / SheetCells.CHARACTER - 1);
                int its = cell.getStringCellValue()
                        .lines()
                        .mapToInt(line -> 1 + line.length() / width)
                        .sum();
                lines = Math.max(lines, its);
            }
        }
        if (lines > 1) {
            row.setHeightInPoints(Math.min(lines * row.getSheet().getDefaultRowHeightInPoints(), HIGHEST));
        }
    }

    /// Prints lying, as wide as a page, with the head on each.
    static void print(Sheet sheet) {
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
    }

    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) when the sheet is full
    void append(Sheet sheet, List<? extends @Nullable Object> line) {
        int number = sheet.getLastRowNum() + 1;
        if (number > SheetCells.LIMITS.getLastRowIndex()) {
            throw Problem.invalid("a sheet of Excel holds at most " + SheetCells.LIMITS.getMaxRows()
                    + " rows: narrow the selection, or take the CSV");
        }
        Row row = sheet.createRow(number);
        for (int i = 0; i < line.size(); i++) {
            Object value = line.get(i);
            if (value instanceof Number amount) {
                row.createCell(i).setCellValue(amount.doubleValue());
            } else if (value != null) {
                put(row, i, value.toString(), words());
            }
        }
        fit(row);
    }

    void put(Row row, int column, String value, CellStyle style) {
        if (SheetCells.isTooLong(value)) {
            cells.put(row, column, cut(value), style);
            cut++;
        } else {
            cells.put(row, column, value, style);
        }
    }

    /// As much as fits with the mark behind it.
    private static String cut(String value) {
        int end = SheetCells.LIMITS.getMaxTextLength() - CUT.length();
        String text = value.length() <= end
                ? value
                : value.substring(0, Character.isHighSurrogate(value.charAt(end - 1)) ? end - 1 : end);
        while (SheetCells.isTooLong(text + CUT)) {
            text = text.substring(0, text.offsetByCodePoints(text.length(), -1));
        }
        return text + CUT;
    }

    /// What could not be written whole, in words.
    List<String> leftOut() {
        return cut == 0
                ? List.of()
                : List.of(cut + " cells are longer than Excel takes and end with the mark […]; the CSV has them whole");
    }
}
