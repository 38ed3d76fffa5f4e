// One search as a person or a program asks it.
package org.quoin.search;

import org.quoin.model.Problem;

/// @param query plain words; never a syntax error. Words in double quotes narrow to the items that hold them
///     as they
/// stand, if there are any. Blank: everything that the filter allows, in the order of the ids
/// @param filter which items may be returned
/// @param mode how to rank
/// @param offset hits to skip, from 0
/// @param limit most hits to return, 1 to [#MAX_LIMIT]
public record SearchRequest(String query, SearchFilter filter, Mode mode, int offset, int limit) {
    /// Most hits one answer holds.
    public static final int MAX_LIMIT = 200;
    /// Furthest hit that can be asked for: `offset + limit`.
    public static final int MAX_WINDOW = 10_000;
    /// Longest query, in characters.
    public static final int MAX_QUERY_LENGTH = 2_000;

    /// How hits are ranked.
    public enum Mode {
        /// Words alone.
        BM25,
        /// Meaning alone.
        DENSE,
        /// Both, fused.
        HYBRID
    }

    public SearchRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problem.invalid("limit " + limit + " must be between 1 and " + MAX_LIMIT);
        }
        if (offset < 0 || offset + limit > MAX_WINDOW) {
            throw Problem.invalid("offset " + offset + " with limit " + limit + " must stay between 0 and " + MAX_WINDOW
                    + ": narrow the search instead");
        }
        if (query.length() > MAX_QUERY_LENGTH) {
            throw Problem.invalid(
                    "the query has " + query.length() + " characters, at most " + MAX_QUERY_LENGTH + " are allowed");
        }
    }

    public static SearchRequest of(String query, int limit) {
        return new SearchRequest(query, SearchFilter.NONE, Mode.HYBRID, 0, limit);
    }
}
