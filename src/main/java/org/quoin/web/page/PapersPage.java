// The list of papers.
package org.quoin.web.page;

import java.util.List;

/// @param papers those of this page
/// @param downloads the whole base as files
public record PapersPage(List<PaperCard> papers, Pager pager, List<Download> downloads) implements Page {
    @Override
    public String title() {
        return "Papers";
    }
}
