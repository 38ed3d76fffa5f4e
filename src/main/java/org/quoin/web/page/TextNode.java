// A part of a paper's text as it is shown: plain words, or a quote with what stands inside it.
package org.quoin.web.page;

import java.util.List;

/// The words of all nodes, one after the other, are the text, character by character.
public sealed interface TextNode {
    /// Words outside any quote, or the words of the quote around them.
    ///
    /// @param text the words
    /// @param heading whether they are the heading of a section
    /// @param url what the words lead to: the item of the innermost quote; empty outside quotes
    record Words(String text, boolean heading, String url) implements TextNode {}

    /// Where a page of the source begins; no words of the text.
    ///
    /// @param label the page's number as printed
    /// @param anchor id of the place
    record PageStart(String label, String anchor) implements TextNode {}

    /// A quote, or a part of one that crosses another or a section's border.
    ///
    /// @param anchor id of the quote's place
    /// @param first whether the quote begins here, so that this part carries the id
    /// @param last whether it ends here
    /// @param kind key of the kind of its first item
    /// @param label kinds of its items, for people
    /// @param content what stands inside
    record Quote(String anchor, boolean first, boolean last, String kind, String label, List<TextNode> content)
            implements TextNode {}

    /// A part of the text under one heading.
    ///
    /// @param anchor id of the place
    /// @param ownLine whether it begins on a line of its own in the source
    /// @param content what stands inside
    record Block(String anchor, boolean ownLine, List<TextNode> content) implements TextNode {}
}
