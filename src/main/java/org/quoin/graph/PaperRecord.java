// A paper with its text and its evidence: what one named graph holds.
package org.quoin.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quoin.model.EvidenceItem;
import org.quoin.model.Paper;
import org.quoin.model.Span;
import org.quoin.model.TextPart;
import org.quoin.text.NormalisedText;
import org.quoin.text.Section;
import org.quoin.text.Sections;

/// @param paper what is known of the paper
/// @param text its text, which every quotation of the items is a slice of
/// @param parts what the text is made of, as far as its file told; in the order of the text, a part before
///     those in it
/// @param items its evidence, in the order of the text
public record PaperRecord(Paper paper, NormalisedText text, List<TextPart> parts, List<EvidenceItem> items) {
    public PaperRecord {
        parts = List.copyOf(parts);
        items = List.copyOf(items);
    }

    /// A paper whose file told nothing of its parts.
    public PaperRecord(Paper paper, NormalisedText text, List<EvidenceItem> items) {
        this(paper, text, List.of(), items);
    }

    /// The text divided at its headings: those its file told, or else those that can be seen in the text.
    public List<Section> sections() {
        List<TextPart> headed = parts.stream()
                .filter(part -> part.heading() != null)
                .sorted(Comparator.comparing(TextPart::heading))
                .toList();
        if (headed.isEmpty()) {
            return Sections.of(text);
        }
        var sections = new ArrayList<Section>();
        for (int i = 0; i < headed.size(); i++) {
            TextPart part = headed.get(i);
            Span heading = Objects.requireNonNull(part.heading());
            int end = i + 1 < headed.size()
                    ? Math.min(part.span().end(), headed.get(i + 1).span().start())
                    : part.span().end();
            sections.add(
                    new Section(text.slice(heading), heading, new Span(heading.end(), Math.max(heading.end(), end))));
        }
        return sections;
    }

    /// Number of the page that a code point stands on, where the paper came with pages.
    public Optional<String> page(int codePoint) {
        return parts.stream()
                .filter(part -> part.isA(TextPart.PAGE)
                        && part.span().start() <= codePoint
                        && codePoint < part.span().end())
                .map(TextPart::label)
                .findFirst();
    }
}
