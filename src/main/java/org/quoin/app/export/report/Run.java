// A piece of a line of a report.
package org.quoin.app.export.report;

import java.net.URI;
import org.jspecify.annotations.Nullable;

public sealed interface Run {
    /// What a reader sees of it.
    String text();

    /// Words of the program or of whoever synthesises.
    record Text(String text) implements Run {}

    record Strong(String text) implements Run {}

    record Emphasis(String text) implements Run {}

    /// Words of a source, exactly.
    ///
    /// @param source IRI of the place they stand in
    /// @param language BCP 47 tag of their language, or null
    record Words(String text, String source, @Nullable String language) implements Run {}

    /// Names a work in the text, and leads to it in the list of references.
    ///
    /// @param text `Okafor & Lindqvist, 2021`
    /// @param reference key of the reference
    record Citation(String text, String reference) implements Run {}

    /// @param url absolute, and encoded where it has to be
    record Link(String text, String url) implements Run {
        public Link {
            if (!URI.create(url).isAbsolute()) {
                throw new IllegalArgumentException("a link without its host: " + url);
            }
        }
    }
}
