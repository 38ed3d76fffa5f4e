// A code: a name that coders tie to words.
package org.quoin.intake.coding;

import org.jspecify.annotations.Nullable;

/// @param id as the tool has it: a GUID in lower case without braces, or the tool's own number
/// @param parentId the code above it; null at the top
/// @param colour `#` and six hexadecimal digits; null when there is none
/// @param codable false for a folder that only holds other codes
public record Code(
        String id,
        @Nullable String parentId,
        String name,
        @Nullable String description,
        @Nullable String colour,
        boolean codable) {}
