// Reports and bibliographies of a selection on the command line.
package org.quoin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.app.Homes;

class ReportCommandsTest {
    private static final String DEMO = "what-keeps-care-joined-up";

    @TempDir
    static Path folder;

    private static Path home = Path.of("");

    @BeforeAll
    static void fill() throws IOException {
        home = folder.resolve("home");
        Homes.filled(home).close();
    }

    @Test
    void aSynthesisIsWrittenAsADocument() throws IOException {
        Path file = folder.resolve("synthesis.docx");

        assertThat(CliRun.of(home, "synthesis", "report", DEMO, "--output", file.toString()))
                .isEqualTo(new CliRun(ExitCode.OK, "", ""));

        try (var document = new XWPFDocument(Files.newInputStream(file))) {
            assertThat(document.getTables()).hasSizeGreaterThanOrEqualTo(2);
        }
        assertThat(CliRun.of(home, "synthesis", "report", DEMO, "--format", "html")
                        .out())
                .startsWith("<!doctype html>")
                .contains("Evidence profile");
        assertThat(CliRun.of(home, "synthesis", "report", DEMO, "--format", "pdf")
                        .err())
                .contains("docx, html");
    }

    @Test
    void aComparisonIsWrittenAsADocumentWithItsQuotesWhenTheyAreAskedFor() {
        String numbers = CliRun.of(home, "compare", "--format", "html").out();
        String quotes =
                CliRun.of(home, "compare", "--format", "html", "--quotes").out();

        assertThat(numbers).contains("Table 1.", "References").doesNotContain("Table 2.");
        assertThat(quotes).contains("Table 2. Framework matrix");
    }

    @Test
    void theBibliographyIsOfTheSelection() {
        CliRun some = CliRun.of(home, "compare", "--format", "bibtex", "--concept", "country/SE");
        CliRun none = CliRun.of(home, "compare", "--format", "ris", "--state", "accepted");

        assertThat(some.out())
                .startsWith("% The bibliography of papers")
                .contains("\n@misc{anonndbetween")
                .containsOnlyOnce("@misc");
        assertThat(none.code()).isNotZero();
        assertThat(none.err()).contains("no papers to cite");
    }
}
