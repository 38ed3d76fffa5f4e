// A name that coders of a project tied to words.
package org.quoin.model;

import org.jspecify.annotations.Nullable;

/// @param id unique in the base
/// @param name as the project has it
/// @param definition what the coders wrote about it, or null
/// @param broader the code it stands under, or null
/// @param colour `#` and six hexadecimal digits, or null
/// @param identifier what the tool it comes from knows it by, a GUID for example, or null
public record Code(
        CodeId id,
        String name,
        @Nullable String definition,
        @Nullable CodeId broader,
        @Nullable String colour,
        @Nullable String identifier) {}
