// The table of quotes: the same rows from the whole base and from a selection, and what is retracted is marked.
package org.quoin.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.app.Homes;
import org.quoin.app.Quoin;
import org.quoin.model.PaperId;
import org.quoin.search.SearchFilter;

class QuoteTableTest {
    private static final CSVFormat FORM = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .get();

    private static List<CSVRecord> rows(Consumer<ByteArrayOutputStream> export) throws IOException {
        var bytes = new ByteArrayOutputStream();
        export.accept(bytes);
        try (CSVParser parser = FORM.parse(new StringReader(bytes.toString(StandardCharsets.UTF_8)))) {
            return parser.getRecords();
        }
    }

    private static List<CSVRecord> base(Quoin quoin) throws IOException {
        return rows(out -> quoin.export(ExportFormat.CSV, List.of(), out));
    }

    @Test
    void theWholeBaseHasTheRowsOfASelectionOfEverything(@TempDir Path home) throws IOException {
        try (Quoin quoin = Homes.filled(home)) {
            List<CSVRecord> selection = rows(QuotesExport.of(quoin.comparison(), SearchFilter.NONE)::csv);

            assertThat(base(quoin).stream().map(CSVRecord::toMap))
                    .hasSizeGreaterThan(150)
                    .containsExactlyInAnyOrderElementsOf(
                            selection.stream().map(CSVRecord::toMap).toList());
            assertThat(selection)
                    .anySatisfy(row -> assertThat(row.get("study_values")).contains("country/IE"));
        }
    }

    @Test
    void aRetractedPaperIsMarkedInTheBaseAndInNoSelection(@TempDir Path home) throws IOException {
        try (Quoin quoin = Homes.filled(home)) {
            quoin.retract(new PaperId("health-hubs-rural-ireland"), "figures were made up");

            assertThat(base(quoin))
                    .filteredOn(row -> row.get("paper").equals("health-hubs-rural-ireland"))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.get("retracted")).isEqualTo("figures were made up"));
            assertThat(rows(QuotesExport.of(quoin.comparison(), SearchFilter.NONE)::csv))
                    .isNotEmpty()
                    .noneMatch(row -> row.get("paper").equals("health-hubs-rural-ireland"))
                    .allSatisfy(row -> assertThat(row.get("retracted")).isEmpty());
        }
    }

    @Test
    void theWorkbookOfTheBaseHasTheSameCellsAndSaysWhatItHasNoPlaceFor(@TempDir Path home) throws IOException {
        try (Quoin quoin = Homes.filled(home)) {
            var bytes = new ByteArrayOutputStream();
            List<String> left = quoin.export(ExportFormat.XLSX, List.of(), bytes);
            List<CSVRecord> rows = base(quoin);

            assertThat(left).contains("1 synthesis");
            try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
                var sheet = workbook.getSheet("Quotes");
                int quote = rows.getFirst().getParser().getHeaderNames().indexOf("quote");
                assertThat(sheet.getLastRowNum()).isEqualTo(rows.size());
                for (int i = 0; i < rows.size(); i++) {
                    String words = rows.get(i).get(quote);
                    assertThat(sheet.getRow(i + 1).getCell(quote).getStringCellValue())
                            .isEqualTo(words.startsWith("'") ? words.substring(1) : words);
                }
                assertThat(workbook.getSheet("About").getRow(2).getCell(1).getStringCellValue())
                        .isEqualTo("1 synthesis");
            }
        }
    }
}
