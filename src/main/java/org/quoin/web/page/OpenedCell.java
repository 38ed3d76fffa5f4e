// What stands beneath a cell of a matrix.
package org.quoin.web.page;

import java.util.List;

/// @param open whether there is one
/// @param heading its row and its column
/// @param summary how much there is
/// @param studies the claims, study by study
/// @param more claims that are not shown
/// @param disputes recorded contradictions
/// @param gaps records that something is absent
/// @param searchUrl the same evidence as a search; empty for none
/// @param closeUrl the page without it
public record OpenedCell(
        boolean open,
        String heading,
        String summary,
        List<StudyGroup> studies,
        int more,
        List<Dispute> disputes,
        List<Gap> gaps,
        String searchUrl,
        String closeUrl) {
    /// No cell is open.
    public static final OpenedCell NONE = new OpenedCell(false, "", "", List.of(), 0, List.of(), List.of(), "", "");

    public record StudyGroup(StudyRef study, List<ClaimCard> claims) {}

    /// @param statement the coder's words; empty when the quote says it
    /// @param url everything about the item
    public record ClaimCard(
            String kind, String kindLabel, String statement, List<Quote> quotes, List<Tag> tags, String url) {}

    /// @param url its place in the paper; empty when the words are lost in its present text
    /// @param section heading of the section it stands in; empty for none
    public record Quote(String exact, String url, String section, String voice) {}

    /// @param rationale why they contradict; empty when nothing says so
    public record Dispute(String claim, String url, String against, String againstUrl, String rationale, String by) {}

    /// @param sought what the text was read for
    /// @param sense in which it is missing
    public record Gap(StudyRef study, String sought, String sense, String by) {}
}
