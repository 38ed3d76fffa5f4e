// Journeys in a real Chromium: what a person sees, with the rules of accessibility checked on the way.
package org.quoin.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

/// Screenshots go to `target/screenshots`, to be looked at.
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(RunningServer.Shared.class)
class BrowserTest {
    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;
    private static final List<String> CHROMIUM = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser");

    private final RunningServer server;
    private @Nullable Playwright playwright;
    private @Nullable Browser browser;

    BrowserTest(RunningServer server) {
        this.server = server;
    }

    @BeforeAll
    void start() {
        Optional<Path> chromium =
                CHROMIUM.stream().map(Path::of).filter(Files::isExecutable).findFirst();
        assumeTrue(chromium.isPresent(), "skipped: no Chromium");
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.get())
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    void stop() {
        if (playwright != null) {
            playwright.close();
        }
    }

    /// A browser window that notes what must not happen: messages on the console, requests to other hosts.
    private final class Window implements AutoCloseable {
        private final BrowserContext context;
        private final Page page;
        private final List<String> complaints = new ArrayList<>();

        Window(int width, int height, ColorScheme scheme, boolean script) {
            context = Objects.requireNonNull(browser)
                    .newContext(new Browser.NewContextOptions()
                            .setViewportSize(width, height)
                            .setColorScheme(scheme)
                            // A picture taken while the page still scrolls shows nothing.
                            .setReducedMotion(ReducedMotion.REDUCE)
                            .setJavaScriptEnabled(script));
            page = context.newPage();
            page.setDefaultTimeout(15_000);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") || message.type().equals("warning")) {
                    complaints.add("console: " + message.text());
                }
            });
            page.onPageError(error -> complaints.add("error: " + error));
            page.onRequest(request -> {
                if (!request.url().startsWith(server.url("/")) && !request.url().startsWith("data:")) {
                    complaints.add("request: " + request.url());
                }
            });
        }

        void shoot(String name, boolean whole) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "screenshots", name + ".png"))
                    .setFullPage(whole));
        }

        void expectAccessible() {
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .as("axe-core on %s", page.url())
                    .isEmpty();
        }

        void expectNoSidewaysScrolling() {
            assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as("pixels %s is wider than the window", page.url())
                    .isEqualTo(0);
        }

        @Override
        public void close() {
            context.close();
            assertThat(complaints).isEmpty();
        }
    }

    private Window window(int width) {
        return new Window(width, width == PHONE ? 844 : 900, ColorScheme.LIGHT, true);
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
                "/papers",
                "/papers/" + RunningServer.SEED,
                "/papers/care-home-diaries-sweden",
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
        try (var window = new Window(width, 900, scheme, true)) {
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

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT"})
    void questionsRunInTheEditor(int width, ColorScheme scheme) {
        try (var window = new Window(width, 1000, scheme, true)) {
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
        try (var window = new Window(DESKTOP, 900, ColorScheme.LIGHT, false)) {
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
