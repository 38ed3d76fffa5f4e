// Reports as files: what is in them can be read again, whatever the words are.
package org.quoin.app.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlOptions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.quoin.app.export.report.Block.Cell;
import org.quoin.app.export.report.Block.Column;

public class ReportFormatTest {
    private static final Instant AT = Instant.parse("2026-11-22T20:24:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain words",
                "<script>alert(1)</script> & \"quotes\" ]]> &amp; <!-- -->",
                "عمل الفريق 12 معا",
                "tea 😀 and 👩‍👩‍👧 families",
                "two\nlines\tand a tab  and  two spaces ",
                "_x0041_ ${name} #{x} {{y}}"
            })
    void wordsComeBackAsTheyWere(String words) throws IOException {
        Report report = report(new Block.Quote(
                new Run.Words(words, "https://example.org/quotation/1", "ar"), List.of(new Run.Text(words))));

        assertThat(sourceWords(docx(report))).containsExactly(words);
        Element quote = Objects.requireNonNull(html(report).selectFirst("blockquote"));
        assertThat(quote.wholeText()).isEqualTo(words);
        assertThat(quote.attr("cite")).isEqualTo("https://example.org/quotation/1");
        assertThat(Objects.requireNonNull(quote.selectFirst("p")).attr("lang")).isEqualTo("ar");
        assertThat(html(report).select("script")).isEmpty();
    }

    @Test
    void whatNoFileCanHoldIsShownAsSuchAndSaid() throws IOException {
        Report report = report(Block.Paragraph.of("bell \u0007, half \uD83D a pair, \uFFFE, next line \u0085"));

        String shown = "bell \uFFFD, half \uFFFD a pair, \uFFFD, next line \uFFFD";
        assertThat(text(docx(report))).contains(shown).anyMatch(line -> line.contains("cannot hold"));
        assertThat(html(report).body().wholeText()).contains(shown, "cannot hold");
        assertThat(html(report(Block.Paragraph.of("sound"))).body().wholeText()).doesNotContain("cannot hold");
    }

    @Test
    void wordsFromRightToLeftAreMarkedAsSuch() throws IOException {
        Report report =
                report(new Block.Paragraph(List.of(new Run.Words("עבודת צוות", "https://example.org/q", "he"))));

        try (XWPFDocument document = docx(report)) {
            var properties =
                    document.getParagraphArray(1).getRuns().get(1).getCTR().getRPr();
            assertThat(properties.sizeOfRtlArray()).isEqualTo(1);
            assertThat(properties.getLangArray(0).getBidi()).isEqualTo("he");
        }
        assertThat(Objects.requireNonNull(html(report).selectFirst("q")).attr("dir"))
                .isEqualTo("auto");
    }

    /// Word has no table of more than 63 columns, and nobody can read one of 20.
    @Test
    void aTableOfSixtyColumnsIsDividedOnPaperAndOnlyThere() throws IOException {
        int columns = 60;
        Report report = report(
                Block.Paragraph.of("lies with what it introduces"),
                new Block.Heading(2, "Wide"),
                wide(columns, 24),
                new Block.Heading(2, "After it"),
                Block.Paragraph.of("upright again"));

        try (XWPFDocument document = docx(report)) {
            List<XWPFTable> tables = document.getTables();
            assertThat(tables).hasSizeGreaterThan(5);
            var seen = new ArrayList<String>();
            for (XWPFTable table : tables) {
                assertThat(table.getRow(0).getCell(0).getText()).isEqualTo("row");
                assertThat(table.getRow(1).getCell(0).getText()).isEqualTo("r1");
                assertThat(table.getRow(0).isRepeatHeader()).isTrue();
                assertThat(table.getStyleID()).isEqualTo("ReportTable");
                table.getRow(0).getTableCells().stream().skip(1).forEach(cell -> seen.add(cell.getText()));
            }
            assertThat(seen)
                    .isEqualTo(IntStream.rangeClosed(1, columns)
                            .mapToObj(i -> "c" + i)
                            .toList());
            assertThat(text(document)).contains("Table 1. Wide (part: columns 1 to 9 of 60)");
            List<CTSectPr> sections = sections(document);
            assertThat(sections)
                    .as("lying, then upright")
                    .hasSize(2)
                    .element(0)
                    .matches(section ->
                            STPageOrientation.LANDSCAPE.equals(section.getPgSz().getOrient()));
            assertThat(sections.getLast().getPgSz().isSetOrient()).isFalse();
            assertThat(sections)
                    .as("each with its page numbers")
                    .allMatch(section -> section.sizeOfFooterReferenceArray() == 1);
        }
        Document page = html(report);
        assertThat(page.select("table")).hasSize(1);
        assertThat(page.select("thead th[scope=col]")).hasSize(columns + 1);
        assertThat(page.select("tbody th[scope=row]")).hasSize(1);
        assertThat(page.select("caption").eachText()).containsExactly("Table 1. Wide");
    }

    @Test
    void aDocumentIsOfItsOwnStandard() throws Exception {
        Report report = report(
                new Block.Heading(2, "Part"),
                new Block.Heading(3, "Part of it"),
                Block.Paragraph.of("text"),
                Block.Bullets.of(List.of("one", "two")),
                new Block.Paragraph(List.of(
                        new Run.Strong("strong"),
                        new Run.Emphasis("slanted"),
                        new Run.Citation("Okafor, 2021", "key"),
                        new Run.Link("a link", "https://example.org/?a=b&c=%22d%22"))),
                wide(12, 30),
                new Block.Heading(2, "References"),
                new Block.References(List.of(new Block.Reference("key", List.of(new Run.Text("Okafor, A. (2021)."))))));

        try (XWPFDocument document = docx(report)) {
            // Of the styles POI carries too little of the schema.
            var faults = new ArrayList<XmlError>();
            document.getDocument().validate(new XmlOptions().setErrorListener(faults));
            assertThat(faults).isEmpty();
            assertThat(document.getProperties().getCoreProperties().getTitle()).isEqualTo("A report");
            assertThat(document.getProperties().getCoreProperties().getCreator())
                    .isEqualTo("Quoin");
            assertThat(document.getProperties().getCoreProperties().getCreated())
                    .isEqualTo(AT);
            assertThat(document.getParagraphs().stream()
                            .map(XWPFParagraph::getStyle)
                            .filter(Objects::nonNull))
                    .contains("Title", "Heading1", "Heading2", "ListBullet", "Caption", "Bibliography")
                    .allMatch(style -> document.getStyles().styleExist(style));
            assertThat(document.getPackage().getParts())
                    .noneMatch(part -> part.getPartName().getName().contains("vba"));
            String xml = document.getDocument().xmlText();
            assertThat(xml).contains("w:anchor=\"reference_1\"", "w:name=\"reference_1\"");
        }
        Document page = html(report);
        assertThat(page.select("html").attr("lang")).isEqualTo("en-GB");
        assertThat(page.title()).isEqualTo("A report");
        assertThat(page.select("h1").eachText()).containsExactly("A report");
        assertThat(page.select("a[href=#ref-1]").eachText()).containsExactly("Okafor, 2021");
        assertThat(page.select("#ref-1").eachText()).containsExactly("Okafor, A. (2021).");
        assertThat(page.select("[src], link")).as("it needs no other file").isEmpty();
    }

    private static Block.Table wide(int columns, int millimetres) {
        var head = new ArrayList<>(List.of(new Column("row", 30)));
        var row = new ArrayList<>(List.of(Cell.of("r1")));
        IntStream.rangeClosed(1, columns).forEach(i -> {
            head.add(new Column("c" + i, millimetres));
            row.add(Cell.of(Integer.toString(i)));
        });
        return new Block.Table("Table 1. Wide", head, List.of(row));
    }

    private static Report report(Block... blocks) {
        return new Report("A report", AT, List.of(blocks));
    }

    private static byte[] written(Report report, ReportFormat format) {
        var out = new ByteArrayOutputStream();
        format.write(report, out);
        return out.toByteArray();
    }

    public static XWPFDocument docx(Report report) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(written(report, ReportFormat.DOCX)));
    }

    public static Document html(Report report) {
        String html = new String(written(report, ReportFormat.HTML), StandardCharsets.UTF_8);
        Parser parser = Parser.htmlParser().setTrackErrors(10);
        Document page = Jsoup.parse(html, "", parser);
        assertThat(parser.getErrors()).isEmpty();
        return page;
    }

    /// The words of sources that a document has, wherever they stand.
    public static List<String> sourceWords(XWPFDocument document) {
        return paragraphs(document)
                .flatMap(paragraph -> paragraph.getRuns().stream())
                .filter(run -> run.getStyle().equals("SourceWords"))
                .map(run -> run.text())
                .toList();
    }

    private static List<String> text(XWPFDocument document) {
        return paragraphs(document).map(XWPFParagraph::getText).toList();
    }

    private static Stream<XWPFParagraph> paragraphs(XWPFDocument document) {
        return Stream.concat(
                document.getParagraphs().stream(),
                document.getTables().stream()
                        .flatMap(table -> table.getRows().stream())
                        .flatMap(row -> row.getTableCells().stream())
                        .flatMap(cell -> cell.getParagraphs().stream()));
    }

    private static List<CTSectPr> sections(XWPFDocument document) {
        return Stream.concat(
                        document.getParagraphs().stream()
                                .map(paragraph -> paragraph.getCTP().getPPr())
                                .filter(properties -> properties != null && properties.isSetSectPr())
                                .map(properties -> properties.getSectPr()),
                        Stream.of(document.getDocument().getBody().getSectPr()))
                .toList();
    }
}
