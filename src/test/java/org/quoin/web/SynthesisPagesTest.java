// Syntheses over HTTP: read by all, changed with the write token alone, by forms that work without script.
package org.quoin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.model.SynthesisId;
import tools.jackson.databind.JsonNode;

class SynthesisPagesTest {
    private static final String DEMO = "/syntheses/what-keeps-care-joined-up";
    private static final String CLAIMS = "claim=health-hubs-rural-ireland/barrier-separate-record-systems-71672f18"
            + "&claim=care-home-diaries-sweden/barrier-the-lack-of-a-common-record-573cb131";

    private RunningServer server;

    @BeforeEach
    void start(@TempDir Path home) {
        server = new RunningServer(home);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aSynthesisIsReadWithEverythingItRestsOn() {
        JsonNode all = server.json("/api/syntheses");
        JsonNode one = server.json("/api" + DEMO);

        assertThat(all.at("/syntheses/0/id").asString()).isEqualTo("what-keeps-care-joined-up");
        assertThat(all.at("/syntheses/0/toLookAtAgain").asInt()).isZero();
        assertThat(one.at("/fictional").asBoolean()).isTrue();
        assertThat(one.at("/findings/0/confidence/rating/label").asString()).isNotEmpty();
        assertThat(one.at("/findings/0/workSheet/studies").size()).isPositive();
        String quote = one.at("/categories/0/claims/0/quotes/0/url").asString();
        assertThat(server.page(quote.substring(0, quote.indexOf('#'))).statusCode())
                .isEqualTo(200);
        assertThat(server.page(DEMO).body())
                .contains("Evidence profile (GRADE-CERQual)", "Looked for and not there", "What might belong together");
    }

    @Test
    void theReportIsADocumentOfItsOwn() {
        HttpResponse<String> html = server.get("/api" + DEMO + "/report", "*/*");
        HttpResponse<String> docx = server.get("/api" + DEMO + "/report?format=docx", "*/*");

        assertThat(html.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(html.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"what-keeps-care-joined-up.html\"");
        assertThat(html.body()).contains("Evidence profile (GRADE-CERQual)", "References");
        assertThat(docx.headers().firstValue("Content-Type"))
                .hasValue("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(docx.body()).startsWith("PK");
        assertThat(server.get("/api" + DEMO + "/report?format=pdf", "*/*").statusCode())
                .isEqualTo(400);
        assertThat(server.get("/api/syntheses/none/report", "*/*").statusCode()).isEqualTo(404);
        assertThat(server.page(DEMO).body()).contains("/report?format=docx");
    }

    @Test
    void theFileGoesOutAndComesInAgain() {
        String yaml = server.get("/api" + DEMO + "/file", "*/*").body();

        HttpResponse<String> refused = server.send(server.request("/api" + DEMO).PUT(BodyPublishers.ofString(yaml)));
        HttpResponse<String> taken = server.send(server.request("/api" + DEMO)
                .header("Authorization", "Bearer " + RunningServer.TOKEN)
                .PUT(BodyPublishers.ofString(yaml.replace("title: What", "title: Whatever"))));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(server.json("/api" + DEMO).at("/title").asString()).startsWith("Whatever");
        assertThat(server.send(server.request("/api" + DEMO)
                                .header("Authorization", "Bearer " + RunningServer.TOKEN)
                                .DELETE())
                        .statusCode())
                .isEqualTo(204);
        assertThat(server.page(DEMO).statusCode()).isEqualTo(404);
        assertThat(server.page("/syntheses").body()).contains("There is no synthesis yet");
    }

    @Test
    void claimsAreTranslatedByAForm() {
        String label = "do=translate&label=" + encoded("One record") + "&definition=" + encoded("That all read one.");

        assertThat(form(DEMO, label + "&" + CLAIMS).statusCode()).isEqualTo(403);
        HttpResponse<String> done = form(DEMO, label + "&" + CLAIMS + "&token=" + RunningServer.TOKEN);

        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        assertThat(done.headers().firstValue("Location").orElseThrow()).endsWith("#category-one-record");
        assertThat(server.quoin()
                        .syntheses()
                        .get(new SynthesisId("what-keeps-care-joined-up"))
                        .category("one-record")
                        .orElseThrow()
                        .claims())
                .hasSize(2);
        assertThat(server.page(DEMO).body()).contains("id=\"category-one-record\"");
    }

    @Test
    void aMisuseIsSaidOnThePageItself() {
        HttpResponse<String> answer = form(
                DEMO, "do=judge&finding=familiar-faces&rating=high&rationale=x&by=Ada&token=" + RunningServer.TOKEN);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("is not judged. Add its judgement", "Summary of qualitative findings");
    }

    @Test
    void aSynthesisBeginsWithItsTitleAndAName() {
        HttpResponse<String> done = form(
                "/syntheses",
                Stream.of("title=" + encoded("What helps?"), "by=Ada", "token=" + RunningServer.TOKEN)
                        .collect(Collectors.joining("&")));

        assertThat(done.headers().firstValue("Location")).contains("/syntheses/what-helps");
        assertThat(server.page("/syntheses/what-helps").body()).contains("Nothing is translated yet");
    }

    private HttpResponse<String> form(String path, String body) {
        return server.post(path, "application/x-www-form-urlencoded", body);
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
