// What a PDF says about the paper it holds, as far as the paper bears it out.
package org.quoin.intake.document;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.document.Metadata.Author;
import org.quoin.intake.document.Metadata.Identifiers;
import org.quoin.intake.document.Metadata.Publication;
import org.quoin.model.ProblemException;

/// Title and authors in XMP and in the information dictionary are often those of a template, a typist or
/// another paper: they are taken only where the first page prints them too. A DOI is taken from XMP, or from
/// the first page when it prints exactly one.
final class PdfMetadata {
    private static final Pattern DOI = Pattern.compile("\\b10\\.\\d{4,9}/[^\\s\"<>]+");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final XmlElement NOTHING = new XmlElement("", Map.of());

    private PdfMetadata() {}

    /// @param firstPage its words without running heads
    /// @param wholeFirstPage its words with them: the DOI often stands there
    static Metadata of(
            PDDocument pdf, @Nullable String printedTitle, String firstPage, String wholeFirstPage, Budget budget) {
        XmlElement xmp = xmp(pdf, budget);
        String printed = letters(firstPage);
        String title = Stream.of(
                        item(xmp, "title"),
                        Fields.words(pdf.getDocumentInformation().getTitle()))
                .flatMap(Optional::stream)
                .filter(words -> letters(words).length() > 10 && printed.contains(letters(words)))
                .findFirst()
                .orElse(printedTitle);
        return new Metadata(
                title,
                null,
                xmp.descendants("creator")
                        .flatMap(creator -> creator.descendants("li"))
                        .flatMap(name -> Fields.words(name.words()).stream())
                        .filter(name -> printed.contains(letters(name))
                                && !letters(name).isEmpty())
                        .<Author>map(name -> new Author.Person(name, null, null, null))
                        .toList(),
                new Publication(
                        item(xmp, "publicationName").orElse(null),
                        item(xmp, "volume").orElse(null),
                        item(xmp, "number").orElse(null),
                        Fields.pages(
                                        item(xmp, "startingPage").orElse(null),
                                        item(xmp, "endingPage").orElse(null))
                                .orElse(null),
                        null,
                        item(xmp, "coverDate")
                                .flatMap(date -> Fields.date(date, null, null))
                                .orElse(null)),
                new Identifiers(doi(xmp, wholeFirstPage).orElse(null), null, null, List.of(), List.of()),
                Optional.ofNullable(pdf.getDocumentCatalog().getLanguage())
                        .flatMap(Languages::tag)
                        .orElse(null),
                List.of(),
                List.of(),
                null,
                List.of());
    }

    private static Optional<String> doi(XmlElement xmp, String firstPage) {
        Optional<String> stated = Stream.of("doi", "identifier", "DOI")
                .flatMap(name -> xmp.descendants(name).flatMap(element -> Fields.doi(element.words()).stream()))
                .findFirst();
        Set<String> printed = DOI.matcher(firstPage)
                .results()
                .flatMap(found -> Fields.doi(found.group()).stream())
                .collect(Collectors.toSet());
        return stated.or(
                () -> printed.size() == 1 ? Optional.of(printed.iterator().next()) : Optional.empty());
    }

    private static Optional<String> item(XmlElement xmp, String name) {
        return xmp.descendants(name)
                .flatMap(element -> Fields.words(element.words()).stream())
                .findFirst();
    }

    /// Empty where there is none that can be read: the paper does not depend on it.
    private static XmlElement xmp(PDDocument pdf, Budget budget) {
        PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
        if (metadata == null) {
            return NOTHING;
        }
        try {
            Source source = Source.of(budget.name() + "!XMP", metadata.toByteArray());
            return Xml.parse(source, budget, new Notes());
        } catch (IOException | ProblemException e) {
            return NOTHING;
        }
    }

    private static String letters(String words) {
        return NOT_LETTERS.matcher(words).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
