// Makes index documents of a paper: each item with what a reader needs to understand its quote.
package org.quoin.app;

import java.util.List;
import java.util.stream.Stream;
import org.quoin.graph.PaperRecord;
import org.quoin.graph.Vocabulary;
import org.quoin.model.ConceptRef;
import org.quoin.model.EvidenceItem;
import org.quoin.search.EvidenceDocument;
import org.quoin.text.NormalisedText;
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
                record.paper().fictional());
    }
}
