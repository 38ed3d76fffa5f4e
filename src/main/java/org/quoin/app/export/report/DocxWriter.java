// Writes a report as a Word document.
package org.quoin.app.export.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/// How things look stands in `styles.xml`. A main part with a table that is wider than an upright page lies
/// on its side; a table that is wider than that is divided.
final class DocxWriter {
    /// 1/1440 of an inch, in which Word measures, in a millimetre.
    private static final double TWIPS = 1440 / 25.4;

    private static final int SHORT_SIDE = 210;
    private static final int LONG_SIDE = 297;
    private static final int MARGIN = 20;

    private final XWPFDocument document;
    private final DocxText text;
    private final DocxTables tables;

    private DocxWriter(XWPFDocument document, Report report) {
        this.document = document;
        this.text = new DocxText(report.references());
        this.tables = new DocxTables(document, text);
    }

    static void write(Report report, OutputStream out) {
        try (var document = new XWPFDocument()) {
            new DocxWriter(document, report).write(report);
            document.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("the document could not be written", e);
        }
    }

    private void write(Report report) throws IOException {
        readStyles();
        var properties = document.getProperties().getCoreProperties();
        properties.setTitle(Characters.writable(report.title()));
        properties.setCreator(Report.MAKER);
        properties.setCreated(Optional.of(Date.from(report.madeAt())));
        properties.getUnderlyingProperties().setLanguageProperty(Report.LANGUAGE);
        footer();
        paragraph("Title", List.of(new Run.Text(report.title())));
        CTSectPr last = document.getDocument().getBody().getSectPr();
        List<List<Block>> parts = parts(report.blocks());
        boolean before = beginsLying(parts);
        boolean afterTable = false;
        for (List<Block> part : parts) {
            afterTable |= hasTable(part);
            boolean lies = afterTable ? part.stream().anyMatch(DocxWriter::needsToLie) : before;
            if (before != lies) {
                CTSectPr section = ending().getCTP().getPPr().addNewSectPr();
                section.addNewFooterReference().set(last.getFooterReferenceArray(0));
                page(section, before);
            }
            part.forEach(block -> add(block, width(lies)));
            before = lies;
        }
        page(last, before);
    }

    /// Each main part, and what stands before the first.
    private static List<List<Block>> parts(List<Block> blocks) {
        var parts = new ArrayList<List<Block>>();
        for (Block block : blocks) {
            if (parts.isEmpty() || (block instanceof Block.Heading heading && heading.level() == 2)) {
                parts.add(new ArrayList<>());
            }
            parts.getLast().add(block);
        }
        return parts;
    }

    /// What stands before the first table lies as that does: nobody wants a page of its own for it.
    private static boolean beginsLying(List<List<Block>> parts) {
        return parts.stream()
                .filter(DocxWriter::hasTable)
                .findFirst()
                .filter(part -> part.stream().anyMatch(DocxWriter::needsToLie))
                .isPresent();
    }

    private static boolean hasTable(List<Block> part) {
        return part.stream().anyMatch(Block.Table.class::isInstance);
    }

    private static boolean needsToLie(Block block) {
        return block instanceof Block.Table table && TableParts.width(table) > width(false);
    }

    /// Millimetres between the margins.
    private static int width(boolean lies) {
        return (lies ? LONG_SIDE : SHORT_SIDE) - 2 * MARGIN;
    }

    static int twips(int millimetres) {
        return (int) Math.round(millimetres * TWIPS);
    }

    /// The last paragraph, which carries the form of the pages up to it.
    private XWPFParagraph ending() {
        XWPFParagraph last = document.getLastParagraph();
        if (last.getCTP().getPPr() == null) {
            last.getCTP().addNewPPr();
        }
        return last;
    }

    private static void page(CTSectPr section, boolean lies) {
        CTPageSz size = section.addNewPgSz();
        size.setW(twips(lies ? LONG_SIDE : SHORT_SIDE));
        size.setH(twips(lies ? SHORT_SIDE : LONG_SIDE));
        if (lies) {
            size.setOrient(STPageOrientation.LANDSCAPE);
        }
        CTPageMar margin = section.addNewPgMar();
        for (Margin set : List.<Margin>of(margin::setTop, margin::setRight, margin::setBottom, margin::setLeft)) {
            set.to(twips(MARGIN));
        }
        margin.setHeader(twips(MARGIN / 2));
        margin.setFooter(twips(MARGIN / 2));
        margin.setGutter(0);
    }

    /// What a margin can be told.
    private interface Margin {
        void to(Object twips);
    }

    private void readStyles() throws IOException {
        try (InputStream styles = resource("styles.xml");
                InputStream numbering = resource("numbering.xml")) {
            document.createStyles()
                    .setStyles(StylesDocument.Factory.parse(styles).getStyles());
            document.createNumbering()
                    .setNumbering(NumberingDocument.Factory.parse(numbering).getNumbering());
        } catch (XmlException e) {
            throw new IllegalStateException("the styles of reports are not XML", e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(DocxWriter.class.getResourceAsStream(name), name);
    }

    /// Also makes the form of the last pages, which has the footer in it.
    private void footer() {
        var footer = document.createFooter(HeaderFooterType.DEFAULT);
        XWPFParagraph line = footer.createParagraph();
        line.setStyle("Footer");
        line.createRun().setText("Page ");
        line.getCTP().addNewFldSimple().setInstr("PAGE");
    }

    private void add(Block block, int width) {
        switch (block) {
            case Block.Heading(int level, String words) ->
                paragraph("Heading" + (level - 1), List.of(new Run.Text(words)));
            case Block.Paragraph(List<Run> runs) -> paragraph("Normal", runs);
            case Block.Quote(Run.Words words, List<Run> place) -> {
                text.addWords(styled("Quote"), words);
                paragraph("QuoteSource", place);
            }
            case Block.Bullets(List<List<Run>> items) -> items.forEach(item -> paragraph("ListBullet", item));
            case Block.Table table ->
                TableParts.of(table, width).forEach(part -> {
                    paragraph("Caption", List.of(new Run.Text(part.caption())));
                    tables.add(part, width);
                    // Word makes one table of two with nothing between them.
                    styled("TableEnd");
                });
            case Block.References(List<Block.Reference> entries) ->
                entries.forEach(entry -> text.addReference(styled("Bibliography"), entry));
        }
    }

    private void paragraph(String style, List<Run> runs) {
        text.add(styled(style), runs);
    }

    private XWPFParagraph styled(String style) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        return paragraph;
    }
}
