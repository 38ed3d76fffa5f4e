// Reads papers saved from the web: the article on the page, without what surrounds it.
package org.quoin.intake.document;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.document.Note.What;

/// The article is what HTML marks as the page's main content or, failing that, its body, in both cases without
/// navigation, forms and scripts. A single heading of level 1 is the title.
final class HtmlReader implements DocumentReader {
    private static final Set<String> ROOTS =
            Set.of("html", "head", "body", "meta", "title", "main", "div", "section", "p", "h1", "h2", "blockquote");
    private static final Pattern CHARSET =
            Pattern.compile("<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final String NEVER_TEXT =
            "script, style, noscript, template, nav, form, button, input, select, iframe, object, svg, canvas, dialog,"
                    + " [role=navigation], [role=search], [role=banner], [role=contentinfo], [hidden]";

    @Override
    public String name() {
        return "HTML";
    }

    @Override
    public boolean recognises(Source source) {
        return Xml.rootName(source)
                .map(root -> root.toLowerCase(Locale.ROOT))
                .filter(ROOTS::contains)
                .isPresent();
    }

    @Override
    public Reading read(Source source, Budget budget) {
        Notes notes = new Notes();
        Matcher charset = CHARSET.matcher(source.head());
        String html = Encodings.decode(source, charset.find() ? charset.group(1) : null, notes);
        // A tree is built whole before it can be looked at.
        budget.requireTags(html.chars().filter(c -> c == '<').count());
        Document page = Parser.htmlParser().setMaxDepth(budget.limits().depth()).parseInput(html, "");
        TextBuilder text = new TextBuilder(budget, notes);
        Metadata metadata = HtmlMetadata.of(page);
        Element article = article(page, notes);
        Element title = only(article, "h1").or(() -> only(page.body(), "h1")).orElse(null);
        String titleWords = title == null ? null : words(title.text());
        if (title != null && titleWords != null) {
            text.block(PartKind.TITLE, titleWords);
        }
        var blocks = new HtmlText(text, budget, notes, title);
        blocks.read(article);
        return Reading.Documents.of(new ReadDocument(
                name(),
                text.text("is a page without text"),
                metadata.title() == null && titleWords != null ? metadata.withTitle(titleWords) : metadata,
                text.parts(),
                List.of(),
                notes.all()));
    }

    private static Optional<Element> only(Element within, String tag) {
        var found = within.select(tag);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static @Nullable String words(String text) {
        return Fields.words(text).orElse(null);
    }

    /// The element that holds the article, with nothing in it that is none of its words.
    private static Element article(Document page, Notes notes) {
        Element body = page.body();
        var surroundings = body.select(NEVER_TEXT);
        surroundings.forEach(Node::remove);
        int all = body.text().length();
        Element main = longest(body, "main, [role=main]", all / 4)
                .or(() -> longest(body, "article", all / 2))
                .orElse(body);
        if (main.equals(body)) {
            body.select("> header, > footer, > aside, body > div > header, body > div > footer")
                    .forEach(element -> {
                        // A header may hold the title.
                        if (element.select("h1").isEmpty()) {
                            element.remove();
                            notes.add(What.SURROUNDINGS, element.tagName());
                        }
                    });
        }
        if (!surroundings.isEmpty() || !main.equals(body)) {
            notes.add(What.SURROUNDINGS, "");
        }
        return main;
    }

    private static Optional<Element> longest(Element body, String selector, int least) {
        return body.select(selector).stream()
                .filter(element -> element.text().length() >= Math.max(1, least))
                .max(Comparator.comparingInt(element -> element.text().length()));
    }

    /// The words of a block, with the rules of the reader of JATS for raised marks.
    static String words(Element block, Notes notes, String place) {
        StringBuilder words = new StringBuilder();
        append(block, words, notes, place);
        return Words.collapsed(words);
    }

    static void append(Node node, StringBuilder words, Notes notes, String place) {
        switch (node) {
            case TextNode text -> words.append(text.getWholeText());
            case Element element -> {
                switch (element.normalName()) {
                    case "br", "wbr" -> words.append(element.normalName().equals("br") ? " " : "");
                    case "img" -> notes.add(What.IMAGE, place);
                    case "annotation", "annotation-xml" -> {}
                    case "sup" -> {
                        if (isMark(element)) {
                            notes.add(What.REFERENCE_MARK, place);
                        } else {
                            element.childNodes().forEach(child -> append(child, words, notes, place));
                        }
                    }
                    default -> {
                        boolean block = element.isBlock();
                        words.append(block ? " " : "");
                        element.childNodes().forEach(child -> append(child, words, notes, place));
                        words.append(block ? " " : "");
                    }
                }
            }
            default -> {}
        }
    }

    /// A superscript of nothing but links within the page.
    private static boolean isMark(Element sup) {
        return !sup.select("a[href*=#]").isEmpty()
                && sup.ownText().chars().noneMatch(Character::isLetterOrDigit)
                && sup.children().stream().allMatch(child -> child.is("a"));
    }
}
