// What a format calls the fields of its records.
package org.quoin.intake.reference;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.document.Note.What;

/// Immutable once it is in use; a name may have several meanings.
final class FieldNames {
    private final Map<Field, List<String>> names = new EnumMap<>(Field.class);
    private final Map<String, @Nullable What> lost = new HashMap<>();

    /// @param called its names, the one to be believed first
    FieldNames with(Field field, String... called) {
        for (String name : called) {
            names.computeIfAbsent(field, key -> new ArrayList<>()).add(name);
            if (field.lost() == null || !lost.containsKey(name)) {
                lost.put(name, field.lost());
            }
        }
        return this;
    }

    List<String> of(Field field) {
        return names.getOrDefault(field, List.of());
    }

    Set<String> all() {
        return lost.keySet();
    }

    /// As what a value under this name is counted that does not reach the document; null where it does.
    @Nullable
    What lost(String name) {
        return lost.containsKey(name) ? lost.get(name) : What.RECORD_FIELD;
    }
}
