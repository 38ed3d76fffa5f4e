// The papers of the base in short, as JSON.
package org.quoin.app.json;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.quoin.app.PaperSummary;
import org.quoin.app.Quoin;

/// @param total how many papers there are
/// @param papers all of them, by id
public record PaperListView(int total, List<Entry> papers) {
    /// @param id the paper
    /// @param iri its IRI
    /// @param study id of the study it reports
    /// @param title as the source gives it, or null
    /// @param label the title, or words of the text
    /// @param fictional written for demonstration
    /// @param retracted why it is retracted, or null
    /// @param items number of evidence items by kind
    /// @param concepts what is known of the study: setting, country, design, ...
    public record Entry(
            String id,
            String iri,
            String study,
            @Nullable String title,
            String label,
            boolean fictional,
            @Nullable String retracted,
            SortedMap<String, Long> items,
            List<ConceptView> concepts) {}

    public static PaperListView of(List<PaperSummary> summaries, Quoin quoin) {
        return new PaperListView(
                summaries.size(),
                summaries.stream().map(summary -> entry(summary, quoin)).toList());
    }

    private static Entry entry(PaperSummary summary, Quoin quoin) {
        return new Entry(
                summary.id().value(),
                quoin.iris().paper(summary.id()).getURI(),
                summary.study().value(),
                summary.title(),
                summary.label(),
                summary.fictional(),
                summary.retracted(),
                summary.items(),
                ConceptView.of(summary.concepts(), quoin.vocabulary()));
    }
}
