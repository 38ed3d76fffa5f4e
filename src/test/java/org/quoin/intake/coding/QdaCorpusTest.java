// The REFI-QDA files beside the project, each counted a second time by XPath.
package org.quoin.intake.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quoin.intake.coding.Codings.count;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.quoin.intake.coding.CodingNote.What;
import org.w3c.dom.Document;

class QdaCorpusTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("quoin.root", "."), "..", "shared", "corpora", "refi-qda");

    @Test
    void everyPartOfEveryProjectIsReadOrCounted() throws Exception {
        List<Path> files = files();
        assertThat(files).hasSizeGreaterThanOrEqualTo(4);
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            CodingFile.Project read = Codings.project(file.toString(), bytes);
            Document xml = xml(bytes);
            CodedProject project = read.project();

            assertThat(project.name()).isEqualTo(xml.getDocumentElement().getAttribute("name"));
            assertThat(read.origin()).startsWith("ATLAS.ti");
            assertThat(project.codes()).as("%s", file).hasSize(number(xml, "count(//Codes//Code)"));
            assertThat(project.codes().stream().filter(code -> code.parentId() == null))
                    .hasSize(number(xml, "count(//Codes/Code)"));
            assertThat(project.coders()).hasSize(number(xml, "count(//User)"));
            // Its transcripts repeat texts that are sources too.
            assertThat(project.sources()).hasSize(number(xml, "count(//Sources/*)"));
            assertThat(count(read, What.REPEATED_TRANSCRIPT)).isEqualTo(number(xml, "count(//Transcript)"));
            // Each selection of words is read, or noted, or is the area of one that is.
            int sameAsArea = number(xml, "count(//PlainTextSelection[@guid = //PDFSelection/@guid])");
            assertThat(project.selections().size()
                            + count(read, What.SELECTION_WITHOUT_WORDS)
                            + count(read, What.PDF_AREA)
                            + sameAsArea)
                    .isEqualTo(number(xml, "count(//PlainTextSelection | //PDFSelection)"));
            assertThat(count(read, What.PICTURE_SELECTION)).isEqualTo(number(xml, "count(//PictureSelection)"));
            assertThat(count(read, What.RECORDING_SELECTION))
                    .isEqualTo(number(xml, "count(//VideoSelection | //AudioSelection)"));
            assertThat(count(read, What.SYNC_POINT)).isEqualTo(number(xml, "count(//SyncPoint)"));
            assertThat(count(read, What.SET)).isEqualTo(number(xml, "count(//Set)"));
            assertThat(count(read, What.LINK)).isEqualTo(number(xml, "count(//Link)"));
            assertThat(count(read, What.GRAPH)).isEqualTo(number(xml, "count(//Graph)"));
            assertThat(count(read, What.MEMO)).isEqualTo(number(xml, "count(//Note)"));
        }
    }

    @Test
    void whereTheTextsAreMissingWordsComeFromNamesAndAreas() throws Exception {
        Path file = FOLDER.resolve("sky-loom/Project.qde");
        Assumptions.assumeTrue(Files.exists(file), "skipped: ../shared/corpora/refi-qda is not there");

        CodingFile.Project read = Codings.project(file.toString(), Files.readAllBytes(file));

        assertThat(Codings.words(read))
                .containsExactly(
                        "Oh, that was great. See you tomorrow? Eleven thirty. Mm.",
                        "I did try the gluten free bread, but it was always so soggy,",
                        "favoritos.Dificultad: MediaTiempo: 2 horas 30 minutos",
                        "Porciones: 8 IngredientesPara la base:340 g de Granola Kellogg’s® Granos Ancestrales; Amaranto, "
                                + "linaza y arándano.90 g de mantequilla",
                        "granola");
        assertThat(read.project().selections())
                .allSatisfy(selection -> assertThat(selection.applications()).hasSize(1));
        assertThat(count(read, What.SELECTION_WITHOUT_WORDS)).isEqualTo(4);
        assertThat(Codings.where(read, What.PDF_AREA)).endsWith("Quotation 12:3");
    }

    private static List<Path> files() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "skipped: ../shared/corpora/refi-qda is not there");
        try (var walk = Files.walk(FOLDER)) {
            return walk.filter(file -> file.toString().matches(".*\\.qd(px|e)"))
                    .sorted()
                    .toList();
        }
    }

    private static Document xml(byte[] bytes) throws Exception {
        byte[] project = bytes;
        if (bytes[0] == 'P') {
            try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    project = entry.getName().endsWith(".qde") ? zip.readAllBytes() : project;
                }
            }
        }
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(project));
    }

    /// Names without namespace: the parser does not look at them.
    private static int number(Document xml, String expression) throws Exception {
        XPath xpath = XPathFactory.newInstance().newXPath();
        return ((Double) xpath.evaluate(expression, xml, XPathConstants.NUMBER)).intValue();
    }
}
