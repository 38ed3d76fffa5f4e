// The page on which papers are added.
package org.quoin.web.page;

import java.util.List;

/// @param allowed whether this server lets anyone add papers
/// @param problem why the last upload was refused; empty when it was not
/// @param fileBytes longest file, in bytes
/// @param fileSize the same in words
/// @param requestBytes all files of one upload together, in bytes
/// @param requestSize the same in words
/// @param files most files of one upload
/// @param recent imports since the server was started, the latest first
public record ImportsPage(
        boolean allowed,
        String problem,
        long fileBytes,
        String fileSize,
        long requestBytes,
        String requestSize,
        int files,
        List<Past> recent)
        implements Page {
    /// @param time when, as ISO 8601
    /// @param when the same in words
    /// @param what how it stands or ended
    public record Past(String url, String time, String when, String what) {}

    @Override
    public String title() {
        return "Add papers";
    }
}
