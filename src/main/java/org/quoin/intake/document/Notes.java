// Gathers notes while a file is read.
package org.quoin.intake.document;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.quoin.intake.document.Note.What;

/// Not thread-safe: one for each file.
public final class Notes {
    private static final int PLACES = 5;
    private static final int PLACE_LENGTH = 80;

    private final Map<What, Integer> counts = new EnumMap<>(What.class);
    private final Map<What, List<String>> places = new EnumMap<>(What.class);

    /// Counts one more.
    ///
    /// @param where may be empty
    public void add(What what, String where) {
        counts.merge(what, 1, Integer::sum);
        List<String> known = places.computeIfAbsent(what, key -> new ArrayList<>());
        String place = where.codePointCount(0, where.length()) <= PLACE_LENGTH
                ? where
                : where.substring(0, where.offsetByCodePoints(0, PLACE_LENGTH)) + "…";
        if (known.size() < PLACES && !place.isEmpty() && !known.contains(place)) {
            known.add(place);
        }
    }

    List<Note> all() {
        return counts.entrySet().stream()
                .map(entry -> new Note(entry.getKey(), entry.getValue(), places(entry.getKey())))
                .toList();
    }

    /// The first few places of a kind.
    String places(What what) {
        return String.join("; ", places.getOrDefault(what, List.of()));
    }
}
