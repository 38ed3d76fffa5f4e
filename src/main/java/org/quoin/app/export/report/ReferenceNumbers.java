// Numbers the references of a report, by which citations lead to them within a file.
package org.quoin.app.export.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class ReferenceNumbers {
    private final Map<String, Integer> numbers = new HashMap<>();

    ReferenceNumbers(List<Block.Reference> all) {
        all.forEach(reference -> numbers.put(reference.key(), numbers.size() + 1));
    }

    /// From 1.
    ///
    /// @throws IllegalArgumentException when the report has no such reference
    int of(String key) {
        Integer number = numbers.get(key);
        if (number == null) {
            throw new IllegalArgumentException("«" + key + "» is cited and is not among the references");
        }
        return number;
    }
}
