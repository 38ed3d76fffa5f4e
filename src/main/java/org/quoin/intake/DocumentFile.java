// A paper in a file of its own (JATS, HTML, Word, PDF, Markdown, plain text), or an export of records of papers.
// Each becomes a text with its parts and what the file says of it, and nothing that the file does not carry.
package org.quoin.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.PaperRecord;
import org.quoin.intake.document.DocumentReaders;
import org.quoin.intake.document.Metadata;
import org.quoin.intake.document.Metadata.Author;
import org.quoin.intake.document.Note;
import org.quoin.intake.document.PageRange;
import org.quoin.intake.document.Part;
import org.quoin.intake.document.PartKind;
import org.quoin.intake.document.ReadDocument;
import org.quoin.intake.document.ReadLimits;
import org.quoin.intake.document.Reading;
import org.quoin.intake.document.Role;
import org.quoin.intake.document.Source;
import org.quoin.intake.reference.ReferenceReaders;
import org.quoin.model.Paper;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.Publication;
import org.quoin.model.Slugs;
import org.quoin.model.SourceFile;
import org.quoin.model.TextPart;
import org.quoin.text.NormalisedText;

final class DocumentFile {
    /// The only format whose structure can be seen in its text as well as in its file.
    private static final String PLAIN_TEXT = "plain text";

    /// Found again in the text by its blank lines, so that a graph need not hold hundreds of them a paper.
    private static final Set<PartKind> NOT_KEPT =
            EnumSet.of(PartKind.PARAGRAPH, PartKind.LIST, PartKind.LIST_ITEM, PartKind.REFERENCE);

    private static final int DIGITS_IN_NAME = 12;
    private static final int LONGEST_DOI = 70;

    /// In hexadecimal digits.
    private static final int DIGEST_LENGTH = 10;

    private final DocumentReaders readers = new DocumentReaders(ReadLimits.DEFAULT, ReferenceReaders.all());

    /// A single paper is named after its file, those of a file of many after their numbers.
    ///
    /// @throws org.quoin.model.ProblemException ([Problem.Invalid], [Problem.LimitReached]) naming the file, the
    ///     place in it and what to do
    Contents read(Source source) {
        String name = withoutEnding(source.fileName());
        return switch (readers.read(source)) {
            case Reading.Documents(List<ReadDocument> documents) -> Contents.of(papers(documents, name, source));
            case Reading.Records(List<ReadDocument> documents, List<Note> notes) ->
                Contents.of(records(documents, notes, name, source));
            case Reading.NotAPaper(String what) -> new Contents(List.of(), List.of(what + ": no paper in it"));
        };
    }

    private static List<Incoming.Text> papers(List<ReadDocument> documents, String name, Source source) {
        var incoming = new ArrayList<Incoming.Text>();
        for (int i = 0; i < documents.size(); i++) {
            ReadDocument document = documents.get(i);
            String own = documents.size() == 1 ? name : number(document).orElse(name + "-" + (i + 1));
            incoming.add(
                    new Incoming.Text(record(id(own, document), document, source), false, notes(document.notes())));
        }
        return incoming;
    }

    /// Never after their place in the file: the next export of the same search has other records before them.
    private static List<Incoming.Text> records(
            List<ReadDocument> documents, List<Note> notes, String name, Source source) {
        var incoming = new ArrayList<Incoming.Text>();
        for (ReadDocument document : documents) {
            String own = number(document).orElseGet(() -> name + "-" + digest(document));
            incoming.add(new Incoming.Text(
                    record(id(own, document), document, source), true, incoming.isEmpty() ? notes(notes) : List.of()));
        }
        return incoming;
    }

    /// Named by its digest where its file's name has no letter or digit that may stand in an address.
    private static PaperId id(String name, ReadDocument document) {
        String slug = Slugs.ofOrEmpty(name, Slugs.MAX_LENGTH);
        return new PaperId(slug.isEmpty() ? "paper-" + document.text().sha256().substring(0, DIGITS_IN_NAME) : slug);
    }

    /// The one paper of a file, for evidence to quote from.
    PaperRecord readOne(PaperId id, Path file) throws IOException {
        Source source = Source.of(Inputs.name(file), file, ReadLimits.DEFAULT);
        List<ReadDocument> documents = switch (readers.read(source)) {
            case Reading.Documents(List<ReadDocument> papers) -> papers;
            case Reading.Records(List<ReadDocument> records, List<Note> notes) -> records;
            case Reading.NotAPaper(String what) -> throw notAPaper(source, what);
        };
        if (documents.size() > 1) {
            throw Problem.invalid(file + " holds " + documents.size() + " papers: evidence quotes from a file of one");
        }
        return record(id, documents.getFirst(), source);
    }

    private static PaperRecord record(PaperId id, ReadDocument document, Source source) {
        return new PaperRecord(
                paper(id, document),
                document.text(),
                List.of(new SourceFile(source.fileName(), source.sha256())),
                parts(document),
                List.of(),
                List.of(),
                List.of());
    }

    private static ProblemException notAPaper(Source source, String what) {
        return Problem.invalid(source.name() + " is " + what + ", not a paper");
    }

    /// As what the paper is registered.
    private static Optional<String> number(ReadDocument document) {
        var identifiers = document.metadata().identifiers();
        if (identifiers.pmcid() != null) {
            return Optional.of(identifiers.pmcid());
        }
        if (identifiers.pmid() != null) {
            return Optional.of("pmid-" + identifiers.pmid());
        }
        // A longer one would be cut, and then be two papers'.
        return Optional.ofNullable(identifiers.doi())
                .filter(doi -> doi.length() <= LONGEST_DOI)
                .map(doi -> "doi-" + doi);
    }

    /// Of all by which two papers with one title would still be told apart.
    private static String digest(ReadDocument document) {
        Paper paper = paper(new PaperId("none"), document);
        Publication publication = paper.publication();
        return NormalisedText.of(Stream.of(
                                document.text().sha256(),
                                paper.authors(),
                                paper.year(),
                                paper.doi(),
                                publication.container(),
                                publication.volume(),
                                publication.issue(),
                                publication.pages())
                        .map(String::valueOf)
                        .collect(Collectors.joining("\n")))
                .sha256()
                .substring(0, DIGEST_LENGTH);
    }

    /// What is known of a paper from its file.
    private static Paper paper(PaperId id, ReadDocument document) {
        Metadata metadata = document.metadata();
        var date = metadata.publication().date();
        boolean plain = document.format().equals(PLAIN_TEXT);
        return new Paper(
                id,
                id.study(),
                plain ? null : metadata.title(),
                metadata.authors().stream().map(Author::display).toList(),
                date == null ? null : date.year(),
                doi(metadata),
                type(document),
                metadata.language(),
                false,
                null,
                publication(metadata));
    }

    private static @Nullable String doi(Metadata metadata) {
        String doi = metadata.identifiers().doi();
        // Letter case does not tell DOIs apart (DOI Handbook, 2.4).
        return doi == null ? null : doi.toLowerCase(Locale.ROOT);
    }

    /// By what the text has: a paper of which there is only the abstract is an abstract, wherever it appeared.
    private static String type(ReadDocument document) {
        boolean body = document.parts().stream().anyMatch(DocumentFile::holdsSection);
        boolean anAbstract = document.allParts(PartKind.ABSTRACT).findAny().isPresent();
        return body && document.metadata().publication().container() != null
                ? "article"
                : anAbstract && !body ? "abstract" : "other";
    }

    /// The sections of an abstract are none of a paper's.
    private static boolean holdsSection(Part part) {
        return part.kind() == PartKind.SECTION
                || (part.kind() != PartKind.ABSTRACT && part.children().stream().anyMatch(DocumentFile::holdsSection));
    }

    private static Publication publication(Metadata metadata) {
        return new Publication(
                metadata.publication().container(),
                metadata.publication().volume(),
                metadata.publication().issue(),
                metadata.publication().pages(),
                metadata.identifiers().pmid(),
                metadata.identifiers().pmcid(),
                metadata.keywords().stream().distinct().sorted().toList(),
                metadata.licence());
    }

    /// The parts worth naming, and the pages.
    private static List<TextPart> parts(ReadDocument document) {
        if (document.format().equals(PLAIN_TEXT)) {
            return List.of();
        }
        return Stream.concat(
                        document.allParts()
                                .filter(part -> !NOT_KEPT.contains(part.kind()) || part.heading() != null)
                                .filter(part -> part.span().length() > 0)
                                .map(DocumentFile::part),
                        document.pages().stream()
                                .filter(page -> page.span().length() > 0)
                                .map(DocumentFile::page))
                .toList();
    }

    private static TextPart part(Part part) {
        return new TextPart(
                Stream.concat(
                                Stream.of(part.kind().iri()),
                                part.roles().stream().map(Role::iri).flatMap(iri -> iri.stream()))
                        .distinct()
                        .toList(),
                part.span(),
                part.heading(),
                part.label());
    }

    private static TextPart page(PageRange page) {
        return new TextPart(List.of(TextPart.PAGE), page.span(), null, page.label());
    }

    /// What the file has and the text has not, in words.
    private static List<String> notes(List<Note> notes) {
        return notes.stream().map(DocumentFile::note).toList();
    }

    private static String note(Note note) {
        return note.count() + " × " + note.what().meaning() + (note.where().isEmpty() ? "" : " (" + note.where() + ")");
    }

    private static String withoutEnding(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
