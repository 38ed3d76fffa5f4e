// Reads Markdown (CommonMark with GitHub's tables): the words as they are meant to be seen, without its marks.
package org.quoin.intake.document;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.document.Note.What;
import org.quoin.text.NormalisedText;

/// A heading of level 1 that opens the file and is its only one is the title; every other heading opens a
/// section down to the next of its level or a higher one.
final class MarkdownReader implements DocumentReader {
    private static final Pattern TWO_HEADINGS = Pattern.compile("(?s)(?:\\A|.*?\\n)#{1,6} \\S.*?\\n#{1,6} \\S.*");
    private static final Pattern FRONT_MATTER =
            Pattern.compile("\\A---[ \\t]*\\n(?s:.*?)\\n(?:---|\\.\\.\\.)[ \\t]*\\n");

    private static final int MOST_MARKS = 10_000;

    @Override
    public String name() {
        return "Markdown";
    }

    /// By two headings of its kind, or, for a text without any, by its name.
    @Override
    public boolean recognises(Source source) {
        return source.nameEndsWith(".md")
                || source.nameEndsWith(".markdown")
                || TWO_HEADINGS.matcher(source.head()).matches();
    }

    @Override
    public Reading read(Source source, Budget budget) {
        Notes notes = new Notes();
        String raw = NormalisedText.of(Encodings.decode(source, notes)).value();
        var frontMatter = FRONT_MATTER.matcher(raw);
        if (frontMatter.lookingAt()) {
            notes.add(What.FRONT_MATTER, "YAML block at the beginning");
            raw = raw.substring(frontMatter.end());
        }
        budget.useCharacters(raw.length());
        requireFewMarks(raw, budget);
        Node root = Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .maxOpenBlockParsers(budget.limits().depth() / 2)
                .build()
                .parse(raw);
        var rendering = new Rendering(new TextBuilder(budget, notes), budget, notes, opensWithTitle(root));
        rendering.blocks(root);
        rendering.outline.close();
        return Reading.Documents.of(new ReadDocument(
                name(),
                rendering.text.text("holds no text"),
                Metadata.titled(rendering.titleWords),
                rendering.text.parts(),
                List.of(),
                notes.all()));
    }

    /// The parser's time grows with the square of the marks in one block.
    private static void requireFewMarks(String raw, Budget budget) {
        int marks = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\n' && i + 1 < raw.length() && raw.charAt(i + 1) == '\n') {
                marks = 0;
            } else if ("*_[]`<~".indexOf(c) >= 0 && ++marks > MOST_MARKS) {
                throw budget.reached(
                        "has more than %,d marks of emphasis and links in one block".formatted(MOST_MARKS));
            }
        }
    }

    private static boolean opensWithTitle(Node root) {
        if (root.getFirstChild() instanceof Heading first && first.getLevel() == 1) {
            for (Node node = first.getNext(); node != null; node = node.getNext()) {
                if (node instanceof Heading other && other.getLevel() == 1) {
                    return false;
                }
            }
            return true;
        }
        return false;
    }

    private static final class Rendering {
        private final TextBuilder text;
        private final Budget budget;
        private final Notes notes;
        private final boolean opensWithTitle;
        private final Outline outline;
        private @Nullable String titleWords;
        private int depth;

        private Rendering(TextBuilder text, Budget budget, Notes notes, boolean opensWithTitle) {
            this.text = text;
            this.outline = new Outline(text);
            this.budget = budget;
            this.notes = notes;
            this.opensWithTitle = opensWithTitle;
        }

        private void blocks(Node parent) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
                budget.useElement(++depth);
                block(node);
                depth--;
            }
        }

        private void block(Node node) {
            switch (node) {
                case Heading heading -> heading(heading);
                case Paragraph paragraph -> text.block(PartKind.PARAGRAPH, words(paragraph));
                case BlockQuote quote -> part(PartKind.BLOCK_QUOTE, quote);
                case ListBlock list -> part(PartKind.LIST, list);
                case ListItem item -> part(PartKind.LIST_ITEM, item);
                case FencedCodeBlock code ->
                    text.block(PartKind.PARAGRAPH, code.getLiteral().strip());
                case IndentedCodeBlock code ->
                    text.block(PartKind.PARAGRAPH, code.getLiteral().strip());
                case TableBlock table -> table(table);
                case HtmlBlock html -> notes.add(What.SURROUNDINGS, "HTML in " + text.place());
                case ThematicBreak rule -> {}
                case LinkReferenceDefinition definition -> {}
                default -> blocks(node);
            }
        }

        private void part(PartKind kind, Node node) {
            text.open(kind);
            blocks(node);
            text.close();
        }

        private void heading(Heading heading) {
            String words = words(heading);
            if (opensWithTitle && depth == 1 && heading.getPrevious() == null) {
                titleWords = words.isEmpty() ? null : words;
                text.block(PartKind.TITLE, words);
            } else if (depth > 1) {
                // Inside a quote or a list a heading opens nothing.
                text.block(PartKind.PARAGRAPH, words);
            } else {
                outline.heading(heading.getLevel(), "", words);
            }
        }

        private void table(TableBlock table) {
            text.open(PartKind.TABLE);
            for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
                for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                    if (row instanceof TableRow) {
                        StringBuilder line = new StringBuilder();
                        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                            if (cell instanceof TableCell) {
                                line.append(line.isEmpty() ? "" : "\t").append(words(cell));
                            }
                        }
                        text.line(line.toString());
                    }
                }
            }
            text.close();
        }

        private String words(Node block) {
            StringBuilder words = new StringBuilder();
            inline(block, words);
            return Words.collapsed(words);
        }

        private void inline(Node parent, StringBuilder words) {
            budget.requireDepth(++depth);
            for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
                switch (node) {
                    case Text literal -> words.append(literal.getLiteral());
                    case Code code -> words.append(code.getLiteral());
                    case SoftLineBreak line -> words.append(' ');
                    case HardLineBreak line -> words.append(' ');
                    case HtmlInline tag -> {}
                    case Image image -> notes.add(What.IMAGE, text.place());
                    default -> inline(node, words);
                }
            }
            depth--;
        }
    }
}
