// Journeys in a real Chromium: what a person sees, with the rules of accessibility checked on the way.
package org.quoin.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quoin.web.RealBrowser.Window;

/// Screenshots go to `target/screenshots`, to be looked at.
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(RunningServer.Shared.class)
class BrowserTest {
    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;

    private final RunningServer server;
    private final RealBrowser browser = new RealBrowser();

    BrowserTest(RunningServer server) {
        this.server = server;
    }

    @BeforeAll
    void start() {
        browser.start();
    }

    @AfterAll
    void stop() {
        browser.close();
    }

    private Window window(int width, int height, ColorScheme scheme, boolean script) {
        return browser.open(server, width, height, scheme, script);
    }

    private Window window(int width) {
        return window(width, width == PHONE ? 844 : 900, ColorScheme.LIGHT, true);
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    @ParameterizedTest
    @ValueSource(ints = {DESKTOP, PHONE})
    void fromAQuestionToTheWordsInThePaper(int width) {
        try (var window = window(width)) {
            Page page = window.page;
            page.navigate(server.url("/"));
            window.shoot("journey-1-home-" + width, false);
            page.getByRole(AriaRole.SEARCHBOX).fill("what helps services work together");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search"))
                    .click();
            assertThat(page.locator(".total")).containsText("pieces of evidence");
            if (width == PHONE) {
                page.locator("#filters > summary").click();
            }
            page.getByLabel("Enablers").check();
            assertThat(page).hasURL(Pattern.compile("kind=enabler"));
            assertThat(page.locator(".hit .kind").first()).hasText("Enabler");
            assertThat(page.locator(".hit .kind").filter(new Locator.FilterOptions().setHasNotText("Enabler")))
                    .hasCount(0);
            assertThat(page.getByLabel("Enablers")).isChecked();
            window.shoot("journey-2-results-" + width, false);

            page.getByLabel("Untitled").check();
            Locator seed = page.locator(".hit")
                    .filter(new Locator.FilterOptions().setHasText("a clear shared vision"))
                    .first();
            seed.getByText("See it in the paper").click();
            assertThat(page).hasURL(Pattern.compile("/papers/integrated-care-rural-uk#q-\\d+-\\d+$"));
            Locator quote = page.locator(".quote:target");
            assertThat(quote).isInViewport();
            assertThat(quote).hasClass(Pattern.compile("k-enabler"));
            window.shoot("journey-3-paper-" + width, false);

            quote.locator("a").first().click();
            Locator item = page.locator("li:target");
            assertThat(item).isInViewport();
            item.locator(".place").first().click();
            assertThat(page.locator(".quote:target")).isInViewport();
        }
    }

    static Stream<String> pages() {
        return Stream.of(
                "/",
                "/search?q=what+helps+services+work+together",
                "/search?q=zzzz&mode=bm25",
                "/ask",
                "/ask?q=what+helps+rural+areas+join+up+health+and+social+care",
                "/ask?q=what+helps+submarine+crews",
                "/papers",
                "/syntheses",
                "/syntheses/what-keeps-care-joined-up",
                "/syntheses/what-keeps-care-joined-up/categories/trust-from-familiar-faces",
                "/syntheses/what-keeps-care-joined-up/findings/familiar-faces/studies",
                "/syntheses/what-keeps-care-joined-up/findings/familiar-faces/dissent",
                "/syntheses/what-keeps-care-joined-up/findings/familiar-faces/changes",
                "/papers/" + RunningServer.SEED,
                "/papers/care-home-diaries-sweden",
                "/imports",
                "/api",
                "/ns",
                "/scheme/setting",
                "/shapes",
                "/resource/study/" + RunningServer.SEED,
                "/papers/nope");
    }

    /// Wide and light, narrow and dark: each width and each colour scheme once.
    @ParameterizedTest
    @MethodSource("pages")
    void everyPageIsForEveryone(String path) {
        check(path, DESKTOP, ColorScheme.LIGHT);
        check(path, PHONE, ColorScheme.DARK);
    }

    private void check(String path, int width, ColorScheme scheme) {
        try (var window = window(width, 900, scheme, true)) {
            window.page.navigate(server.url(path));
            window.shoot("page" + path.replaceAll("[^a-z]+", "-") + "-" + width, true);
            window.expectAccessible();
            window.expectNoSidewaysScrolling();
            if (path.endsWith("nope")) {
                // Chromium itself writes every 404 to the console.
                window.complaints.removeIf(complaint -> complaint.contains("404"));
            }
        }
    }

    @Test
    void anItemIsForEveryoneToo() {
        String id = server.json("/api/search?q=clear+shared+vision&study=" + RunningServer.SEED)
                .at("/hits/0/item/id")
                .asString();
        everyPageIsForEveryone("/evidence/" + id);
    }

    @Test
    void aSuggestionIsForEveryoneToo() {
        String path = "/syntheses/what-keeps-care-joined-up/suggestions";
        String id = server.json("/api" + path).at("/0/id").asString();
        everyPageIsForEveryone(path + "?of=" + id);
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT"})
    void questionsRunInTheEditor(int width, ColorScheme scheme) {
        try (var window = window(width, 1000, scheme, true)) {
            Page page = window.page;
            page.navigate(server.url("/sparql"));
            assertThat(page.locator(".yasqe")).isVisible();
            link(page, "Which themes does a study name, in the order of its texts?")
                    .click();
            assertThat(page.locator(".yasr_results")).containsText("focus and purpose of the integrated concept");
            window.shoot("sparql-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT), false);
            window.expectNoSidewaysScrolling();
            // The editor's own markup is not ours to mend; everything around it is.
            assertThat(new AxeBuilder(page).exclude(".yasgui").analyze().getViolations())
                    .isEmpty();
        }
    }

    @Test
    void withoutScriptSearchAndSparqlWork() {
        try (var window = window(DESKTOP, 900, ColorScheme.LIGHT, false)) {
            Page page = window.page;
            page.navigate(server.url("/search?q=shared+vision"));
            page.getByLabel("Enablers").check();
            page.getByText("Apply the filters").click();
            assertThat(page).hasURL(Pattern.compile("kind=enabler"));
            assertThat(page.locator(".hit").first()).isVisible();
            page.navigate(server.url("/sparql"));
            page.getByText("Run the query").click();
            assertThat(page.locator("#answer")).containsText("rows");
            window.shoot("sparql-without-script", false);
        }
    }
}
