// Words that were selected in a source, and the codes that were given to them.
package org.quoin.intake.coding;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Span;

/// @param id as the tool has it, as for [Code]
/// @param sourceId id of the [CodedSource]
/// @param span where the words stand in the source's text, in code points; null where only the words are
///     known
/// @param words never blank; with a span, exactly what stands there
/// @param marked true where the tool took the words from the source; false where a coder typed them beside a
///     code: a quote or a remark, which only looking for them in the paper can tell
/// @param label a name that a coder gave to the selection; null when it has none of its own
/// @param comment what a coder wrote about it
/// @param applications may be none: a selection that was only commented
public record Selection(
        String id,
        String sourceId,
        @Nullable Span span,
        String words,
        boolean marked,
        @Nullable String label,
        @Nullable String comment,
        List<Application> applications) {
    public Selection {
        if (words.isBlank()) {
            throw new IllegalArgumentException("a selection has words");
        }
        applications = List.copyOf(applications);
    }

    /// A code given to a selection.
    ///
    /// @param id as the tool has it, as for [Code]
    /// @param coderId null when it is not known who gave it
    public record Application(
            String id,
            String codeId,
            @Nullable String coderId,
            @Nullable Instant created) {}
}
