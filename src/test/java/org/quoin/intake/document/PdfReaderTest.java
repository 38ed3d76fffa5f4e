// PDFs, written here with PDFBox and printed from a page by Chromium where there is one.
package org.quoin.intake.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.model.Problem;

class PdfReaderTest {
    private static final PDFont BODY = new PDType1Font(FontName.TIMES_ROMAN);
    private static final PDFont BOLD = new PDType1Font(FontName.TIMES_BOLD);

    static {
        // Else PDFBox searches the machine for fonts as soon as one is made here.
        PdfFonts.install();
    }

    /// So that no line is repeated on the next page but the running head.
    private static final List<String> NAMES = List.of("rural", "urban", "remote", "coastal");

    private static final float LEFT = 50;
    private static final float RIGHT_COLUMN = 320;

    @Test
    void columnsHeadsHyphensQuotesAndPages() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            for (int page = 0; page < 4; page++) {
                try (var out = page(pdf)) {
                    write(out, BODY, 9, LEFT, 812, "Smith and Khan Health Places 2015, 12:" + (101 + page));
                    write(out, BODY, 9, LEFT, 30, "Page " + (101 + page) + " of 9");
                    float top = 780;
                    if (page == 0) {
                        write(out, BOLD, 18, LEFT, top, "Care in rural places: an interview");
                        write(out, BOLD, 18, LEFT, top - 22, "study of what nurses see");
                        top -= 70;
                        write(out, BOLD, 12, LEFT, top, "2.1 Results");
                        top -= 20;
                    }
                    column(out, LEFT, top, page, "left");
                    column(out, RIGHT_COLUMN, top, page, "right");
                }
            }
            pdf.getDocumentInformation().setTitle("Microsoft Word - template.doc");
            pdf.getDocumentInformation().setAuthor("Whoever Typed");

            ReadDocument document = Documents.read("paper", bytes(pdf));

            assertThat(document.format()).isEqualTo("PDF");
            assertThat(document.metadata().title())
                    .isEqualTo("Care in rural places: an interview study of what nurses see");
            assertThat(document.metadata().authors()).isEmpty();
            String text = document.text().value();
            assertThat(text)
                    .doesNotContain("Smith and Khan")
                    .doesNotContain("of 9")
                    .contains("0 left the rural organisational commitment of rural teams was well-known to rural people"
                            + " and all of them here.");
            // The left column is read to its end before the right one begins.
            for (int page = 0; page < 4; page++) {
                assertThat(text.indexOf(page + " left the")).isLessThan(text.indexOf(page + " left closes"));
                assertThat(text.indexOf(page + " left closes")).isLessThan(text.indexOf(page + " right the"));
                assertThat(document.page(document.allParts(PartKind.BLOCK_QUOTE)
                                .toList()
                                .get(2 * page)
                                .span()))
                        .contains(Integer.toString(101 + page));
            }
            assertThat(Documents.words(document, PartKind.BLOCK_QUOTE))
                    .hasSize(8)
                    .startsWith("“0 left we never had a say in any of it and nobody asked us about it.”");
            assertThat(document.allParts(PartKind.BLOCK_QUOTE)).allMatch(Part::participantVoice);
            assertThat(Documents.headings(document)).containsExactly("Results");
            assertThat(document.allParts(PartKind.SECTION))
                    .extracting(Part::label)
                    .containsExactly("2.1");
            assertThat(document.pages()).extracting(PageRange::label).containsExactly("101", "102", "103", "104");
            assertThat(Documents.count(document, Note.What.HYPHEN)).isEqualTo(8);
            assertThat(Documents.count(document, Note.What.RUNNING_HEAD)).isEqualTo(4);
            assertThat(Documents.count(document, Note.What.PAGE_NUMBER)).isEqualTo(4);
        }
    }

    private static void column(PDPageContentStream out, float x, float top, int page, String side) throws IOException {
        float y = top;
        for (String line : List.of(
                page + " " + side + " the " + NAMES.get(page) + " organisational com-",
                "mitment of " + NAMES.get(page) + " teams was well-known to",
                NAMES.get(page) + " people and all of them here.")) {
            write(out, BODY, 10, x, y -= 12, line);
        }
        for (String line : List.of(
                "“" + page + " " + side + " we never had a say in any of it", "and nobody asked us about it.”")) {
            write(out, BODY, 10, x + 20, y -= 12, line);
        }
        for (int i = 0; i < 10; i++) {
            write(out, BODY, 10, x, y -= 12, "More was said on this by commitment " + NAMES.get(page));
        }
        write(out, BODY, 10, x, y -= 12, page + " " + side + " closes " + NAMES.get(page) + " columns here.");
    }

    @Test
    void tablesKeepTheirCells() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            try (var out = page(pdf)) {
                write(out, BODY, 10, LEFT, 780, "Some words stand before the table, which has three rows of cells.");
                write(out, BODY, 10, LEFT, 750, "Table 1. Who took part");
                for (int row = 0; row < 3; row++) {
                    write(out, BODY, 10, LEFT, 730 - 12 * row, "Nurse " + row);
                    write(out, BODY, 10, 200, 730 - 12 * row, "" + (10 + row));
                }
            }

            ReadDocument document = Documents.read("t.pdf", bytes(pdf));

            assertThat(Documents.words(document, PartKind.TABLE))
                    .containsExactly("Nurse 0\t10\nNurse 1\t11\nNurse 2\t12");
            assertThat(Documents.words(document, PartKind.CAPTION)).containsExactly("Table 1. Who took part");
        }
    }

    @Test
    void aPagePrintedByABrowserIsReadInOrder(@TempDir Path folder) throws IOException, InterruptedException {
        Path chromium = Path.of("/usr/bin/chromium");
        if (!Files.isExecutable(chromium)) {
            Assumptions.abort("skipped: no chromium");
        }
        StringBuilder body = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        Random random = new Random(20261122);
        for (String heading : List.of("Introduction", "Methods", "Results", "Discussion")) {
            body.append("<h2>").append(heading).append("</h2>");
            expected.append(heading);
            for (int i = 0; i < 9; i++) {
                String words = sentences(random);
                body.append("<p>").append(words).append("</p>");
                expected.append(words);
            }
        }
        Path html = Files.writeString(
                folder.resolve("a.html"),
                "<html lang='en'><head><title>x</title><style>@page{size:A4;margin:20mm}body{font:10pt serif}"
                        + "div{column-count:2;column-gap:8mm;text-align:justify;hyphens:auto}p{margin:0;text-indent:1.2em}"
                        + "h1{font-size:20pt}h2{font-size:13pt;margin:6pt 0}</style></head><body>"
                        + "<h1>What grew slowly</h1><div>" + body + "</div></body></html>");
        Path pdf = folder.resolve("a.pdf");
        Process process = new ProcessBuilder(
                        chromium.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-pdf-header-footer",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--print-to-pdf=" + pdf,
                        html.toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();

        ReadDocument document = Documents.read(pdf);

        assertThat(document.pages()).hasSizeGreaterThan(1);
        assertThat(document.metadata().title()).isEqualTo("What grew slowly");
        assertThat(Documents.headings(document)).containsExactly("Introduction", "Methods", "Results", "Discussion");
        assertThat(document.text().value().replaceAll("\\s+", ""))
                .isEqualTo(("What grew slowly" + expected).replaceAll("\\s+", ""));
    }

    /// Words in an order that no two lines share.
    private static String sentences(Random random) {
        List<String> words = List.of(
                "nurses",
                "managers",
                "interdisciplinary",
                "teams",
                "organisational",
                "commitment",
                "slowly",
                "grew",
                "responsibilities",
                "between",
                "rural",
                "practices",
                "reported",
                "and",
                "of",
                "the",
                "because");
        StringBuilder text = new StringBuilder("So");
        for (int i = 0; i < 60; i++) {
            text.append(' ').append(words.get(random.nextInt(words.size())));
        }
        return text.append('.').toString();
    }

    @Test
    void onlyWhatThePageBearsOutIsTakenFromTheProperties() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            try (var out = page(pdf)) {
                write(out, BODY, 11, LEFT, 780, "Care in rural places");
                write(out, BODY, 11, LEFT, 760, "doi: 10.1186/s12905-015-0263-5.");
            }
            pdf.getDocumentInformation().setTitle("Care in Rural Places");

            Metadata metadata = Documents.read("a.pdf", bytes(pdf)).metadata();

            assertThat(metadata.title()).isEqualTo("Care in Rural Places");
            assertThat(metadata.identifiers().doi()).isEqualTo("10.1186/s12905-015-0263-5");
        }
    }

    @Test
    void aScanIsNamed() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.addPage(new PDPage());

            Problem problem = Documents.problem("scan.pdf", bytes(pdf));

            assertThat(problem).isInstanceOf(Problem.Invalid.class);
            assertThat(problem.detail())
                    .isEqualTo(
                            "scan.pdf has 2 pages and no text: it is a scan. Run text recognition (OCR) on it first.");
        }
    }

    @Test
    void aPasswordIsNamed() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));

            assertThat(Documents.problem("locked.pdf", bytes(pdf)).detail())
                    .isEqualTo("locked.pdf is protected by a password. Save it without one.");
        }
    }

    @Test
    void fiftyThousandPagesAreRefused() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            for (int i = 0; i < 50_000; i++) {
                pdf.addPage(new PDPage());
            }

            Problem problem = Documents.problem("long.pdf", bytes(pdf));

            assertThat(problem).isInstanceOf(Problem.LimitReached.class);
            assertThat(problem.detail()).startsWith("long.pdf has 50,000 pages; at most 5,000 are read");
        }
    }

    @Test
    void aPartThatUnpacksWithoutEndIsStopped() throws IOException {
        ReadLimits limits = new ReadLimits(1 << 20, 1 << 20, 1 << 20, 100, 10, Duration.ofMinutes(1));
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            page.setContents(
                    new PDStream(pdf, new java.io.ByteArrayInputStream(new byte[1 << 21]), COSName.FLATE_DECODE));

            Problem problem = Documents.problem("bomb.pdf", bytes(pdf), limits);

            assertThat(problem).isInstanceOf(Problem.LimitReached.class);
            assertThat(problem.detail()).startsWith("bomb.pdf has a part that unpacks to more than 1,048,576 bytes");
        }
        String twice = "%PDF-1.4\n1 0 obj<</Length 5/Filter[/LZWDecode/Fl#61teDecode]>>stream\nxxxxx\nendstream endobj";
        assertThat(Documents.problem("twice.pdf", twice.getBytes(StandardCharsets.UTF_8))
                        .detail())
                .startsWith("twice.pdf packs a part of it more than once over");
    }

    @Test
    void brokenFilesEndInAProblem() throws IOException {
        byte[] whole;
        try (PDDocument pdf = new PDDocument()) {
            try (var out = page(pdf)) {
                write(out, BODY, 10, LEFT, 700, "A sentence that stands on the page.");
            }
            whole = bytes(pdf);
        }
        assertThat(Documents.problem("cut.pdf", Arrays.copyOf(whole, 300)).detail())
                .startsWith("cut.pdf ");
        assertThat(Documents.problem("a.pdf", "%PDF-1.7\nnothing".getBytes(StandardCharsets.UTF_8))
                        .detail())
                .startsWith("a.pdf is a damaged PDF");
        String nested = "%PDF-1.4\n1 0 obj " + "[".repeat(200_000) + " endobj\ntrailer<</Root 1 0 R>>\n%%EOF";
        assertThat(Documents.problem("deep.pdf", nested.getBytes(StandardCharsets.UTF_8))
                        .detail())
                .startsWith("deep.pdf ");
    }

    private static PDPageContentStream page(PDDocument pdf) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        pdf.addPage(page);
        return new PDPageContentStream(pdf, page);
    }

    private static void write(PDPageContentStream out, PDFont font, float size, float x, float y, String words)
            throws IOException {
        out.beginText();
        out.setFont(font, size);
        out.newLineAtOffset(x, y);
        out.showText(words);
        out.endText();
    }

    private static byte[] bytes(PDDocument pdf) throws IOException {
        var bytes = new ByteArrayOutputStream();
        pdf.save(bytes);
        return bytes.toByteArray();
    }
}
