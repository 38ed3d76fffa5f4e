// Long lists, a page at a time: of a synthesis, whose page shows the beginning and says so, and of the papers.
package org.quoin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quoin.app.Progress;
import org.quoin.app.Quoin;
import org.quoin.app.Settings;
import org.quoin.app.Syntheses;
import org.quoin.model.Agent;
import org.quoin.model.AgentId;
import org.quoin.model.ConceptRef;
import org.quoin.model.PaperId;
import org.quoin.model.Synthesis;
import org.quoin.model.SynthesisId;
import org.quoin.synthesis.StudyClaim;
import org.quoin.testing.GeneratedStudies;
import org.quoin.web.page.SynthesisPage;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongListsTest {
    private static final int STUDIES = 52;
    private static final int ITEMS = 32;
    private static final int RETRACTED = 12;
    private static final long SEED = 7;
    private static final String ONE = "/syntheses/long";
    private static final String FINDING = ONE + "/findings/leads";
    private static final Agent ADA = new Agent(new AgentId("ada"), "Ada", Agent.Type.PERSON);
    private static final Pattern CLAIM = Pattern.compile("<a href=\"/evidence/([^\"]+)\">");
    private static final Pattern CHECKED = Pattern.compile("name=\"claim\" value=\"([^\"]+)\"");
    private static final Pattern STUDY = Pattern.compile("<th scope=\"row\">(\\S+) ");
    private static final Pattern PAPER = Pattern.compile("<h3><a href=\"/papers/([^\"]+)\">");
    private static final Pattern NEXT = Pattern.compile("<a href=\"([^\"]+)\" rel=\"next\">");

    private RunningServer server;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        GeneratedStudies.write(folder.resolve("studies"), STUDIES, ITEMS, SEED);
        Quoin quoin = Quoin.open(Settings.in(folder.resolve("home"), folder).withModel(false));
        quoin.importFiles(List.of(folder.resolve("studies")), Progress.NONE);
        synthesise(quoin.syntheses());
        // What rests on their words is to be looked at again.
        for (int paper = 1; paper <= RETRACTED; paper++) {
            quoin.retract(new PaperId("study-%05d".formatted(paper)), "for this test");
        }
        server = new RunningServer(quoin, ServerSettings.onLoopback(0).withWriteToken(RunningServer.TOKEN));
    }

    private static void synthesise(Syntheses syntheses) {
        var id = new SynthesisId("long");
        var leadership = new ConceptRef("factor", "leadership");
        syntheses.create(id, "Long lists", ADA);
        syntheses.translate(
                id,
                "leaders",
                "Leaders",
                "What leaders do.",
                syntheses.claims().all().stream()
                        .filter(claim -> claim.item().kind().key().equals("enabler") && claim.isAbout(leadership))
                        .map(StudyClaim::id)
                        .toList());
        syntheses.state(id, "leads", "Leaders help people to work together.", List.of("leaders"));
        var judgements = new TreeMap<String, Synthesis.Judgement>();
        Synthesis.Confidence.COMPONENTS.forEach(
                component -> judgements.put(component, new Synthesis.Judgement("minor", "For this test.")));
        syntheses.judge(
                id, "leads", new Synthesis.Confidence("moderate", "For this test.", judgements, ADA, null, List.of()));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void claimsOfACategoryAreAllThere() {
        List<String> all = ids("/categories/0/claims", "/id");

        assertThat(all).hasSizeGreaterThan(Paging.SIZE);
        everythingIsThere(ONE + "/categories/leaders", CLAIM, all, "claims");
    }

    @Test
    void whatSpeaksAgainstAFindingIsAllThere() {
        everythingIsThere(
                FINDING + "/dissent",
                CLAIM,
                ids("/findings/0/workSheet/dissent", "/claim/id"),
                "claims that speak against it");
    }

    @Test
    void whatHasChangedIsAllThere() {
        everythingIsThere(FINDING + "/changes", CLAIM, ids("/findings/0/lookAgain", "/claim"), "changes");
    }

    @Test
    void claimsThatMightBelongTogetherAreAllThere() {
        JsonNode suggestion = server.json("/api" + ONE + "/suggestions").get(0);
        String path =
                ONE + "/suggestions?of=" + Urls.encode(suggestion.at("/id").asString());

        everythingIsThere(path, CHECKED, texts(suggestion.at("/claims"), "/id"), "claims");
    }

    @Test
    void contributingStudiesAreAllThere() {
        everythingIsThere(FINDING + "/studies", STUDY, ids("/findings/0/workSheet/studies", "/study"), "studies");
    }

    @Test
    void papersAreAllThere() {
        assertThat(shown("/papers", PAPER))
                .containsExactlyElementsOf(texts(server.json("/api/papers").at("/papers"), "/id"));
        assertThat(server.page("/papers?page=2").body())
                .contains("52 papers", "51 to 52 of 52", "href=\"/papers\" rel=\"prev\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/categories/none, 404, no category",
        "/findings/none/dissent, 404, no synthesised finding",
        "/suggestions, 404, nothing is suggested",
        "/suggestions?of=factor/none, 404, nothing is suggested",
        "/categories/leaders?page=99, 404, its last is page",
        "/categories/leaders?page=0, 400, counted from 1",
        "/categories/leaders?page=two, 400, must be a whole number",
        "/categories/leaders?pages=2, 400, there is no parameter"
    })
    void whatIsNotThereIsSaid(String path, int status, String words) {
        var answer = server.page(ONE + path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(words);
    }

    /// The page of the synthesis leads there and says how many there are; each stands on one of the pages.
    private void everythingIsThere(String path, Pattern one, List<String> all, String what) {
        assertThat(all).hasSizeGreaterThan(SynthesisPage.SHOWN);
        assertThat(server.page(ONE).body()).contains(" of %d %s: <a href=\"%s\">".formatted(all.size(), what, path));
        assertThat(shown(path, one)).containsExactlyElementsOf(all);
    }

    /// On all pages of a list, one after the other.
    private List<String> shown(String path, Pattern one) {
        var seen = new ArrayList<String>();
        String next = path;
        while (!next.isEmpty()) {
            String html = server.page(next).body();
            List<String> here =
                    one.matcher(html).results().map(match -> match.group(1)).toList();
            assertThat(here).hasSizeLessThanOrEqualTo(Paging.SIZE);
            seen.addAll(here);
            next = NEXT.matcher(html)
                    .results()
                    .map(match -> match.group(1).replace("&amp;", "&"))
                    .findFirst()
                    .orElse("");
        }
        return seen;
    }

    private List<String> ids(String list, String id) {
        return texts(server.json("/api" + ONE).at(list), id);
    }

    private static List<String> texts(JsonNode list, String pointer) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.at(pointer).asString())
                .toList();
    }
}
