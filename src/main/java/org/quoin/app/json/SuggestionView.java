// What might belong together in a synthesis, as JSON and on its page.
package org.quoin.app.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quoin.app.json.SynthesisView.ClaimView;
import org.quoin.graph.Vocabulary;
import org.quoin.synthesis.Suggestions.Suggestion;

/// @param id the factor that its claims share, or the first of claims that are alike in words
/// @param category the category that is there and that the claims might come into; null for a new one
/// @param label what it is called, or might be
/// @param reason why the claims might belong together
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SuggestionView(
        String id, @Nullable String category, String label, String reason, List<ClaimView> claims) {
    /// Their claims are made as they are read.
    public static List<SuggestionView> of(List<Suggestion> suggestions, Vocabulary vocabulary) {
        return suggestions.stream()
                .map(suggestion -> new SuggestionView(
                        suggestion.id(),
                        suggestion.category().orElse(null),
                        suggestion.label(),
                        suggestion.reason(),
                        new MappedList<>(suggestion.claims(), claim -> SynthesisView.of(claim, vocabulary))))
                .toList();
    }
}
