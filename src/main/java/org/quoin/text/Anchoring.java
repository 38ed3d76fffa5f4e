// What came of looking for a quote in a text.
package org.quoin.text;

import java.util.List;
import java.util.Optional;
import org.quoin.model.Span;

/// Only [Exact] is a quote as wanted. [Moved] is one after a repair that must be reported. The other two say
/// what the author has to decide; nothing is chosen for them.
public sealed interface Anchoring {
    /// The words stand at this one place, and nowhere else where the context fits.
    record Exact(Span span) implements Anchoring {}

    /// The words stand at several places, and the context, if any, fits several.
    ///
    /// @param places at least two, in the order of the text; no more than the first [Anchor#MAX_PLACES]
    record Ambiguous(List<Place> places) implements Anchoring {
        public Ambiguous {
            places = List.copyOf(places);
        }
    }

    /// The words stand at this one place, but for white space, quotation marks, dashes or invisible characters.
    ///
    /// @param span the place
    /// @param found the words as the text has them
    /// @param why which of these differ
    record Moved(Span span, String found, String why) implements Anchoring {}

    /// The words do not stand in the text, or not where the context says.
    ///
    /// @param why what was looked for in vain
    /// @param nearest where the words stand in another context, or where their beginning or end stands: a hint
    ///     for the author, never an answer
    record Lost(String why, Optional<Place> nearest) implements Anchoring {}

    /// A place with what is around it, for a person to recognise it.
    ///
    /// @param span the place
    /// @param before the text directly before, at most [org.quoin.model.Quotation#CONTEXT_LENGTH] code points
    /// @param after the text directly after, at most as long
    record Place(Span span, String before, String after) {}
}
