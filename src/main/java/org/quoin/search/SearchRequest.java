// One search as a person or a program asks it.
package org.quoin.search;

import org.jspecify.annotations.Nullable;
import org.quoin.model.ItemId;
import org.quoin.model.Problem;

/// @param query plain words, with signs that narrow (docs/searching.md); never a syntax error. Blank: everything
///     that the filter allows, in the order of the ids
/// @param like an item to which similar ones are wanted, in place of words, or null
/// @param filter which items may be returned
/// @param mode how to rank
/// @param offset hits to skip, from 0
/// @param limit most hits to return, 1 to [#MAX_LIMIT]
/// @param byStudy whether to return the best item of each study alone
/// @param explained whether each hit says why it ranks where it does
public record SearchRequest(
        String query,
        @Nullable ItemId like,
        SearchFilter filter,
        Mode mode,
        int offset,
        int limit,
        boolean byStudy,
        boolean explained) {
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
        if (like != null && !query.isBlank()) {
            throw Problem.invalid("a search is for words or for what is like " + like + ", not for both");
        }
    }

    /// A search for words, every hit by itself.
    public SearchRequest(String query, SearchFilter filter, Mode mode, int offset, int limit) {
        this(query, null, filter, mode, offset, limit, false, false);
    }

    /// The same, with each hit saying why it ranks where it does.
    public SearchRequest explaining() {
        return new SearchRequest(query, like, filter, mode, offset, limit, byStudy, true);
    }

    public static SearchRequest of(String query, int limit) {
        return new SearchRequest(query, SearchFilter.NONE, Mode.HYBRID, 0, limit);
    }
}
