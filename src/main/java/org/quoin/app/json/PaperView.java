// A paper with its text and its evidence as JSON.
package org.quoin.app.json;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quoin.app.Labels;
import org.quoin.app.Quoin;
import org.quoin.graph.PaperRecord;
import org.quoin.model.Paper;
import org.quoin.model.Publication;
import org.quoin.model.TextPart;
import org.quoin.search.EvidenceDocument;
import org.quoin.text.NormalisedText;

/// @param id the paper
/// @param iri its IRI
/// @param study id of the study it reports
/// @param title as the source gives it, or null
/// @param label the title, or words of the text
/// @param authors as the source gives them; empty when it names none
/// @param year of publication, or null
/// @param doi without resolver, or null
/// @param type `abstract` or `article`
/// @param language BCP 47 tag, or null
/// @param fictional written for demonstration
/// @param retracted why it is retracted, or null
/// @param publication where it appeared and what it is registered as; what is not known is null or empty
/// @param sha256 digest of the text in UTF-8
/// @param codePoints length of the text
/// @param text the text that every quote is a slice of
/// @param earlierTexts digests of the texts it had before, the oldest first; a quote of one of these was lost in
///     the present text
/// @param sections its headings and where they stand
/// @param pages labels of its pages and where they stand; empty when it came without pages
/// @param items its evidence, in the order of the text
public record PaperView(
        String id,
        String iri,
        String study,
        @Nullable String title,
        String label,
        List<String> authors,
        @Nullable Integer year,
        @Nullable String doi,
        String type,
        @Nullable String language,
        boolean fictional,
        @Nullable String retracted,
        Publication publication,
        String sha256,
        int codePoints,
        String text,
        List<String> earlierTexts,
        List<Heading> sections,
        List<Heading> pages,
        List<EvidenceView> items) {
    /// @param heading its words, or the page's label
    /// @param start first code point of the heading, or of the page
    /// @param end one past the last code point of the section or page
    public record Heading(String heading, int start, int end) {}

    public static PaperView of(PaperRecord record, Quoin quoin) {
        Paper paper = record.paper();
        List<EvidenceDocument> documents = quoin.documents(record);
        return new PaperView(
                paper.id().value(),
                quoin.iris().paper(paper.id()).getURI(),
                paper.study().value(),
                paper.title(),
                Labels.of(record),
                paper.authors(),
                paper.year(),
                paper.doi(),
                paper.type(),
                paper.language(),
                paper.fictional(),
                paper.retracted(),
                paper.publication(),
                record.text().sha256(),
                record.text().codePointLength(),
                record.text().value(),
                record.earlier().stream().map(NormalisedText::sha256).toList(),
                record.sections().stream()
                        .map(section -> new Heading(
                                section.heading(),
                                section.headingSpan().start(),
                                Math.max(
                                        section.headingSpan().end(),
                                        section.body().end())))
                        .toList(),
                record.parts().stream()
                        .filter(part -> part.isA(TextPart.PAGE))
                        .map(page -> new Heading(
                                String.valueOf(page.label()),
                                page.span().start(),
                                page.span().end()))
                        .toList(),
                IntStream.range(0, documents.size())
                        .mapToObj(i -> EvidenceView.of(record.items().get(i), documents.get(i), quoin))
                        .toList());
    }
}
