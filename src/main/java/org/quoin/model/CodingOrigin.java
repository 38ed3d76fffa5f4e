// What the tool that an item was coded with knew of the coding.
package org.quoin.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param codes codes of the coders' own, sorted
/// @param at when it was coded, or null
/// @param identifier what the tool knows the coding by, a GUID for example, or null
public record CodingOrigin(
        List<CodeId> codes, @Nullable Instant at, @Nullable String identifier) {
    /// Coded in Quoin's own form, at a time that nobody wrote down.
    public static final CodingOrigin NONE = new CodingOrigin(List.of(), null, null);

    public CodingOrigin {
        codes = codes.stream().sorted().distinct().toList();
    }
}
