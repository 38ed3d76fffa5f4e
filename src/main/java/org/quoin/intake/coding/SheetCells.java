// Cells of an Excel workbook that hold words and never a formula, and the styles they share.
package org.quoin.intake.coding;

import java.util.regex.Pattern;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

public final class SheetCells {
    public static final SpreadsheetVersion LIMITS = SpreadsheetVersion.EXCEL2007;

    /// Widths of columns are in 256ths of a character.
    public static final int CHARACTER = 256;

    /// What a reader would take for a character written by its number.
    private static final Pattern ESCAPE = Pattern.compile("_x(?=\\p{XDigit}{4}_)");

    private final Workbook workbook;
    private final boolean typedInto;
    private final CellStyle words;
    private final CellStyle guarded;
    private final CellStyle heading;

    /// @param typedInto whether people go on writing in it: what they type in stays as it is typed
    public SheetCells(Workbook workbook, boolean typedInto) {
        this.workbook = workbook;
        this.typedInto = typedInto;
        words = style();
        guarded = style();
        guarded.setQuotePrefixed(true);
        heading = style();
        Font bold = workbook.createFont();
        bold.setBold(true);
        heading.setFont(bold);
    }

    /// Of plain words.
    public CellStyle words() {
        return words;
    }

    /// Of the head of a table.
    public CellStyle heading() {
        return heading;
    }

    /// A new one like that of plain words.
    public CellStyle style() {
        CellStyle style = workbook.createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        if (typedInto) {
            style.setDataFormat((short) BuiltinFormats.getBuiltinFormat("text"));
        }
        return style;
    }

    /// Whether a cell cannot hold so many words.
    public static boolean isTooLong(String words) {
        return escaped(words).length() > LIMITS.getMaxTextLength();
    }

    /// Writes a cell; nothing when there are no words.
    ///
    /// @param value not [#isTooLong]
    /// @param style what it looks like; words that would be taken for a formula look plain
    public void put(Row row, int column, String value, CellStyle style) {
        if (!value.isEmpty()) {
            var cell = row.createCell(column);
            cell.setCellValue(escaped(value));
            cell.setCellStyle(CsvTable.guarded(value).equals(value) ? style : guarded);
        }
    }

    private static String escaped(String words) {
        return ESCAPE.matcher(words).replaceAll("_x005F_x");
    }
}
