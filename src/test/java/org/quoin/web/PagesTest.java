// Tests of the pages and of the addresses of the data, as far as they can be told from the HTML.
package org.quoin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningServer.Shared.class)
class PagesTest {
    private final RunningServer server;

    PagesTest(RunningServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/search",
                "/search?q=nothing-matches-this-zzz&mode=bm25",
                "/papers",
                "/sparql",
                "/api",
                "/ns",
                "/scheme/setting",
                "/shapes",
                "/resource/study/integrated-care-rural-uk"
            })
    void everyPageAnswers(String path) {
        HttpResponse<String> page = server.page(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<!doctype html>", "Skip to the content", "</html>");
    }

    @Test
    void theTextOfAPaperIsShownCharacterByCharacter() {
        for (String id : List.of(RunningServer.SEED, "care-home-diaries-sweden")) {
            String page = server.page("/papers/" + id).body();
            String shown =
                    page.substring(page.indexOf("<div class=\"text\""), page.indexOf("</div>\n</section>\n<aside"));
            String words = shown.substring(shown.indexOf('>') + 1)
                    .replaceAll("<[^>]*>", "")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&amp;", "&");
            assertThat(words)
                    .isEqualTo(server.json("/api/papers/" + id).get("text").asString());
        }
    }

    @Test
    void everyPlaceAnItemPointsAtIsThere() {
        for (var paper : server.json("/api/papers").get("papers")) {
            String page = server.page("/papers/" + paper.get("id").asString()).body();
            page.lines().filter(line -> line.contains("class=\"place\"")).forEach(line -> {
                String anchor = line.replaceAll(".*href=\"#(q-\\d+-\\d+)\".*", "$1");
                assertThat(page).containsOnlyOnce("id=\"" + anchor + "\"");
            });
        }
    }

    @Test
    void aPaperSaysWhatItsSourceDoesNot() {
        String page = server.page("/papers/" + RunningServer.SEED).body();
        assertThat(page).contains("no title in the source", "SHA-256").doesNotContain("Fictional study");
        assertThat(server.page("/papers/care-home-diaries-sweden").body()).contains("Fictional study");
    }

    @Test
    void resultsSayHowManyAndMarkFictionalStudies() {
        String page = server.page("/search?q=what+helps+services+work+together&kind=enabler")
                .body();
        assertThat(page).contains("pieces of evidence", "Fictional study", "<mark>", "Ranked by words and meaning");
    }

    @ParameterizedTest
    @CsvSource({
        "/id/paper/integrated-care-rural-uk, /papers/integrated-care-rural-uk",
        "/id/study/integrated-care-rural-uk, /resource/study/integrated-care-rural-uk",
        "/id/agent/quoin-example-coder, /resource/agent/quoin-example-coder"
    })
    void browsersAreSentToPages(String iri, String page) {
        HttpResponse<String> answer = server.page(iri);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(page));
    }

    @Test
    void itemsAndQuotationsLeadToTheirPlaces() {
        var item = server.json("/api/search?q=clear+shared+vision&study=" + RunningServer.SEED)
                .at("/hits/0/item");
        String local = item.get("iri").asString().substring("https://w3id.org/quoin".length());
        assertThat(server.page(local).headers().firstValue("Location"))
                .hasValueSatisfying(to ->
                        assertThat(to).endsWith("/evidence/" + item.get("id").asString()));
        String quotation = item.at("/quotes/0/iri").asString().substring("https://w3id.org/quoin".length());
        assertThat(server.page(quotation).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/papers/" + RunningServer.SEED + "#q-1456-1477"));
        assertThat(server.page("/evidence/" + item.get("id").asString()).body())
                .contains("a clear shared vision", "characters 1,456 to 1,477", "Cite this");
    }

    @ParameterizedTest
    @CsvSource({
        "text/turtle, text/turtle",
        "application/ld+json, application/ld+json",
        "application/n-triples, application/n-triples",
        "application/rdf+xml, application/rdf+xml",
        "*/*, text/turtle"
    })
    void programsGetRdf(String accept, String type) {
        for (String path : List.of("/id/paper/" + RunningServer.SEED, "/ns", "/scheme/setting")) {
            HttpResponse<String> answer = server.get(path, accept);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(actual -> assertThat(actual).startsWith(type));
            assertThat(answer.headers().firstValue("Vary"))
                    .hasValueSatisfying(vary -> assertThat(vary).contains("Accept"));
        }
    }

    @Test
    void withoutScriptASparqlQueryIsAnsweredOnThePage() {
        String page = server.page(
                        "/sparql?query=" + Urls.encode("SELECT ?s { ?s a <https://w3id.org/quoin/ns#Study> }"))
                .body();
        assertThat(page).contains("7 rows", "/id/study/" + RunningServer.SEED);
    }

    @Test
    void anErrorIsAPageForBrowsers() {
        HttpResponse<String> page = server.page("/papers/nope");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("<h1>Not found</h1>", "there is no paper");
    }
}
