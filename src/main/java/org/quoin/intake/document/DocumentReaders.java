// Picks the reader for a file by what stands in it, and reads it.
package org.quoin.intake.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;

/// Immutable; any number of threads may use one.
public final class DocumentReaders {
    /// Told by what stands at their beginning, which is no other format's.
    private static final List<DocumentReader> BY_SIGNATURE = List.of(
            new JatsReader(),
            new PubmedReader(),
            new PackageFileReader(),
            new HtmlReader(),
            new PdfReader(),
            new DocxReader());

    /// These take any text, so they are asked last.
    private static final List<DocumentReader> BY_ABSENCE = List.of(new MarkdownReader(), new PlainTextReader());

    /// What other files begin with, to say what was seen.
    private static final Map<String, String> SIGNATURES = Map.ofEntries(
            Map.entry("\u00D0\u00CF\u0011\u00E0", "an old Office file (.doc, .xls) or one that is password-protected"),
            Map.entry("PK\u0003\u0004", "a zip archive"),
            Map.entry("\u0089PNG", "a PNG image"),
            Map.entry("\u00FF\u00D8\u00FF", "a JPEG image"),
            Map.entry("GIF8", "a GIF image"),
            Map.entry("II*\0", "a TIFF image"),
            Map.entry("MM\0*", "a TIFF image"),
            Map.entry("\u001F\u008B", "a gzip archive"),
            Map.entry("{\\rtf", "Rich Text Format"),
            Map.entry("%!PS", "PostScript"),
            Map.entry("SQLite format 3", "a database"));

    private final ReadLimits limits;

    /// In the order in which they are asked.
    private final List<DocumentReader> readers;

    /// @param others readers of further formats; asked before Markdown and plain text, in their order
    public DocumentReaders(ReadLimits limits, List<DocumentReader> others) {
        this.limits = limits;
        this.readers = Stream.of(BY_SIGNATURE, others, BY_ABSENCE)
                .flatMap(List::stream)
                .toList();
    }

    /// Reads a file whole.
    ///
    /// @throws ProblemException with [Problem.Invalid] when no reader knows its format or it is broken, with
    ///     [Problem.LimitReached] when it is larger than the limits allow; the message names the file and the
    ///     place
    public Reading read(Path file) throws IOException {
        return read(Source.of(file.toString(), file, limits));
    }

    /// As [#read(Path)].
    public Reading read(Source source) {
        limits.requireSize(source.name(), source.size());
        return readerOf(source).read(source, new Budget(source.name(), limits));
    }

    /// The name of the format that a file would be read as; empty when no reader knows it.
    public Optional<String> formatOf(Source source) {
        return readers.stream()
                .filter(reader -> reader.recognises(source))
                .map(DocumentReader::name)
                .findFirst();
    }

    private DocumentReader readerOf(Source source) {
        if (source.size() == 0) {
            throw Problem.invalid(source.name() + " is empty");
        }
        return readers.stream()
                .filter(reader -> reader.recognises(source))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(source.name() + " is " + seen(source) + ", not a paper in "
                        + readers.stream().map(DocumentReader::name).distinct().collect(Collectors.joining(", "))));
    }

    private static String seen(Source source) {
        return SIGNATURES.entrySet().stream()
                .filter(signature -> source.startsWith(signature.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> Xml.rootName(source).map(root -> "XML with the root element <" + root + ">"))
                .orElse("a binary file of an unknown format");
    }
}
