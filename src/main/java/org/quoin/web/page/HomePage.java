// The first page: a search box and what is in the base.
package org.quoin.web.page;

import java.util.List;

/// @param studies number of studies
/// @param fictionalStudies how many of them were written for demonstration
/// @param items number of evidence items
/// @param kinds how many of each kind
/// @param papers all papers, or the first of many
/// @param morePapers how many are not listed here
public record HomePage(
        long studies, long fictionalStudies, long items, List<KindCount> kinds, List<PaperCard> papers, long morePapers)
        implements Page {
    @Override
    public String title() {
        return "Evidence with its words";
    }
}
