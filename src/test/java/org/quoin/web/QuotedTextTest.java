// Tests of cutting a text at its quotes.
package org.quoin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quoin.model.Span;
import org.quoin.text.NormalisedText;
import org.quoin.text.Sections;
import org.quoin.web.QuotedText.Highlight;
import org.quoin.web.page.TextNode;

class QuotedTextTest {
    private static final NormalisedText TEXT =
            NormalisedText.of("Aims: one 𝒜two three.\n\n## Results\n\nFour five six. Conclusions: seven.");

    /// The second begins inside a quote of most tests.
    private static final List<QuotedText.PageMark> PAGES =
            List.of(new QuotedText.PageMark(0, "1"), new QuotedText.PageMark(12, "2"));

    private static Highlight quote(int start, int end) {
        return new Highlight(new Span(start, end), "finding", "Finding", "#i");
    }

    private static List<TextNode> nodes(Highlight... quotes) {
        return QuotedText.nodes(TEXT, Sections.of(TEXT), PAGES, List.of(quotes));
    }

    private static String words(List<TextNode> nodes) {
        var words = new StringBuilder();
        for (TextNode node : nodes) {
            words.append(
                    switch (node) {
                        case TextNode.Words w -> w.text();
                        case TextNode.Quote q -> words(q.content());
                        case TextNode.PageStart p -> "";
                        case TextNode.Block b -> words(b.content());
                    });
        }
        return words.toString();
    }

    private static List<TextNode.Quote> quotes(List<TextNode> nodes) {
        var quotes = new ArrayList<TextNode.Quote>();
        for (TextNode node : nodes) {
            switch (node) {
                case TextNode.Words w -> {}
                case TextNode.PageStart p -> {}
                case TextNode.Block b -> quotes.addAll(quotes(b.content()));
                case TextNode.Quote q -> {
                    quotes.add(q);
                    quotes.addAll(quotes(q.content()));
                }
            }
        }
        return quotes;
    }

    @Test
    void oneQuoteInAnotherIsANodeInside() {
        List<TextNode.Quote> quotes = quotes(nodes(quote(6, 20), quote(10, 14)));
        assertThat(quotes).extracting(TextNode.Quote::anchor).containsExactly("q-6-20", "q-10-14");
        assertThat(quotes).allMatch(q -> q.first() && q.last());
        assertThat(words(quotes.get(1).content())).isEqualTo("𝒜two");
    }

    @Test
    void quotesThatCrossAreShownInParts() {
        List<TextNode.Quote> quotes = quotes(nodes(quote(6, 14), quote(10, 20)));
        assertThat(quotes)
                .extracting(q -> q.anchor() + " " + words(q.content()) + " " + q.first() + " " + q.last())
                .containsExactly("q-6-14 one 𝒜two true true", "q-10-20 𝒜two true false", "q-10-20  three false true");
    }

    @Test
    void aPageIsMarkedWhereItBegins() {
        List<TextNode> nodes = nodes(quote(6, 20));
        TextNode.Quote quote = quotes(nodes).getFirst();
        assertThat(quote.content())
                .satisfiesExactly(
                        before -> assertThat(before).isInstanceOf(TextNode.Words.class),
                        page -> assertThat(page).isEqualTo(new TextNode.PageStart("2", "page-12")),
                        after -> assertThat(after).isInstanceOf(TextNode.Words.class));
    }

    @Test
    void noCharacterIsLostOrAddedWhateverIsQuoted() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            var some = new ArrayList<Highlight>();
            for (int i = random.nextInt(8); i > 0; i--) {
                int start = random.nextInt(TEXT.codePointLength() - 1);
                some.add(quote(start, start + 1 + random.nextInt(TEXT.codePointLength() - start)));
            }
            List<Highlight> distinct = some.stream().distinct().toList();
            List<TextNode> nodes = QuotedText.nodes(TEXT, Sections.of(TEXT), PAGES, distinct);
            assertThat(words(nodes)).as("seed %d", seed).isEqualTo(TEXT.value());
            for (Highlight highlight : distinct) {
                String anchor = Urls.anchor(highlight.span());
                List<TextNode.Quote> parts = quotes(nodes).stream()
                        .filter(q -> q.anchor().equals(anchor))
                        .toList();
                assertThat(parts.stream().filter(TextNode.Quote::first).count())
                        .as("seed %d", seed)
                        .isOne();
                assertThat(String.join(
                                "", parts.stream().map(q -> words(q.content())).toList()))
                        .as("seed %d", seed)
                        .isEqualTo(TEXT.slice(highlight.span()));
            }
        }
    }
}
