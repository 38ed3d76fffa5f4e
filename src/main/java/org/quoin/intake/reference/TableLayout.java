// How a table of references is laid out: what parts its cells, and where the names of its columns stand.
package org.quoin.intake.reference;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.quoin.intake.document.Source;

/// @param delimiter what parts cells
/// @param header number of the row with the names, from 0: some programs write a line above it
/// @param columns the names as [TableColumns#name(String)] gives them
/// @param kind of table
record TableLayout(char delimiter, int header, List<String> columns, Kind kind) {
    enum Kind {
        /// A row a record.
        ROWS,
        /// The same with the tags of Web of Science as names, nothing quoted.
        WEB_OF_SCIENCE,
        /// A row a field: its name, then its values; a record begins when the first name comes again. Embase
        /// exports such tables.
        FIELDS
    }

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');
    private static final int ROWS_LOOKED_AT = 5;
    private static final int LAST_HEADER = 2;
    private static final Set<String> TAGS = Set.of("PT", "AU", "TI", "SO");
    private static final List<String> ENDINGS = List.of(".csv", ".tsv", ".tab");

    TableLayout {
        columns = List.copyOf(columns);
    }

    /// The layout under which most columns are known; empty when the file is no table of references.
    static Optional<TableLayout> of(Source source) {
        boolean named = ENDINGS.stream().anyMatch(source::nameEndsWith);
        return DELIMITERS.stream()
                .flatMap(delimiter -> of(source, delimiter, named))
                .max(Comparator.comparingLong(layout -> layout.kind == Kind.WEB_OF_SCIENCE
                        ? layout.columns.size()
                        : TableColumns.known(layout.columns)));
    }

    private static Stream<TableLayout> of(Source source, char delimiter, boolean named) {
        List<List<String>> rows = new ArrayList<>();
        for (Iterator<CSVRecord> all = rows(source.head(), delimiter, true);
                all.hasNext() && rows.size() < ROWS_LOOKED_AT; ) {
            rows.add(all.next().toList());
        }
        if (rows.isEmpty()) {
            return Stream.empty();
        }
        List<String> tags = rows.getFirst().stream().map(String::strip).toList();
        if (tags.containsAll(TAGS)) {
            return Stream.of(new TableLayout(delimiter, 0, tags, Kind.WEB_OF_SCIENCE));
        }
        for (int i = 0; i < rows.size() && i <= LAST_HEADER; i++) {
            List<String> names = rows.get(i).stream().map(TableColumns::name).toList();
            if (TableColumns.haveQuotes(names)) {
                return Stream.empty();
            }
            // A sentence with commas in it is no row of names; the row below tells.
            boolean cut = i + 2 == rows.size() && source.size() > source.head().length();
            boolean sameBelow = i + 1 < rows.size() && (cut || rows.get(i + 1).size() == names.size());
            if (TableColumns.haveWords(names)
                    && (named || (sameBelow && names.size() > 1 && TableColumns.known(names) > 1))
                    && !isFieldsTable(rows)) {
                return Stream.of(new TableLayout(delimiter, i, names, Kind.ROWS));
            }
        }
        return isFieldsTable(rows)
                ? Stream.of(new TableLayout(
                        delimiter,
                        0,
                        rows.stream()
                                .map(row -> TableColumns.name(row.getFirst()))
                                .toList(),
                        Kind.FIELDS))
                : Stream.empty();
    }

    /// The names stand below one another, beside words that are no names.
    private static boolean isFieldsTable(List<List<String>> rows) {
        List<String> below =
                rows.stream().map(row -> TableColumns.name(row.getFirst())).toList();
        return TableColumns.isTitle(below.getFirst())
                && TableColumns.known(below) > 1
                && rows.stream()
                        .allMatch(row ->
                                row.size() > 1 && !TableColumns.NAMES.all().contains(TableColumns.name(row.get(1))));
    }

    /// Every row, as far as it can be told: quotes that are not doubled or never closed break nothing off.
    ///
    /// @param quoted whether a cell may stand in quotation marks
    static Iterator<CSVRecord> rows(String text, char delimiter, boolean quoted) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setQuote(quoted ? '"' : null)
                .setIgnoreEmptyLines(true)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
        try {
            return CSVParser.parse(new StringReader(text), format).iterator();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }
}
