// The blocks of a web page in reading order.
package org.quoin.intake.document;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.document.Note.What;

final class HtmlText {
    private final TextBuilder text;
    private final Budget budget;
    private final Notes notes;
    private final @Nullable Element title;
    private final Outline outline;

    /// How many blocks are open in which a heading opens no section.
    private int insideBlock;

    /// @param title already in the text
    HtmlText(TextBuilder text, Budget budget, Notes notes, @Nullable Element title) {
        this.text = text;
        this.budget = budget;
        this.notes = notes;
        this.title = title;
        this.outline = new Outline(text);
    }

    void read(Element article) {
        content(article, 1);
        outline.close();
    }

    /// The blocks of an element; words between them are paragraphs.
    private void content(Element parent, int depth) {
        StringBuilder stray = new StringBuilder();
        for (Node node : parent.childNodes()) {
            if (node instanceof Element element && isBlock(element)) {
                paragraph(stray);
                budget.useElement(depth);
                block(element, depth);
            } else {
                HtmlReader.append(node, stray, notes, text.place());
            }
        }
        paragraph(stray);
    }

    private void paragraph(StringBuilder words) {
        text.block(PartKind.PARAGRAPH, Words.collapsed(words));
        words.setLength(0);
    }

    private static boolean isBlock(Element element) {
        return element.isBlock()
                || element.normalName().equals("img")
                || element.select("p, div, table, ul, ol, blockquote, h1, h2, h3, h4, h5, h6")
                                .size()
                        > 0;
    }

    private void block(Element element, int depth) {
        switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element);
            case "p" -> {
                if (element.children().stream().anyMatch(HtmlText::isBlock)) {
                    content(element, depth + 1);
                } else {
                    text.block(PartKind.PARAGRAPH, words(element));
                }
            }
            case "blockquote" -> part(PartKind.BLOCK_QUOTE, element, depth);
            case "ul", "ol", "dl" -> part(PartKind.LIST, element, depth);
            case "li", "dd" -> part(PartKind.LIST_ITEM, element, depth);
            case "aside" ->
                part(
                        element.attr("role").equals("doc-footnote") ? PartKind.FOOTNOTE : PartKind.BOXED_TEXT,
                        element,
                        depth);
            case "figure" -> figure(element, depth);
            case "figcaption", "caption" -> part(PartKind.CAPTION, element, depth);
            case "table" -> table(element, depth);
            case "pre" ->
                text.block(
                        PartKind.PARAGRAPH,
                        element.wholeText().replace("\r", "").strip());
            case "img" -> notes.add(What.IMAGE, text.place());
            default -> content(element, depth + 1);
        }
    }

    private void part(PartKind kind, Element element, int depth) {
        insideBlock++;
        text.open(kind);
        content(element, depth + 1);
        text.close();
        insideBlock--;
    }

    private void heading(Element element) {
        if (element.equals(title)) {
            return;
        }
        if (insideBlock > 0) {
            text.block(PartKind.PARAGRAPH, words(element));
        } else {
            outline.heading(element.normalName().charAt(1) - '0', "", words(element));
        }
    }

    private void figure(Element figure, int depth) {
        insideBlock++;
        Element table = figure.selectFirst("table");
        if (table != null) {
            text.open(PartKind.TABLE_BOX);
            content(figure, depth + 1);
        } else {
            text.open(PartKind.FIGURE_BOX);
            figure.select("img").remove();
            content(figure, depth + 1);
            notes.add(What.FIGURE, text.place());
        }
        text.close();
        insideBlock--;
    }

    private void table(Element table, int depth) {
        // A table with a block inside a cell that holds most of the page is a layout, not a table.
        if (table.select("table, h1, h2, h3").size() > 1
                || !table.select("h1, h2, h3").isEmpty()) {
            table.select("> tbody > tr > td, > tr > td").forEach(cell -> content(cell, depth + 1));
            return;
        }
        text.open(PartKind.TABLE_BOX);
        table.select("> caption").forEach(caption -> part(PartKind.CAPTION, caption, depth));
        text.open(PartKind.TABLE);
        table.select("tr").forEach(row -> {
            List<String> cells = row.children().stream().map(this::words).toList();
            text.line(String.join("\t", cells).stripTrailing());
        });
        text.close();
        text.close();
    }

    private String words(Element element) {
        return HtmlReader.words(element, notes, text.place());
    }
}
