// The blocks of a Word document in their order.
package org.quoin.intake.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.document.Note.What;

/// Changes that are tracked are read as accepted. Numbers that Word makes itself (of headings, lists, captions
/// that are not fields) are not in the file and so not in the text.
final class DocxText {
    private static final Set<String> TRANSPARENT = Set.of(
            "ins", "moveTo", "smartTag", "hyperlink", "fldSimple", "sdt", "sdtContent", "customXml", "Choice", "bdo");
    private static final int LONGEST_BOLD_HEADING = 120;

    private final TextBuilder text;
    private final Notes notes;
    private final DocxStyles styles;
    private final XmlElement footnotes;
    private final XmlElement endnotes;
    private final Outline outline;
    private final List<XmlElement> pendingNotes = new ArrayList<>();
    private final List<XmlElement> pendingBoxes = new ArrayList<>();
    private @Nullable PartKind open;
    private boolean headingsByStyle;
    private @Nullable String title;

    DocxText(TextBuilder text, Notes notes, DocxStyles styles, XmlElement footnotes, XmlElement endnotes) {
        this.text = text;
        this.notes = notes;
        this.styles = styles;
        this.footnotes = footnotes;
        this.endnotes = endnotes;
        this.outline = new Outline(text);
    }

    /// The words of the paragraph in the style of a title.
    @Nullable
    String title() {
        return title;
    }

    void read(XmlElement body) {
        headingsByStyle = blocks(body)
                .anyMatch(block -> block.is("p") && styles.headingLevel(block).isPresent() && !styles.isTitle(block));
        blocks(body).forEach(block -> block(block, true));
        closeGroup();
        outline.close();
    }

    /// Paragraphs and tables, also those inside content controls and tracked insertions.
    private static Stream<XmlElement> blocks(XmlElement parent) {
        return parent.children().flatMap(child -> {
            if (child.is("p") || child.is("tbl")) {
                return Stream.of(child);
            }
            return TRANSPARENT.contains(child.name()) || child.is("AlternateContent") ? blocks(child) : Stream.empty();
        });
    }

    private void block(XmlElement block, boolean headings) {
        if (block.is("tbl")) {
            closeGroup();
            table(block);
        } else {
            paragraph(block, headings);
        }
    }

    private void paragraph(XmlElement paragraph, boolean headings) {
        String words = words(paragraph);
        OptionalInt level = headings ? headingLevel(paragraph, words) : OptionalInt.empty();
        if (words.isEmpty()) {
            afterBlock();
        } else if (headings && title == null && styles.isTitle(paragraph)) {
            closeGroup();
            title = words;
            text.block(PartKind.TITLE, words);
        } else if (headings && styles.isSubtitle(paragraph)) {
            closeGroup();
            text.block(PartKind.SUBTITLE, words);
        } else if (level.isPresent()) {
            closeGroup();
            outline.heading(level.getAsInt(), "", words);
        } else if (styles.isCaption(paragraph)) {
            closeGroup();
            text.block(PartKind.CAPTION, words);
        } else if (styles.isListItem(paragraph)) {
            group(PartKind.LIST);
            text.block(PartKind.LIST_ITEM, words);
        } else if (styles.isQuote(paragraph)) {
            group(PartKind.BLOCK_QUOTE);
            text.block(PartKind.PARAGRAPH, words);
        } else {
            closeGroup();
            text.block(PartKind.PARAGRAPH, words);
        }
        afterBlock();
    }

    /// In a document that never uses the styles of headings, a short line all in bold is one.
    private OptionalInt headingLevel(XmlElement paragraph, String words) {
        OptionalInt level = styles.headingLevel(paragraph);
        if (level.isPresent() || headingsByStyle) {
            return level;
        }
        return words.length() <= LONGEST_BOLD_HEADING
                        && !words.isEmpty()
                        && ".,;:".indexOf(words.charAt(words.length() - 1)) < 0
                        && !styles.isListItem(paragraph)
                        && isBold(paragraph)
                ? OptionalInt.of(1)
                : OptionalInt.empty();
    }

    private static boolean isBold(XmlElement paragraph) {
        return paragraph
                .descendants("r")
                .filter(run -> run.has("t"))
                .allMatch(run -> run.at("rPr", "b")
                        .filter(bold -> !bold.attribute("val").matches("0|false"))
                        .isPresent());
    }

    /// Items of one list, and paragraphs of one quote, follow one another.
    private void group(PartKind kind) {
        if (open != kind) {
            closeGroup();
            text.open(kind);
            open = kind;
        }
    }

    private void closeGroup() {
        if (open != null) {
            text.close();
            open = null;
        }
    }

    private void table(XmlElement table) {
        text.open(PartKind.TABLE_BOX);
        text.open(PartKind.TABLE);
        rows(table).forEach(row -> {
            List<String> cells = row.children()
                    .flatMap(cell -> cell.is("tc") ? Stream.of(cell) : cell.descendants("tc"))
                    .map(this::cell)
                    .toList();
            text.line(String.join("\t", cells).stripTrailing());
        });
        text.close();
        text.close();
        afterBlock();
    }

    private static Stream<XmlElement> rows(XmlElement table) {
        return table.children()
                .flatMap(child -> child.is("tr")
                        ? Stream.of(child)
                        : TRANSPARENT.contains(child.name()) ? rows(child) : Stream.empty());
    }

    private String cell(XmlElement cell) {
        StringBuilder words = new StringBuilder();
        blocks(cell).forEach(block -> {
            words.append(' ');
            if (block.is("p")) {
                words.append(words(block));
            } else {
                rows(block)
                        .flatMap(row -> row.children("tc"))
                        .forEach(inner -> words.append(' ').append(cell(inner)));
            }
        });
        return Words.collapsed(words);
    }

    private String words(XmlElement paragraph) {
        StringBuilder words = new StringBuilder();
        inline(paragraph, words);
        return Words.collapsed(words);
    }

    private void inline(XmlElement parent, StringBuilder words) {
        for (XmlElement child : parent.children().toList()) {
            switch (child.name()) {
                case "r" -> run(child, words);
                case "del", "moveFrom" -> notes.add(What.DELETED_TEXT, text.place());
                case "oMath", "oMathPara" -> {
                    notes.add(What.FORMULA_LAYOUT, text.place());
                    child.descendants("t").forEach(part -> words.append(raw(part)));
                }
                case "AlternateContent" -> child.child("Choice").ifPresent(choice -> inline(choice, words));
                default -> {
                    if (TRANSPARENT.contains(child.name())) {
                        inline(child, words);
                    }
                }
            }
        }
    }

    private void run(XmlElement run, StringBuilder words) {
        if (run.at("rPr", "vanish").isPresent()) {
            return;
        }
        for (XmlElement child : run.children().toList()) {
            switch (child.name()) {
                case "t" -> words.append(raw(child));
                case "tab", "br", "cr", "ptab" -> words.append(' ');
                case "noBreakHyphen" -> words.append('\u2011');
                case "sym" -> notes.add(What.UNKNOWN_CHARACTER, text.place());
                case "footnoteReference" -> note(footnotes, "footnote", child.attribute("id"));
                case "endnoteReference" -> note(endnotes, "endnote", child.attribute("id"));
                case "commentReference" -> notes.add(What.COMMENT, text.place());
                case "drawing", "pict", "object" -> drawing(child);
                case "AlternateContent" -> child.child("Choice").ifPresent(choice -> run(choice, words));
                case "ruby" -> child.child("rubyBase").ifPresent(base -> inline(base, words));
                default -> {}
            }
        }
    }

    /// As it stands: white space inside it counts.
    private static String raw(XmlElement element) {
        StringBuilder words = new StringBuilder();
        element.forEach(new XmlElement.Visitor() {
            @Override
            public void words(String more) {
                words.append(more);
            }

            @Override
            public void element(XmlElement child) {}
        });
        return words.toString();
    }

    private void note(XmlElement all, String kind, String id) {
        Optional<XmlElement> found = all.children(kind)
                .filter(note -> note.attribute("id").equals(id))
                .findFirst();
        found.ifPresent(pendingNotes::add);
    }

    private void drawing(XmlElement drawing) {
        List<XmlElement> boxes = drawing.descendants("txbxContent").toList();
        if (boxes.isEmpty()) {
            notes.add(What.IMAGE, text.place());
        }
        pendingBoxes.addAll(boxes);
    }

    /// Footnotes and text boxes are anchored inside a block and stand behind it in the text.
    private void afterBlock() {
        if (pendingNotes.isEmpty() && pendingBoxes.isEmpty()) {
            return;
        }
        List<XmlElement> boxes = List.copyOf(pendingBoxes);
        List<XmlElement> marked = List.copyOf(pendingNotes);
        pendingBoxes.clear();
        pendingNotes.clear();
        closeGroup();
        boxes.forEach(box -> inside(PartKind.BOXED_TEXT, box));
        marked.forEach(note -> inside(PartKind.FOOTNOTE, note));
    }

    private void inside(PartKind kind, XmlElement holder) {
        text.open(kind);
        blocks(holder).forEach(block -> block(block, false));
        closeGroup();
        text.close();
    }
}
