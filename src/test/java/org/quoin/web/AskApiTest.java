// Asking over HTTP: the data, the page, and what is refused.
package org.quoin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(RunningServer.Shared.class)
class AskApiTest {
    private static final String RURAL = "?q=what+helps+rural+areas+join+up+health+and+social+care%3F";

    private final RunningServer server;

    AskApiTest(RunningServer server) {
        this.server = server;
    }

    @Test
    void theApiAndThePageSayTheSame() {
        JsonNode brief = server.json("/api/ask" + RURAL + "&lines=3");
        String page = server.page("/ask" + RURAL).body();

        assertThat(brief.at("/answered").asBoolean()).isTrue();
        assertThat(brief.at("/sequence").asLong())
                .isEqualTo(server.json("/api/health").at("/sequence").asLong());
        assertThat(brief.at("/sections")).isNotEmpty();
        for (JsonNode section : brief.at("/sections")) {
            assertThat(page).contains(">" + section.at("/heading").asString() + "</h2>");
            for (JsonNode line : section.at("/lines")) {
                assertThat(line.at("/studies").asInt()).isPositive();
                for (JsonNode quote : line.at("/quotes")) {
                    assertThat(page)
                            .contains("href=\"" + quote.at("/evidenceUrl").asString() + "\"");
                }
            }
        }
        assertThat(page).contains("What is uncertain", "How is this decided?", "Not yet reviewed", "Fictional study");
    }

    @Test
    void theFirstViewHasTheBestLinesAndTheRestIsFoldedOrAtAnAddress() {
        Document page = Jsoup.parse(server.page("/ask" + RURAL).body());

        for (Element part : page.select(".brief-part:has(.brief-line)")) {
            assertThat(part.select(".brief-line")).hasSizeBetween(1, 3).allSatisfy(line -> {
                assertThat(line.select(".measure b")).singleElement().asString().contains("stud");
                assertThat(line.select(".place").stream().filter(place -> place.closest("details") == null))
                        .hasSize(1);
            });
        }
        assertThat(page.select(".brief-part details[open]")).isEmpty();
        Element all = Objects.requireNonNull(page.selectFirst("a[href$=#helps]"));
        assertThat(all.text()).matches("All \\d+ lines");
        Document whole =
                Jsoup.parse(server.page(all.attr("href").replace("#helps", "")).body());
        assertThat(whole.select("section[aria-labelledby=helps] .brief-line"))
                .hasSize(Integer.parseInt(all.text().replaceAll("\\D", "")));
        assertThat(whole.select("a[href$=#helps]")).isEmpty();
        assertThat(page.select(".on-paper").text()).contains("more lines", server.url("/ask?q="), "lines=50");
    }

    @Test
    void aDocumentHasTheBriefAndThenEveryLine() {
        Document document =
                Jsoup.parse(server.page("/api/ask" + RURAL + "&format=html").body());
        JsonNode all = server.json("/api/ask" + RURAL + "&lines=50");

        List<String> headings = document.select("h2").eachText();
        assertThat(headings)
                .containsSubsequence("What helps", "What is uncertain", "Annex: what helps, every line", "References");
        assertThat(document.select("h3").eachText())
                .containsAll(all.at("/sections/0/lines")
                        .valueStream()
                        .map(line -> line.at("/words").asString())
                        .toList());
        assertThat(document.text()).contains((all.at("/sections/0/lines").size() - 3) + " more lines: see the annex.");
    }

    @Test
    void whereNothingAnswersThePageSaysSoAndWhatIsNearest() {
        String page = server.page("/ask?q=what+helps+submarine+crews+to+trust+each+other")
                .body();

        assertThat(page)
                .contains(
                        "The base has no evidence on this.",
                        "Nothing in the base speaks of “submarine”, “crews”.",
                        "Nearest in the base; it does not answer the question")
                .doesNotContain(">What helps</h2>");
    }

    @Test
    void anEmptyQuestionTeachesWithQuestionsThatAreAnswered() {
        String page = server.page("/ask").body();

        assertThat(page).contains("Questions that this base answers", "aria-current=\"page\">Ask</a>");
        String href = page.split("<li><a href=\"/ask\\?q=", -1)[1].split("\"", -1)[0];
        assertThat(server.json("/api/ask?q=" + href).at("/answered").asBoolean())
                .isTrue();
    }

    @Test
    void theAddressHoldsTheLens() {
        String page = server.page("/ask" + RURAL + "&lens=country%2FIE&lens=setting%2Frural")
                .body();

        assertThat(page)
                .contains("value=\"country/IE\" checked", "value=\"setting/rural\" checked")
                .doesNotContain("read from the question");
        assertThat(server.json("/api/ask" + RURAL + "&lens=none").at("/lens/concepts"))
                .isEmpty();
    }

    @Test
    void whatIsNotKnownIsRefusedByName() {
        for (List<String> wrong : List.of(
                List.of("", "question is missing"),
                List.of("?q=trust&lens=setting/moon", "moon"),
                List.of("?q=trust&lens=none&lens=country/IE", "not both"),
                List.of("?q=trust&colour=red", "colour"),
                List.of("?q=trust&lines=0", "from 1 to"))) {
            var response = server.page("/api/ask" + wrong.getFirst());
            assertThat(response.statusCode()).as(wrong.getFirst()).isEqualTo(400);
            assertThat(response.body()).as(wrong.getFirst()).contains(wrong.getLast());
        }
    }

    @Test
    void theQuestionIsShownAsItWasAskedAndRunsNothing() {
        String page = server.page("/ask?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E").body();

        assertThat(page).contains("&lt;script&gt;").doesNotContain("<script>alert");
    }
}
