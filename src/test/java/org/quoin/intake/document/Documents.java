// Reading and checking documents in tests.
package org.quoin.intake.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.Span;
import org.quoin.text.NormalisedText;

public final class Documents {
    private static final DocumentReaders READERS = new DocumentReaders(ReadLimits.DEFAULT, List.of());

    private Documents() {}

    static ReadDocument read(Path file) {
        try {
            return only(READERS.read(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReadDocument read(String name, String content) {
        return read(name, content.getBytes(StandardCharsets.UTF_8));
    }

    static ReadDocument read(String name, byte[] content) {
        return only(READERS.read(Source.of(name, content)));
    }

    static ReadDocument only(Reading reading) {
        List<ReadDocument> documents = switch (reading) {
            case Reading.Documents(List<ReadDocument> papers) -> papers;
            case Reading.Records(List<ReadDocument> records, List<Note> notes) -> records;
            case Reading.NotAPaper(String what) -> Assertions.fail("%s", what);
        };
        assertThat(documents).hasSize(1);
        requireWellFormed(documents.getFirst());
        return documents.getFirst();
    }

    static Problem problem(String name, byte[] content) {
        return problem(name, content, ReadLimits.DEFAULT);
    }

    static Problem problem(String name, byte[] content, ReadLimits limits) {
        try {
            new DocumentReaders(limits, List.of()).read(Source.of(name, content));
        } catch (ProblemException e) {
            return e.problem();
        }
        return Assertions.fail("%s was read", name);
    }

    /// The words of each part of a kind.
    static List<String> words(ReadDocument document, PartKind kind) {
        return document.allParts(kind)
                .map(part -> document.text().slice(part.span()))
                .toList();
    }

    static List<String> headings(ReadDocument document) {
        return document.allParts()
                .flatMap(part -> document.heading(part).stream())
                .toList();
    }

    static int count(ReadDocument document, Note.What what) {
        return document.notes().stream()
                .filter(note -> note.what() == what)
                .mapToInt(Note::count)
                .sum();
    }

    /// Every part lies in its parent and in the text, is not empty, follows its elder sister, holds its heading
    /// and neither begins nor ends with white space.
    public static void requireWellFormed(ReadDocument document) {
        NormalisedText text = document.text();
        requireWellFormed(document, document.parts(), new Span(0, text.codePointLength()));
        int from = 0;
        for (PageRange page : document.pages()) {
            assertThat(page.span().start()).isGreaterThanOrEqualTo(from);
            from = page.span().end();
            assertThat(from).isLessThanOrEqualTo(text.codePointLength());
        }
    }

    private static void requireWellFormed(ReadDocument document, List<Part> parts, Span within) {
        int from = within.start();
        for (Part part : parts) {
            assertThat(part.span().start())
                    .as("%s after its elder sister", part)
                    .isGreaterThanOrEqualTo(from);
            from = part.span().end();
            assertThat(within.contains(part.span()))
                    .as("%s inside %s", part, within)
                    .isTrue();
            assertThat(part.span().length()).as("length of %s", part).isPositive();
            String words = document.text().slice(part.span());
            assertThat(words).as("words of %s", part).isEqualTo(words.strip());
            if (part.heading() != null) {
                assertThat(part.span().contains(part.heading()))
                        .as("%s holds its heading", part)
                        .isTrue();
            }
            if (part.label() != null) {
                assertThat(words).startsWith(part.label());
            }
            requireWellFormed(document, part.children(), part.span());
        }
    }
}
