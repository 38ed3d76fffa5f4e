// Three people do their work in a real Chromium, from the first page to the file they take away.
package org.quoin.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.web.RealBrowser.Window;

/// Screenshots go to `target/screenshots`, to be looked at.
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneysTest {
    private static final int WIDTH = 1400;
    private static final String QUESTION = "what helps rural areas join up health and social care?";
    private static final String STUDIES_ON_TRUST = """
            PREFIX quoin: <https://w3id.org/quoin/ns#>
            SELECT (COUNT(DISTINCT ?study) AS ?studies) {
              ?item quoin:factor <https://w3id.org/quoin/scheme/factor/trust> ; quoin:reportedIn ?study .
            }""";

    private final RealBrowser browser = new RealBrowser();

    private @SuppressWarnings("NullAway.Init") RunningServer server;

    @BeforeAll
    void start(@TempDir Path home) {
        server = new RunningServer(home);
        browser.start();
    }

    @AfterAll
    void stop() {
        browser.close();
        server.close();
    }

    private Window window(boolean script) {
        return browser.open(server, WIDTH, 900, ColorScheme.LIGHT, script);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static void goTo(Page page, String section) {
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main"))
                .getByText(section, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    /// The file behind a link, under its own name.
    private static Path taken(Page page, Locator link) {
        Download download = page.waitForDownload(link::click);
        Path file = Path.of("target", "screenshots", download.suggestedFilename());
        download.saveAs(file);
        return file;
    }

    @Test
    void aReviewerComparesStudiesTranslatesThemesAndTakesTheTableAway() throws IOException {
        try (var window = window(true)) {
            Page page = window.page;
            page.navigate(server.url("/"));
            goTo(page, "Compare");
            assertThat(page.locator(".matrix tbody tr").first()).isVisible();
            window.shoot("reviewer-1-compare", false);

            goTo(page, "Syntheses");
            Locator begin = page.locator("section[aria-labelledby=begin]");
            begin.getByLabel("Title").fill("What makes joint work last");
            begin.getByLabel("Your name").fill("Ada Reviewer");
            begin.getByLabel("Write token").fill(RunningServer.TOKEN);
            begin.getByRole(AriaRole.BUTTON).click();
            assertThat(page.locator("h1")).containsText("What makes joint work last");
            window.shoot("reviewer-2-suggestions", true);

            List<String> categories = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Locator suggestion = page.locator(".suggestion").first();
                suggestion.locator("summary").click();
                categories.add(suggestion
                        .getByLabel("Category", new Locator.GetByLabelOptions().setExact(true))
                        .inputValue());
                suggestion.getByLabel("What falls under it").fill("All that studies say of it.");
                suggestion.getByLabel("Write token").fill(RunningServer.TOKEN);
                suggestion.getByText("Translate these").click();
                assertThat(page.locator(".category")).hasCount(i + 1);
            }
            page.getByText("State a finding over categories").click();
            Locator state = page.locator("form:has(input[value=state])");
            state.getByLabel("What the studies show together").fill("Joint work lasts where both of these are there.");
            for (String category : categories) {
                state.getByLabel(category, new Locator.GetByLabelOptions().setExact(true))
                        .check();
            }
            state.getByLabel("Write token").fill(RunningServer.TOKEN);
            state.getByRole(AriaRole.BUTTON).click();
            assertThat(page.locator(".finding h2")).hasText("Joint work lasts where both of these are there.");
            assertThat(page.locator("section[aria-labelledby=findings] tbody tr td")
                            .first())
                    .not()
                    .hasText("0");
            window.expectAccessible();
            window.shoot("reviewer-3-finding", true);

            goTo(page, "Compare");
            int rows = page.locator(".matrix tbody tr").count();
            Path workbook = taken(page, page.locator("a[href*='format=xlsx']").first());
            try (InputStream in = Files.newInputStream(workbook);
                    Workbook read = WorkbookFactory.create(in)) {
                Sheet matrix = read.getSheetAt(0);
                assertThat(matrix.getLastRowNum()).isGreaterThanOrEqualTo(rows);
            }
        }
    }

    @Test
    void aPolicyAnalystAsksAndTakesTheBriefAway() throws IOException {
        try (var window = window(true)) {
            Page page = window.page;
            page.navigate(server.url("/"));
            goTo(page, "Ask");
            window.shoot("analyst-1-empty", false);
            page.getByRole(AriaRole.SEARCHBOX).fill(QUESTION);
            button(page, "Ask").click();
            assertThat(page.locator(".brief-part h2").first()).hasText("What helps");
            assertThat(page.locator("p.lead")).containsText("studies speak to this");
            window.expectAccessible();
            window.shoot("analyst-2-brief", true);
            List<String> lines = page.locator(".k-enabler .brief-line h3 a").allTextContents();
            assertThat(lines).isNotEmpty();

            Path document = taken(page, page.locator("a[href*='format=docx']"));
            try (InputStream in = Files.newInputStream(document);
                    XWPFDocument read = new XWPFDocument(in);
                    XWPFWordExtractor words = new XWPFWordExtractor(read)) {
                assertThat(words.getText())
                        .contains(QUESTION)
                        .contains(lines)
                        .contains("References")
                        .contains("What speaks against it");
            }
            page.locator(".brief-line .place").first().click();
            assertThat(page).hasURL(Pattern.compile("/papers/[a-z-]+#q-\\d+-\\d+$"));
            assertThat(page.locator(".quote:target")).isInViewport();
        }
    }

    @Test
    void aBriefIsOnePageAndOneOrTwoSheetsOfPaper() throws IOException {
        try (var window = window(true)) {
            Page page = window.page;
            page.navigate(server.url("/ask?q=" + QUESTION.replace(' ', '+')));
            assertThat(((Number) page.evaluate("document.documentElement.scrollHeight")).intValue())
                    .as("pixels of the first view")
                    .isLessThan(3_000);
            page.locator(".line-more summary").first().click();
            assertThat(page.locator(".line-more[open] .brief-quote").first()).isVisible();
            window.expectAccessible();
            page.locator(".line-more summary").first().click();
            try (PDDocument paper = Loader.loadPDF(page.pdf(new Page.PdfOptions().setFormat("A4")))) {
                assertThat(paper.getNumberOfPages()).isLessThanOrEqualTo(2);
                assertThat(new PDFTextStripper().getText(paper)).contains("Not on paper:", "more lines");
            }
        }
    }

    @Test
    void aResearcherFollowsACellToItsWordsAndAsksTheSameInSparql() {
        try (var window = window(false)) {
            Page page = window.page;
            page.navigate(server.url("/compare?rows=factor&columns=setting"));
            Locator total = page.locator(".matrix tbody tr")
                    .filter(new Locator.FilterOptions()
                            .setHas(page.getByText("Trust", new Page.GetByTextOptions().setExact(true))))
                    .locator("td.cell")
                    .last()
                    .locator("a");
            total.click();
            assertThat(page.locator("#cell h2")).containsText("Trust");
            window.shoot("researcher-1-cell", false);
            List<String> studies = page.locator("#cell h3").allTextContents();

            Locator place = page.locator("#cell .place").first();
            String words = place.locator("q").textContent();
            place.click();
            assertThat(page).hasURL(Pattern.compile("/papers/[a-z-]+#q-\\d+-\\d+$"));
            assertThat(page.locator(".quote:target")).isInViewport();
            assertThat(page.locator(".quote:target").first().textContent()).contains(words.substring(0, 5));
            window.shoot("researcher-2-place", false);

            goTo(page, "SPARQL");
            page.getByLabel("Query").fill(STUDIES_ON_TRUST);
            button(page, "Run the query").click();
            assertThat(page.locator("#answer tbody td").first()).hasText(String.valueOf(studies.size()));
            window.shoot("researcher-3-sparql", false);
        }
    }
}
