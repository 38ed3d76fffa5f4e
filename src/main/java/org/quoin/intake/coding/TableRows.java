// Makes rows of the cells of a table: finds the columns by the header, and says which row lacks what.
package org.quoin.intake.coding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.Violation;

final class TableRows {
    private static final int SHOWN = 40;

    private final String name;
    private final String unit;

    /// Null for a column without a name.
    private final List<@Nullable Column> columns = new ArrayList<>();

    private final List<CodedRow> rows = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();

    /// @throws ProblemException ([Problem.Invalid]) for a column that is unknown or stands twice
    TableRows(String name, String unit, List<String> header, int number) {
        this.name = name;
        this.unit = unit;
        Set<Column> seen = EnumSet.noneOf(Column.class);
        for (String cell : header) {
            if (cell.isBlank()) {
                columns.add(null);
                continue;
            }
            Column column = Column.named(cell)
                    .orElseThrow(() -> Problem.invalid(place(number) + ": there is no column «" + cell.strip()
                            + "»; the columns are " + Column.names()));
            if (!seen.add(column)) {
                throw Problem.invalid(place(number) + ": the column «" + column.header() + "» stands twice");
            }
            columns.add(column);
        }
    }

    static boolean hasQuoteColumn(List<String> header) {
        return header.stream().map(Column::named).flatMap(Optional::stream).anyMatch(Column.QUOTE::equals);
    }

    /// @param cells may be fewer or more than there are columns
    void add(List<String> cells, int number) {
        Map<Column, String> values = new EnumMap<>(Column.class);
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i).replace("\r\n", "\n").replace('\r', '\n').strip();
            Column column = i < columns.size() ? columns.get(i) : null;
            if (cell.isEmpty()) {
                continue;
            }
            if (column == null) {
                throw Problem.invalid(place(number) + ": column " + (i + 1) + " has no name, but holds «"
                        + shortened(cell) + "»"
                        + (i < columns.size()
                                ? ""
                                : ". A cell with the separator in it needs " + "quotation marks around it."));
            }
            values.put(column, cell);
        }
        if (values.isEmpty()) {
            return;
        }
        if (values.containsKey(Column.QUOTE)) {
            rows.add(row(values, number));
        } else {
            violations.add(new Violation(
                    place(number),
                    "Form",
                    "the quote is missing: every row needs the words it rests on",
                    shortened(String.join(" | ", values.values()))));
        }
    }

    /// @throws ProblemException ([Problem.Invalid]) naming each row without a quote
    CodedTable table() {
        if (!violations.isEmpty()) {
            throw Problem.invalid(
                    name + ": " + violations.size() + (violations.size() == 1 ? " row has" : " rows have")
                            + " no quote, the first in " + unit + " "
                            + violations.getFirst().subject().replaceFirst(".* ", ""),
                    violations);
        }
        return new CodedTable(name, unit, rows);
    }

    private static CodedRow row(Map<Column, String> values, int number) {
        return new CodedRow(
                number,
                values.get(Column.PAPER),
                values.get(Column.STUDY),
                values.get(Column.TITLE),
                values.get(Column.DOI),
                values.get(Column.TEXT),
                values.get(Column.KIND),
                values.get(Column.ID),
                values.getOrDefault(Column.QUOTE, ""),
                values.get(Column.BEFORE),
                values.get(Column.AFTER),
                values.get(Column.VOICE),
                values.get(Column.STATEMENT),
                values.get(Column.RATIONALE),
                list(values, Column.LEVEL),
                list(values, Column.FACTOR),
                list(values, Column.FACET),
                list(values, Column.VALUE),
                values.get(Column.CODER),
                values.get(Column.CODER_TYPE),
                values.get(Column.STATE));
    }

    private static List<String> list(Map<Column, String> values, Column column) {
        String cell = values.get(column);
        return cell == null
                ? Collections.emptyList()
                : Stream.of(cell.split("[;|]", -1))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList();
    }

    private String place(int number) {
        return name + " " + unit + " " + number;
    }

    private static String shortened(String words) {
        return words.codePointCount(0, words.length()) <= SHOWN
                ? words
                : words.substring(0, words.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
