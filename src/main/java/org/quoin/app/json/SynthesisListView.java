// The syntheses of a base as JSON.
package org.quoin.app.json;

import java.util.List;
import org.quoin.app.Quoin;

public record SynthesisListView(List<Entry> syntheses) {
    /// @param toLookAtAgain synthesised findings that something has changed beneath since they were judged
    public record Entry(
            String id,
            String title,
            String by,
            boolean fictional,
            int studies,
            int categories,
            int findings,
            long toLookAtAgain) {}

    public static SynthesisListView of(Quoin quoin) {
        return new SynthesisListView(quoin.syntheses().all().stream()
                .map(synthesis -> SynthesisView.of(synthesis, quoin))
                .map(view -> new Entry(
                        view.id(),
                        view.title(),
                        view.by(),
                        view.fictional(),
                        view.studies(),
                        view.categories().size(),
                        view.findings().size(),
                        view.findings().stream()
                                .filter(finding -> !finding.lookAgain().isEmpty())
                                .count()))
                .toList());
    }
}
