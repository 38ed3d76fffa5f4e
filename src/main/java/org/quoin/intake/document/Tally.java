// Counts what is to be told about a file, kind by kind, with the first places of each.
package org.quoin.intake.document;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Not thread-safe.
///
/// @param <W> the kinds, told in the order of their enum
public final class Tally<W extends Enum<W>> {
    private static final int PLACES = 5;
    private static final int PLACE_LENGTH = 80;

    private final Map<W, Integer> counts;
    private final Map<W, List<String>> places;

    public Tally(Class<W> kinds) {
        counts = new EnumMap<>(kinds);
        places = new EnumMap<>(kinds);
    }

    /// @param where may be empty
    public void add(W what, String where) {
        add(what, 1, where);
    }

    /// @param count how many at that place; nothing is noted for none
    /// @param where may be empty
    public void add(W what, int count, String where) {
        if (count == 0) {
            return;
        }
        counts.merge(what, count, Integer::sum);
        List<String> known = places.computeIfAbsent(what, key -> new ArrayList<>());
        String place = where.codePointCount(0, where.length()) <= PLACE_LENGTH
                ? where
                : where.substring(0, where.offsetByCodePoints(0, PLACE_LENGTH)) + "…";
        if (known.size() < PLACES && !place.isEmpty() && !known.contains(place)) {
            known.add(place);
        }
    }

    public <N> List<N> all(Maker<W, N> maker) {
        return counts.entrySet().stream()
                .map(entry -> maker.note(entry.getKey(), entry.getValue(), places(entry.getKey())))
                .toList();
    }

    /// The first few places of a kind; empty when there is none.
    public String places(W what) {
        return String.join("; ", places.getOrDefault(what, List.of()));
    }

    /// Makes a note of what was counted.
    public interface Maker<W, N> {
        /// @param where the first few places, or empty
        N note(W what, int count, String where);
    }
}
