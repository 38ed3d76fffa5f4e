// Writes coded tables: empty ones to be filled in, and rows.
package org.quoin.intake.coding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// What a spreadsheet program would take for a formula is guarded: in CSV by an apostrophe before it, which
/// reading takes away again, in Excel by the cell's style.
public final class TableWriter {
    private static final Object[] HEADER =
            Stream.of(Column.values()).map(Column::header).toArray();

    private TableWriter() {}

    /// An empty table. In Excel a second sheet says what each column means, and cells offer the allowed
    /// values.
    ///
    /// @param format [CodingFormat#CSV] or [CodingFormat#XLSX]
    /// @param allowed the values of columns that do not take any
    public static byte[] template(CodingFormat format, Map<Column, List<String>> allowed) {
        return table(format, List.of(), allowed);
    }

    /// As [#template], with rows.
    public static byte[] table(CodingFormat format, List<CodedRow> rows, Map<Column, List<String>> allowed) {
        return switch (format) {
            case CSV -> csv(rows);
            case XLSX -> XlsxTableWriter.write(rows, allowed);
            case QDPX, QDE, QDC, EPPI -> throw new IllegalArgumentException(format + " is no table");
        };
    }

    /// Puts an apostrophe before words that a spreadsheet program would take for a formula.
    public static String guarded(String cell) {
        return CsvTable.guarded(cell);
    }

    private static byte[] csv(List<CodedRow> rows) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter printer = CSVFormat.RFC4180.print(out)) {
            printer.printRecord(HEADER);
            for (CodedRow row : rows) {
                List<String> cells = new ArrayList<>();
                for (Column column : Column.values()) {
                    cells.add(CsvTable.guarded(column.valueIn(row)));
                }
                printer.printRecord(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written but into memory", e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
