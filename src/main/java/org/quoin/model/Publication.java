// Where a paper appeared and what it is registered as. Nothing here is invented: what the source does not carry
// is null or empty.
package org.quoin.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param container title of the journal or book
/// @param volume as printed
/// @param issue as printed
/// @param pages first and last, or the article's number
/// @param pmid PubMed's number
/// @param pmcid PubMed Central's, with `PMC`
/// @param keywords the authors', sorted
/// @param licence IRI of the licence, or its words
public record Publication(
        @Nullable String container,
        @Nullable String volume,
        @Nullable String issue,
        @Nullable String pages,
        @Nullable String pmid,
        @Nullable String pmcid,
        List<String> keywords,
        @Nullable String licence) {
    /// Nothing is known.
    public static final Publication NONE = new Publication(null, null, null, null, null, null, List.of(), null);

    public Publication {
        keywords = List.copyOf(keywords);
    }
}
