// Words that stand in a brief, with all that cites them.
package org.quoin.synthesis;

import java.util.List;
import org.quoin.model.SynthesisId;
import org.quoin.synthesis.Brief.Labelled;
import org.quoin.synthesis.Claim.Words;

/// @param claim what was coded from them
/// @param words of the paper, with their place and their section
/// @param paper they stand in
/// @param fits whether the study, or the claim, fits the lens; false without a lens
/// @param credibility how well its words support the claim (JBI), as each synthesis has it that judged
public record BriefQuote(Claim claim, Words words, ComparedPaper paper, boolean fits, List<Credibility> credibility) {
    public BriefQuote {
        credibility = List.copyOf(credibility);
    }

    /// @param rationale why; empty when nothing says so
    /// @param by name of who judged
    public record Credibility(Labelled rating, SynthesisId synthesis, String rationale, String by) {}

    /// State of a coding that nobody has reviewed.
    private static final String SUGGESTED = "suggested";

    /// Whether a second person has looked at the coding.
    public boolean reviewed() {
        return isReviewed(claim);
    }

    static boolean isReviewed(Claim claim) {
        return !claim.state().equals(SUGGESTED);
    }
}
