// Writes the lines of a Word document.
package org.quoin.app.export.report;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;

final class DocxText {
    /// Style of the words of sources, by which they can be found.
    private static final String SOURCE_WORDS = "SourceWords";

    private final ReferenceNumbers references;

    DocxText(List<Block.Reference> all) {
        references = new ReferenceNumbers(all);
    }

    void add(XWPFParagraph paragraph, List<Run> runs) {
        runs.forEach(run -> add(paragraph, run));
    }

    private void add(XWPFParagraph paragraph, Run run) {
        switch (run) {
            case Run.Text(String words) -> set(paragraph.createRun(), words);
            case Run.Strong(String words) -> {
                XWPFRun strong = paragraph.createRun();
                strong.setBold(true);
                set(strong, words);
            }
            case Run.Emphasis(String words) -> {
                XWPFRun emphasis = paragraph.createRun();
                emphasis.setItalic(true);
                set(emphasis, words);
            }
            case Run.Words words -> {
                set(paragraph.createRun(), "“");
                addWords(paragraph, words);
                set(paragraph.createRun(), "”");
            }
            case Run.Citation(String words, String key) -> {
                CTHyperlink link = paragraph.getCTP().addNewHyperlink();
                link.setAnchor(bookmark(key));
                set(new XWPFHyperlinkRun(link, link.addNewR(), paragraph), words);
            }
            case Run.Link(String words, String url) -> {
                XWPFHyperlinkRun link = paragraph.createHyperlinkRun(url);
                link.setStyle("Hyperlink");
                set(link, words);
            }
        }
    }

    /// Without quotation marks.
    void addWords(XWPFParagraph paragraph, Run.Words words) {
        XWPFRun run = paragraph.createRun();
        run.setStyle(SOURCE_WORDS);
        CTRPr properties = run.getCTR().getRPr();
        boolean rightToLeft = Characters.isRightToLeft(words.text());
        if (rightToLeft) {
            properties.addNewRtl();
        }
        if (words.language() != null && rightToLeft) {
            properties.addNewLang().setBidi(words.language());
        } else if (words.language() != null) {
            properties.addNewLang().setVal(words.language());
        }
        set(run, words.text());
    }

    void addReference(XWPFParagraph paragraph, Block.Reference reference) {
        BigInteger number = BigInteger.valueOf(references.of(reference.key()));
        CTBookmark start = paragraph.getCTP().addNewBookmarkStart();
        start.setId(number);
        start.setName(bookmark(reference.key()));
        add(paragraph, reference.runs());
        paragraph.getCTP().addNewBookmarkEnd().setId(number);
    }

    private String bookmark(String key) {
        return "reference_" + references.of(key);
    }

    /// Line ends and tabs have marks of their own.
    private static void set(XWPFRun run, String words) {
        String[] lines = Characters.writable(words).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            String[] columns = lines[i].split("\t", -1);
            for (int j = 0; j < columns.length; j++) {
                if (j > 0) {
                    run.addTab();
                }
                if (!columns[j].isEmpty()) {
                    run.setText(columns[j]);
                }
            }
        }
    }
}
