// A claim of a study with its words, as comparing needs it.
package org.quoin.synthesis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quoin.model.ConceptRef;
import org.quoin.model.ItemId;
import org.quoin.model.Kind;
import org.quoin.model.PaperId;
import org.quoin.model.Span;
import org.quoin.model.StudyId;

/// @param id the evidence item
/// @param kind what it is
/// @param study the study that reports it
/// @param statement the claim in the coder's words, or null
/// @param quotes the words it rests on, at least one, in the order of the text
/// @param illustrations participants' words that illustrate it
/// @param levels concepts of the `level` scheme
/// @param factors what a determinant is about
/// @param facets what a context statement tells of
/// @param values what it tells
/// @param state key of the `curation-state` scheme
/// @param codedBy name of who coded it
/// @param rationale why it was coded so, or null
public record Claim(
        ItemId id,
        Kind kind,
        StudyId study,
        @Nullable String statement,
        List<Words> quotes,
        List<Words> illustrations,
        List<ConceptRef> levels,
        List<ConceptRef> factors,
        List<ConceptRef> facets,
        List<ConceptRef> values,
        String state,
        String codedBy,
        @Nullable String rationale) {
    // The class of an item is the direction of its influence.
    private static final Kind HELPS = new Kind("enabler");

    private static final Kind HINDERS = new Kind("barrier");

    /// Words of the paper.
    ///
    /// @param span their place, in code points of the text
    /// @param exact the words, equal to that slice
    /// @param voice key of the `voice` scheme: who speaks
    /// @param section heading of the section they stand in, or null
    /// @param lost whether they stand in an earlier text of the paper only
    /// @param textSha256 digest of that text
    public record Words(
            Span span, String exact, String voice, @Nullable String section, boolean lost, String textSha256) {}

    public PaperId paper() {
        return id.paper();
    }

    /// Whether it says that something helps.
    public boolean helps() {
        return kind.equals(HELPS);
    }

    /// Whether it says that something hinders.
    public boolean hinders() {
        return kind.equals(HINDERS);
    }

    /// The statement, or else the first quote.
    public String headline() {
        return statement != null ? statement : quotes.getFirst().exact();
    }
}
