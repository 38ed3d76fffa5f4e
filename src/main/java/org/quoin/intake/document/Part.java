// A part of a text: a section, a paragraph, a quote set apart.
package org.quoin.intake.document;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Span;

/// @param kind what it is by its form
/// @param roles what it does in the argument, from its heading or the file's own word for it; several for a
///     section `Results and discussion`, none where neither tells
/// @param span where it stands, heading and label included; inside its parent's
/// @param heading where the words of its heading stand, without number or label
/// @param label its number or label as printed: `2.1`, `Table 3`
/// @param language BCP 47 tag where it differs from the paper's
/// @param participantVoice for a block quotation: likely a participant's words, because it stands in a part
///     that reports results, or in one of which nothing else is known. A guess for a person to confirm
/// @param children in the order of the text, without overlap
public record Part(
        PartKind kind,
        Set<Role> roles,
        Span span,
        @Nullable Span heading,
        @Nullable String label,
        @Nullable String language,
        boolean participantVoice,
        List<Part> children) {
    public Part {
        // In the order of the enum, so that whatever is made of it is the same each time.
        roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
        children = List.copyOf(children);
    }

    Stream<Part> withDescendants() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Part::withDescendants));
    }
}
