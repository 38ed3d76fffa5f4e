// The identifiers of REFI-QDA.
package org.quoin.intake.coding;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

final class Guids {
    private static final Pattern GUID =
            Pattern.compile("(\\{?)\\p{XDigit}{8}-(?:\\p{XDigit}{4}-){3}\\p{XDigit}{12}(\\}?)");

    private Guids() {}

    /// One form for what tools write in upper or lower case, with or without braces; an id of another kind
    /// stays as it is.
    static String canonical(String id) {
        String stripped = id.strip();
        if (!GUID.matcher(stripped).matches()) {
            return stripped;
        }
        return stripped.replaceAll("[{}]", "").toLowerCase(Locale.ROOT);
    }

    /// An id that is the same whenever it is made of the same parts.
    static String derived(String... parts) {
        return UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /// The id itself where it is a GUID, one made of it where it is not.
    ///
    /// @param kind what the id is of, so that a code and a coder called alike have different ones
    static String of(String kind, String id) {
        String canonical = canonical(id);
        return GUID.matcher(canonical).matches() ? canonical : derived("quoin", kind, id);
    }
}
