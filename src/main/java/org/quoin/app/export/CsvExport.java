// Papers as a table: one row a quote.
package org.quoin.app.export;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.quoin.graph.GraphStore;
import org.quoin.graph.PaperRecord;
import org.quoin.model.ConceptRef;
import org.quoin.model.EvidenceItem;
import org.quoin.model.PaperId;
import org.quoin.model.Quotation;
import org.quoin.text.Section;
import org.quoin.text.Sections;

final class CsvExport {
    private static final List<String> COLUMNS = List.of(
            "paper",
            "study",
            "title",
            "fictional",
            "item",
            "kind",
            "statement",
            "quote",
            "start",
            "end",
            "voice",
            "role",
            "section",
            "levels",
            "factors",
            "facets",
            "values",
            "state",
            "coded_by",
            "rationale",
            "text_sha256");

    private CsvExport() {}

    static void write(GraphStore store, List<PaperId> papers, OutputStream out) {
        try (var csv = new GuardedCsv(out)) {
            csv.row(COLUMNS);
            for (PaperId paper : papers) {
                store.paper(paper).ifPresent(record -> rows(record, csv));
            }
        }
    }

    private static void rows(PaperRecord record, GuardedCsv csv) {
        List<Section> sections = record.sections();
        for (EvidenceItem item : record.items()) {
            for (Quotation quotation : item.quotations()) {
                row(record, item, quotation, "evidence", sections, csv);
            }
            for (Quotation quotation : item.illustrations()) {
                row(record, item, quotation, "illustration", sections, csv);
            }
        }
    }

    private static void row(
            PaperRecord record,
            EvidenceItem item,
            Quotation quotation,
            String role,
            List<Section> sections,
            GuardedCsv csv) {
        csv.row(Arrays.asList(
                record.paper().id(),
                item.study(),
                record.paper().title(),
                record.paper().fictional(),
                item.id(),
                item.kind(),
                item.statement(),
                quotation.exact(),
                quotation.span().start(),
                quotation.span().end(),
                quotation.voice(),
                role,
                Sections.at(sections, quotation.span().start())
                        .map(Section::heading)
                        .orElse(null),
                keys(item.levels()),
                keys(item.factors()),
                keys(item.facets()),
                item.facetValues().stream().map(ConceptRef::toString).collect(Collectors.joining(" ")),
                item.state(),
                item.codedBy().name(),
                item.rationale(),
                quotation.textSha256()));
    }

    private static String keys(List<ConceptRef> refs) {
        return refs.stream().map(ConceptRef::key).collect(Collectors.joining(" "));
    }
}
