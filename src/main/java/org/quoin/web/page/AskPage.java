// The page of a question and its brief.
package org.quoin.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quoin.app.json.AskView;

/// @param query the question; empty when nothing is asked yet
/// @param brief its answer, or null when nothing is asked yet
/// @param lens what can be chosen as the place of use
/// @param filters what the evidence can be narrowed by
/// @param chosen filters in force
/// @param clearUrl without them
/// @param noLensUrl the same without the lens that was read from the question; empty when there is none
/// @param moreUrl the same with more lines; empty when all are shown
/// @param searchUrl the same words as a search
/// @param passagesUrl the same words as a search in passages
/// @param downloads the brief as files
/// @param examples questions that the base answers
/// @param emptyBase whether there is no evidence at all
public record AskPage(
        String query,
        @Nullable AskView brief,
        List<LensGroup> lens,
        List<FilterGroup> filters,
        List<SearchPage.Chosen> chosen,
        String clearUrl,
        String noLensUrl,
        String moreUrl,
        String searchUrl,
        String passagesUrl,
        List<Download> downloads,
        List<Example> examples,
        boolean emptyBase)
        implements Page {
    @Override
    public String title() {
        return query.isEmpty() ? "Ask" : query;
    }

    /// Concepts of one scheme.
    public record LensGroup(String label, List<LensChoice> choices) {}

    /// @param value of the parameter
    /// @param studies how many studies of the base carry it; 0 where claims do
    public record LensChoice(String value, String label, int studies, boolean chosen) {}

    public record Example(String question, String url) {}

    /// A number with the noun that fits.
    public static String count(int number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
