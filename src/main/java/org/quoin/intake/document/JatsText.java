// The words of a JATS article in reading order, and what part each belongs to.
package org.quoin.intake.document;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.quoin.intake.document.Note.What;

final class JatsText {
    /// Elements that begin a block of their own, also inside a paragraph.
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "sec",
            "title",
            "label",
            "caption",
            "attrib",
            "list",
            "list-item",
            "def-list",
            "def-item",
            "disp-quote",
            "verse-group",
            "boxed-text",
            "statement",
            "speech",
            "table-wrap",
            "table-wrap-group",
            "table-wrap-foot",
            "table",
            "array",
            "fig",
            "fig-group",
            "supplementary-material",
            "media",
            "disp-formula",
            "disp-formula-group",
            "fn",
            "fn-group",
            "ack",
            "ref-list",
            "ref",
            "glossary",
            "app",
            "app-group",
            "notes",
            "bio",
            "code",
            "preformat",
            "graphic",
            "author-comment",
            "explanation");

    /// Elements about a block, without words of the paper.
    private static final Set<String> APART =
            Set.of("permissions", "object-id", "sec-meta", "alt-text", "long-desc", "kwd-group", "processing-meta");

    /// `content-type` of quotes that no participant spoke.
    private static final Set<String> QUOTES_OF_OTHERS = Set.of("editor-comment", "epigraph", "dedication");

    private final TextBuilder text;
    private final Notes notes;
    private final JatsInline inline;

    JatsText(TextBuilder text, Notes notes) {
        this.text = text;
        this.notes = notes;
        this.inline = new JatsInline(notes, text::place);
    }

    void front(XmlElement front) {
        List<XmlElement> meta = front.children("article-meta").toList();
        for (XmlElement article : meta) {
            article.at("title-group", "article-title")
                    .ifPresent(title -> text.block(PartKind.TITLE, inline.title(title)));
            footnotes();
            article.all("title-group", "subtitle")
                    .forEach(subtitle -> text.block(PartKind.SUBTITLE, inline.title(subtitle)));
            article.children("abstract")
                    .filter(part -> part.attribute("abstract-type").isEmpty())
                    .forEach(this::summary);
            article.children("abstract")
                    .filter(part -> !part.attribute("abstract-type").isEmpty())
                    .forEach(this::summary);
            article.children("trans-abstract").forEach(this::summary);
            article.all("contrib-group", "contrib", "bio")
                    .forEach(biography -> notes.add(What.FRONT_MATTER, "an author's biography"));
        }
    }

    /// Statements that some publishers put before the body: on data, on competing interests.
    void notesInFront(XmlElement front) {
        Stream.concat(front.children("notes"), front.all("article-meta", "notes"))
                .forEach(this::section);
    }

    private void summary(XmlElement part) {
        String language = part.attribute("lang");
        text.open(PartKind.ABSTRACT, part.is("trans-abstract") && !language.isEmpty() ? language : null, false);
        content(part);
        text.close();
    }

    /// Body, back matter, floating objects, notes on authors: whatever holds blocks and is no part itself.
    void matter(XmlElement part) {
        content(part);
    }

    /// The blocks of an element in their order; words between them are paragraphs.
    private void content(XmlElement parent) {
        StringBuilder stray = new StringBuilder();
        parent.forEach(new XmlElement.Visitor() {
            @Override
            public void words(String words) {
                stray.append(words);
            }

            @Override
            public void element(XmlElement element) {
                if (isBlock(element)) {
                    paragraph(stray);
                    block(element);
                } else if (!APART.contains(element.name())) {
                    inline.append(element, stray);
                }
            }
        });
        paragraph(stray);
    }

    private void paragraph(StringBuilder words) {
        text.block(PartKind.PARAGRAPH, Words.collapsed(words));
        words.setLength(0);
        footnotes();
    }

    /// Footnotes stand in JATS where their mark is; in the text they follow the block.
    private void footnotes() {
        for (XmlElement footnote : inline.takeFootnotes()) {
            part(PartKind.FOOTNOTE, footnote);
        }
    }

    private static boolean isBlock(XmlElement element) {
        return BLOCKS.contains(element.name())
                || (!JatsInline.KNOWN.contains(element.name())
                        && element.children().anyMatch(child -> BLOCKS.contains(child.name())));
    }

    private void block(XmlElement element) {
        switch (element.name()) {
            case "p" -> paragraph(element);
            case "title" -> {
                text.heading(inline.title(element));
                footnotes();
            }
            case "label" -> text.label(inline.title(element));
            case "caption" -> part(PartKind.CAPTION, element);
            case "sec", "statement", "notes", "bio" -> section(element);
            case "list", "def-list" -> part(PartKind.LIST, element);
            case "list-item" -> part(PartKind.LIST_ITEM, element);
            case "def-item" -> definition(element);
            case "disp-quote" -> {
                text.open(PartKind.BLOCK_QUOTE, null, QUOTES_OF_OTHERS.contains(element.attribute("content-type")));
                content(element);
                text.close();
            }
            case "verse-group" ->
                lines(PartKind.BLOCK_QUOTE, element.descendants("verse-line").toList());
            case "boxed-text" -> part(PartKind.BOXED_TEXT, element);
            case "speech" -> speech(element);
            case "table-wrap" -> tableBox(element);
            case "table", "array" -> table(element);
            case "fig" -> figure(element);
            case "supplementary-material", "media" -> supplement(element);
            case "disp-formula" -> formula(element);
            case "fn" -> part(PartKind.FOOTNOTE, element);
            case "ack" -> part(PartKind.ACKNOWLEDGEMENTS, element);
            case "glossary" -> part(PartKind.GLOSSARY, element);
            case "app" -> part(PartKind.APPENDIX, element);
            case "ref-list" -> part(PartKind.REFERENCES, element);
            case "ref" -> reference(element);
            case "code", "preformat" -> preformatted(element);
            case "graphic" -> notes.add(What.IMAGE, text.place());
            case "alternatives" -> element.child("table").ifPresent(this::table);
            case "fn-group" -> {
                if (element.has("title")) {
                    section(element);
                } else {
                    content(element);
                }
            }
            default -> content(element);
        }
    }

    private void part(PartKind kind, XmlElement element) {
        text.open(kind);
        content(element);
        text.close();
    }

    private void section(XmlElement element) {
        text.open(PartKind.SECTION);
        text.roles(Role.ofSectionType(element.attribute("sec-type")));
        content(element);
        text.close();
    }

    /// A paragraph that holds nothing but blocks is none.
    private void paragraph(XmlElement element) {
        if (element.children().anyMatch(JatsText::isBlock)) {
            if (hasWordsOfItsOwn(element)) {
                text.open(PartKind.PARAGRAPH);
                mixed(element);
                text.close();
            } else {
                content(element);
            }
        } else {
            text.block(PartKind.PARAGRAPH, inline.words(element));
            footnotes();
        }
    }

    private static boolean hasWordsOfItsOwn(XmlElement element) {
        boolean[] found = {element.children().anyMatch(child -> !isBlock(child))};
        element.forEach(new XmlElement.Visitor() {
            @Override
            public void words(String words) {
                found[0] |= !words.isBlank();
            }

            @Override
            public void element(XmlElement child) {}
        });
        return found[0];
    }

    /// As [#content(XmlElement)], but words between blocks belong to the paragraph itself.
    private void mixed(XmlElement element) {
        StringBuilder words = new StringBuilder();
        element.forEach(new XmlElement.Visitor() {
            @Override
            public void words(String more) {
                words.append(more);
            }

            @Override
            public void element(XmlElement child) {
                if (isBlock(child) && !child.is("fn")) {
                    text.block(Words.collapsed(words));
                    words.setLength(0);
                    block(child);
                } else {
                    inline.append(child, words);
                }
            }
        });
        text.block(Words.collapsed(words));
        footnotes();
    }

    private void definition(XmlElement element) {
        text.open(PartKind.LIST_ITEM);
        element.child("term").ifPresent(term -> text.label(inline.words(term)));
        element.children("def").forEach(this::content);
        text.close();
    }

    private void speech(XmlElement element) {
        text.open(PartKind.PARAGRAPH);
        element.child("speaker").ifPresent(speaker -> text.label(inline.words(speaker)));
        element.children().filter(child -> !child.is("speaker")).forEach(this::block);
        text.close();
    }

    private void lines(PartKind kind, List<XmlElement> elements) {
        text.open(kind);
        elements.forEach(line -> text.line(inline.words(line)));
        text.close();
    }

    private void tableBox(XmlElement element) {
        text.open(PartKind.TABLE_BOX);
        withoutImages(element);
        if (element.descendants("table").findAny().isEmpty()
                && element.descendants("array").findAny().isEmpty()) {
            notes.add(What.TABLE, text.place());
        }
        text.close();
    }

    private void table(XmlElement table) {
        text.open(PartKind.TABLE);
        table.descendants("tr").forEach(row -> {
            List<String> cells = row.children()
                    .filter(cell -> cell.is("td") || cell.is("th"))
                    .map(inline::words)
                    .toList();
            text.line(String.join("\t", cells).stripTrailing());
        });
        text.close();
        footnotes();
    }

    private void figure(XmlElement figure) {
        text.open(PartKind.FIGURE_BOX);
        withoutImages(figure);
        notes.add(What.FIGURE, text.place());
        text.close();
    }

    /// What stands around an image that is counted as a figure or table and not once more as an image.
    private void withoutImages(XmlElement box) {
        box.children()
                .filter(child -> isBlock(child) && !child.is("graphic") && !child.is("media"))
                .forEach(this::block);
    }

    private void supplement(XmlElement element) {
        text.open(PartKind.SUPPLEMENT);
        content(element);
        if (element.is("supplementary-material") || !element.has("caption")) {
            notes.add(What.SUPPLEMENT, text.place());
        }
        text.close();
    }

    private void formula(XmlElement formula) {
        text.open(PartKind.FORMULA);
        formula.child("label").ifPresent(label -> text.label(inline.title(label)));
        text.block(inline.formula(formula));
        text.close();
    }

    private void preformatted(XmlElement element) {
        StringBuilder words = new StringBuilder();
        inline.appendContent(element, words);
        text.block(PartKind.PARAGRAPH, words.toString().replace("\r", "").strip());
    }

    private void reference(XmlElement reference) {
        text.open(PartKind.REFERENCE);
        reference.child("label").ifPresent(label -> text.label(inline.title(label)));
        text.block(JatsReferences.printed(reference, inline));
        text.close();
    }
}
