// The page of a question and its brief.
package org.quoin.web.page;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.app.json.AskView;
import org.quoin.app.json.AskView.LineView;
import org.quoin.app.json.AskView.QuoteInBrief;
import org.quoin.app.json.AskView.Reference;
import org.quoin.app.json.AskView.SectionView;

/// @param query the question; empty when nothing is asked yet
/// @param brief its answer, or null when nothing is asked yet
/// @param lens what can be chosen as the place of use
/// @param filters what the evidence can be narrowed by
/// @param chosen filters in force
/// @param clearUrl without them
/// @param noLensUrl the same without the lens that was read from the question; empty when there is none
/// @param moreUrl the same with all lines; empty when no more can be shown
/// @param ownUrl the page as it is
/// @param server its address, for a page on paper
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
        String ownUrl,
        String server,
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

    /// Lines and limitations that the page does not have.
    public int missing() {
        return brief == null
                ? 0
                : brief.doubts().moreLimitations()
                        + brief.sections().stream().mapToInt(SectionView::more).sum();
    }

    /// Papers whose words stand open on the page, or only in what has to be unfolded.
    public List<Reference> sources(boolean open) {
        if (brief == null) {
            return List.of();
        }
        Set<String> papers = Stream.of(
                        brief.sections().stream()
                                .flatMap(section -> section.lines().stream())
                                .map(line -> line.quotes().getFirst()),
                        brief.doubts().limitations().stream(),
                        brief.nearest().stream())
                .flatMap(quotes -> quotes)
                .map(QuoteInBrief::paper)
                .collect(Collectors.toSet());
        return brief.references().stream()
                .filter(reference -> papers.contains(reference.paper()) == open)
                .toList();
    }

    /// What has to be unfolded to be read, in a fixed phrase; empty when nothing is folded.
    public static String folded(LineView line) {
        int quotes = line.quotes().size() - 1;
        return Stream.of(
                        quotes == 0 ? "" : count(quotes, "more quote", "more quotes"),
                        line.confidence().isEmpty() ? "" : "why this confidence")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
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
