// Files of codings made to do harm, and broken ones: each ends in a named problem, soon and within bounded
// memory.
package org.quoin.intake.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quoin.intake.coding.Codings.guid;
import static org.quoin.intake.coding.Codings.problem;
import static org.quoin.intake.coding.Codings.projectXml;
import static org.quoin.intake.coding.Codings.utf8;
import static org.quoin.intake.coding.Codings.zip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quoin.intake.coding.CodingNote.What;
import org.quoin.intake.document.ReadLimits;
import org.quoin.intake.document.Source;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.Span;
import org.quoin.text.NormalisedText;

class HostileCodingsTest {
    private static final ReadLimits SMALL = new ReadLimits(1 << 20, 200_000, 10_000, 32, 10, Duration.ofSeconds(20));

    @Test
    void aFileOutsideIsNeverRead(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
        String xml = "<!DOCTYPE Project [<!ENTITY xxe SYSTEM \"" + secret.toUri() + "\">]>"
                + projectXml("t", "<Description>Seen: &xxe;.</Description>").replaceFirst("<\\?.*\\?>", "");

        CodingFile.Project file = Codings.project("p.qde", utf8(xml));

        assertThat(file.project().description()).isEqualTo("Seen: .");
        assertThat(file.notes()).containsExactly(new CodingNote(What.UNREADABLE_ENTITY, 1, "xxe"));
    }

    @Test
    void aBillionLaughsAreNotLaughed() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE Project [<!ENTITY a0 'haha'>");
        for (int i = 1; i < 12; i++) {
            bomb.append(
                    "<!ENTITY a%d '%s'>".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
        }
        bomb.append("]><Project name='x' xmlns='urn:QDA-XML:project:1.0'><Description>&a11;</Description></Project>");

        assertThat(problem("p.qdpx", zip(Map.of("project.qde", utf8(bomb.toString())))))
                .isInstanceOf(Problem.LimitReached.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p.qdpx", "t.xlsx"})
    void aPackageThatUnpacksToMuchIsStopped(String name) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("project.qde", utf8(projectXml("t", "")));
        entries.put("xl/workbook.xml", utf8("<workbook/>"));
        entries.put("Sources/film.mp4", new byte[2 << 20]);

        Problem problem = problem(name, zip(entries), SMALL);

        assertThat(problem).isInstanceOf(Problem.LimitReached.class);
        assertThat(problem.detail()).startsWith(name + " unpacks to more than 1,048,576 bytes");
    }

    @Test
    void aPackageOfTooManyEntriesIsStopped() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("project.qde", utf8(projectXml("t", "")));
        for (int i = 0; i < 10_001; i++) {
            entries.put("s" + i, new byte[0]);
        }
        ReadLimits limits = new ReadLimits(8 << 20, 200_000, 10_000, 32, 10, Duration.ofSeconds(20));

        assertThat(problem("p.qdpx", zip(entries), limits).detail()).startsWith("p.qdpx has more than 10,000 elements");
    }

    @Test
    void codesNestedWithoutEndAreStopped() {
        String open = "<Code guid=\"" + guid(1) + "\" name=\"C\" isCodable=\"true\">";
        String xml =
                projectXml("t", "<CodeBook><Codes>" + open.repeat(50) + "</Code>".repeat(50) + "</Codes></CodeBook>");

        assertThat(problem("p.qde", utf8(xml), SMALL).detail())
                .startsWith("p.qde nests its elements more than 32 deep");
    }

    @Test
    void jsonNestedWithoutEndIsStopped() {
        String json = "{\"CodeSets\": " + "[".repeat(100_000);

        assertThat(problem("e.json", utf8(json))).isInstanceOf(Problem.LimitReached.class);
    }

    @Test
    void whatIsNotAPackageOrHasNoProjectIsNamed() {
        assertThat(problem("p.qdpx", zip(Map.of("other.txt", utf8("x")))).detail())
                .startsWith("p.qdpx has no project.qde: it is not a REFI-QDA project.");
        assertThat(problem("p.qdpx", zip(Map.of("a.qde", utf8("x"), "b.qde", utf8("y"))))
                        .detail())
                .startsWith("p.qdpx has several projects (a.qde, b.qde)");
        assertThat(problem("p.qdpx", zip(Map.of("project.qde", utf8("No XML."))))
                        .detail())
                .startsWith("p.qdpx!project.qde is not well-formed XML at line 1");
        assertThat(problem("p.qde", utf8("<Project xmlns=\"urn:QDA-XML:project:1.0\"><Users>"))
                        .detail())
                .startsWith("p.qde is not well-formed XML at line 1");
        assertThat(problem("p.qde", utf8("<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\"/>"))
                        .detail())
                .isEqualTo("p.qde is not REFI-QDA: its root element is <CodeBook>, not <Project>");
        assertThat(problem("p.qde", new byte[0]).detail()).startsWith("p.qde is not well-formed XML");
    }

    @ParameterizedTest
    @EnumSource(names = {"QDPX", "XLSX"})
    void aPackageCutShortIsNamed(CodingFormat format) {
        byte[] whole = example(format);

        Problem problem =
                problem("cut." + format.name().toLowerCase(Locale.ROOT), Arrays.copyOf(whole, whole.length / 2));

        assertThat(problem.detail()).contains("is a damaged zip archive: its end is missing");
    }

    /// Bytes changed at random: whatever comes of it, it is a file or a problem.
    @ParameterizedTest
    @EnumSource
    void brokenFilesEndInAProblem(CodingFormat format) {
        long seed = Long.getLong("quoin.seed", System.nanoTime());
        Random random = new Random(seed);
        byte[] whole = example(format);
        CodingReaders readers = new CodingReaders(SMALL);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] broken = whole.clone();
            for (int k = random.nextInt(8); k >= 0; k--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            try {
                readers.read(Source.of("broken." + format.name().toLowerCase(Locale.ROOT), broken));
            } catch (ProblemException e) {
                refused++;
            } catch (RuntimeException | Error e) {
                throw new AssertionError("-Dquoin.seed=" + seed + " change " + i, e);
            }
        }
        assertThat(refused).as("-Dquoin.seed=%d", seed).isPositive();
    }

    private static byte[] example(CodingFormat format) {
        CodedSource source = new CodedSource(
                guid(1),
                "A",
                null,
                NormalisedText.of("Trust went. ".repeat(20)),
                CodedSource.Bibliography.NONE,
                null,
                null);
        Selection selection = new Selection(guid(2), guid(1), new Span(0, 5), "Trust", true, null, null, List.of());
        CodedProject project = new CodedProject("P", null, List.of(), List.of(), List.of(source), List.of(selection));
        return switch (format) {
            case QDPX -> QdaWriter.project(project);
            case QDE ->
                utf8(projectXml(
                        "t",
                        "<Sources><TextSource guid=\"" + guid(1) + "\"><PlainTextContent>Trust went.</PlainTextContent>"
                                + "<PlainTextSelection guid=\"" + guid(2)
                                + "\" startPosition=\"0\" endPosition=\"5\"/></TextSource></Sources>"));
            case QDC -> QdaWriter.codebook(List.of(new Code(guid(1), null, "A", null, null, true)));
            case EPPI ->
                utf8(
                        "{\"CodeSets\": [{\"SetId\": 1, \"SetName\": \"S\"}], \"References\": [{\"ItemId\": 1, \"Title\": \"T\","
                                + " \"Codes\": [{\"AttributeId\": 2, \"AdditionalText\": \"x\"}]}]}");
            case CSV -> utf8("quote,kind,paper\r\n\"Trust, went\",barrier,p-1\r\n");
            case XLSX ->
                TableWriter.table(
                        format,
                        List.of(new CodedRow(
                                1, "p", null, null, null, null, null, null, "Trust", null, null, null, null, null,
                                List.of(), List.of(), List.of(), List.of(), null, null, null)),
                        Map.of());
        };
    }
}
