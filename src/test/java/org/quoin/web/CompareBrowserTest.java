// Comparing in a real Chromium: from a number to its words, for everyone, with and without script.
package org.quoin.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quoin.web.RealBrowser.Window;

/// Screenshots go to `target/screenshots`, to be looked at.
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(RunningServer.Shared.class)
class CompareBrowserTest {
    private final RunningServer server;
    private final RealBrowser browser = new RealBrowser();

    CompareBrowserTest(RunningServer server) {
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

    private Window window(int width, ColorScheme scheme, boolean script) {
        return browser.open(server, width, 900, scheme, script);
    }

    @ParameterizedTest
    @CsvSource({
        "compare-studies, /compare",
        "compare-factors, '/compare?rows=factor&columns=setting&kind=enabler&kind=barrier&cell=trust|*#cell'",
        "compare-framework, /compare?view=framework&columns=category",
        "compare-empty, /compare?rows=setting&columns=factor&state=accepted",
        "map, /map",
        "map-country, /map?rows=category&columns=country"
    })
    void eachPageIsForEveryone(String name, String path) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (int width : new int[] {1400, 390}) {
                try (var window = window(width, scheme, true)) {
                    window.page.navigate(server.url(path));
                    window.shoot(name + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width, true);
                    window.expectAccessible();
                    window.expectNoSidewaysScrolling();
                }
            }
        }
    }

    /// The files stand alone: no server is asked for anything.
    @ParameterizedTest
    @CsvSource({
        "report-comparison, /api/compare?format=html&view=framework&columns=category",
        "report-synthesis, /api/syntheses/what-keeps-care-joined-up/report?format=html"
    })
    void reportsAreForEveryone(String name, String path) {
        String html = server.get(path, "*/*").body();
        for (int width : new int[] {1400, 390}) {
            try (var window = window(width, ColorScheme.LIGHT, true)) {
                window.page.setContent(html);
                window.shoot(name + "-" + width, true);
                window.expectAccessible();
                window.expectNoSidewaysScrolling();
            }
        }
    }

    /// The way of a researcher: choose, open a cell by the keyboard, follow a quote to its place. No script.
    @Test
    void fromANumberToItsWordsWithoutScript() {
        try (var window = window(1400, ColorScheme.LIGHT, false)) {
            Page page = window.page;
            page.navigate(server.url("/"));
            page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main"))
                    .getByText("Compare")
                    .click();
            page.getByLabel("Rows").first().selectOption("factor");
            page.getByLabel("Columns").first().selectOption("setting");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Compare"))
                    .click();
            assertThat(page).hasURL(Pattern.compile("rows=factor&columns=setting"));
            Locator row = page.locator(".matrix tbody tr")
                    .filter(new Locator.FilterOptions()
                            .setHas(page.getByText("Trust", new Page.GetByTextOptions().setExact(true))));
            Locator total = row.locator("td.cell").last().locator("a");
            total.focus();
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("cell=trust%7C\\*.*#cell$"));
            assertThat(page.locator("#cell h2")).containsText("Trust");
            String words = page.locator("#cell .place q").first().textContent();
            page.locator("#cell .place").first().click();
            assertThat(page).hasURL(Pattern.compile("/papers/[a-z-]+#q-\\d+-\\d+$"));
            assertThat(page.locator(".quote:target")).isInViewport();
            assertThat(page.locator(".quote:target").first().textContent()).contains(words.substring(0, 5));
        }
    }

    @Test
    void aBubbleOfTheMapLeadsToItsQuotes() {
        try (var window = window(1400, ColorScheme.LIGHT, true)) {
            Page page = window.page;
            page.navigate(server.url("/map"));
            Locator bubble = page.locator("svg.map a").first();
            assertThat(bubble).hasAttribute("aria-label", Pattern.compile(".+, .+: \\d+ stud(y|ies), .+"));
            bubble.focus();
            window.shoot("map-focus", false);
            page.keyboard().press("Enter");
            assertThat(page.locator("#cell .place").first()).isVisible();
        }
    }

    @Test
    void pinsSortsAndSwapsStandInTheAddress() {
        try (var window = window(1400, ColorScheme.LIGHT, false)) {
            Page page = window.page;
            page.navigate(server.url("/compare?rows=factor&columns=setting&sortRows=name"));
            Locator last = page.locator(".matrix tbody tr").last();
            String label = last.locator(".label").textContent();
            last.locator(".pin").click();
            assertThat(page.locator(".matrix tbody tr").first().locator(".label"))
                    .hasText(label);
            String address = page.url();
            page.getByText("Swap").click();
            assertThat(page.locator(".matrix thead th").first().locator(".label"))
                    .hasText(label);
            page.getByText("Swap").click();
            org.assertj.core.api.Assertions.assertThat(page.url().split("[?&]"))
                    .containsExactlyInAnyOrder(address.split("[?&]"));
        }
    }
}
