// Telling files of codings from papers and from other files.
package org.quoin.intake.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quoin.intake.coding.Codings.guid;
import static org.quoin.intake.coding.Codings.problem;
import static org.quoin.intake.coding.Codings.projectXml;
import static org.quoin.intake.coding.Codings.utf8;
import static org.quoin.intake.coding.Codings.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quoin.intake.document.ReadLimits;
import org.quoin.intake.document.Source;

class CodingReadersTest {
    private static final Path SHARED = Path.of(System.getProperty("quoin.root", "."), "..", "shared");

    private static Optional<CodingFormat> formatOf(String name, byte[] content) {
        return new CodingReaders(ReadLimits.DEFAULT).formatOf(Source.of(name, content));
    }

    private static byte[] example(CodingFormat format) {
        return switch (format) {
            case QDPX -> zip(Map.of("project.qde", utf8(projectXml("t", ""))));
            case QDE -> utf8(projectXml("t", ""));
            case QDC -> QdaWriter.codebook(List.of(new Code(guid(1), null, "A", null, null, true)));
            case EPPI -> utf8(" {\"References\": [{\"ItemId\": 1, \"Codes\": []}]}");
            case CSV, XLSX -> TableWriter.template(format, Map.of());
        };
    }

    @ParameterizedTest
    @EnumSource
    void aFormatIsToldByContentAlone(CodingFormat format) {
        assertThat(formatOf("without-ending", example(format))).contains(format);
        assertThat(Codings.read("without-ending", example(format)).format()).isEqualTo(format);
    }

    @Test
    void aProjectBehindMuchElseInItsPackageIsFound() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < 400; i++) {
            entries.put("Sources/" + guid(i) + ".jpg", new byte[1000]);
        }
        entries.put("PROJECT.QDE", utf8(projectXml("t", "")));

        assertThat(formatOf("x", zip(entries))).contains(CodingFormat.QDPX);
    }

    @ParameterizedTest
    @EnumSource(names = {"QDE", "QDC"})
    void anotherByteOrderOfXmlIsTold(CodingFormat format) {
        String xml = new String(example(format), StandardCharsets.UTF_8).replace("utf-8", "utf-16");

        assertThat(formatOf("x", ("\uFEFF" + xml).getBytes(StandardCharsets.UTF_16LE)))
                .contains(format);
        assertThat(Codings.read("x", ("\uFEFF" + xml).getBytes(StandardCharsets.UTF_16LE))
                        .format())
                .isEqualTo(format);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "In this paper, text, quote, and value are told apart.\nMore prose follows, and more.\n",
                "Who is to quote; whom\n\nNobody.",
                "<Project><modelVersion>4.0.0</modelVersion></Project>",
                "<codeBook xmlns=\"ddi:codebook:2_5\"/>",
                "{\"title\": \"A paper\"}",
                "title,doi,year\nA,10.1/x,2020\n",
                "quote\nwords alone in a text",
                ""
            })
    void otherFilesAreNotTaken(String content) {
        assertThat(formatOf("x.txt", utf8(content))).isEmpty();
    }

    @Test
    void aNameDecidesWhereOneColumnIsAllThereIs() {
        assertThat(formatOf("x.csv", utf8("quote\nTrust went.\n"))).contains(CodingFormat.CSV);
        assertThat(formatOf("x.tsv", utf8("Quote\tremark\n"))).contains(CodingFormat.CSV);
    }

    @Test
    void aWordDocumentIsNoWorkbook() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("quote,kind");
            document.write(bytes);
        }

        assertThat(formatOf("x.docx", bytes.toByteArray())).isEmpty();
    }

    @Test
    void noPaperBesideTheProjectIsTaken() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(SHARED.resolve("corpora")), "skipped: ../shared/corpora is not there");
        for (String corpus : List.of("jats-qualitative", "jats-odd", "references")) {
            try (var walk = Files.walk(SHARED.resolve("corpora").resolve(corpus))) {
                for (Path file : walk.filter(Files::isRegularFile).toList()) {
                    assertThat(formatOf(file.toString(), Files.readAllBytes(file)))
                            .as("%s", file)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void aFileOfNothingKnownIsNamed() {
        assertThat(problem("x.txt", utf8("Words.")).detail())
                .isEqualTo("x.txt is no file of codings: neither REFI-QDA, nor EPPI-Reviewer JSON, nor a table with a "
                        + "column «quote»");
    }
}
