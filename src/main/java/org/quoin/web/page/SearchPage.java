// The page of search results.
package org.quoin.web.page;

import java.util.List;

/// @param query the words searched for
/// @param total how many were found, in plain words
/// @param ranking how they were ranked, in plain words; empty when there is nothing to rank by
/// @param mode asked for, when it is not the usual one; else empty
/// @param filters what the search can be narrowed by
/// @param chosen the filters in force
/// @param clearUrl the same words without filters
/// @param hits this page
/// @param position which hits these are; empty when all are shown
/// @param previousUrl the page before; empty on the first
/// @param nextUrl the page after; empty on the last
/// @param apiUrl the same search as JSON
public record SearchPage(
        String query,
        String total,
        String ranking,
        String mode,
        List<FilterGroup> filters,
        List<Chosen> chosen,
        String clearUrl,
        List<HitCard> hits,
        String position,
        String previousUrl,
        String nextUrl,
        String apiUrl)
        implements Page {
    /// @param label for people
    /// @param removeUrl the same search without it
    public record Chosen(String label, String removeUrl) {}

    @Override
    public String title() {
        return query.isEmpty() ? "All evidence" : query;
    }
}
