// The address of a comparison: every state of its pages stands in it.
package org.quoin.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quoin.synthesis.Matrix.Heading;

/// @param path of the page
/// @param parameters as they were sent, without empty ones and without those that say what is usual
record CompareAddress(String path, Map<String, List<String>> parameters) {
    /// Stands for all rows, or all columns, in the name of a cell.
    static final String ALL = "*";

    private static final String BETWEEN = "|";

    /// @param usual what parameters are when they are not given
    static CompareAddress of(Context ctx, String path, Map<String, String> usual) {
        var kept = new LinkedHashMap<String, List<String>>();
        ctx.queryParamMap().forEach((name, values) -> {
            List<String> filled = values.stream()
                    .filter(value -> !value.isBlank() && !value.equals(usual.get(name)))
                    .distinct()
                    .toList();
            if (!filled.isEmpty()) {
                kept.put(name, filled);
            }
        });
        return new CompareAddress(path, kept);
    }

    /// The name of a cell: null stands for all rows or all columns.
    static String cell(@Nullable String row, @Nullable String column) {
        return (row == null ? ALL : row) + BETWEEN + (column == null ? ALL : column);
    }

    /// The same on another page.
    CompareAddress at(String otherPath) {
        return new CompareAddress(otherPath, parameters);
    }

    CompareAddress with(String name, String... values) {
        var other = new LinkedHashMap<>(parameters);
        other.put(name, List.of(values));
        if (values.length == 0) {
            other.remove(name);
        }
        return new CompareAddress(path, other);
    }

    List<String> values(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    /// Opens a cell.
    String opening(@Nullable Heading row, @Nullable Heading column) {
        return with("cell", cell(row == null ? null : row.key(), column == null ? null : column.key()))
                        .url()
                + "#cell";
    }

    /// Pins a heading, or takes the pin out.
    String pinning(String parameter, Heading heading) {
        var keys = new ArrayList<>(values(parameter));
        if (heading.pinned()) {
            keys.remove(heading.key());
        } else {
            keys.add(heading.key());
        }
        return with(parameter, keys.toArray(String[]::new)).url();
    }

    /// Rows for columns.
    ///
    /// @param usual axes when none are given
    String swapped(Map<String, String> usual) {
        CompareAddress other = with("cell");
        for (String[] pair : new String[][] {
            {"rows", "columns"}, {"sortRows", "sortColumns"}, {"pinRow", "pinColumn"}, {"maxRows", "maxColumns"}
        }) {
            other = other.with(pair[0], swappedIn(pair[1], pair[0], usual))
                    .with(pair[1], swappedIn(pair[0], pair[1], usual));
        }
        return other.url();
    }

    /// What one parameter takes over from another: nothing, when that is what is usual for it.
    private String[] swappedIn(String from, String to, Map<String, String> usual) {
        String otherwise = usual.get(from);
        List<String> taken = values(from).isEmpty() && otherwise != null ? List.of(otherwise) : values(from);
        return taken.equals(List.of(usual.getOrDefault(to, ""))) ? new String[0] : taken.toArray(String[]::new);
    }

    String url() {
        return Urls.with(path, parameters);
    }
}
