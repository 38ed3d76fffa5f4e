// A paper with its text and its evidence: what one named graph holds.
package org.quoin.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.quoin.model.Code;
import org.quoin.model.EvidenceItem;
import org.quoin.model.Paper;
import org.quoin.model.PaperId;
import org.quoin.model.Quotation;
import org.quoin.model.SourceFile;
import org.quoin.model.Span;
import org.quoin.model.TextPart;
import org.quoin.text.NormalisedText;
import org.quoin.text.Section;
import org.quoin.text.Sections;

/// @param paper what is known of the paper
/// @param text its present text
/// @param files the files that this text was read from, by name; empty when it came as RDF
/// @param parts what the text is made of, as far as its file told; in the order of the text, a part before
///     those in it
/// @param codes codes of the coders' own that its items carry, and those above them, by id
/// @param earlier the texts it had before, the oldest first
/// @param items its evidence, in the order of the text
public record PaperRecord(
        Paper paper,
        NormalisedText text,
        List<SourceFile> files,
        List<TextPart> parts,
        List<NormalisedText> earlier,
        List<Code> codes,
        List<EvidenceItem> items) {
    public PaperRecord {
        files = List.copyOf(files);
        parts = List.copyOf(parts);
        earlier = List.copyOf(earlier);
        codes = List.copyOf(codes);
        items = List.copyOf(items);
    }

    /// A paper whose text is its first, known by nothing but its words.
    public PaperRecord(Paper paper, NormalisedText text, List<EvidenceItem> items) {
        this(paper, text, List.of(), List.of(), List.of(), List.of(), items);
    }

    /// The same paper and text with other evidence, and what is known of the paper put right.
    public PaperRecord with(Paper told, List<EvidenceItem> evidence) {
        return new PaperRecord(told, text, files, parts, earlier, codes, evidence);
    }

    /// The same without a word on the files it was read from.
    public PaperRecord withoutFiles() {
        return new PaperRecord(paper, text, List.of(), parts, earlier, codes, items);
    }

    /// The same paper under another name, with its evidence.
    public PaperRecord named(PaperId name) {
        if (name.equals(paper.id())) {
            return this;
        }
        Paper told = paper.named(name);
        return with(
                told, items.stream().map(item -> item.named(name, told.study())).toList());
    }

    /// The text that a quotation is a slice of: the present one, unless its words were lost when the text
    /// changed.
    public NormalisedText textOf(Quotation quotation) {
        return Stream.concat(Stream.of(text), earlier.stream())
                .filter(version -> version.sha256().equals(quotation.textSha256()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a quotation of paper " + quotation.paper() + " is of no text of " + paper.id()));
    }

    /// Whether a quotation is of an earlier text and its words could not be found in the present one.
    public boolean isLost(Quotation quotation) {
        return !quotation.textSha256().equals(text.sha256());
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

    /// The sections of the text that a quotation is a slice of.
    public List<Section> sectionsOf(Quotation quotation) {
        return isLost(quotation) ? Sections.of(textOf(quotation)) : sections();
    }

    /// Number of the page that a code point of the present text stands on, where the paper came with pages.
    public Optional<String> page(int codePoint) {
        return parts.stream()
                .filter(part -> part.isA(TextPart.PAGE)
                        && part.span().start() <= codePoint
                        && codePoint < part.span().end())
                .map(TextPart::label)
                .findFirst();
    }
}
