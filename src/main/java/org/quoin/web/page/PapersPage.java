// The list of papers.
package org.quoin.web.page;

import java.util.List;

/// @param papers all of them
/// @param downloads the whole base as files
public record PapersPage(List<PaperCard> papers, List<Download> downloads) implements Page {
    @Override
    public String title() {
        return "Papers";
    }
}
