// The beginning of a long list on a page, and where the rest of it is.
package org.quoin.web.page;

import java.util.List;

/// @param of how many there are in all
/// @param all address of the page with every one of them; empty when nothing is left out
public record Shown<T>(List<T> first, int of, String all) {
    public Shown {
        first = List.copyOf(first);
    }

    /// `The first 20 of 1,204.`
    public String words() {
        return "The first %,d of %,d.".formatted(first.size(), of);
    }
}
