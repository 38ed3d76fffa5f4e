// Writes a coded table as an Excel workbook that helps to fill it in.
package org.quoin.intake.coding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.quoin.model.Problem;

final class XlsxTableWriter {
    private static final String TABLE = "Evidence";
    private static final String COLUMNS = "Columns";
    private static final String VALUES = "Values";
    private static final List<Column> ALL = List.of(Column.values());

    private static final int WIDE = 60 * SheetCells.CHARACTER;
    private static final int MIDDLE = 28 * SheetCells.CHARACTER;
    private static final int NARROW = 16 * SheetCells.CHARACTER;

    private final Workbook workbook;
    private final SheetCells cells;

    private XlsxTableWriter(Workbook workbook) {
        this.workbook = workbook;
        cells = new SheetCells(workbook, true);
    }

    static byte[] write(List<CodedRow> rows, Map<Column, List<String>> allowed) {
        var bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new XSSFWorkbook()) {
            var writer = new XlsxTableWriter(workbook);
            Sheet table = writer.table(rows);
            writer.columns(allowed);
            writer.values(table, allowed);
            workbook.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written but into memory", e);
        }
        return bytes.toByteArray();
    }

    private Sheet table(List<CodedRow> rows) {
        Sheet sheet = workbook.createSheet(TABLE);
        Row header = sheet.createRow(0);
        for (int i = 0; i < ALL.size(); i++) {
            put(header, i, ALL.get(i).header(), cells.heading());
            sheet.setDefaultColumnStyle(i, cells.words());
            sheet.setColumnWidth(i, width(ALL.get(i)));
        }
        int number = 1;
        for (CodedRow row : rows) {
            line(
                    sheet,
                    number++,
                    ALL.stream().map(column -> column.valueIn(row)).toList(),
                    cells.words());
        }
        sheet.createFreezePane(0, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, Math.max(0, number - 1), 0, ALL.size() - 1));
        return sheet;
    }

    private void columns(Map<Column, List<String>> allowed) {
        Sheet sheet = workbook.createSheet(COLUMNS);
        List<String> headings = List.of("column", "meaning", "several values", "allowed values");
        line(sheet, 0, headings, cells.heading());
        int number = 1;
        for (Column column : ALL) {
            line(
                    sheet,
                    number++,
                    List.of(
                            column.header(),
                            column.meaning(),
                            column.many() ? "yes, with ; between them" : "no",
                            String.join(", ", allowed.getOrDefault(column, List.of()))),
                    cells.words());
        }
        sheet.setColumnWidth(0, NARROW);
        sheet.setColumnWidth(1, WIDE);
        sheet.setColumnWidth(2, MIDDLE);
        sheet.setColumnWidth(3, WIDE);
        sheet.createFreezePane(0, 1);
    }

    /// The lists stand on a sheet of their own: inside a cell's rule they may have but 255 characters.
    private void values(Sheet table, Map<Column, List<String>> allowed) {
        if (allowed.isEmpty()) {
            return;
        }
        Sheet sheet = workbook.createSheet(VALUES);
        for (int index = 0; index < ALL.size(); index++) {
            Column column = ALL.get(index);
            List<String> values = allowed.getOrDefault(column, List.of());
            if (values.isEmpty()) {
                continue;
            }
            put(row(sheet, 0), index, column.header(), cells.heading());
            for (int i = 0; i < values.size(); i++) {
                put(row(sheet, i + 1), index, values.get(i), cells.words());
            }
            String letters = CellReference.convertNumToColString(index);
            offer(table, column, index, "%s!$%s$2:$%s$%d".formatted(VALUES, letters, letters, values.size() + 1));
        }
    }

    private static void offer(Sheet table, Column column, int index, String range) {
        var helper = table.getDataValidationHelper();
        DataValidation validation = helper.createValidation(
                helper.createFormulaListConstraint(range),
                new CellRangeAddressList(1, SheetCells.LIMITS.getLastRowIndex(), index, index));
        validation.setSuppressDropDownArrow(true);
        // Several values in one cell are on no list.
        validation.setShowErrorBox(!column.many());
        validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
        validation.createErrorBox(column.header(), "This is not one of the values on the sheet " + VALUES + ".");
        table.addValidationData(validation);
    }

    private void line(Sheet sheet, int index, List<String> cells, CellStyle style) {
        Row row = sheet.createRow(index);
        for (int i = 0; i < cells.size(); i++) {
            put(row, i, cells.get(i), style);
        }
    }

    private void put(Row row, int column, String value, CellStyle style) {
        if (SheetCells.isTooLong(value)) {
            throw Problem.invalid(
                    "row " + (row.getRowNum() + 1) + ": " + ALL.get(column).header() + " has "
                            + value.length() + " characters; a cell of Excel holds "
                            + SheetCells.LIMITS.getMaxTextLength() + ". Write CSV instead.");
        }
        cells.put(row, column, value, style);
    }

    private static Row row(Sheet sheet, int index) {
        Row row = sheet.getRow(index);
        return row == null ? sheet.createRow(index) : row;
    }

    private static int width(Column column) {
        return switch (column) {
            case QUOTE -> WIDE;
            case TITLE, BEFORE, AFTER, STATEMENT, RATIONALE -> MIDDLE;
            default -> NARROW;
        };
    }
}
