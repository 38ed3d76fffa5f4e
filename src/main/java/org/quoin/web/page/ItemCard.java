// An evidence item beside the text of its paper.
package org.quoin.web.page;

import java.util.List;

/// @param anchor id of the entry
/// @param statement the coder's words; empty when the quote says it
/// @param quotes the words it rests on
/// @param illustrations participants' words that illustrate it
/// @param tags its concepts
/// @param url everything about the item
public record ItemCard(
        String anchor, String statement, List<Place> quotes, List<Place> illustrations, List<Tag> tags, String url) {
    /// @param exact the words
    /// @param url their place in the text
    /// @param lost whether they stand in an earlier text only
    public record Place(String exact, String url, boolean lost) {}
}
