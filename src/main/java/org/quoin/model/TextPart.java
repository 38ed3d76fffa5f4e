// A part of a paper's text that is worth naming: a section, a quotation set apart, a table, a page.
package org.quoin.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param classes IRIs of what it is, the form first (`doco:Section`), then what it does (`deo:Methods`)
/// @param span where it stands, heading and label included
/// @param heading where the words of its heading stand, inside the span; null when it has none
/// @param label its number as printed (`2.1`, `Table 3`, a page's number), or null
public record TextPart(
        List<String> classes,
        Span span,
        @Nullable Span heading,
        @Nullable String label) {
    /// A page of a paper that came with pages; its label is the page's number.
    public static final String PAGE = "http://purl.org/spar/fabio/Page";

    /// The list of what a paper refers to.
    public static final String REFERENCES = "http://purl.org/spar/doco/ListOfReferences";

    public TextPart {
        classes = List.copyOf(classes);
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("a part of a text is something");
        }
    }

    public boolean isA(String iri) {
        return classes.contains(iri);
    }
}
