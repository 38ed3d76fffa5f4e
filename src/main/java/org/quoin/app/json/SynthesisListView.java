// The syntheses of a base as JSON.
package org.quoin.app.json;

import java.util.List;
import org.quoin.app.Quoin;
import org.quoin.app.Syntheses;
import org.quoin.model.Synthesis;
import org.quoin.synthesis.StudyClaim;

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
            long toLookAtAgain) {
        // Not by way of the view of the synthesis: its work-sheets take far longer than all of this.
        private static Entry of(Synthesis synthesis, Syntheses syntheses) {
            List<StudyClaim> all = SynthesisView.restsOn(synthesis, syntheses.claims());
            return new Entry(
                    synthesis.id().value(),
                    synthesis.title(),
                    synthesis.by().name(),
                    SynthesisView.fictional(all),
                    SynthesisView.studies(all),
                    synthesis.categories().size(),
                    synthesis.findings().size(),
                    synthesis.findings().stream()
                            .filter(finding -> !syntheses
                                    .lookAgain(synthesis.id(), finding.name())
                                    .isEmpty())
                            .count());
        }
    }

    public static SynthesisListView of(Quoin quoin) {
        return new SynthesisListView(quoin.syntheses().all().stream()
                .map(synthesis -> Entry.of(synthesis, quoin.syntheses()))
                .toList());
    }
}
