// A record as its file has it: values by the names of its fields.
package org.quoin.intake.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Names and values are in the order of the file; a field may stand in it more than once. Not thread-safe.
final class RawRecord {
    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    /// Blank values are none.
    void add(String name, String value) {
        String stripped = value.strip();
        List<String> values = fields.computeIfAbsent(name, key -> new ArrayList<>(1));
        if (!stripped.isEmpty()) {
            values.add(stripped);
        }
    }

    void addAll(RawRecord other) {
        other.fields.forEach((name, values) ->
                fields.computeIfAbsent(name, key -> new ArrayList<>(1)).addAll(values));
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /// Whether the field stands in the file, be it without a value.
    boolean has(String name) {
        return fields.containsKey(name);
    }

    Set<String> names() {
        return fields.keySet();
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /// The values of some fields, those of the first name first.
    Stream<String> all(List<String> names) {
        return names.stream().flatMap(name -> all(name).stream());
    }

    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }
}
