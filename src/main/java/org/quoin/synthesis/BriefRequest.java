// What a brief is to answer, from which evidence and for whom.
package org.quoin.synthesis;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quoin.model.ConceptRef;
import org.quoin.model.Kind;
import org.quoin.model.Problem;
import org.quoin.search.SearchFilter;

/// @param question in plain words, not blank
/// @param filter which evidence may answer. Kinds choose sections, and do not take away what speaks against a
///     line
/// @param lens where the answer is to be used: settings, countries, levels; empty for anywhere, null for what
///     the question itself names
/// @param lines most lines of a section, 1 to [#MAX_LINES]
public record BriefRequest(
        String question, SearchFilter filter, @Nullable Set<ConceptRef> lens, int lines) {
    public static final int MAX_LINES = 50;

    /// What programs get that do not say how many.
    public static final int USUAL_LINES = 6;

    /// As many as leave a brief on one page; people open the others.
    public static final int PAGE_LINES = 3;

    /// Longest question, in characters.
    public static final int MAX_QUESTION = 2_000;

    public BriefRequest {
        question = question.strip();
        lens = lens == null ? null : Set.copyOf(lens);
        if (question.isEmpty()) {
            throw Problem.invalid("the question is missing: ask in plain words, such as “what helps teams to trust one"
                    + " another?”");
        }
        if (question.length() > MAX_QUESTION) {
            throw Problem.invalid(
                    "the question has " + question.length() + " characters, at most " + MAX_QUESTION + " are allowed");
        }
        if (lines < 1 || lines > MAX_LINES) {
            throw Problem.invalid("a section shows from 1 to " + MAX_LINES + " lines, not " + lines);
        }
    }

    public static BriefRequest of(String question) {
        return new BriefRequest(question, SearchFilter.NONE, null, USUAL_LINES);
    }

    boolean wants(String kind) {
        return filter.kinds().isEmpty() || filter.kinds().contains(new Kind(kind));
    }
}
