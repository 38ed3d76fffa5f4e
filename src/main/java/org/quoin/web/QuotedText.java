// Cuts a paper's text at its sections and quotes, so that every quote can be shown where it stands.
package org.quoin.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quoin.model.Span;
import org.quoin.text.NormalisedText;
import org.quoin.text.Section;
import org.quoin.web.page.TextNode;
import org.quoin.web.page.TextNode.Block;
import org.quoin.web.page.TextNode.PageStart;
import org.quoin.web.page.TextNode.Quote;
import org.quoin.web.page.TextNode.Words;

/// A quote inside another becomes a node inside the other's. One that crosses another, or the border of a
/// section, is
/// shown in parts, of which the first carries its id. Not a character is added to or taken from the text.
final class QuotedText {
    private final NormalisedText text;
    private final List<Highlight> highlights;
    private final List<Span> headings;
    private final List<PageMark> pages;

    /// @param span where the quote stands
    /// @param kind key of the kind of its first item
    /// @param label kinds of its items
    /// @param url its first item
    record Highlight(Span span, String kind, String label, String url) {}

    /// @param start the page's first code point
    /// @param label its number as printed
    record PageMark(int start, String label) {
        String anchor() {
            return "page-" + start;
        }
    }

    private QuotedText(NormalisedText text, List<Highlight> highlights, List<Span> headings, List<PageMark> pages) {
        this.text = text;
        this.highlights = highlights;
        this.headings = headings;
        this.pages = pages;
    }

    /// @param pages in their order; empty when the text came without
    /// @param highlights one for each place, in any order
    static List<TextNode> nodes(
            NormalisedText text, List<Section> sections, List<PageMark> pages, List<Highlight> highlights) {
        // Of two that begin together the longer comes first: it is the outer one.
        List<Highlight> sorted = highlights.stream()
                .sorted(Comparator.<Highlight>comparingInt(h -> h.span().start())
                        .thenComparingInt(h -> -h.span().end()))
                .toList();
        List<Span> headings = sections.stream().map(Section::headingSpan).toList();
        return new QuotedText(text, sorted, headings, pages).blocks(sections);
    }

    private List<TextNode> blocks(List<Section> sections) {
        var blocks = new ArrayList<TextNode>();
        int at = 0;
        String anchor = "s-start";
        for (Section section : sections) {
            int start = lineStart(section.headingSpan().start(), at);
            addBlock(blocks, new Span(at, start), anchor);
            at = start;
            anchor = Urls.anchor(section);
        }
        addBlock(blocks, new Span(at, text.codePointLength()), anchor);
        return blocks;
    }

    /// The marks and number before a heading on its own line belong to it.
    private int lineStart(int heading, int from) {
        String between = text.slice(new Span(from, heading));
        int newline = between.lastIndexOf('\n');
        String before = between.substring(newline + 1);
        boolean own = !before.isBlank() && before.chars().noneMatch(Character::isLetter);
        return own ? heading - before.codePointCount(0, before.length()) : heading;
    }

    private void addBlock(List<TextNode> blocks, Span range, String anchor) {
        if (range.length() > 0) {
            boolean ownLine = range.start() == 0
                    || text.slice(new Span(range.start() - 1, range.start())).equals("\n");
            blocks.add(new Block(anchor, ownLine, content(range, highlights, "")));
        }
    }

    /// @param range the part of the text to show
    /// @param candidates highlights that may stand in it, sorted
    /// @param url what words outside these highlights lead to
    private List<TextNode> content(Span range, List<Highlight> candidates, String url) {
        var nodes = new ArrayList<TextNode>();
        List<Highlight> open =
                candidates.stream().filter(h -> h.span().overlaps(range)).toList();
        int at = range.start();
        while (!open.isEmpty()) {
            Highlight outer = open.getFirst();
            Span part = clip(outer.span(), new Span(at, range.end()));
            words(nodes, new Span(at, part.start()), url);
            List<Highlight> rest = open.subList(1, open.size());
            nodes.add(new Quote(
                    Urls.anchor(outer.span()),
                    outer.span().start() == part.start(),
                    outer.span().end() == part.end(),
                    outer.kind(),
                    outer.label(),
                    content(part, rest, outer.url())));
            at = part.end();
            // What crosses the end of this quote goes on after it.
            int from = at;
            open = rest.stream().filter(h -> h.span().end() > from).toList();
        }
        words(nodes, new Span(at, range.end()), url);
        return nodes;
    }

    private void words(List<TextNode> nodes, Span range, String url) {
        int at = range.start();
        for (Span heading : headings) {
            if (heading.overlaps(new Span(at, range.end()))) {
                Span part = clip(heading, new Span(at, range.end()));
                addWords(nodes, new Span(at, part.start()), false, url);
                addWords(nodes, part, true, url);
                at = part.end();
            }
        }
        addWords(nodes, new Span(at, range.end()), false, url);
    }

    private void addWords(List<TextNode> nodes, Span range, boolean heading, String url) {
        int at = range.start();
        for (PageMark page : pages) {
            if (range.start() <= page.start() && page.start() < range.end()) {
                addSlice(nodes, new Span(at, page.start()), heading, url);
                nodes.add(new PageStart(page.label(), page.anchor()));
                at = page.start();
            }
        }
        addSlice(nodes, new Span(at, range.end()), heading, url);
    }

    private void addSlice(List<TextNode> nodes, Span range, boolean heading, String url) {
        if (range.length() > 0) {
            nodes.add(new Words(text.slice(range), heading, url));
        }
    }

    private static Span clip(Span span, Span range) {
        return new Span(Math.max(span.start(), range.start()), Math.min(span.end(), range.end()));
    }
}
