// What is kept of one paper for comparing.
package org.quoin.synthesis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.quoin.graph.GraphStore;
import org.quoin.graph.PaperJudgements;
import org.quoin.graph.PaperRecord;
import org.quoin.model.EvidenceItem;
import org.quoin.model.PaperId;
import org.quoin.model.Quotation;
import org.quoin.synthesis.Claim.Words;
import org.quoin.text.Section;
import org.quoin.text.Sections;

/// @param paper the paper
/// @param retracted whether it counts no more
/// @param text IRI of its present text
/// @param claims its evidence, in the order of the text
/// @param judgements what was recorded in its graph
record PaperSlice(ComparedPaper paper, boolean retracted, String text, List<Claim> claims, PaperJudgements judgements) {
    PaperSlice {
        claims = List.copyOf(claims);
    }

    /// Reads papers; what many of their claims share is kept once.
    static final class Reader {
        private final GraphStore store;
        private final Function<PaperRecord, String> label;
        private final Map<Object, Object> kept = new HashMap<>();

        Reader(GraphStore store, Function<PaperRecord, String> label) {
            this.store = store;
            this.label = label;
        }

        /// @return empty when the base does not hold the paper
        Optional<PaperSlice> read(PaperId id) {
            Graph graph = store.graph(id);
            return store.mapper().fromGraph(id, graph).map(record -> {
                var paper = new ComparedPaper(record.paper(), label.apply(record));
                return new PaperSlice(
                        paper,
                        record.paper().retracted() != null,
                        store.iris().text(id, record.text().sha256()).getURI(),
                        claims(record),
                        PaperJudgements.of(store.iris(), graph));
            });
        }

        private List<Claim> claims(PaperRecord record) {
            List<Section> sections = record.sections();
            var claims = new ArrayList<Claim>();
            for (EvidenceItem item : record.items()) {
                claims.add(new Claim(
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
                        item.rationale()));
            }
            return claims;
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
}
