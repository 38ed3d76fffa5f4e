// Why a hit stands where it stands, for people.
package org.quoin.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quoin.search.Fusion.KindWanted;

/// @param words each word of the query that the item holds, as it was typed, with what it adds to the score by
///     words: the more, the rarer the word is in the base and the shorter the item
/// @param missing words of the query that it does not hold
/// @param kind whether the query wants items of its kind
public record Explanation(Map<String, Double> words, List<String> missing, KindWanted kind) {
    public Explanation {
        words = new LinkedHashMap<>(words);
        missing = List.copyOf(missing);
    }
}
