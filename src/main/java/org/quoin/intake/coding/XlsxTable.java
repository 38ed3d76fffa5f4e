// Reads coded tables from Excel workbooks: values as they are shown.
package org.quoin.intake.coding;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.coding.CodingNote.What;
import org.quoin.intake.document.Budget;
import org.quoin.intake.document.Notes;
import org.quoin.intake.document.Source;
import org.quoin.intake.document.Tally;
import org.quoin.intake.document.Xml;
import org.quoin.intake.document.Zip;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/// The first visible sheet whose first row names a column `quote` is read, the others are noted. Sheets are
/// read as a stream of cells: memory goes by the words in the table, not by the workbook.
final class XlsxTable {
    private final Source source;
    private final Budget budget;
    private final Tally<What> tally = new Tally<>(What.class);

    private XlsxTable(Source source, Budget budget) {
        this.source = source;
        this.budget = budget;
    }

    static boolean recognises(Source source) {
        return source.startsWith("PK\u0003\u0004")
                && (source.head().contains("xl/workbook") || source.endHas("xl/workbook"));
    }

    static CodingFile read(Source source, Budget budget) {
        // Meets bombs and damage before the library does.
        Zip.unpacked(source, budget, name -> false);
        XlsxTable workbook = new XlsxTable(source, budget);
        try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(source.bytes()))) {
            CodedTable table = workbook.read(parts);
            return new CodingFile.Table(CodingFormat.XLSX, table, workbook.tally.all(CodingNote::new));
        } catch (ProblemException e) {
            throw e;
        } catch (IOException | OpenXML4JException | SAXException | ParserConfigurationException | RuntimeException e) {
            // POI meets broken files with exceptions of any kind.
            throw new ProblemException(
                    new Problem.Invalid(
                            source.name() + " is a damaged Excel workbook (" + e.getMessage()
                                    + "). Open it in a spreadsheet program and save it again.",
                            List.of()),
                    e);
        }
    }

    private CodedTable read(OPCPackage parts)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        XSSFReader reader = new XSSFReader(parts);
        SharedStrings strings = new ReadOnlySharedStringsTable(parts, false);
        StylesTable styles = reader.getStylesTable();
        List<String> hidden = hiddenSheets(reader);
        @Nullable CodedTable table = null;
        var sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
        while (sheets.hasNext()) {
            try (InputStream sheet = sheets.next()) {
                String name = sheets.getSheetName();
                if (table != null || hidden.contains(name)) {
                    tally.add(What.OTHER_SHEET, hidden.contains(name) ? name + " (hidden)" : name);
                    continue;
                }
                Cells cells = new Cells(budget);
                XMLReader xml = XMLHelper.newXMLReader();
                xml.setContentHandler(new SheetHandler(styles, strings, cells));
                xml.parse(new InputSource(sheet));
                if (cells.hasQuoteColumn()) {
                    table = cells.table(source.name() + " sheet «" + name + "»");
                } else {
                    tally.add(What.OTHER_SHEET, name);
                }
            }
        }
        if (table == null) {
            throw Problem.invalid(source.name() + " has no visible sheet whose first row names a column «"
                    + Column.QUOTE.header() + "»; the columns are " + Column.names());
        }
        return table;
    }

    private List<String> hiddenSheets(XSSFReader reader) throws IOException, OpenXML4JException {
        try (InputStream workbook = reader.getWorkbookData()) {
            Source part = Source.of(source.name() + "!workbook.xml", workbook.readAllBytes());
            return Xml.parse(part, budget, new Notes())
                    .all("sheets", "sheet")
                    .filter(sheet ->
                            sheet.attribute("state").toLowerCase(Locale.ROOT).contains("hidden"))
                    .map(sheet -> sheet.attribute("name"))
                    .toList();
        }
    }

    /// The library's handler, which does not tell of merged cells.
    private static final class SheetHandler extends XSSFSheetXMLHandler {
        private final Cells cells;

        SheetHandler(StylesTable styles, SharedStrings strings, Cells cells) {
            super(styles, null, strings, cells, new DataFormatter(Locale.ENGLISH), false);
            this.cells = cells;
        }

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes)
                throws SAXException {
            if ("mergeCell".equals(localName)) {
                cells.merged.add(CellRangeAddress.valueOf(attributes.getValue("ref")));
            }
            super.startElement(uri, localName, qName, attributes);
        }
    }

    /// The cells of a sheet, by row and column, both counted from 0; only those with words.
    private static final class Cells implements SheetContentsHandler {
        private final Budget budget;
        private final TreeMap<Integer, TreeMap<Integer, String>> rows = new TreeMap<>();
        private final List<CellRangeAddress> merged = new ArrayList<>();
        private int row;
        private int nextColumn;

        Cells(Budget budget) {
            this.budget = budget;
        }

        @Override
        public void startRow(int number) {
            row = number;
            nextColumn = 0;
            budget.useElement(1);
        }

        @Override
        public void endRow(int number) {}

        @Override
        public void cell(@Nullable String reference, @Nullable String shown, @Nullable XSSFComment comment) {
            int column = reference == null ? nextColumn : new CellReference(reference).getCol();
            nextColumn = column + 1;
            budget.useElement(2);
            if (shown != null && !shown.isBlank()) {
                budget.useCharacters(shown.length());
                rows.computeIfAbsent(row, key -> new TreeMap<>()).put(column, shown);
            }
        }

        boolean hasQuoteColumn() {
            return !rows.isEmpty()
                    && TableRows.hasQuoteColumn(line(rows.firstEntry().getValue()));
        }

        CodedTable table(String name) {
            int header = rows.firstKey();
            spread(header);
            TableRows table = new TableRows(name, "row", line(rows.firstEntry().getValue()), header + 1);
            rows.tailMap(header, false).forEach((number, cells) -> table.add(line(cells), number + 1));
            return table.table();
        }

        /// A merged cell stands for each of the cells that it covers in rows that say something of their own.
        private void spread(int header) {
            int width = rows.firstEntry().getValue().lastKey() + 1;
            for (CellRangeAddress range : merged) {
                Map<Integer, String> first = rows.getOrDefault(range.getFirstRow(), new TreeMap<>());
                String value = first.get(range.getFirstColumn());
                if (value == null || range.getFirstRow() <= header) {
                    continue;
                }
                rows.subMap(range.getFirstRow(), true, range.getLastRow(), true)
                        .values()
                        .forEach(cells -> {
                            budget.checkTime();
                            for (int column = range.getFirstColumn();
                                    column <= Math.min(range.getLastColumn(), width - 1);
                                    column++) {
                                cells.putIfAbsent(column, value);
                            }
                        });
            }
        }

        private static List<String> line(SortedMap<Integer, String> cells) {
            List<String> line = new ArrayList<>();
            cells.forEach((column, value) -> {
                while (line.size() < column) {
                    line.add("");
                }
                line.add(value);
            });
            return line;
        }
    }
}
