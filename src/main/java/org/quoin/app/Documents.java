// Makes index documents of a paper: its passages, and each item with what a reader needs to understand its quote.
package org.quoin.app;

import java.util.List;
import java.util.stream.Stream;
import org.quoin.graph.PaperRecord;
import org.quoin.graph.Vocabulary;
import org.quoin.model.ConceptRef;
import org.quoin.model.EvidenceItem;
import org.quoin.model.Span;
import org.quoin.model.TextPart;
import org.quoin.search.EvidenceDocument;
import org.quoin.search.PassageDocument;
import org.quoin.text.NormalisedText;
import org.quoin.text.Passages;
import org.quoin.text.Section;
import org.quoin.text.Sections;
import org.quoin.text.Sentences;

final class Documents {
    private Documents() {}

    /// Whether search finds the evidence of a paper: what is retracted is neither found nor counted.
    static boolean areSearchable(PaperRecord record) {
        return record.paper().retracted() == null;
    }

    static List<EvidenceDocument> of(PaperRecord record, Vocabulary vocabulary) {
        List<Section> sections = record.sections();
        List<ConceptRef> studyConcepts = studyConcepts(record);
        String label = Labels.of(record);
        return record.items().stream()
                .map(item -> document(record, item, sections, studyConcepts, label, vocabulary))
                .toList();
    }

    /// The passages of a paper's present text, with the evidence that was coded in each.
    static List<PassageDocument> passages(PaperRecord record, Vocabulary vocabulary) {
        List<ConceptRef> studyConcepts = studyConcepts(record);
        List<ConceptRef> broader = studyConcepts.stream()
                .flatMap(concept -> vocabulary.above(concept).stream())
                .distinct()
                .sorted()
                .toList();
        List<Span> references = record.parts().stream()
                .filter(part -> part.isA(TextPart.REFERENCES))
                .map(TextPart::span)
                .toList();
        String label = Labels.of(record);
        return Passages.of(record.text(), record.sections(), references).stream()
                .map(passage -> new PassageDocument(
                        record.paper().id(),
                        record.paper().study(),
                        label,
                        record.paper().title(),
                        passage.section() == null ? null : passage.section().heading(),
                        record.text().sha256(),
                        passage.span(),
                        record.text().slice(passage.span()),
                        record.items().stream()
                                .filter(item -> item.quotations().stream()
                                        .anyMatch(quotation -> !record.isLost(quotation)
                                                && quotation.span().overlaps(passage.span())))
                                .map(EvidenceItem::id)
                                .toList(),
                        studyConcepts,
                        broader,
                        record.paper().year(),
                        record.paper().fictional()))
                .toList();
    }

    /// What the paper's context statements tell of the study: setting, country, design, ...
    static List<ConceptRef> studyConcepts(PaperRecord record) {
        return record.items().stream()
                .flatMap(item -> item.facetValues().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static EvidenceDocument document(
            PaperRecord record,
            EvidenceItem item,
            List<Section> sections,
            List<ConceptRef> studyConcepts,
            String label,
            Vocabulary vocabulary) {
        var first = item.quotations().getFirst();
        NormalisedText text = record.textOf(first);
        List<ConceptRef> own = item.concepts().sorted().toList();
        return new EvidenceDocument(
                item.id(),
                item.kind(),
                record.paper().id(),
                item.study(),
                label,
                record.paper().title(),
                Sections.at(
                                record.isLost(first) ? record.sectionsOf(first) : sections,
                                first.span().start())
                        .map(Section::heading)
                        .orElse(null),
                item.statement(),
                item.quotations(),
                text.slice(Sentences.around(text, first.span())),
                own,
                studyConcepts,
                Stream.concat(own.stream(), studyConcepts.stream())
                        .flatMap(concept -> vocabulary.above(concept).stream())
                        .distinct()
                        .sorted()
                        .toList(),
                Stream.concat(item.factors().stream(), item.facetValues().stream())
                        .flatMap(concept -> vocabulary.names(concept).stream())
                        .toList(),
                item.state(),
                record.paper().year(),
                record.paper().fictional());
    }
}
