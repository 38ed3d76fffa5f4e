// Words that stand in a brief, with all that cites them.
package org.quoin.synthesis;

import org.quoin.synthesis.Claim.Words;

/// @param claim what was coded from them
/// @param words of the paper, with their place and their section
/// @param paper they stand in
/// @param fits whether the study, or the claim, fits the lens; false without a lens
public record BriefQuote(Claim claim, Words words, ComparedPaper paper, boolean fits) {
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
