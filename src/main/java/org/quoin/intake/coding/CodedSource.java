// A text, picture or recording that was coded.
package org.quoin.intake.coding;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quoin.text.NormalisedText;

/// @param id as the tool has it, as for [Code]
/// @param name as coders see it: a file's name, or a reference such as `Smith (2014)`
/// @param text null where the file holds none: a picture, a recording, a PDF without its plain text
/// @param createdBy id of the [Coder] who added it; null when that is not known
public record CodedSource(
        String id,
        String name,
        @Nullable String description,
        @Nullable NormalisedText text,
        Bibliography bibliography,
        @Nullable String createdBy,
        @Nullable Instant created) {
    /// What the tool knows of the paper; nothing here is certain to name it.
    ///
    /// @param authors one a person or group, as the tool writes them
    /// @param doi without resolver prefix
    /// @param pmid digits
    /// @param summary the abstract
    public record Bibliography(
            @Nullable String title,
            List<String> authors,
            @Nullable Integer year,
            @Nullable String doi,
            @Nullable String pmid,
            @Nullable String summary) {
        public static final Bibliography NONE = new Bibliography(null, List.of(), null, null, null, null);

        public Bibliography {
            authors = List.copyOf(authors);
        }
    }
}
