// The list of papers.
package org.quoin.web.page;

import java.util.List;

/// @param papers all of them
public record PapersPage(List<PaperCard> papers) implements Page {
    @Override
    public String title() {
        return "Papers";
    }
}
