// Writes a comparison as an Excel workbook.
package org.quoin.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.coding.TableWriter;
import org.quoin.model.Problem;
import org.quoin.synthesis.Cell;
import org.quoin.synthesis.CellState;
import org.quoin.synthesis.Claim;
import org.quoin.synthesis.Matrix;
import org.quoin.synthesis.Matrix.Heading;

/// Numbers are numbers, with the state of their cell in the number's format; everything else is text, never a
/// formula.
final class ComparisonWorkbook {
    private static final SpreadsheetVersion LIMITS = SpreadsheetVersion.EXCEL2007;
    /// What a reader would take for a character written by its number.
    private static final Pattern ESCAPE = Pattern.compile("_x(?=\\p{XDigit}{4}_)");

    /// Widths are in 256ths of a character.
    private static final int CHARACTER = 256;

    private static final int WIDE = 46 * CHARACTER;
    private static final int MIDDLE = 24 * CHARACTER;
    private static final int NARROW = 14 * CHARACTER;

    private final ComparisonExport export;
    private final SXSSFWorkbook workbook;
    private final CellStyle words;
    private final CellStyle guarded;
    private final CellStyle heading;
    private final CellStyle nothing;
    private final Map<CellState, CellStyle> numbers = new EnumMap<>(CellState.class);
    private int cut;

    private ComparisonWorkbook(ComparisonExport export, SXSSFWorkbook workbook) {
        this.export = export;
        this.workbook = workbook;
        words = style();
        guarded = style();
        guarded.setQuotePrefixed(true);
        heading = style();
        Font bold = workbook.createFont();
        bold.setBold(true);
        heading.setFont(bold);
        heading.setBorderBottom(BorderStyle.THIN);
        nothing = style();
        Font grey = workbook.createFont();
        grey.setColor(IndexedColors.GREY_50_PERCENT.getIndex());
        nothing.setFont(grey);
        for (CellState state : CellState.values()) {
            CellStyle style = style();
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
        try (var workbook = new SXSSFWorkbook()) {
            var writer = new ComparisonWorkbook(export, workbook);
            writer.matrix(framework);
            writer.cells();
            writer.quotes();
            writer.about();
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("the workbook could not be written", e);
        }
    }

    private CellStyle style() {
        CellStyle style = workbook.createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private void matrix(boolean framework) {
        Matrix matrix = export.matrix();
        if (matrix.columns().size() + 2 > LIMITS.getMaxColumns()) {
            throw Problem.invalid("a sheet of Excel has at most " + LIMITS.getMaxColumns() + " columns: show fewer");
        }
        Sheet sheet = workbook.createSheet(framework ? "Framework matrix" : "Matrix");
        Row header = sheet.createRow(0);
        put(header, 0, MatrixText.corner(matrix), heading);
        sheet.setColumnWidth(0, WIDE);
        int columns = matrix.columns().size();
        for (int c = 0; c < columns; c++) {
            put(header, c + 1, matrix.columns().get(c).label(), heading);
            sheet.setColumnWidth(c + 1, framework ? WIDE : MIDDLE);
        }
        put(header, columns + 1, "all: studies", heading);
        List<List<List<Claim>>> claims = framework ? export.base().claims(matrix) : List.of();
        for (int r = 0; r < matrix.rows().size(); r++) {
            Row row = sheet.createRow(r + 1);
            put(row, 0, matrix.rows().get(r).label(), words);
            for (int c = 0; c < columns; c++) {
                Cell cell = matrix.cells().get(r).get(c);
                if (framework && cell.state().hasEvidence()) {
                    put(row, c + 1, MatrixText.quotes(cell, claims.get(r).get(c)), words);
                } else {
                    put(row, c + 1, cell);
                }
            }
            put(row, columns + 1, matrix.rowTotals().get(r));
        }
        Row totals = sheet.createRow(matrix.rows().size() + 1);
        put(totals, 0, "all: studies", heading);
        for (int c = 0; c < columns; c++) {
            put(totals, c + 1, matrix.columnTotals().get(c));
        }
        put(totals, columns + 1, matrix.total());
        sheet.createFreezePane(1, 1);
    }

    private void put(Row row, int column, Cell cell) {
        if (cell.state().hasEvidence()) {
            var number = row.createCell(column);
            number.setCellValue(cell.studies());
            number.setCellStyle(numbers.get(cell.state()));
        } else {
            put(row, column, cell.state().label(), nothing);
        }
    }

    private void cells() {
        Sheet sheet = table("Cells", MatrixText.CELL_COLUMNS, NARROW);
        MatrixText.cells(export.matrix()).forEach(line -> append(sheet, line));
    }

    private void quotes() {
        Sheet sheet = table("Quotes", QuoteRows.COLUMNS, NARROW);
        for (String wide : List.of("title", "statement", "quote", "rationale")) {
            sheet.setColumnWidth(QuoteRows.COLUMNS.indexOf(wide), WIDE);
        }
        QuoteRows.each(export.base(), export.matrix().request().filter(), line -> append(sheet, line));
    }

    private Sheet table(String name, List<String> columns, int width) {
        Sheet sheet = workbook.createSheet(name);
        Row header = sheet.createRow(0);
        for (int i = 0; i < columns.size(); i++) {
            put(header, i, columns.get(i), heading);
            sheet.setColumnWidth(i, width);
        }
        sheet.createFreezePane(0, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, 0, 0, columns.size() - 1));
        return sheet;
    }

    private void append(Sheet sheet, List<? extends @Nullable Object> line) {
        int number = sheet.getLastRowNum() + 1;
        if (number > LIMITS.getLastRowIndex()) {
            throw Problem.invalid("a sheet of Excel holds at most " + LIMITS.getMaxRows()
                    + " rows: narrow the selection, or take the CSV");
        }
        Row row = sheet.createRow(number);
        for (int i = 0; i < line.size(); i++) {
            Object value = line.get(i);
            if (value instanceof Number amount) {
                row.createCell(i).setCellValue(amount.doubleValue());
            } else if (value != null) {
                put(row, i, value.toString(), words);
            }
        }
    }

    private void about() {
        Matrix matrix = export.matrix();
        Sheet sheet = workbook.createSheet("About");
        sheet.setColumnWidth(0, MIDDLE);
        sheet.setColumnWidth(1, 2 * WIDE);
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
        if (cut > 0) {
            lines.add(List.of(
                    "left out",
                    cut + " cells are longer than Excel takes and end with the mark […]; the CSV has them whole"));
        }
        lines.forEach(line -> append(sheet, line));
    }

    private void put(Row row, int column, String value, CellStyle style) {
        if (value.isEmpty()) {
            return;
        }
        String text = ESCAPE.matcher(value).replaceAll("_x005F_x");
        if (text.length() > LIMITS.getMaxTextLength()) {
            String mark = " […]";
            int end = LIMITS.getMaxTextLength() - mark.length();
            text = text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + mark;
            cut++;
        }
        var cell = row.createCell(column);
        cell.setCellValue(text);
        cell.setCellStyle(TableWriter.guarded(value).equals(value) ? style : guarded);
    }
}
