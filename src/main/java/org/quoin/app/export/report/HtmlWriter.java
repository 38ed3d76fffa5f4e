// Writes a report as one HTML file.
package org.quoin.app.export.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;

/// Built as a tree, so that no words can become marks.
final class HtmlWriter {
    private final ReferenceNumbers references;
    private int tables;

    private HtmlWriter(Report report) {
        references = new ReferenceNumbers(report.references());
    }

    static void write(Report report, OutputStream out) {
        Document page = new HtmlWriter(report).page(report);
        page.outputSettings().prettyPrint(false).charset(StandardCharsets.UTF_8);
        try {
            out.write(page.outerHtml().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the report could not be written", e);
        }
    }

    private Document page(Report report) {
        Document page = Document.createShell("");
        page.prependChild(new DocumentType("html", "", ""));
        Objects.requireNonNull(page.selectFirst("html")).attr("lang", Report.LANGUAGE);
        Element head = page.head();
        head.appendElement("meta").attr("charset", "utf-8");
        head.appendElement("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1");
        head.appendElement("meta").attr("name", "generator").attr("content", Report.MAKER);
        text(head.appendElement("title"), report.title());
        head.appendElement("style").appendChild(new DataNode(style()));
        Element main = page.body().appendElement("main");
        text(main.appendElement("h1"), report.title());
        report.blocks().forEach(block -> add(main, block));
        return page;
    }

    private static String style() {
        try (InputStream style = HtmlWriter.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(style).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the style of reports cannot be read", e);
        }
    }

    private void add(Element parent, Block block) {
        switch (block) {
            case Block.Heading(int level, String words) -> text(parent.appendElement("h" + level), words);
            case Block.Paragraph(List<Run> runs) -> add(parent.appendElement("p"), runs);
            case Block.Quote(Run.Words words, List<Run> place) -> {
                Element figure = parent.appendElement("figure");
                Element quote = figure.appendElement("blockquote").attr("cite", words.source());
                text(spoken(quote.appendElement("p"), words), words.text());
                add(figure.appendElement("figcaption"), place);
            }
            case Block.Bullets(List<List<Run>> items) -> {
                Element list = parent.appendElement("ul");
                items.forEach(item -> add(list.appendElement("li"), item));
            }
            case Block.Table table -> add(parent, table);
            case Block.References(List<Block.Reference> entries) -> {
                Element list = parent.appendElement("ul").addClass("references");
                entries.forEach(entry ->
                        add(list.appendElement("li").attr("id", "ref-" + references.of(entry.key())), entry.runs()));
            }
        }
    }

    private void add(Element parent, Block.Table table) {
        String name = "table-" + ++tables;
        Element scrolled = parent.appendElement("div")
                .addClass("scrolled")
                .attr("role", "region")
                .attr("tabindex", "0")
                .attr("aria-labelledby", name);
        Element element = scrolled.appendElement("table");
        text(element.appendElement("caption").attr("id", name), table.caption());
        Element head = element.appendElement("thead").appendElement("tr");
        table.columns()
                .forEach(column -> text(
                        head.appendElement("th")
                                .attr("scope", "col")
                                .attr("style", "min-width:" + column.millimetres() + "mm"),
                        column.heading()));
        Element body = element.appendElement("tbody");
        for (List<Block.Cell> row : table.rows()) {
            Element line = body.appendElement("tr");
            for (int i = 0; i < row.size(); i++) {
                add(i == 0 ? line.appendElement("th").attr("scope", "row") : line.appendElement("td"), row.get(i));
            }
        }
    }

    private void add(Element parent, Block.Cell cell) {
        if (cell.paragraphs().size() == 1) {
            add(parent, cell.paragraphs().getFirst());
        } else {
            cell.paragraphs().forEach(runs -> add(parent.appendElement("p"), runs));
        }
    }

    private void add(Element parent, List<Run> runs) {
        runs.forEach(run -> add(parent, run));
    }

    private void add(Element parent, Run run) {
        switch (run) {
            case Run.Text(String words) -> text(parent, words);
            case Run.Strong(String words) -> text(parent.appendElement("strong"), words);
            case Run.Emphasis(String words) -> text(parent.appendElement("em"), words);
            case Run.Words words -> {
                text(parent, "“");
                text(spoken(parent.appendElement("q").attr("cite", words.source()), words), words.text());
                text(parent, "”");
            }
            case Run.Citation(String words, String key) ->
                text(parent.appendElement("a").attr("href", "#ref-" + references.of(key)), words);
            case Run.Link(String words, String url) ->
                text(parent.appendElement("a").attr("href", url), words);
        }
    }

    /// In the language and direction of the words.
    private static Element spoken(Element element, Run.Words words) {
        element.attr("dir", "auto");
        if (words.language() != null) {
            element.attr("lang", words.language());
        }
        return element;
    }

    private static void text(Element element, String words) {
        element.appendText(Characters.writable(words));
    }
}
