// The page of search results.
package org.quoin.web.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// @param query the words searched for
/// @param total how many were found, in plain words
/// @param ranking how they were ranked, in plain words; empty when there is nothing to rank by
/// @param filters what the search can be narrowed by
/// @param chosen the filters in force
/// @param clearUrl the same words without filters
/// @param hits this page
/// @param passages of papers that answer too; all of the page when passages are searched
/// @param morePassages where they all are; empty when these are all, or passages are searched
/// @param views the ways to look at this search, the first of them the usual one; none when there is one only
/// @param suggestion another spelling that finds something, or null
/// @param kept what the search form must send along besides filters and words
/// @param position which hits these are; empty when all are shown
/// @param previousUrl the page before; empty on the first
/// @param nextUrl the page after; empty on the last
/// @param downloads the same search as data and files
public record SearchPage(
        String query,
        String total,
        String ranking,
        List<FilterGroup> filters,
        List<Chosen> chosen,
        String clearUrl,
        List<HitCard> hits,
        List<PassageCard> passages,
        String morePassages,
        List<View> views,
        @Nullable Suggestion suggestion,
        Map<String, String> kept,
        String position,
        String previousUrl,
        String nextUrl,
        List<Download> downloads)
        implements Page {
    /// @param label for people
    /// @param removeUrl the same search without it
    public record Chosen(String label, String removeUrl) {}

    /// @param label for people
    /// @param url of the search seen so
    /// @param current whether this is it
    public record View(String label, String url, boolean current) {}

    /// @param words that are suggested
    /// @param url of the search for them
    public record Suggestion(String words, String url) {}

    @Override
    public String title() {
        return query.isEmpty() ? "All evidence" : query;
    }
}
