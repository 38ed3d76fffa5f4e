// How much evidence there is of one kind.
package org.quoin.web.page;

/// @param key of the kind
/// @param label for several
/// @param counted as it stands after the number
/// @param definition what the kind means
/// @param count items
/// @param percent of the most frequent kind, for a bar
/// @param url a search for them
public record KindCount(
        String key, String label, String counted, String definition, long count, int percent, String url) {}
