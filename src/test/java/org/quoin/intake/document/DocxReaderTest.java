// Word documents, written here with Apache POI and by hand.
package org.quoin.intake.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.quoin.model.Problem;

class DocxReaderTest {
    @Test
    void aDocumentWrittenByAnotherLibraryIsRead() throws IOException {
        byte[] bytes;
        try (XWPFDocument word = new XWPFDocument()) {
            style(word, "Titel", "Title");
            style(word, "berschrift1", "heading 1");
            style(word, "berschrift2", "heading 2");
            style(word, "Zitat", "Quote");
            word.createStyles();
            add(word, "Titel", "Care in rural places");
            add(word, "berschrift1", "Abstract");
            add(word, null, "Short one.");
            add(word, "berschrift1", "Results");
            XWPFParagraph paragraph = add(word, null, "They ");
            paragraph.createRun().setText("said");
            paragraph.createRun().addTab();
            paragraph.createRun().setText("much");
            word.createFootnotes();
            var footnote = word.createFootnote();
            footnote.createParagraph().createRun().setText("A note.");
            paragraph.addFootnoteReference(footnote);
            paragraph.createRun().setText(".");
            add(word, "Zitat", "We had no say.");
            add(word, "Zitat", "None at all.");
            add(word, "berschrift2", "Barriers");
            BigInteger numbering = word.createNumbering().addNum(BigInteger.ONE);
            add(word, null, "time").setNumID(numbering);
            add(word, null, "money").setNumID(numbering);
            XWPFTable table = word.createTable(2, 2);
            table.getRow(0).getCell(1).setText("b");
            table.getRow(1).getCell(0).setText("1");
            table.getRow(1).getCell(1).setText("2");
            word.getProperties().getCoreProperties().setTitle("A template");
            word.getProperties().getCoreProperties().setCreator("Whoever Typed");
            word.getProperties().getCoreProperties().setKeywords("rural; care");
            bytes = bytes(word);
        }

        ReadDocument document = Documents.read("paper", bytes);

        assertThat(document.format()).isEqualTo("Word (.docx)");
        assertThat(document.text().value()).isEqualTo("""
                        Care in rural places

                        Abstract

                        Short one.

                        Results

                        They said much.

                        A note.

                        We had no say.

                        None at all.

                        Barriers

                        time

                        money

                        \tb
                        1\t2""");
        assertThat(document.metadata().title()).isEqualTo("Care in rural places");
        assertThat(document.metadata().authors()).isEmpty();
        assertThat(document.metadata().keywords()).containsExactly("rural", "care");
        assertThat(Documents.headings(document)).containsExactly("Abstract", "Results", "Barriers");
        assertThat(Documents.words(document, PartKind.BLOCK_QUOTE)).containsExactly("We had no say.\n\nNone at all.");
        assertThat(document.allParts(PartKind.BLOCK_QUOTE)).allMatch(Part::participantVoice);
        assertThat(Documents.words(document, PartKind.LIST_ITEM)).containsExactly("time", "money");
        assertThat(Documents.words(document, PartKind.TABLE)).containsExactly("b\n1\t2");
        assertThat(Documents.words(document, PartKind.FOOTNOTE)).containsExactly("A note.");
        assertThat(document.at(document.text().value().indexOf("money")))
                .extracting(Part::kind)
                .startsWith(PartKind.SECTION, PartKind.SECTION, PartKind.LIST);
    }

    @Test
    void trackedChangesAreReadAsAcceptedAndCommentsCounted() throws IOException {
        ReadDocument document = Documents.read("a.docx", docx("""
                        <w:p><w:r><w:t xml:space="preserve">We </w:t></w:r><w:ins><w:r><w:t>always</w:t></w:r></w:ins>
                        <w:del><w:r><w:delText>never</w:delText></w:r></w:del><w:r><w:t xml:space="preserve"> asked</w:t></w:r>
                        <w:r><w:commentReference w:id="1"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>
                        <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>ADDIN EN.CITE</w:instrText></w:r>
                        <w:r><w:t>[3]</w:t></w:r></w:p>
                        <w:p><w:pPr><w:ind w:left="720" w:right="720"/></w:pPr><w:r><w:t>Set in.</w:t></w:r></w:p>
                        <w:sdt><w:sdtContent><w:p><w:r><w:t>In a control.</w:t></w:r></w:p></w:sdtContent></w:sdt>
                        <w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p>
                        </w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>Boxed.</w:t>
                        </w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"""));

        assertThat(document.text().value()).isEqualTo("We always asked[3]\n\nSet in.\n\nIn a control.\n\nBoxed.");
        assertThat(Documents.words(document, PartKind.BLOCK_QUOTE)).containsExactly("Set in.");
        assertThat(Documents.words(document, PartKind.BOXED_TEXT)).containsExactly("Boxed.");
        assertThat(Documents.count(document, Note.What.DELETED_TEXT)).isEqualTo(1);
        assertThat(Documents.count(document, Note.What.COMMENT)).isEqualTo(1);
    }

    @Test
    void shortBoldLinesAreHeadingsWhereNoStyleIsUsed() throws IOException {
        ReadDocument document = Documents.read(
                "a.docx",
                docx(
                        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Results</w:t></w:r></w:p><w:p><w:r><w:t>They said.</w:t></w:r></w:p>"));

        assertThat(Documents.headings(document)).containsExactly("Results");
    }

    @Test
    void aZipBombIsStoppedWhileItUnpacks() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("word/media/bomb.bin"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
        }

        Problem problem = Documents.problem("bomb.docx", bytes.toByteArray());

        assertThat(problem).isInstanceOf(Problem.LimitReached.class);
        assertThat(problem.detail()).startsWith("bomb.docx unpacks to more than 134,217,728 bytes");
    }

    @Test
    void brokenAndOtherFilesAreNamed() throws IOException {
        byte[] whole = docx("<w:p><w:r><w:t>Text</w:t></w:r></w:p>");
        Problem cut = Documents.problem("cut.docx", Arrays.copyOf(whole, whole.length - 30));
        assertThat(cut).isInstanceOf(Problem.Invalid.class);
        assertThat(cut.detail()).isEqualTo("cut.docx is a damaged zip archive: its end is missing. Save it again.");

        assertThat(Documents.problem("a.docx", docx("<w:p/>")).detail())
                .isEqualTo("a.docx is a Word document without text");
        assertThat(Documents.problem("a.docx", docx("<w:p>")).detail())
                .startsWith("a.docx!word/document.xml is not well-formed XML at line 1");
        assertThat(Documents.problem("a.docx", docx("<w:tbl>".repeat(100_000))).detail())
                .contains("nests its elements more than 256 deep");
        assertThat(Documents.problem("locked.docx", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0})
                        .detail())
                .startsWith("locked.docx is an old Office file (.doc, .xls) or one that is password-protected");
    }

    private static byte[] docx(String body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(("<w:document xmlns:w='w' xmlns:mc='mc'><w:body>" + body + "</w:body></w:document>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void style(XWPFDocument word, String id, String name) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.addNewName().setVal(name);
        style.setType(STStyleType.PARAGRAPH);
        word.createStyles().addStyle(new XWPFStyle(style));
    }

    private static XWPFParagraph add(XWPFDocument word, @Nullable String style, String words) {
        XWPFParagraph paragraph = word.createParagraph();
        if (style != null) {
            paragraph.setStyle(style);
        }
        paragraph.createRun().setText(words);
        return paragraph;
    }

    private static byte[] bytes(XWPFDocument word) throws IOException {
        var bytes = new ByteArrayOutputStream();
        word.write(bytes);
        return bytes.toByteArray();
    }
}
