// Reads the claims of papers as comparing and exports need them.
package org.quoin.synthesis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quoin.graph.PaperRecord;
import org.quoin.model.EvidenceItem;
import org.quoin.model.Quotation;
import org.quoin.synthesis.Claim.Words;
import org.quoin.text.Section;
import org.quoin.text.Sections;

/// What many claims share is kept once: to be used for many papers, by one thread at a time.
public final class ClaimReader {
    private final Map<Object, Object> kept = new HashMap<>();

    /// All evidence of a paper, rejected codings too, in the order of the text.
    public List<Claim> claims(PaperRecord record) {
        List<Section> sections = record.sections();
        return record.items().stream()
                .map(item -> claim(record, sections, item))
                .toList();
    }

    private Claim claim(PaperRecord record, List<Section> sections, EvidenceItem item) {
        return new Claim(
                item.id(),
                keep(item.kind()),
                keep(item.study()),
                item.statement(),
                words(record, sections, item.quotations()),
                words(record, sections, item.illustrations()),
                keep(item.levels()),
                keep(item.factors()),
                keep(item.facets()),
                keep(item.facetValues()),
                keep(item.state()),
                keep(item.codedBy().name()),
                item.rationale());
    }

    private List<Words> words(PaperRecord record, List<Section> sections, List<Quotation> quotations) {
        return quotations.stream()
                .map(quotation -> {
                    boolean lost = record.isLost(quotation);
                    String heading = Sections.at(
                                    lost ? record.sectionsOf(quotation) : sections,
                                    quotation.span().start())
                            .map(Section::heading)
                            .orElse(null);
                    return new Words(
                            quotation.span(),
                            quotation.exact(),
                            keep(quotation.voice()),
                            heading == null ? null : keep(heading),
                            lost,
                            keep(quotation.textSha256()));
                })
                .toList();
    }

    @SuppressWarnings("unchecked") // equal objects are of one class
    private <T> T keep(T value) {
        return (T) kept.computeIfAbsent(value, same -> same);
    }
}
