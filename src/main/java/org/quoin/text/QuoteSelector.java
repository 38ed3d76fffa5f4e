// The words an author wants to quote, before their place in the text is known.
package org.quoin.text;

import org.quoin.model.Problem;
import org.quoin.model.ProblemException;

/// @param exact the words
/// @param before a few words directly before them, or empty; needed where the words repeat
/// @param after a few words directly after them, or empty
public record QuoteSelector(String exact, String before, String after) {
    /// @throws ProblemException ([Problem.Invalid]) when `exact` holds nothing but white space and invisible
    ///     characters
    public QuoteSelector {
        if (FoldedText.fold(exact).isEmpty()) {
            throw Problem.invalid("the quote is empty: give the words as they stand in the text");
        }
    }

    /// Words without context.
    public static QuoteSelector of(String exact) {
        return new QuoteSelector(exact, "", "");
    }
}
