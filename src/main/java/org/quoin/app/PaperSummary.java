// A paper in a list: what it is called and how much evidence it holds.
package org.quoin.app;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.PaperRecord;
import org.quoin.model.ConceptRef;
import org.quoin.model.PaperId;
import org.quoin.model.StudyId;

/// @param id the paper
/// @param study the study it reports
/// @param title its title, or null
/// @param label its title, or words of its text
/// @param fictional written for demonstration
/// @param retracted why it is retracted, or null
/// @param items number of items by key of the kind
/// @param concepts facet values that its context statements give, sorted
public record PaperSummary(
        PaperId id,
        StudyId study,
        @Nullable String title,
        String label,
        boolean fictional,
        @Nullable String retracted,
        SortedMap<String, Long> items,
        List<ConceptRef> concepts) {
    static PaperSummary of(PaperRecord record) {
        SortedMap<String, Long> items = record.items().stream()
                .collect(Collectors.groupingBy(item -> item.kind().key(), TreeMap::new, Collectors.counting()));
        return new PaperSummary(
                record.paper().id(),
                record.paper().study(),
                record.paper().title(),
                Labels.of(record),
                record.paper().fictional(),
                record.paper().retracted(),
                items,
                Documents.studyConcepts(record));
    }

    /// Items of all kinds.
    public long total() {
        return items.values().stream().mapToLong(Long::longValue).sum();
    }
}
