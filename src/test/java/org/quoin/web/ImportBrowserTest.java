// Adding papers in a real Chromium: chosen, dropped, a whole folder; with and without script.
package org.quoin.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quoin.app.Homes;
import org.quoin.web.RealBrowser.Window;

@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportBrowserTest {
    private static final int DESKTOP = 1280;
    private static final int PHONE = 400;

    private final RealBrowser browser = new RealBrowser();
    private Path folder;
    private RunningServer server;

    @BeforeAll
    void startBrowser() {
        browser.start();
    }

    @AfterAll
    void stopBrowser() {
        browser.close();
    }

    @BeforeEach
    void startServer(@TempDir Path temporary) throws IOException {
        server = serve(temporary, UploadLimits.DEFAULT);
        folder = Files.createDirectories(temporary.resolve("papers"));
        Files.writeString(folder.resolve("Night shifts.md"), ImportServer.paper("Night shifts on two wards"));
        Files.writeString(folder.resolve("Night shifts again.md"), ImportServer.paper("Night shifts on two wards"));
        Files.writeString(folder.resolve("broken.xml"), "<article><front></article>");
        Files.writeString(folder.resolve("meals.html"), """
                <html><head><title>Meals and talk in three care homes</title></head><body>
                <h1>Meals and talk in three care homes</h1><p>Residents spoke of company.</p>
                <figure><img src="a.png" alt="A table"></figure></body></html>
                """);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    private static RunningServer serve(Path home, UploadLimits limits) {
        return new RunningServer(
                Homes.empty(home.resolve("home")),
                ServerSettings.onLoopback(0).withWriteToken(RunningServer.TOKEN).withUploads(limits));
    }

    private Path[] files() {
        return new Path[] {
            folder.resolve("Night shifts.md"),
            folder.resolve("Night shifts again.md"),
            folder.resolve("broken.xml"),
            folder.resolve("meals.html")
        };
    }

    private Window window(int width, ColorScheme scheme, boolean script) {
        return browser.open(server, width, 900, scheme, script);
    }

    private Window window() {
        return window(DESKTOP, ColorScheme.LIGHT, true);
    }

    private Page form(Window window) {
        window.page.navigate(server.url("/imports"));
        window.page.getByLabel("Write token").fill(RunningServer.TOKEN);
        return window.page;
    }

    private static void send(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add them"))
                .click();
    }

    private static void expectReport(Page page, int files) {
        assertThat(page.locator("h1")).hasText("What became of the " + files + " files");
        assertThat(page).hasURL(Pattern.compile("/imports/[0-9a-f]{16}$"));
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "400, LIGHT", "400, DARK"})
    void chosenFilesAreImportedAndReported(int width, ColorScheme scheme) {
        String name = width + "-" + scheme.name().toLowerCase(Locale.ROOT);
        try (var window = window(width, scheme, true)) {
            Page page = form(window);
            page.getByLabel("Papers").setInputFiles(files());
            assertThat(page.locator("#chosen")).hasText(Pattern.compile("4 files, 1 KB"));
            window.expectAccessible();
            window.expectNoSidewaysScrolling();
            window.shoot("imports-form-" + name, true);
            send(page);

            expectReport(page, 4);
            assertThat(page).hasTitle("What became of the 4 files – Quoin");
            assertThat(page.locator("#main")).isFocused();
            assertThat(page.locator("#said")).hasText("Done: 2 imported, 1 duplicate, 1 rejected");
            Locator rows = page.locator(".report tbody tr");
            assertThat(rows).hasCount(4);
            assertThat(rows.first()).containsText("broken.xml");
            assertThat(rows.first().locator(".outcome")).containsText("rejected");
            assertThat(page.locator(".outcomes")).containsText("2 imported");
            window.expectAccessible();
            window.expectNoSidewaysScrolling();
            window.shoot("imports-report-" + name, true);

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Meals and talk in three care homes"))
                    .click();
            assertThat(page).hasURL(server.url("/papers/meals"));
            page.goBack();
            expectReport(page, 4);
        }
    }

    /// Dropped as the system drops files: the page's own script is not asked.
    @Test
    void filesAreDroppedWithoutAnyScriptOfThePage() {
        try (var window = window(DESKTOP, ColorScheme.LIGHT, false)) {
            Page page = form(window);
            BoundingBox zone = page.getByLabel("Papers").boundingBox();
            CDPSession session = page.context().newCDPSession(page);
            for (String type : List.of("dragEnter", "dragOver", "drop")) {
                session.send("Input.dispatchDragEvent", drag(type, zone));
            }
            send(page);
            assertThat(page.locator("h1")).hasText("What became of the 2 files");
            assertThat(page.locator(".report")).containsText("meals.html");
        }
    }

    private JsonObject drag(String type, BoundingBox zone) {
        var paths = new JsonArray();
        paths.add(folder.resolve("meals.html").toString());
        paths.add(folder.resolve("broken.xml").toString());
        var data = new JsonObject();
        data.add("items", new JsonArray());
        data.add("files", paths);
        data.addProperty("dragOperationsMask", 1);
        var event = new JsonObject();
        event.addProperty("type", type);
        event.addProperty("x", zone.x + zone.width / 2);
        event.addProperty("y", zone.y + zone.height / 2);
        event.add("data", data);
        return event;
    }

    @Test
    void aWholeFolderKeepsThePathsInIt() throws IOException {
        Path below = Files.createDirectories(folder.resolve("second round"));
        Files.writeString(below.resolve("meals.html"), ImportServer.paper("Other meals"));
        try (var window = window()) {
            Page page = form(window);
            page.getByText("A whole folder instead").click();
            page.getByLabel("Folder").setInputFiles(folder);
            send(page);
            expectReport(page, 5);
            assertThat(page.locator(".report")).containsText("papers/meals.html");
            assertThat(page.locator(".report")).containsText("papers/second round/meals.html");
        }
    }

    @Test
    void progressIsSeenAndTheReportComesByItself() {
        try (var window = window()) {
            Page page = form(window);
            page.getByLabel("Papers").setInputFiles(folder.resolve("meals.html"));
            send(page);
            assertThat(page.locator("h1")).hasText("What became of the file");

            try (var held = Held.imports(server.quoin())) {
                form(window);
                page.getByLabel("Papers").setInputFiles(files());
                send(page);
                assertThat(page.locator("h1")).hasText("Adding papers");
                assertThat(page.getByRole(AriaRole.PROGRESSBAR)).isVisible();
                assertThat(page.locator("#run")).containsText("Reading 4 files");
                assertThat(page.locator("#said")).hasText("Reading the files");
                window.expectAccessible();
                window.shoot("imports-running", false);
                held.release();
                expectReport(page, 4);
                assertThat(page.locator("#said")).hasText("Done: 2 imported, 1 duplicate, 1 rejected");
            }
            assertThat(page.getByRole(AriaRole.PROGRESSBAR)).hasCount(0);
        }
    }

    @Test
    void withoutScriptTheFormAndTheReportWork() {
        try (var window = window(PHONE, ColorScheme.LIGHT, false)) {
            Page page = form(window);
            page.getByLabel("Papers").setInputFiles(files());
            send(page);
            // The page asks for itself again until there is a report.
            expectReport(page, 4);
            assertThat(page.locator(".report tbody tr")).hasCount(4);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Add more papers"))
                    .click();
            assertThat(page.locator(".past")).containsText("2 imported, 1 duplicate, 1 rejected");
        }
    }

    @Test
    void aWrongTokenIsSaidAndTheFilesStayChosen() {
        try (var window = window()) {
            Page page = form(window);
            page.getByLabel("Write token").fill("wrong");
            page.getByLabel("Papers").setInputFiles(files());
            send(page);
            Locator problem = page.getByRole(AriaRole.ALERT);
            assertThat(problem).containsText("this is not the write token of this server");
            window.expectAccessible();
            window.shoot("imports-refused", true);

            page.getByLabel("Write token").fill(RunningServer.TOKEN);
            send(page);
            expectReport(page, 4);
            // Chromium itself writes every 403 to the console, and htmx does so too.
            window.complaints.removeIf(complaint -> complaint.contains("403"));
        }
    }

    @Test
    void whatIsTooLargeIsSaidBeforeItIsSent(@TempDir Path other) throws IOException {
        Files.write(folder.resolve("large.pdf"), new byte[2_000_000]);
        try (var small = serve(other, new UploadLimits(1_000_000, 3_000_000, 3, 1));
                var window = browser.open(small, DESKTOP, 900, ColorScheme.LIGHT, true)) {
            Page page = window.page;
            page.navigate(small.url("/imports"));
            page.getByLabel("Write token").fill(RunningServer.TOKEN);
            page.getByLabel("Papers").setInputFiles(folder.resolve("large.pdf"));
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("“large.pdf” has 1.9 MB");
            page.getByLabel("Papers").setInputFiles(files());
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("at most 3 are taken");
            var methods = new ArrayList<String>();
            page.onRequest(request -> methods.add(request.method()));
            send(page);
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("at most 3 are taken");
            assertThat(methods).doesNotContain("POST");
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "400, DARK"})
    void aReadOnlyServerSaysHowToAllowIt(int width, ColorScheme scheme, @TempDir Path other) {
        try (var readOnly = new RunningServer(Homes.empty(other), ServerSettings.onLoopback(0));
                var window = browser.open(readOnly, width, 900, scheme, true)) {
            window.page.navigate(readOnly.url("/imports"));
            assertThat(window.page.locator("section.notice")).containsText("--write-token-file");
            window.expectAccessible();
            window.expectNoSidewaysScrolling();
            window.shoot("imports-read-only-" + width, true);
        }
    }
}
