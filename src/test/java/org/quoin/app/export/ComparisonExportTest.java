// Comparisons as tables: what is in them, that no words become a formula, and what they say they leave out.
package org.quoin.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.app.Homes;
import org.quoin.app.Progress;
import org.quoin.app.Quoin;
import org.quoin.app.ShippedBase;
import org.quoin.app.export.ComparisonExport.Table;
import org.quoin.model.PaperId;
import org.quoin.search.SearchFilter;
import org.quoin.synthesis.Axis;
import org.quoin.synthesis.ComparisonBase;
import org.quoin.synthesis.MatrixRequest;
import org.quoin.synthesis.MatrixRequest.Order;
import org.quoin.synthesis.MatrixRequest.Side;

@ExtendWith(ShippedBase.class)
class ComparisonExportTest {
    private static final String FORMULA = "=HYPERLINK(\"http://example.org\";\"trust\")";

    @Test
    void theMatrixIsWrittenAsSeen(Quoin quoin) throws IOException {
        ComparisonExport export = export(quoin, "factor", "setting", 5, 3);

        List<CSVRecord> lines = csv(export, Table.MATRIX);

        assertThat(lines.getFirst().toList())
                .hasSize(5)
                .startsWith("factor \\ setting")
                .endsWith("all: studies");
        assertThat(lines.get(1).get(0))
                .isEqualTo(export.matrix().rows().getFirst().label());
        assertThat(lines.stream().flatMap(line -> line.stream())).doesNotContain("");
        assertThat(lines.getLast().get(0)).startsWith("# left out: ");
        assertThat(lines)
                .as("a header, five rows, the totals, and a line for each thing left out")
                .hasSize(7 + export.matrix().leftOutInWords().size());
    }

    @Test
    void oneRowAQuoteWithTheWordsThatStandInThePaper(Quoin quoin) throws IOException {
        ComparisonExport export = export(quoin, "factor", "setting", 5, 3);
        int quotes = quoin.papers().stream()
                .flatMap(paper -> quoin.paper(paper.id()).items().stream())
                .mapToInt(
                        item -> item.quotations().size() + item.illustrations().size())
                .sum();

        List<CSVRecord> lines = csv(export, Table.QUOTES);

        assertThat(lines).as("the whole selection, whatever the matrix shows").hasSize(1 + quotes);
        List<String> header = lines.getFirst().toList();
        for (CSVRecord line : lines.subList(1, lines.size())) {
            String text = quoin.paper(new PaperId(line.get(header.indexOf("paper"))))
                    .text()
                    .value();
            int start = text.offsetByCodePoints(0, Integer.parseInt(line.get(header.indexOf("start"))));
            int end = text.offsetByCodePoints(0, Integer.parseInt(line.get(header.indexOf("end"))));
            assertThat(line.get(header.indexOf("quote"))).isEqualTo(text.substring(start, end));
        }
    }

    @Test
    void theWorkbookHasTheMatrixItsCellsItsQuotesAndWhatToKnowOfThem(Quoin quoin) throws IOException {
        ComparisonExport export = export(quoin, "factor", "setting", 5, 3);

        try (XSSFWorkbook workbook = xlsx(export, false)) {
            assertThat(StreamSupport.stream(workbook.spliterator(), false).map(Sheet::getSheetName))
                    .containsExactly("Matrix", "Cells", "Quotes", "About");
            Sheet matrix = workbook.getSheet("Matrix");
            var total = matrix.getRow(1).getCell(4);
            assertThat(total.getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat((int) total.getNumericCellValue())
                    .isEqualTo(export.matrix().rowTotals().getFirst().studies());
            assertThat(new DataFormatter().formatCellValue(total)).endsWith("contradicted between studies");
            assertThat(text(workbook.getSheet("About"))).contains("columns are not shown (setting)", "not coded");
        }
        try (XSSFWorkbook workbook = xlsx(export, true)) {
            assertThat(text(workbook.getSheet("Framework matrix"))).contains("“", "[barrier, ");
        }
    }

    @Test
    void noWordsBecomeAFormula(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("tea.txt"), "Staff said: " + FORMULA + " and meant it. It was a remote unit.");
        Files.writeString(folder.resolve("tea.yaml"), """
                quoin: 1
                paper: tea
                text: tea.txt
                title: "@SUM(A1) of teams"
                coded-by: {id: jane, name: "-Jane"}
                evidence:
                  - {kind: enabler, factor: trust, statement: "+1 for trust", quote: '%s'}
                  - {kind: context, facet: setting, value: setting/remote, quote: remote unit}
                """.formatted(FORMULA));
        try (Quoin quoin = Homes.empty(folder.resolve("home"))) {
            assertThat(quoin.importFiles(List.of(folder.resolve("tea.yaml")), Progress.NONE)
                            .imported())
                    .isEqualTo(1);
            ComparisonExport export = export(quoin, "study", "factor", 5, 5);
            List<String> cells = new ArrayList<>();
            for (Table table : Table.values()) {
                csv(export, table).forEach(line -> line.forEach(cells::add));
            }
            var plain = new ByteArrayOutputStream();
            quoin.export(ExportFormat.CSV, List.of(), plain);
            parsed(plain.toString(StandardCharsets.UTF_8)).forEach(line -> line.forEach(cells::add));

            assertThat(cells)
                    .noneMatch(cell -> cell.matches("(?s)[=+@\\t\\r].*|-[^0-9].*"))
                    .contains("'" + FORMULA, "'@SUM(A1) of teams", "'+1 for trust", "'-Jane");
            try (XSSFWorkbook workbook = xlsx(export, true)) {
                workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                    if (cell.getCellType() == CellType.STRING
                            && cell.getStringCellValue().equals(FORMULA)) {
                        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                    }
                })));
                assertThat(text(workbook.getSheet("Quotes"))).contains(FORMULA);
            }
        }
    }

    private static ComparisonExport export(Quoin quoin, String rows, String columns, int maxRows, int maxColumns) {
        ComparisonBase base = quoin.comparison();
        return new ComparisonExport(
                base,
                base.matrix(new MatrixRequest(
                        new Side(Axis.parse(rows, quoin.vocabulary()), Order.TOTAL, List.of(), maxRows),
                        new Side(Axis.parse(columns, quoin.vocabulary()), Order.TOTAL, List.of(), maxColumns),
                        SearchFilter.NONE)));
    }

    private static List<CSVRecord> csv(ComparisonExport export, Table table) throws IOException {
        var out = new ByteArrayOutputStream();
        export.csv(table, out);
        return parsed(out.toString(StandardCharsets.UTF_8));
    }

    private static List<CSVRecord> parsed(String csv) throws IOException {
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(csv))
                .setFormat(CSVFormat.RFC4180)
                .get()) {
            return parser.getRecords();
        }
    }

    private static XSSFWorkbook xlsx(ComparisonExport export, boolean framework) throws IOException {
        var out = new ByteArrayOutputStream();
        export.xlsx(framework, out);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    private static String text(Sheet sheet) {
        var text = new StringBuilder();
        var formatter = new DataFormatter();
        sheet.forEach(row ->
                row.forEach(cell -> text.append(formatter.formatCellValue(cell)).append('\n')));
        return text.toString();
    }
}
