// One evidence item with everything the base knows of it, as JSON.
package org.quoin.app.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quoin.app.Quoin;
import org.quoin.model.Agent;
import org.quoin.model.EvidenceItem;
import org.quoin.search.EvidenceDocument;

/// @param item what a search hit shows of it; its properties stand beside the others
/// @param illustrations participants' words that illustrate a finding
/// @param codedBy who coded it
/// @param rationale why it was coded so, or null
public record EvidenceView(
        @JsonUnwrapped ItemView item,
        List<QuoteView> illustrations,
        Coder codedBy,
        @Nullable String rationale) {
    /// @param id identifier
    /// @param name for people
    /// @param type `person`, `organization` or `software`
    public record Coder(String id, String name, String type) {
        static Coder of(Agent agent) {
            return new Coder(
                    agent.id().value(), agent.name(), agent.type().name().toLowerCase(Locale.ROOT));
        }
    }

    public static EvidenceView of(EvidenceItem item, EvidenceDocument document, Quoin quoin) {
        return new EvidenceView(
                ItemView.of(document, quoin),
                QuoteView.of(item.illustrations(), quoin.iris()),
                Coder.of(item.codedBy()),
                item.rationale());
    }
}
