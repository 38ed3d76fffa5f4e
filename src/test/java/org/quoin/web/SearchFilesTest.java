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
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        "/search?q=shared+records, RIS and BibTeX hold the bibliography of its papers and nothing else.",
        "/compare, RIS and BibTeX hold the bibliography of its papers and nothing else.",
        "/papers, TriG leaves nothing out"
    })
    void whatFilesLeaveOutStandsBesideThem(String page, String said) throws Exception {
        String html = server.get(page, "text/html").body();

        assertThat(html.substring(html.indexOf("<div class=\"downloads\">"))).contains(said);
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

    @ParameterizedTest
    @CsvSource({
        "trig, TRIG",
        "turtle, TURTLE",
        "jsonld, JSONLD",
    })
    void thePapersOfASelectionComeAsRdf(String format, String lang) {
        Lang read = Objects.requireNonNull(RDFLanguages.nameToLang(lang));
        for (String address : List.of("/api/search?country=SE", "/api/compare?country=SE", "/api/map?country=SE")) {
            HttpResponse<String> answer = server.get(address + "&format=" + format, "*/*");
            DatasetGraph graphs = RDFParser.fromString(answer.body(), read).toDatasetGraph();

            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(Iter.asStream(graphs.find(
                                    Node.ANY,
                                    Node.ANY,
                                    NodeFactory.createURI("https://w3id.org/quoin/ns#reportedIn"),
                                    Node.ANY))
                            .map(Quad::getObject)
                            .distinct())
                    .as(address)
                    .singleElement()
                    .hasToString("https://w3id.org/quoin/id/study/care-home-diaries-sweden");
        }
    }

    @Test
    void thePapersOfASelectionComeAsAProject() throws Exception {
        for (String address : List.of("/api/search?country=SE", "/api/compare?country=SE")) {
            try (HttpClient client = HttpClient.newHttpClient();
                    var zip = new ZipInputStream(new ByteArrayInputStream(client.send(
                                    server.request(address + "&format=refi-qda").build(), BodyHandlers.ofByteArray())
                            .body()))) {
                var names = new ArrayList<String>();
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    names.add(entry.getName());
                }
                assertThat(names).as(address).contains("project.qde").hasSize(2);
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
