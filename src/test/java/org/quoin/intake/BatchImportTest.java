// Many files at once: archives, patterns, near-duplicates, and what a second run leaves alone.
package org.quoin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quoin.app.ImportOptions;
import org.quoin.app.ImportReport;
import org.quoin.app.ImportReport.Effect;
import org.quoin.app.ImportReport.Line.Imported;
import org.quoin.app.ImportReport.Line.Rejected;
import org.quoin.app.Progress;
import org.quoin.model.PaperId;
import org.quoin.model.ProblemException;

class BatchImportTest extends ImportTest {
    private static final String EVIDENCE = """
            quoin: 1
            paper: tea
            text: source.txt
            coded-by: {id: jane, name: Jane Example}
            evidence: [{kind: finding, quote: drank tea}]
            """;

    @Test
    void anArchiveIsReadAsAFolderWouldBe() throws IOException {
        zip(
                "papers.zip",
                Map.of(
                        "study/source.txt", bytes("Staff drank tea."),
                        "study/evidence.yaml", bytes(EVIDENCE),
                        "alone.txt", bytes("Alone in the archive."),
                        "__MACOSX/alone.txt", bytes("rubbish"),
                        ".DS_Store", bytes("rubbish"),
                        "picture.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1}));

        ImportReport report = importing("papers.zip");

        assertThat(report.imported()).isEqualTo(2);
        assertThat(report.lines())
                .filteredOn(Rejected.class::isInstance)
                .singleElement()
                .satisfies(line -> assertThat(line.file()).endsWith("papers.zip!/picture.png"));
        assertThat(quoin.papers()).extracting(paper -> paper.id().value()).containsExactly("alone", "tea");
        assertThat(quoin.paper(new PaperId("tea")).items()).hasSize(1);
        assertThat(((Imported) importing("papers.zip").lines().getFirst()).effect())
                .isEqualTo(Effect.UNCHANGED);
    }

    @Test
    void whatIsWrongWithAnArchiveIsToldAndTheRestComesIn() throws IOException {
        zip("bomb.zip", Map.of("zeros.txt", new byte[60 << 20], "good.txt", bytes("Good words.")));
        zip("inner.zip", Map.of("a.txt", bytes("Inner words.")));
        zip("outer.zip", Map.of("inner.zip", Files.readAllBytes(folder.resolve("inner.zip"))));
        byte[] whole = Files.readAllBytes(folder.resolve("bomb.zip"));
        Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2));

        ImportReport report = importing("bomb.zip", "outer.zip", "cut.zip");

        assertThat(report.imported()).isEqualTo(1);
        assertThat(report.lines())
                .filteredOn(Rejected.class::isInstance)
                .extracting(line -> line.file().replace(folder + "/", "") + " " + ((Rejected) line).reason())
                .satisfiesExactlyInAnyOrder(
                        bomb -> assertThat(bomb).contains("bomb.zip!/zeros.txt", "times its size"),
                        nested -> assertThat(nested).contains("outer.zip!/inner.zip", "unpack the outer one"),
                        cut -> assertThat(cut).contains("cut.zip", "cannot be opened"));
    }

    @Test
    void anEntryThatWouldClimbOutOfAnArchiveWritesNothingAnywhere() throws IOException {
        zip("slip.zip", Map.of("../../slipped.txt", bytes("Slipped."), "good.txt", bytes("Good words.")));

        importing("slip.zip");

        assertThat(folder.resolve("../../slipped.txt")).doesNotExist();
        assertThat(folder.resolve("slipped.txt")).doesNotExist();
    }

    @Test
    void aPatternMeansTheFilesItMatches() throws IOException {
        Files.createDirectories(folder.resolve("in/deep"));
        Files.writeString(folder.resolve("in/a.txt"), "First words.");
        Files.writeString(folder.resolve("in/deep/b.txt"), "Second words.");
        Files.writeString(folder.resolve("in/deep/c.md"), "Third words.");

        assertThat(importing("in/*.txt").lines()).hasSize(1);
        assertThat(importing("in/**.{txt,md}", "in/a.txt").lines())
                .as("no file comes twice")
                .hasSize(3);
        assertThatThrownBy(() -> importing("in/*.docx"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no file matches");
    }

    @Test
    void aFileWhoseBytesAreKnownIsNotReadAgainUnlessOneAsks() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "First words.");
        importing("a.txt");
        quoin.sparql().update("""
                PREFIX dcterms: <http://purl.org/dc/terms/>
                INSERT DATA { GRAPH <graph/paper/a> { <paper/a> dcterms:title "A title by hand" } }
                """);

        Imported known = (Imported) importing("a.txt").lines().getFirst();
        Imported again = (Imported) quoin.importFiles(
                        List.of(folder.resolve("a.txt")), new ImportOptions(true, false), line -> {}, Progress.NONE)
                .lines()
                .getFirst();

        assertThat(known.effect()).isEqualTo(Effect.UNCHANGED);
        assertThat(known.papers()).containsExactly(new PaperId("a"));
        assertThat(again.effect()).isEqualTo(Effect.UNCHANGED);
        assertThat(quoin.paper(new PaperId("a")).paper().title()).isEqualTo("A title by hand");
    }

    @Test
    void aPaperThatMayBeTheSameComesInAndIsNamed() throws IOException {
        record(1, "Joint rounds in community wards: a study", "2019", "Okafor, Ada");
        record(2, "Joint Rounds in Community Wards - A Study.", "2020", "Okafor A");
        record(3, "Joint rounds in community wards: a study", "2011", "Okafor, Ada");
        record(4, "Joint rounds in community wards: a study", "2019", "Lindqvist, Bo");
        record(5, "Editorial", "2019", "Okafor, Ada");
        record(6, "Editorial", null, "Okafor, Ada");

        ImportReport report = importing("1.nbib", "2.nbib", "3.nbib", "4.nbib", "5.nbib", "6.nbib");

        assertThat(report.imported()).isEqualTo(6);
        assertThat(report.lines().stream().map(line -> ((Imported) line).similar()))
                .containsExactly(
                        List.of(), List.of(new PaperId("pmid-900001")), List.of(), List.of(), List.of(), List.of());
        assertThat(quoin.nearDuplicates())
                .containsExactly(List.of(new PaperId("pmid-900001"), new PaperId("pmid-900002")));
    }

    @Test
    void aRecordThatStandsInAnExportTwiceComesInOnce() throws IOException {
        String one = nbib(1, "Joint rounds", "2019", "Okafor, Ada");
        Files.writeString(folder.resolve("export.nbib"), one + "\n" + one + "\n" + nbib(2, "Tea", "2018", "Bo, B"));

        Imported line = (Imported) importing("export.nbib").lines().getFirst();

        assertThat(line.papers()).hasSize(2);
        assertThat(line.notes())
                .anySatisfy(note -> assertThat(note).contains("1 of its records stands in it more than once"));
    }

    private void record(int number, String title, @Nullable String year, String author) throws IOException {
        Files.writeString(folder.resolve(number + ".nbib"), nbib(number, title, year, author));
    }

    private static String nbib(int number, String title, @Nullable String year, String author) {
        return "PMID- 90000" + number + "\nTI  - " + title + "\nAB  - Words of paper " + number + ".\nFAU - " + author
                + "\nLA  - eng\n" + (year == null ? "" : "DP  - " + year + "\n");
    }

    private static byte[] bytes(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    private void zip(String name, Map<String, byte[]> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name));
                var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
    }

    private ImportReport importing(String... names) throws IOException {
        List<Path> files =
                Arrays.stream(names).map(name -> folder.resolve(name)).toList();
        return quoin.importFiles(files, Progress.NONE);
    }
}
