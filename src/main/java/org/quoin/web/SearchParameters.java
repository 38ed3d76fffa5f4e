// Reads a search from the parameters of a request: of the API and of the pages alike.
package org.quoin.web;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.quoin.app.Quoin;
import org.quoin.app.SearchNames;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.search.SearchRequest;

/// What narrows the search is read by [SearchNames]; the other parameters are here.
final class SearchParameters {
    private static final int DEFAULT_LIMIT = 20;
    /// Parameters that say nothing about which items are wanted.
    static final Set<String> UNFILTERED = Set.of("q", "mode", "offset", "limit");

    private final Quoin quoin;

    SearchParameters(Quoin quoin) {
        this.quoin = quoin;
    }

    SearchRequest read(Context ctx) {
        var narrowing = new LinkedHashMap<>(ctx.queryParamMap());
        narrowing.keySet().removeAll(UNFILTERED);
        requireKnown(narrowing.keySet());
        return new SearchRequest(
                single(ctx, "q", "").strip(),
                quoin.searchNames().filter(narrowing),
                SearchNames.mode(single(ctx, "mode", "hybrid")),
                number(ctx, "offset", 0),
                number(ctx, "limit", DEFAULT_LIMIT));
    }

    private void requireKnown(Set<String> names) {
        var known = new TreeSet<>(quoin.searchNames().all());
        for (String name : names) {
            if (!known.contains(name)) {
                known.addAll(UNFILTERED);
                throw Problem.invalid(
                        "there is no parameter «" + name + "»; the parameters are " + String.join(", ", known));
            }
        }
    }

    private static String single(Context ctx, String name, String otherwise) {
        List<String> values = ctx.queryParams(name);
        if (values.size() > 1) {
            throw Problem.invalid("the parameter " + name + " is given " + values.size() + " times; give it once");
        }
        return values.isEmpty() || values.getFirst().isBlank() ? otherwise : values.getFirst();
    }

    private static int number(Context ctx, String name, int otherwise) {
        String value = single(ctx, name, Integer.toString(otherwise));
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new ProblemException(
                    new Problem.Invalid(name + " must be a whole number, not «" + value + "»", List.of()), e);
        }
    }
}
