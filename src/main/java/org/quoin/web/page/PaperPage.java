// A paper: its text with every quote highlighted, and the items beside it.
package org.quoin.web.page;

import java.util.List;

/// @param study how it is named
/// @param language BCP 47 tag of the text; empty when unknown
/// @param facts what is known of it
/// @param tags what is known of the study
/// @param sha256 digest of the text
/// @param codePoints length of the text, written for people
/// @param earlier the texts it had before, the oldest first
/// @param outline its headings, where it has several
/// @param pages its pages, where it came with pages
/// @param text the text, with its quotes
/// @param groups its items by kind
/// @param total number of items
/// @param downloads forms in which it can be had
/// @param iri its IRI
public record PaperPage(
        StudyRef study,
        String language,
        List<Fact> facts,
        List<Tag> tags,
        String sha256,
        String codePoints,
        List<Link> earlier,
        List<Link> outline,
        List<Link> pages,
        List<TextNode> text,
        List<ItemGroup> groups,
        int total,
        List<Download> downloads,
        String iri)
        implements Page {
    /// @param label what it leads to
    /// @param url a place in the text, or another text
    public record Link(String label, String url) {}

    @Override
    public String title() {
        return study.label();
    }
}
