// Reads coded tables from CSV, whichever of the usual separators it has.
package org.quoin.intake.coding;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.coding.CodingNote.What;
import org.quoin.intake.document.Budget;
import org.quoin.intake.document.Encodings;
import org.quoin.intake.document.Notes;
import org.quoin.intake.document.Source;
import org.quoin.intake.document.Tally;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;

final class CsvTable {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final int HEADER_WITHIN = 1 << 13;

    /// What Excel writes to name the separator.
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\\Asep=.\\R", Pattern.CASE_INSENSITIVE);

    /// Words that a spreadsheet program would take for a formula, behind the apostrophes that guard them.
    private static final Pattern GUARDED = Pattern.compile("'+[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private CsvTable() {}

    /// Prose may have the word `quote` between commas in its first line: most of the cells must be names of
    /// columns, unless the file is called a table.
    static boolean recognises(Source source) {
        String head = source.head();
        String start = head.substring(0, Math.min(head.length(), HEADER_WITHIN));
        if (!start.toLowerCase(Locale.ROOT).contains(Column.QUOTE.header())) {
            return false;
        }
        boolean named = source.nameEndsWith(".csv") || source.nameEndsWith(".tsv");
        return header(start)
                .filter(found -> TableRows.hasQuoteColumn(found.cells))
                .filter(found -> named || found.isMostlyKnown())
                .isPresent();
    }

    static CodingFile read(Source source, Budget budget) {
        Tally<What> tally = new Tally<>(What.class);
        Notes notes = new Notes();
        String decoded = Encodings.decode(source, notes).replace("\uFEFF", "");
        budget.useCharacters(decoded.length());
        notes.all().forEach(note -> tally.add(What.ENCODING, note.count(), note.where()));
        Header header = header(decoded)
                .orElseThrow(() -> Problem.invalid(source.name() + " has no header: its first line must name the "
                        + "columns, which are " + Column.names()));
        CodedTable table = rows(source.name(), decoded, header, budget);
        return new CodingFile.Table(CodingFormat.CSV, table, tally.all(CodingNote::new));
    }

    private static CodedTable rows(String name, String decoded, Header header, Budget budget) {
        @Nullable TableRows rows = null;
        long line = header.lineBefore;
        try (CSVParser parser = parser(decoded, header.separator)) {
            Iterator<CSVRecord> records = parser.iterator();
            skip(records, header.lineBefore);
            line = parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                budget.useElement(1);
                List<String> cells =
                        records.next().stream().map(CsvTable::unguarded).toList();
                if (rows == null) {
                    if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                        rows = new TableRows(name, "line", cells, (int) line);
                    }
                } else {
                    rows.add(cells, (int) line);
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException | IOException e) {
            throw new ProblemException(
                    new Problem.Invalid(
                            name + " line " + line + ": the quotation marks around a cell do not fit (" + e.getMessage()
                                    + "); one inside a cell is written twice",
                            List.of()),
                    e);
        }
        return Objects.requireNonNull(rows, "the header has been seen").table();
    }

    private static void skip(Iterator<CSVRecord> records, int lines) {
        for (int i = 0; i < lines; i++) {
            records.next();
        }
    }

    /// @param lineBefore how many lines stand before it that are none of the table
    private record Header(char separator, List<String> cells, int lineBefore) {
        boolean isMostlyKnown() {
            return known() > 1
                    && 2 * known()
                            > cells.stream().filter(cell -> !cell.isBlank()).count();
        }

        long known() {
            return cells.stream()
                    .map(Column::named)
                    .flatMap(Optional::stream)
                    .distinct()
                    .count();
        }
    }

    /// The first line with words, by the separator that gives most columns.
    private static Optional<Header> header(String text) {
        int before = SEPARATOR_LINE.matcher(text).lookingAt() ? 1 : 0;
        return SEPARATORS.stream()
                .flatMap(separator -> header(text, separator, before).stream())
                .max(Comparator.comparingLong(Header::known));
    }

    private static Optional<Header> header(String text, char separator, int before) {
        try (CSVParser parser = parser(text, separator)) {
            Iterator<CSVRecord> records = parser.iterator();
            skip(records, before);
            while (records.hasNext()) {
                List<String> cells = records.next().toList();
                if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                    return Optional.of(new Header(separator, cells, before));
                }
            }
            return Optional.empty();
        } catch (UncheckedIOException | IOException e) {
            // Not a table with this separator.
            return Optional.empty();
        }
    }

    private static CSVParser parser(String text, char separator) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(false)
                .get();
        return CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(format)
                .get();
    }

    /// Takes back the apostrophe that [TableWriter] puts before what would be taken for a formula.
    private static String unguarded(String cell) {
        return GUARDED.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    /// Puts an apostrophe before words that a spreadsheet program would take for a formula.
    static String guarded(String cell) {
        return GUARDED.matcher("'" + cell).matches() ? "'" + cell : cell;
    }
}
