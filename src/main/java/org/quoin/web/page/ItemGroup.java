// The items of one kind beside the text of their paper.
package org.quoin.web.page;

import java.util.List;

/// @param kind key of the kind
/// @param label for several
/// @param items in the order of the text
public record ItemGroup(String kind, String label, List<ItemCard> items) {}
