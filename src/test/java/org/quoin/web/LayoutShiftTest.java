// Nothing on a page moves once it has been painted, in a real Chromium, even when its scripts come late.
package org.quoin.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(RunningServer.Shared.class)
class LayoutShiftTest {
    private static final int[] WIDTHS = {1280, 390};
    /// A line of text of which one half has come and been painted may wrap when the other half comes: that is
    /// how a browser shows what is still on its way, and what moves is counted from when all of the HTML was
    /// painted.
    private static final String PAINTED = """
            async () => {
              await new Promise(painted =>
                new PerformanceObserver(() => painted()).observe({ type: 'paint', buffered: true }));
              while (document.readyState === 'loading') {
                await new Promise(requestAnimationFrame);
              }
              for (let frame = 0; frame < 2; frame++) {
                await new Promise(requestAnimationFrame);
              }
              window.paintedAt = performance.now();
            }
            """;
    /// What moved since then, in words, after whatever the scripts have set going has been painted too.
    private static final String SHIFTS = """
            async () => {
              const shifts = [];
              const late = entries => entries.filter(entry => entry.startTime >= window.paintedAt).map(words);
              const words = entry => entry.value.toFixed(4) + ' ' + entry.sources
                .map(source => (source.node?.outerHTML ?? source.node?.textContent ?? 'gone').slice(0, 90)
                  + ' from ' + Math.round(source.previousRect.y) + ' to ' + Math.round(source.currentRect.y))
                .join(', ');
              const observer = new PerformanceObserver(list => shifts.push(...late(list.getEntries())));
              observer.observe({ type: 'layout-shift', buffered: true });
              for (let frame = 0; frame < 10; frame++) {
                await new Promise(requestAnimationFrame);
              }
              await new Promise(done => setTimeout(done));
              shifts.push(...late(observer.takeRecords()));
              return shifts;
            }
            """;

    private final RunningServer server;
    private final RealBrowser browser = new RealBrowser();

    LayoutShiftTest(RunningServer server) {
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

    static Stream<String> pages() {
        return Stream.of(
                "/",
                "/search",
                "/search?q=what+helps+services+work+together",
                "/search?q=trust&kind=enabler&setting=rural",
                "/search?q=trust&in=passages",
                "/search?factor=trust",
                "/ask",
                "/ask?q=what+helps+rural+areas+join+up+health+and+social+care",
                "/papers",
                "/papers/" + RunningServer.SEED,
                "/compare",
                "/compare?rows=factor&columns=setting&cell=trust|*",
                "/compare?view=framework&columns=category",
                "/map",
                "/syntheses",
                "/syntheses/what-keeps-care-joined-up",
                "/imports",
                "/sparql",
                "/sparql?query=SELECT+*+%7B+?s+?p+?o+%7D+LIMIT+5",
                "/ns",
                "/scheme/factor",
                "/shapes",
                "/resource/study/" + RunningServer.SEED,
                "/api");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothingMoves(String path) {
        for (int width : WIDTHS) {
            try (var window = browser.open(server, width, 900, ColorScheme.LIGHT, true)) {
                visit(window.page, path);
                assertThat(window.page.evaluate(SHIFTS))
                        .as("what moved on %s, %d pixels wide", path, width)
                        .asInstanceOf(InstanceOfAssertFactories.LIST)
                        .isEmpty();
            }
        }
    }

    @Test
    void nothingMovesAroundAnItemEither() {
        String id = server.json("/api/search?q=clear+shared+vision&study=" + RunningServer.SEED)
                .at("/hits/0/item/id")
                .asString();
        nothingMoves("/evidence/" + id);
    }

    /// Scripts are held back until the page has been painted without them: over a slow line they come as late.
    private void visit(Page page, String path) {
        Queue<Route> held = new ArrayDeque<>();
        page.route("**/*.js", held::add);
        page.navigate(server.url(path), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.evaluate(PAINTED);
        assertThat(held).as("scripts held back").isNotEmpty();
        page.unroute("**/*.js");
        held.forEach(Route::resume);
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }
}
