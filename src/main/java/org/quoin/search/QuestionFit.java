// How far each item of a base speaks of what a question asks.
package org.quoin.search;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quoin.model.ItemId;
import org.quoin.model.Kind;

/// Unlike the hits of a search, which are the best of however many, these are all items, each measured alone:
/// whether an item answers does not depend on how many others there are.
///
/// @param items every item of the base, in no order
/// @param words what the question asks for, in its order, without the words that only ask; empty when it has none
/// @param asked kinds of evidence that the question asks for or names: "what helps" asks for enablers
/// @param note why meanings were not compared, or null when they were
public record QuestionFit(
        List<ItemFit> items,
        List<AskedWord> words,
        Set<Kind> asked,
        @Nullable String note) {
    public QuestionFit {
        items = List.copyOf(items);
        words = List.copyOf(words);
        asked = Set.copyOf(asked);
    }

    /// @param similarity cosine of question and item in [-1, 1], or null when there is none
    /// @param coverage share of the question's words that the item holds, each by how rare it is among all items,
    ///     in [0, 1]: a word that every item holds counts next to nothing, one that none holds counts most
    public record ItemFit(ItemId id, @Nullable Double similarity, double coverage) {}

    /// @param typed as it stands in the question
    /// @param items how many items of the whole base hold it, in any form
    /// @param passages how many passages of papers do
    public record AskedWord(String typed, int items, int passages) {}
}
