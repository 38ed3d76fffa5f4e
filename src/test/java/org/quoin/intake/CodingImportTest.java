// Codings of other tools, through the whole product: codes, coders and selections in the base, and back out
// again.
package org.quoin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.app.Homes;
import org.quoin.app.ImportOptions;
import org.quoin.app.ImportReport;
import org.quoin.app.ImportReport.Effect;
import org.quoin.app.ImportReport.Line.Imported;
import org.quoin.app.ImportReport.Line.Rejected;
import org.quoin.app.Progress;
import org.quoin.app.Quoin;
import org.quoin.app.export.ExportFormat;
import org.quoin.graph.PaperRecord;
import org.quoin.intake.coding.Code;
import org.quoin.intake.coding.CodedProject;
import org.quoin.intake.coding.CodedSource;
import org.quoin.intake.coding.CodedSource.Bibliography;
import org.quoin.intake.coding.Coder;
import org.quoin.intake.coding.QdaWriter;
import org.quoin.intake.coding.Selection;
import org.quoin.intake.coding.Selection.Application;
import org.quoin.model.ConceptRef;
import org.quoin.model.EvidenceItem;
import org.quoin.model.PaperId;
import org.quoin.model.Span;
import org.quoin.text.NormalisedText;

class CodingImportTest extends ImportTest {
    private static final NormalisedText TEXT =
            NormalisedText.of("🧱🧱 Nurses named trust. Managers said that funding was short, café or not.\nThe end.");
    private static final Instant MARCH = Instant.parse("2026-03-04T05:06:07Z");

    private static String guid(int number) {
        return "00000000-0000-4000-8000-%012d".formatted(number);
    }

    /// Codes «Facilitators» over «Trust», «Barriers to change», and «Odds and ends», which means nothing here.
    private static CodedProject project() {
        return new CodedProject(
                "Rounds",
                null,
                List.of(
                        new Code(guid(1), null, "Facilitators", "What makes it easier.", "#00aa00", true),
                        new Code(guid(2), guid(1), "Trust", null, null, true),
                        new Code(guid(3), null, "Barriers to change", null, null, true),
                        new Code(guid(4), guid(3), "Funding", null, null, true),
                        new Code(guid(5), null, "Odds and ends", null, null, true)),
                List.of(new Coder(guid(11), "Ada Okafor"), new Coder(guid(12), "Bo Lindqvist")),
                List.of(
                        new CodedSource(guid(21), "Rounds 2019.docx", null, TEXT, Bibliography.NONE, null, null),
                        new CodedSource(guid(22), "photo.png", null, null, Bibliography.NONE, null, null)),
                List.of(
                        selection(
                                31, "named trust", "why this matters", application(41, 2, 11), application(42, 5, 11)),
                        selection(32, "funding was short, café", null, application(43, 4, 11), application(44, 3, 12)),
                        selection(33, "The end.", null, application(45, 5, 12))));
    }

    private static Selection selection(
            int number, String words, @Nullable String comment, Application... applications) {
        int start = TEXT.value().codePointCount(0, TEXT.value().indexOf(words));
        return new Selection(
                guid(number),
                guid(21),
                new Span(start, start + words.codePointCount(0, words.length())),
                words,
                true,
                null,
                comment,
                List.of(applications));
    }

    private static Application application(int number, int code, int coder) {
        return new Application(guid(number), guid(code), guid(coder), MARCH);
    }

    @Test
    void codesBecomeKindsAndConceptsAndStayWhatTheyWere() throws IOException {
        Imported line = (Imported) importing("rounds.qdpx", QdaWriter.project(project()));

        assertThat(line.effect()).isEqualTo(Effect.IMPORTED);
        assertThat(line.notes())
                .anySatisfy(note -> assertThat(note).contains("taken for enabler + factor/trust: Trust"))
                .anySatisfy(note -> assertThat(note).contains("no kind or concept", "Odds and ends"))
                .anySatisfy(note -> assertThat(note).contains("without a text", "photo.png"))
                .anySatisfy(note -> assertThat(note).contains("3 selections stand where they should"));
        PaperRecord record = quoin.paper(new PaperId("rounds-2019"));
        assertThat(record.text().value()).isEqualTo(TEXT.value());
        assertThat(record.items())
                .extracting(item -> item.kind() + " «" + item.headline() + "» by "
                        + item.codedBy().name())
                .containsExactlyInAnyOrder(
                        "enabler «named trust» by Ada Okafor",
                        "barrier «funding was short, café» by Ada Okafor",
                        "barrier «funding was short, café» by Bo Lindqvist",
                        "finding «The end.» by Bo Lindqvist");
        EvidenceItem trust = record.items().getFirst();
        assertThat(trust.factors()).containsExactly(new ConceptRef("factor", "trust"));
        assertThat(trust.rationale()).isEqualTo("why this matters");
        assertThat(trust.origin().identifier()).isEqualTo(guid(31));
        assertThat(trust.origin().at()).isEqualTo(MARCH);
        assertThat(trust.origin().codes()).extracting(Object::toString).containsExactly(guid(2), guid(5));
        assertThat(record.codes())
                .extracting(code -> code.name() + " " + code.colour())
                .contains("Facilitators #00AA00", "Trust null");
        assertThat(quoin.validate(Progress.NONE)).isEmpty();
    }

    @Test
    void importingAgainMergesAndADryRunWritesNothing() throws IOException {
        byte[] project = QdaWriter.project(project());
        Files.write(folder.resolve("rounds.qdpx"), project);

        ImportReport dry = quoin.importFiles(
                List.of(folder.resolve("rounds.qdpx")), new ImportOptions(false, true), line -> {}, Progress.NONE);
        assertThat(((Imported) dry.lines().getFirst()).effect()).isEqualTo(Effect.IMPORTED);
        assertThat(quoin.papers()).isEmpty();
        importing("rounds.qdpx", project);
        long sequence = quoin.health().sequence();
        Imported known = (Imported) importing("rounds.qdpx", project);
        Imported again = (Imported) quoin.importFiles(
                        List.of(folder.resolve("rounds.qdpx")),
                        new ImportOptions(true, false),
                        line -> {},
                        Progress.NONE)
                .lines()
                .getFirst();

        assertThat(known.effect()).isEqualTo(Effect.UNCHANGED);
        assertThat(again.effect()).isEqualTo(Effect.UNCHANGED);
        assertThat(quoin.health().sequence()).isEqualTo(sequence);
    }

    @Test
    void codingsMadeOnAnotherTextOfAPaperAreLookedForInTheOneTheBaseHas() throws IOException {
        Files.writeString(
                folder.resolve("rounds-2019.txt"),
                "A title\n\nNurses named trust. Managers said that funding was short, café or not. Fin.");
        quoin.importFiles(List.of(folder.resolve("rounds-2019.txt")), Progress.NONE);

        Imported line = (Imported) importing("rounds.qdpx", QdaWriter.project(project()));

        assertThat(line.effect()).isEqualTo(Effect.UPDATED);
        assertThat(line.notes())
                .anySatisfy(note -> assertThat(note).contains("another text", "1 quotations"))
                .anySatisfy(note -> assertThat(note).contains("not found: «The end.»"));
        PaperRecord record = quoin.paper(new PaperId("rounds-2019"));
        assertThat(record.items())
                .hasSize(3)
                .allSatisfy(item -> assertThat(
                                record.text().slice(item.quotations().getFirst().span()))
                        .isEqualTo(item.quotations().getFirst().exact()));
        assertThat(quoin.validate(Progress.NONE)).isEmpty();
    }

    @Test
    void anExportImportedIntoAnotherBaseGivesTheSameGraph(@TempDir Path other) throws IOException {
        importing("rounds.qdpx", QdaWriter.project(project()));
        quoin.importFiles(List.of(Homes.ROOT.resolve("data")), Progress.NONE);
        quoin.retract(new PaperId("rounds-2019"), "For this test.");
        List<PaperId> papers = quoin.papers().stream().map(paper -> paper.id()).toList();
        var out = new ByteArrayOutputStream();

        List<String> leftOut = quoin.export(ExportFormat.REFI_QDA, papers, out);
        Path file = Files.write(folder.resolve("out.qdpx"), out.toByteArray());

        assertThat(leftOut).isNotEmpty();
        try (var zip = new ZipFile(file.toFile())) {
            byte[] project = zip.getInputStream(zip.getEntry("project.qde")).readAllBytes();
            assertThat(new String(project, StandardCharsets.UTF_8))
                    .contains("Left out: " + String.join("; ", leftOut) + ".");
        }
        try (Quoin second = Homes.empty(other)) {
            ImportReport report = second.importFiles(List.of(file), Progress.NONE);
            assertThat(report.rejected()).as("%s", report.lines()).isZero();
            for (PaperId paper : papers) {
                assertThat(triples(second, paper)).as("%s", paper).containsExactlyElementsOf(triples(quoin, paper));
            }
            assertThat(second.validate(Progress.NONE)).isEmpty();
        }
    }

    private static List<String> triples(Quoin base, PaperId paper) {
        Graph graph = base.describe(base.iris().base() + "graph/paper/" + paper).orElseThrow();
        return graph.stream().map(Object::toString).sorted().toList();
    }

    @Test
    void everyProjectOfOtherToolsThatIsThereComesInOrIsRejectedByName() throws IOException {
        Path corpus = Homes.ROOT.resolve("../shared/corpora/refi-qda");
        Assumptions.assumeTrue(Files.isDirectory(corpus), "skipped: ../shared/corpora is not there");
        List<Path> files;
        try (Stream<Path> walk = Files.walk(corpus)) {
            files = walk.filter(file -> file.toString().matches(".*[.](qdpx|qde)"))
                    .sorted()
                    .toList();
        }

        ImportReport report = quoin.importFiles(files, Progress.NONE);

        assertThat(report.lines()).hasSize(files.size()).allSatisfy(line -> {
            if (line instanceof Rejected rejected) {
                assertThat(rejected.reason()).contains("no source with a text");
            }
        });
        assertThat(quoin.validate(Progress.NONE)).isEmpty();
    }

    @Test
    void aTableAddsEvidenceToPapersOfTheBaseAndOfFilesBesideIt() throws IOException {
        Files.writeString(folder.resolve("tea.txt"), "Staff drank tea. Time was short.");
        quoin.importFiles(List.of(folder.resolve("tea.txt")), Progress.NONE);
        Files.writeString(folder.resolve("coffee.txt"), "Staff drank coffee.");

        Imported line = (Imported) importing("codings.csv", """
                paper,text,kind,id,quote,factor,coder,statement
                tea,,barrier,time,Time was short.,time,Ada Okafor,Time is short
                tea,,finding,,drank tea,,Ada Okafor,
                ,coffee.txt,finding,,drank coffee,,Bo,
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(line.papers()).extracting(PaperId::value).containsExactlyInAnyOrder("tea", "coffee");
        assertThat(quoin.paper(new PaperId("tea")).items())
                .extracting(item -> item.kind() + " " + item.codedBy().id())
                .containsExactlyInAnyOrder("finding ada-okafor", "barrier ada-okafor");
        Imported again = (Imported) importing("codings.csv", Files.readAllBytes(folder.resolve("codings.csv")));
        assertThat(again.effect()).isEqualTo(Effect.UNCHANGED);
        assertThat(quoin.validate(Progress.NONE)).isEmpty();
    }

    @Test
    void everyRowOfATableThatIsWrongIsNamedAndNothingIsWritten() throws IOException {
        Files.writeString(folder.resolve("tea.txt"), "Staff drank tea.");
        quoin.importFiles(List.of(folder.resolve("tea.txt")), Progress.NONE);

        Rejected line = (Rejected) importing("codings.csv", """
                paper,kind,quote,coder
                tea,finding,drank tea,Ada
                tea,finding,drank beer,Ada
                tea,rumour,drank tea,Ada
                tea,finding,Staff,
                water,finding,drank,Ada
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(line.violations())
                .extracting(violation -> violation.subject() + ": " + violation.message())
                .satisfiesExactlyInAnyOrder(
                        lost -> assertThat(lost).contains("line 3", "do not stand in the text"),
                        kind -> assertThat(kind).contains("line 4", "no kind «rumour»"),
                        coder -> assertThat(coder).contains("line 5", "coded-by"),
                        paper -> assertThat(paper).contains("line 6", "no paper «water»"));
        assertThat(quoin.paper(new PaperId("tea")).items()).isEmpty();
    }

    private ImportReport.Line importing(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        return quoin.importFiles(List.of(file), Progress.NONE).lines().getFirst();
    }
}
