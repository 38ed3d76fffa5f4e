// Where a page of a long list stands in it.
package org.quoin.web.page;

import java.util.List;

/// @param from the first that is shown, 1 for the first of all; 0 when there is none
/// @param to the last that is shown
/// @param of how many there are
/// @param previousUrl the page before; empty for none
/// @param nextUrl the page after; empty for none
public record Pager(int from, int to, int of, String previousUrl, String nextUrl) {
    /// The part of the whole list that is shown.
    public <T> List<T> shown(List<T> all) {
        return of == 0 ? List.of() : all.subList(from - 1, to);
    }

    /// Whether there is more than one page.
    public boolean isOneOfSeveral() {
        return !previousUrl.isEmpty() || !nextUrl.isEmpty();
    }
}
