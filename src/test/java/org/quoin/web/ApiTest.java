// Tests of the JSON API.
package org.quoin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(RunningServer.Shared.class)
class ApiTest {
    private final RunningServer server;

    ApiTest(RunningServer server) {
        this.server = server;
    }

    @Test
    void searchGivesQuotesWithTheirPlaces() {
        JsonNode answer = server.json("/api/search?q=clear+shared+vision&kind=enabler&study=" + RunningServer.SEED);
        JsonNode hit = answer.at("/hits/0");
        assertThat(hit.at("/item/quotes/0/exact").asString()).isEqualTo("a clear shared vision");
        assertThat(hit.at("/item/quotes/0/start").asInt()).isEqualTo(1456);
        assertThat(hit.at("/item/quotes/0/end").asInt()).isEqualTo(1477);
        assertThat(hit.at("/item/quotes/0/textSha256").asString()).hasSize(64);
        assertThat(hit.at("/item/fictional").asBoolean()).isFalse();
        assertThat(hit.at("/item/studyTitle").isNull()).isTrue();
        assertThat(hit.at("/highlights/quote").size()).isPositive();
        assertThat(answer.at("/facets/kind/enabler").asLong())
                .isEqualTo(answer.get("total").asLong());
        assertThat(answer.at("/facets").has("theme")).isFalse();
    }

    @Test
    void everySchemeIsAFilterAndFiltersMayBeRepeated() {
        JsonNode rural = server.json("/api/search?setting=rural&limit=200");
        JsonNode both = server.json("/api/search?setting=rural&setting=urban&limit=200");
        JsonNode named = server.json("/api/search?concept=setting/rural&limit=200");
        assertThat(rural.get("total").asLong()).isPositive();
        assertThat(both.get("total").asLong()).isGreaterThan(rural.get("total").asLong());
        assertThat(named.get("total")).isEqualTo(rural.get("total"));
    }

    @Test
    void aBroaderConceptFindsTheEvidenceOfNarrowerOnes() {
        JsonNode rural = server.json("/api/search?setting=rural&limit=1");
        JsonNode remote = server.json("/api/search?setting=remote&limit=1");
        JsonNode both = server.json("/api/search?setting=rural&setting=remote&limit=1");
        assertThat(remote.get("total").asLong())
                .isPositive()
                .isLessThan(rural.get("total").asLong());
        assertThat(both.get("total")).isEqualTo(rural.get("total"));
        assertThat(rural.at("/facets/setting/rural")).isEqualTo(rural.get("total"));
        assertThat(rural.at("/facets/setting/remote")).isEqualTo(remote.get("total"));
    }

    @Test
    void pagesOfASearchFollowOneAnother() {
        JsonNode first = server.json("/api/search?q=services&limit=3");
        JsonNode second = server.json("/api/search?q=services&limit=3&offset=3");
        assertThat(first.at("/hits/2/rank").asInt()).isEqualTo(3);
        assertThat(second.at("/hits/0/rank").asInt()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/search?nope=1                | there is no parameter «nope»
            /api/search?kind=nope             | the kinds are
            /api/search?setting=nope          | scheme setting has
            /api/search?study=nope            | there is no study «nope»
            /api/search?fictional=perhaps     | fictional must be true or false
            /api/search?mode=magic            | the modes are bm25, dense, hybrid
            /api/search?limit=ten             | limit must be a whole number
            /api/search?limit=100000          | must be between 1 and
            /api/search?offset=-1             | offset
            /api/search?q=a&q=b               | give it once
            /api/papers/NOT-A-SLUG            | paper id
            /api/papers/integrated-care-rural-uk/export?format=docx | the formats are
            """)
    void whatIsWrongIsNamed(String path, String words) {
        HttpResponse<String> answer = server.get(path, "*/*");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("detail").asString()).contains(words);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (String path : List.of(
                "/api/papers/nope",
                "/api/evidence/nope/nope",
                "/api/nope",
                "/api/evidence/no-slash",
                "/id/paper/nope")) {
            assertThat(server.get(path, "*/*").statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void aPaperComesWithItsTextAndEveryQuoteIsASliceOfIt() {
        JsonNode paper = server.json("/api/papers/" + RunningServer.SEED);
        String text = paper.get("text").asString();
        assertThat(paper.get("items").size()).isEqualTo(26);
        assertThat(paper.get("title").isNull()).isTrue();
        assertThat(paper.get("codePoints").asInt()).isEqualTo(text.codePointCount(0, text.length()));
        for (JsonNode item : paper.get("items")) {
            for (JsonNode quote : item.get("quotes")) {
                int start = text.offsetByCodePoints(0, quote.get("start").asInt());
                int end = text.offsetByCodePoints(0, quote.get("end").asInt());
                assertThat(text.substring(start, end))
                        .isEqualTo(quote.get("exact").asString());
            }
        }
    }

    @Test
    void anItemIsFoundUnderItsId() {
        String id = server.json("/api/search?q=clear+shared+vision&study=" + RunningServer.SEED)
                .at("/hits/0/item/id")
                .asString();
        JsonNode item = server.json("/api/evidence/" + id);
        assertThat(item.get("id").asString()).isEqualTo(id);
        assertThat(item.at("/codedBy/name").asString()).isEqualTo("Quoin example coder");
    }

    @Test
    void papersSayWhichAreFictional() {
        JsonNode papers = server.json("/api/papers");
        assertThat(papers.get("total").asInt()).isEqualTo(7);
        for (JsonNode paper : papers.get("papers")) {
            assertThat(paper.get("fictional").asBoolean())
                    .isEqualTo(!paper.get("id").asString().equals(RunningServer.SEED));
        }
    }

    @Test
    void exportsComeAsFiles() {
        HttpResponse<String> csv = server.get("/api/papers/" + RunningServer.SEED + "/export?format=csv", "*/*");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"" + RunningServer.SEED + ".csv\"");
        assertThat(csv.body().lines().count()).isEqualTo(27);
        assertThat(server.get("/api/export?format=trig", "*/*").body()).contains("a clear shared vision");
    }

    @Test
    void healthAndIndexAnswer() {
        assertThat(server.json("/api/health").get("status").asString()).isEqualTo("ok");
        assertThat(server.json("/api").has("GET /api/search")).isTrue();
    }
}
