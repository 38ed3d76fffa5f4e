// Plain-text papers: the text and nothing else.
package org.quoin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quoin.app.ImportReport;
import org.quoin.app.ImportReport.Effect;
import org.quoin.app.ImportReport.Line.Imported;
import org.quoin.app.ImportReport.Line.Rejected;
import org.quoin.app.PaperSummary;
import org.quoin.app.Progress;
import org.quoin.graph.PaperRecord;
import org.quoin.model.PaperId;
import org.quoin.model.SourceFile;

class TextFileTest extends ImportTest {
    private static final PaperId PAPER = new PaperId("my-paper-2");

    @Test
    void aTextBecomesAPaperNamedAfterItsFileWithNothingInvented() throws IOException {
        Imported line = (Imported) write("My Paper (2).txt", "\uFEFFcafe\u0301 and\r\ntea");

        assertThat(line.papers()).containsExactly(PAPER);
        assertThat(line.items()).isZero();
        PaperRecord record = quoin.paper(PAPER);
        assertThat(record.text().value()).isEqualTo("café and\ntea");
        assertThat(record.paper().title()).isNull();
        assertThat(record.paper().authors()).isEmpty();
        assertThat(record.paper().year()).isNull();
        assertThat(record.paper().fictional()).isFalse();
        assertThat(quoin.papers())
                .singleElement()
                .extracting(PaperSummary::label)
                .isEqualTo("Untitled: “café and tea”");
    }

    @Test
    void theSameTextInAnotherFileIsTheSamePaper() throws IOException {
        write("my-paper-2.txt", "Staff drank tea.");

        assertThat(((Imported) write("my-paper-2.md", "\uFEFFStaff drank tea.")).effect())
                .isEqualTo(Effect.UPDATED);
        assertThat(((Imported) write("my-paper-2.md", "\uFEFFStaff drank tea.")).effect())
                .as("the file is known now")
                .isEqualTo(Effect.UNCHANGED);
        assertThat(quoin.paper(PAPER).files())
                .extracting(SourceFile::name)
                .containsExactly("my-paper-2.md", "my-paper-2.txt");
    }

    @Test
    void theTextOfAPaperWithEvidenceKeepsTheEvidence() throws IOException {
        writePaperWithEvidence();

        Imported line = (Imported) write("my-paper-2.txt", "Staff drank tea.");

        assertThat(line.effect()).isEqualTo(Effect.UNCHANGED);
        assertThat(line.items()).isEqualTo(1);
        assertThat(quoin.paper(PAPER).paper().title()).isEqualTo("Tea");
    }

    private void writePaperWithEvidence() throws IOException {
        write("my-paper-2.txt", "Staff drank tea.");
        write("my-paper-2.yaml", """
                quoin: 1
                paper: my-paper-2
                text: my-paper-2.txt
                title: Tea
                coded-by: {id: jane, name: Jane Example}
                evidence: [{kind: finding, quote: drank tea}]
                """);
    }

    @Test
    void anotherTextUnderTheSameNameIsRefused() throws IOException {
        writePaperWithEvidence();

        Rejected line = (Rejected) write("my-paper-2.txt", "Staff drank coffee.");

        assertThat(line.reason())
                .contains("my-paper-2")
                .contains("another text")
                .contains("1 items")
                .contains("under another file name");
        assertThat(quoin.paper(PAPER).text().value()).isEqualTo("Staff drank tea.");
        assertThat(quoin.paper(PAPER).items()).hasSize(1);
    }

    @Test
    void aFileWithoutWordsIsRefused() throws IOException {
        assertThat(((Rejected) write("empty.txt", " \n\t\n")).reason())
                .contains("empty.txt")
                .contains("no text");
    }

    @Test
    void aFileWhoseNameHasNoLatinLetterIsNamedAfterItsText() throws IOException {
        Imported line = (Imported) write("نص.txt", "Staff drank tea.");

        assertThat(line.papers().getFirst().value()).matches("paper-[0-9a-f]{12}");
        assertThat(quoin.paper(line.papers().getFirst()).text().value()).isEqualTo("Staff drank tea.");
    }

    @Test
    void aFileOfAnotherEncodingIsReadAndTheReportSaysSo() throws IOException {
        Path file = folder.resolve("latin.txt");
        Files.write(
                file, "Les infirmi\u00E8res du caf\u00E9 \u00E0 c\u00F4t\u00E9".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(importing(file))
                .asInstanceOf(type(Imported.class))
                .extracting(Imported::notes)
                .asString()
                .contains("encoding");
        assertThat(quoin.paper(new PaperId("latin")).text().value()).contains("infirmières du café");
    }

    @Test
    void aFileThatIsNotThereOrOfNoKnownSortIsTold() throws IOException {
        assertThat(((Rejected) importing(folder.resolve("nothing.txt"))).reason())
                .contains("there is no file");
        assertThat(((Rejected) write("paper.docx", "PK\u0003\u0004")).reason())
                .contains("zip archive cannot be opened");
    }

    @Test
    void aFolderIsImportedWithoutTheTextsThatItsEvidenceQuotes() throws IOException {
        Path study = Files.createDirectories(folder.resolve("study"));
        Files.writeString(study.resolve("source.txt"), "Staff drank tea.");
        Files.writeString(study.resolve("evidence.yaml"), """
                quoin: 1
                paper: tea
                text: source.txt
                coded-by: {id: jane, name: Jane Example}
                evidence: [{kind: finding, quote: drank tea}]
                """);
        Files.writeString(folder.resolve("alone.md"), "Alone.");
        Files.writeString(folder.resolve("README.md"), "Not a paper.");
        Files.writeString(folder.resolve(".notes"), "Not a paper.");

        ImportReport report = quoin.importFiles(List.of(folder), Progress.NONE);

        assertThat(report.lines()).hasSize(2).allMatch(Imported.class::isInstance);
        assertThat(quoin.papers()).extracting(paper -> paper.id().value()).containsExactly("alone", "tea");
    }

    private ImportReport.Line write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, content);
        return importing(file);
    }

    private ImportReport.Line importing(Path file) throws IOException {
        return quoin.importFiles(List.of(file), Progress.NONE).lines().getFirst();
    }
}
