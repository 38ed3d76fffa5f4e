// A codebook comes in before the project that uses its codes, and both speak of the same ones.
package org.quoin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.app.Homes;
import org.quoin.app.ImportReport;
import org.quoin.app.ImportReport.Effect;
import org.quoin.app.ImportReport.Line.Imported;
import org.quoin.app.Progress;
import org.quoin.app.Quoin;
import org.quoin.app.export.ExportFormat;
import org.quoin.intake.coding.Code;
import org.quoin.intake.coding.CodedProject;
import org.quoin.intake.coding.CodedSource;
import org.quoin.intake.coding.CodedSource.Bibliography;
import org.quoin.intake.coding.Coder;
import org.quoin.intake.coding.CodingFile;
import org.quoin.intake.coding.CodingReaders;
import org.quoin.intake.coding.QdaWriter;
import org.quoin.intake.coding.Selection;
import org.quoin.intake.document.ReadLimits;
import org.quoin.intake.document.Source;
import org.quoin.model.Span;
import org.quoin.sparql.ResultFormat;
import org.quoin.text.NormalisedText;

class CodebookImportTest {
    private static final List<Code> CODES = List.of(
            new Code(guid(1), null, "Helps", "What makes it easier.", "#00AA00", true),
            new Code(guid(2), guid(1), "Trust", null, null, true),
            new Code(guid(3), null, "Odds and ends", null, "#112233", true));

    private static final String PREFIXES = """
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX quoin: <https://w3id.org/quoin/ns#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            """;

    @TempDir
    Path folder;

    private Quoin quoin;

    private static String guid(int number) {
        return "00000000-0000-4000-8000-%012d".formatted(number);
    }

    @BeforeEach
    void open(@TempDir Path home) {
        quoin = Homes.empty(home);
    }

    @AfterEach
    void close() {
        quoin.close();
    }

    @Test
    void codesComeInWithEverythingThatIsSaidOfThem() throws IOException {
        ImportReport report = imported("Our codes.qdc", QdaWriter.codebook(CODES));

        assertThat(report.lines()).singleElement().isInstanceOfSatisfying(Imported.class, line -> {
            assertThat(line.effect()).isEqualTo(Effect.IMPORTED);
            assertThat(line.papers()).isEmpty();
            assertThat(line.notes()).contains("codebook our-codes", "3 codes without words so far");
        });
        assertThat(answer("SELECT ?name ?colour ?id { GRAPH <graph/codebook/our-codes> { ?c skos:prefLabel ?name ;"
                        + " dcterms:identifier ?id OPTIONAL { ?c quoin:colour ?colour } } } ORDER BY ?name"))
                .isEqualTo(
                        List.of("Helps,#00AA00," + guid(1), "Odds and ends,#112233," + guid(3), "Trust,," + guid(2)));
        assertThat(answer("SELECT ?above { ?c skos:prefLabel \"Trust\" ; skos:broader/skos:prefLabel ?above }"))
                .isEqualTo(List.of("Helps"));
        assertThat(imported("Our codes.qdc", QdaWriter.codebook(CODES)).lines())
                .singleElement()
                .isInstanceOfSatisfying(
                        Imported.class, line -> assertThat(line.effect()).isEqualTo(Effect.UNCHANGED));
        assertThat(quoin.validate(Progress.NONE)).isEmpty();
    }

    @Test
    void aProjectWithTheSameGuidsUsesTheSameCodes() throws IOException {
        imported("Our codes.qdc", QdaWriter.codebook(CODES));
        var text = NormalisedText.of("Nurses named trust.");

        ImportReport report = imported(
                "rounds.qdpx",
                QdaWriter.project(new CodedProject(
                        "Rounds",
                        null,
                        CODES,
                        List.of(new Coder(guid(11), "Ada")),
                        List.of(new CodedSource(guid(21), "Ward", null, text, Bibliography.NONE, null, null)),
                        List.of(new Selection(
                                guid(31),
                                guid(21),
                                new Span(13, 18),
                                "trust",
                                true,
                                null,
                                null,
                                List.of(new Selection.Application(guid(41), guid(3), guid(11), null)))))));

        assertThat(report.rejected()).isZero();
        assertThat(answer("SELECT (COUNT(DISTINCT ?c) AS ?n) { ?c a quoin:Code }"))
                .isEqualTo(List.of("3"));
        assertThat(answer("SELECT ?colour { ?coding quoin:code/quoin:colour ?colour }"))
                .isEqualTo(List.of("#112233"));
        assertThat(quoin.validate(Progress.NONE)).isEmpty();
    }

    @Test
    void codesGoOutAgainWithTheirGuids() throws IOException {
        imported("Our codes.qdc", QdaWriter.codebook(CODES));
        var out = new ByteArrayOutputStream();

        quoin.export(ExportFormat.REFI_QDA, List.of(), out);
        var again = (CodingFile.Project)
                new CodingReaders(ReadLimits.DEFAULT).read(Source.of("again.qdpx", out.toByteArray()));
        assertThat(again.project().codes()).containsExactlyInAnyOrderElementsOf(CODES);
    }

    private ImportReport imported(String name, byte[] bytes) throws IOException {
        return quoin.importFiles(List.of(Files.write(folder.resolve(name), bytes)), Progress.NONE);
    }

    /// A line a row, without the heading.
    private List<String> answer(String query) {
        var out = new ByteArrayOutputStream();
        quoin.sparql().prepare(PREFIXES + query).write(ResultFormat.CSV, out);
        return out.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
    }
}
