// Reads a search from the parameters of a request: of the API and of the pages alike.
package org.quoin.web;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.quoin.app.Quoin;
import org.quoin.app.SearchNames;
import org.quoin.model.ItemId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.search.SearchFilter;
import org.quoin.search.SearchRequest;

/// What narrows the search is read by [SearchNames]; the other parameters are here.
final class SearchParameters {
    private static final int DEFAULT_LIMIT = 20;
    /// Parameters that say nothing about which items are wanted.
    static final Set<String> UNFILTERED = Set.of("q", "like", "mode", "group", "explain", "in", "offset", "limit");

    private final Quoin quoin;

    SearchParameters(Quoin quoin) {
        this.quoin = quoin;
    }

    SearchRequest read(Context ctx) {
        return read(ctx, UNFILTERED);
    }

    /// @param others parameters that the request may have besides the filters
    SearchRequest read(Context ctx, Set<String> others) {
        requireKnown(ctx, others);
        String like = single(ctx, "like", "");
        return new SearchRequest(
                single(ctx, "q", "").strip(),
                like.isEmpty() ? null : new ItemId(like),
                filter(ctx),
                SearchNames.mode(single(ctx, "mode", "hybrid")),
                number(ctx, "offset", 0),
                number(ctx, "limit", DEFAULT_LIMIT),
                byStudy(single(ctx, "group", "")),
                flag(ctx, "explain"));
    }

    /// Which evidence is wanted, of whatever is made of it.
    SearchFilter filter(Context ctx) {
        var narrowing = new LinkedHashMap<>(ctx.queryParamMap());
        narrowing.keySet().retainAll(quoin.searchNames().all());
        return quoin.searchNames().filter(narrowing);
    }

    /// @param others parameters that the request may have besides the filters
    void requireKnown(Context ctx, Set<String> others) {
        var known = new TreeSet<>(quoin.searchNames().all());
        known.addAll(others);
        refuseUnknown(ctx, known);
    }

    /// @param known every parameter that the request may have, sorted
    static void refuseUnknown(Context ctx, Set<String> known) {
        for (String name : ctx.queryParamMap().keySet()) {
            if (!known.contains(name)) {
                throw Problem.invalid("there is no parameter «" + name + "» here; "
                        + (known.isEmpty() ? "none is taken" : "the parameters are " + String.join(", ", known)));
            }
        }
    }

    /// Whether passages are wanted, not evidence.
    static boolean inPassages(Context ctx) {
        return switch (single(ctx, "in", "")) {
            case "", "evidence" -> false;
            case "passages" -> true;
            default -> throw Problem.invalid("one can search in evidence or in passages");
        };
    }

    private static boolean byStudy(String value) {
        return switch (value) {
            case "" -> false;
            case "study" -> true;
            default -> throw Problem.invalid("hits can be grouped by study, not by «" + value + "»");
        };
    }

    private static boolean flag(Context ctx, String name) {
        return switch (single(ctx, name, "false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.invalid(name + " must be true or false");
        };
    }

    static String single(Context ctx, String name, String otherwise) {
        List<String> values = ctx.queryParams(name);
        if (values.size() > 1) {
            throw Problem.invalid("the parameter " + name + " is given " + values.size() + " times; give it once");
        }
        return values.isEmpty() || values.getFirst().isBlank() ? otherwise : values.getFirst();
    }

    static int number(Context ctx, String name, int otherwise) {
        String value = single(ctx, name, Integer.toString(otherwise));
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new ProblemException(
                    new Problem.Invalid(name + " must be a whole number, not «" + value + "»", List.of()), e);
        }
    }
}
