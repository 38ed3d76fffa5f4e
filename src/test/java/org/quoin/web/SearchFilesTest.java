// A search as files: one row a quote of what was found, and the papers it is from.
package org.quoin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(RunningServer.Shared.class)
class SearchFilesTest {
    private final RunningServer server;

    SearchFilesTest(RunningServer server) {
        this.server = server;
    }

    @Test
    void withoutWordsAllOfTheSelectionIsWritten() throws IOException {
        List<CSVRecord> lines = csv("/api/search?kind=barrier&limit=1&format=csv");
        List<CSVRecord> compared = csv("/api/compare?kind=barrier&format=csv&table=quotes");

        assertThat(lines).hasSizeGreaterThan(20);
        assertThat(lines.stream().map(CSVRecord::toList))
                .isEqualTo(compared.stream().map(CSVRecord::toList).toList());
    }

    @Test
    void withWordsTheHitsInTheirOrderAndWhatIsMissing() throws Exception {
        String query = "/api/search?q=shared+records&limit=3";
        JsonNode found = server.json(query);
        List<CSVRecord> lines = csv(query + "&format=csv");

        int item = lines.getFirst().toList().indexOf("item");
        var expected = new ArrayList<String>();
        found.at("/hits").forEach(hit -> expected.add(hit.at("/item/id").asString()));
        assertThat(expected).hasSize(3);
        assertThat(lines.stream()
                        .filter(line -> line.size() > item && line.getRecordNumber() > 1)
                        .map(line -> line.get(item))
                        .distinct())
                .isEqualTo(expected);
        assertThat(String.join(",", lines.getLast().toList()))
                .startsWith("# left out: ")
                .contains((found.at("/total").asLong() - 3) + " matching items", "limit 3");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer =
                    client.send(server.request(query + "&format=xlsx").build(), BodyHandlers.ofByteArray());
            assertThat(answer.headers().firstValue("Content-Disposition"))
                    .hasValue("attachment; filename=\"quotes.xlsx\"");
            try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(answer.body()))) {
                assertThat(workbook.getSheet("Quotes").getRow(1).getCell(item).getStringCellValue())
                        .isEqualTo(expected.getFirst());
                assertThat(workbook.getSheet("About").getRow(2).getCell(1).getStringCellValue())
                        .contains("matching items");
            }
        }
    }

    @Test
    void thePapersOfWhatWasFoundAreABibliography() {
        HttpResponse<String> ris = server.get("/api/search?country=SE&format=ris", "*/*");

        assertThat(ris.body().split("ER  - ", -1)).hasSize(2);
        assertThat(server.get("/api/search?q=zzzzqqqq&mode=bm25&format=ris", "*/*")
                        .statusCode())
                .isEqualTo(409);
        assertThat(server.get("/api/search?format=cake", "*/*").statusCode()).isEqualTo(400);
        assertThat(server.get("/api/passages?format=csv", "*/*").statusCode())
                .as("there is no such form of passages")
                .isEqualTo(400);
        assertThat(server.page("/search?q=shared+records&limit=5").body())
                .contains("/api/search?q=shared+records&amp;limit=200&amp;format=xlsx");
    }

    private List<CSVRecord> csv(String path) throws IOException {
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(server.get(path, "*/*").body()))
                .setFormat(CSVFormat.RFC4180)
                .get()) {
            return parser.getRecords();
        }
    }
}
