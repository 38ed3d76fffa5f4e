// A row of a coded table: one quote and what was coded of it.
package org.quoin.intake.coding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What each part means is said in [Column]. What a row does not say is null, or an empty list. Nothing is
/// checked but that there are words.
///
/// @param number of the line in the file or of the row in the sheet, counted from 1
/// @param quote never blank
public record CodedRow(
        int number,
        @Nullable String paper,
        @Nullable String study,
        @Nullable String title,
        @Nullable String doi,
        @Nullable String text,
        @Nullable String kind,
        @Nullable String id,
        String quote,
        @Nullable String before,
        @Nullable String after,
        @Nullable String voice,
        @Nullable String statement,
        @Nullable String rationale,
        List<String> level,
        List<String> factor,
        List<String> facet,
        List<String> value,
        @Nullable String coder,
        @Nullable String coderType,
        @Nullable String state) {
    public CodedRow {
        if (quote.isBlank()) {
            throw new IllegalArgumentException("a row has a quote");
        }
        level = List.copyOf(level);
        factor = List.copyOf(factor);
        facet = List.copyOf(facet);
        value = List.copyOf(value);
    }
}
