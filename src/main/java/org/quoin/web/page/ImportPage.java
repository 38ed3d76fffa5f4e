// The page of one import: how far it is, then what became of each file.
package org.quoin.web.page;

import java.util.List;

/// @param url of this page
/// @param heading how it stands
/// @param live whether it goes on, so that the page has to be fetched again
/// @param begun whether it has begun, so that the bar can say how far it is
/// @param done files done
/// @param total files in all
/// @param progress how far, how fast and how long still, in words
/// @param announce the same for those who hear the page; changes a few times only
/// @param problem why it did not come to its end; empty when it did
/// @param counts how many files there are of each outcome that occurs
/// @param rows the files, those first that somebody has to do something about
/// @param more files that are not shown
/// @param aside files sent that were nothing to import
/// @param downloads the whole report
public record ImportPage(
        String url,
        String heading,
        boolean live,
        boolean begun,
        long done,
        long total,
        String progress,
        String announce,
        String problem,
        List<Count> counts,
        List<Row> rows,
        long more,
        List<String> aside,
        List<Download> downloads)
        implements Page {
    /// @param outcome key of the outcome
    /// @param words the number and what it counts
    public record Count(String outcome, String words) {}

    /// @param outcome its key, which is also its name
    /// @param papers the papers it is about, as far as they are shown
    /// @param morePapers how many are not
    /// @param reason why it was rejected; empty when it was not
    /// @param details what was repaired, left out, carried over or lost; items that are wrong
    /// @param similar papers that may be the same
    public record Row(
            String file,
            String outcome,
            List<Link> papers,
            long morePapers,
            String reason,
            List<String> details,
            List<Link> similar) {}

    /// @param url empty when it is not there any more
    public record Link(String label, String url) {}

    @Override
    public String title() {
        return heading;
    }
}
