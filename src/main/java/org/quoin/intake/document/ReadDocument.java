// A paper as it was read: its canonical text, the structure as ranges of it, and what the file says about it.
package org.quoin.intake.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Span;
import org.quoin.text.NormalisedText;

/// The text holds the words of the file in reading order and no others: a blank line between blocks, one line a
/// row of a table, a TAB between its cells, white space inside a block as one space. The same bytes give the
/// same text and the same digest on every machine.
///
/// @param format the name of the format that was recognised, `JATS XML` for example
/// @param text the canonical text
/// @param parts the tree of its parts, in its order; not every character need lie in one
/// @param pages where each page stands; only for formats that have pages
/// @param notes what the file has and the text has not, or not as it was
public record ReadDocument(
        String format,
        NormalisedText text,
        Metadata metadata,
        List<Part> parts,
        List<PageRange> pages,
        List<Note> notes) {
    public ReadDocument {
        parts = List.copyOf(parts);
        pages = List.copyOf(pages);
        notes = List.copyOf(notes);
    }

    /// Every part, a parent before its children.
    public Stream<Part> allParts() {
        return parts.stream().flatMap(Part::withDescendants);
    }

    public Stream<Part> allParts(PartKind kind) {
        return allParts().filter(part -> part.kind() == kind);
    }

    /// The words of a part's heading, without its number; empty where it has none.
    public Optional<String> heading(Part part) {
        return Optional.ofNullable(part.heading()).map(text::slice);
    }

    /// The parts that hold a code point, outermost first.
    public List<Part> at(int codePoint) {
        List<Part> path = new ArrayList<>();
        List<Part> level = parts;
        @Nullable Part next;
        do {
            next = holding(level, codePoint);
            if (next != null) {
                path.add(next);
                level = next.children();
            }
        } while (next != null);
        return path;
    }

    /// The label of the page that a range begins on.
    public Optional<String> page(Span span) {
        return pages.stream()
                .filter(page -> page.span().start() <= span.start()
                        && span.start() < page.span().end())
                .map(PageRange::label)
                .findFirst();
    }

    private static @Nullable Part holding(List<Part> parts, int codePoint) {
        for (Part part : parts) {
            if (part.span().start() <= codePoint && codePoint < part.span().end()) {
                return part;
            }
        }
        return null;
    }
}
