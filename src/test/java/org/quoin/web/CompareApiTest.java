// Comparing over HTTP: data, files, addresses that can be shared, and what is refused.
package org.quoin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.app.Homes;
import tools.jackson.databind.JsonNode;

@ExtendWith(RunningServer.Shared.class)
class CompareApiTest {
    private final RunningServer server;

    CompareApiTest(RunningServer server) {
        this.server = server;
    }

    @Test
    void theApiAndThePageSayTheSame() {
        String query = "?rows=factor&columns=setting&kind=barrier&cell=trust%7C*";
        JsonNode data = server.json("/api/compare" + query);
        String page = server.page("/compare" + query).body();

        assertThat(data.at("/sequence").asLong())
                .isEqualTo(server.json("/api/health").at("/sequence").asLong());
        int open = data.at("/opened/items").asInt();
        assertThat(open).isPositive();
        assertThat(page.split("<article class=\"hit", -1)).hasSize(open + 1);
        for (JsonNode study : data.at("/opened/studies")) {
            for (JsonNode claim : study.at("/claims")) {
                for (JsonNode quote : claim.at("/quotes")) {
                    assertThat(page).contains("href=\"" + quote.at("/url").asString() + "\"");
                }
            }
        }
        assertThat(data.at("/states/not-coded").asString()).contains("not known");
    }

    @Test
    void noCellIsBlank() {
        String page =
                server.page("/compare?rows=study&columns=factor&maxColumns=60").body();

        Matcher cells = Pattern.compile("<td class=\"cell[^>]*>(.*?)</td>", Pattern.DOTALL)
                .matcher(page);
        int count = 0;
        while (cells.find()) {
            assertThat(cells.group(1).replaceAll("<[^>]*>", "")).isNotBlank();
            count++;
        }
        assertThat(count).isGreaterThan(100);
        assertThat(page).contains("not coded");
    }

    @Test
    void linksOfThePageLeadToPagesThatAre() {
        String page = server.page("/compare?rows=factor&columns=setting&maxRows=4&pinRow=trust&kind=enabler")
                .body();
        Matcher links = Pattern.compile("href=\"((?:/compare|/map|/api/compare|/search|/papers)[^\"#]*)")
                .matcher(page);
        int followed = 0;
        while (links.find() && followed < 60) {
            String path = links.group(1).replace("&amp;", "&");
            assertThat(server.page(path).statusCode()).as(path).isEqualTo(200);
            followed++;
        }
        assertThat(followed).isGreaterThan(20);
        assertThat(page).contains("rows are not shown", "kind=enabler", "Unpin");
    }

    @Test
    void filesComeAsWhatTheyAre() throws Exception {
        HttpResponse<String> csv = server.get("/api/compare?format=csv&table=cells", "*/*");
        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
        assertThat(csv.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"cells.csv\"");
        assertThat(csv.body()).startsWith("row,row_label,column,column_label,state,studies");

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> xlsx =
                    client.send(server.request("/api/compare?format=xlsx").build(), BodyHandlers.ofByteArray());
            assertThat(xlsx.headers().firstValue("Content-Type"))
                    .hasValue("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            assertThat(xlsx.body()).startsWith('P', 'K');
            HttpResponse<byte[]> docx =
                    client.send(server.request("/api/compare?format=docx").build(), BodyHandlers.ofByteArray());
            assertThat(docx.headers().firstValue("Content-Type"))
                    .hasValue("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
            assertThat(docx.headers().firstValue("Content-Disposition"))
                    .hasValue("attachment; filename=\"comparison.docx\"");
            assertThat(docx.body()).startsWith('P', 'K');
        }

        HttpResponse<String> html = server.get("/api/compare?format=html&view=framework&columns=category", "*/*");
        assertThat(html.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(html.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"comparison.html\"");
        assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(html.body()).startsWith("<!doctype html>").contains("Framework matrix", "References");

        HttpResponse<String> svg = server.get("/api/map?format=svg", "*/*");
        assertThat(svg.headers().firstValue("Content-Type")).hasValue("image/svg+xml; charset=utf-8");
        assertThat(svg.body()).startsWith("<svg").contains("prefers-color-scheme: dark");
    }

    /// Of the whole selection, however few rows are shown, and of nothing else.
    @Test
    void thePapersOfTheSelectionComeAsABibliography() {
        String all = server.get("/api/compare?format=ris&maxRows=1", "*/*").body();
        HttpResponse<String> some = server.get("/api/compare?format=ris&country=SE", "*/*");
        HttpResponse<String> bibtex = server.get("/api/compare?format=bibtex&country=SE", "*/*");

        assertThat(all.split("ER  - ", -1)).hasSize(server.quoin().papers().size() + 1);
        assertThat(some.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"studies.ris\"");
        assertThat(some.body().split("ER  - ", -1)).hasSize(2);
        assertThat(some.body()).contains("ID  - care-home-diaries-sweden");
        assertThat(bibtex.body().split("\n@|^@", -1)).hasSize(2);
        assertThat(server.get("/api/compare?format=ris&state=accepted", "*/*").statusCode())
                .as("nothing is accepted")
                .isEqualTo(409);
    }

    @Test
    void whatIsNotKnownIsRefusedByName() {
        for (String path : new String[] {
            "/api/compare?rows=colour",
            "/api/compare?colour=red",
            "/api/compare?rows=factor:x",
            "/api/compare?view=cake",
            "/api/compare?cell=trust",
            "/api/compare?cell=nobody%7Ctrust",
            "/api/compare?pinColumn=nothing",
            "/api/compare?maxRows=0",
            "/api/compare?maxRows=2000&maxColumns=2000",
            "/api/compare?format=cake",
            "/api/compare?format=csv&table=cake"
        }) {
            HttpResponse<String> answer = server.get(path, "application/json");
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).as(path).containsAnyOf("«", "must be", "from 1 to", "more than");
        }
    }

    @Test
    void whatComesFromOutsideIsShownAndNotRun() {
        String answer =
                server.page("/compare?rows=%3Cscript%3Ealert(1)%3C/script%3E").body();

        assertThat(answer).doesNotContain("<script>alert").contains("&lt;script");
    }

    @Test
    void anEmptyBaseTeaches(@TempDir Path folder) {
        try (var empty = new RunningServer(Homes.empty(folder.resolve("home")), ServerSettings.onLoopback(0))) {
            assertThat(empty.page("/compare").body()).contains("nothing to compare yet", "/imports");
            assertThat(empty.page("/map").body())
                    .contains("nothing to compare yet")
                    .doesNotContain("<svg class=\"map\"");
            assertThat(empty.json("/api/compare").at("/total/state").asString()).isEqualTo("not-coded");
        }
        assertThat(server.page("/compare?state=accepted&study=integrated-care-rural-uk")
                        .body())
                .contains("No evidence stands in both axes", "Take the filters off");
    }
}
