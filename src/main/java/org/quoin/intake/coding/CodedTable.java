// A table with one quote a row.
package org.quoin.intake.coding;

import java.util.List;

/// @param name the file's name, with that of the sheet where it has several
/// @param unit what a row is called in the file: `line` or `row`
/// @param rows in the order of the file; empty ones are left out
public record CodedTable(String name, String unit, List<CodedRow> rows) {
    public CodedTable {
        rows = List.copyOf(rows);
    }

    /// A row's place, for messages: `codings.csv line 12`.
    public String where(CodedRow row) {
        return name + " " + unit + " " + row.number();
    }
}
