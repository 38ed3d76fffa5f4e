// One broken rule in a change or in the base: what, which rule, what to do, and the offending text.
package org.quoin.model;

import org.jspecify.annotations.Nullable;

/// @param subject what breaks the rule: an item's id, an IRI, or a place in a file
/// @param shape local name of the shape, for example `SliceShape`
/// @param message what is wrong and what to do about it
/// @param offending the text that offends, shortened; null when there is none to show
public record Violation(
        String subject,
        String shape,
        String message,
        @Nullable String offending) {
    @Override
    public String toString() {
        return subject + ": " + shape + ": " + message + (offending == null ? "" : " «" + offending + "»");
    }
}
