// A real Chromium for tests, and windows in it that note what must not happen.
package org.quoin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Screenshots go to `target/screenshots`, to be looked at.
final class RealBrowser implements AutoCloseable {
    private static final List<String> CHROMIUM = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser");

    private @Nullable Playwright playwright;
    private @Nullable Browser browser;

    /// Skips the tests where there is no Chromium.
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

    @Override
    public void close() {
        if (playwright != null) {
            playwright.close();
        }
    }

    /// @param server the only one that the page may ask anything
    Window open(RunningServer server, int width, int height, ColorScheme scheme, boolean script) {
        return new Window(Objects.requireNonNull(browser), server, width, height, scheme, script);
    }

    /// A browser window that notes what must not happen: messages on the console, requests to other hosts.
    static final class Window implements AutoCloseable {
        final Page page;
        final List<String> complaints = new ArrayList<>();
        private final BrowserContext context;

        private Window(
                Browser browser, RunningServer server, int width, int height, ColorScheme scheme, boolean script) {
            context = browser.newContext(new Browser.NewContextOptions()
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
}
