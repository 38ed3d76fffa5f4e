// Reads a search from the parameters of a request: of the API and of the pages alike.
package org.quoin.web;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quoin.app.PaperSummary;
import org.quoin.app.Quoin;
import org.quoin.graph.Vocabulary;
import org.quoin.model.ConceptRef;
import org.quoin.model.ItemId;
import org.quoin.model.Kind;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.StudyId;
import org.quoin.search.SearchFilter;
import org.quoin.search.SearchRequest;

/// Besides the names here, the name of every concept scheme is a parameter. What is not known is refused, with
/// the known ones named: a filter that is silently ignored makes a wrong answer.
final class SearchParameters {
    private static final int DEFAULT_LIMIT = 20;
    private static final Set<String> FILTERS =
            Set.of("kind", "study", "voice", "state", "year", "concept", "fictional");
    /// Parameters that say nothing about which items are wanted.
    static final Set<String> UNFILTERED = Set.of("q", "like", "mode", "group", "explain", "in", "offset", "limit");

    private static final String VOICE_SCHEME = "voice";
    private static final String STATE_SCHEME = "curation-state";

    private final Quoin quoin;

    SearchParameters(Quoin quoin) {
        this.quoin = quoin;
    }

    /// The parameter that filters by a concept.
    static String nameFor(ConceptRef concept) {
        return concept.scheme().equals(STATE_SCHEME) ? "state" : concept.scheme();
    }

    static ConceptRef state(String key) {
        return new ConceptRef(STATE_SCHEME, key);
    }

    SearchRequest read(Context ctx) {
        requireKnown(ctx, UNFILTERED);
        return new SearchRequest(
                single(ctx, "q", "").strip(),
                single(ctx, "like", "").isEmpty() ? null : new ItemId(single(ctx, "like", "")),
                filter(ctx),
                mode(single(ctx, "mode", "hybrid")),
                number(ctx, "offset", 0),
                number(ctx, "limit", DEFAULT_LIMIT),
                byStudy(single(ctx, "group", "")),
                flag(ctx, "explain"));
    }

    /// Which evidence is wanted, of whatever is made of it.
    SearchFilter filter(Context ctx) {
        Vocabulary vocabulary = quoin.vocabulary();
        return new SearchFilter(
                values(ctx, "kind", value -> vocabulary.kind(new Kind(value)).kind()),
                studies(ctx),
                values(ctx, "voice", value -> key(VOICE_SCHEME, value)),
                values(ctx, "state", value -> key(STATE_SCHEME, value)),
                concepts(ctx),
                values(ctx, "year", value -> number("year", value)),
                fictional(single(ctx, "fictional", "")));
    }

    /// @param others parameters that the request may have besides the filters
    void requireKnown(Context ctx, Set<String> others) {
        for (String name : ctx.queryParamMap().keySet()) {
            if (!FILTERS.contains(name)
                    && !others.contains(name)
                    && !quoin.vocabulary().schemes().containsKey(name)) {
                var known = new TreeSet<>(FILTERS);
                known.addAll(others);
                known.addAll(quoin.vocabulary().schemes().keySet());
                throw Problem.invalid(
                        "there is no parameter «" + name + "»; the parameters are " + String.join(", ", known));
            }
        }
    }

    private Set<ConceptRef> concepts(Context ctx) {
        var concepts = new LinkedHashSet<>(values(ctx, "concept", ConceptRef::parse));
        for (String scheme : quoin.vocabulary().schemes().keySet()) {
            if (!FILTERS.contains(scheme)) {
                concepts.addAll(values(ctx, scheme, value -> new ConceptRef(scheme, value)));
            }
        }
        concepts.forEach(quoin.vocabulary()::require);
        return concepts;
    }

    private Set<StudyId> studies(Context ctx) {
        Set<StudyId> asked = values(ctx, "study", StudyId::new);
        if (!asked.isEmpty()) {
            Set<StudyId> known =
                    quoin.papers().stream().map(PaperSummary::study).collect(Collectors.toCollection(TreeSet::new));
            for (StudyId study : asked) {
                if (!known.contains(study)) {
                    throw Problem.invalid("there is no study «" + study + "» in the base; /api/papers lists them");
                }
            }
        }
        return asked;
    }

    private String key(String scheme, String value) {
        return quoin.vocabulary().require(new ConceptRef(scheme, value)).ref().key();
    }

    /// A form sends fields that were left empty; they do not narrow anything.
    private static <T> Set<T> values(Context ctx, String name, Function<String, T> reader) {
        return ctx.queryParams(name).stream()
                .filter(value -> !value.isBlank())
                .map(reader)
                .collect(Collectors.toCollection(HashSet::new));
    }

    static String single(Context ctx, String name, String otherwise) {
        List<String> values = ctx.queryParams(name);
        if (values.size() > 1) {
            throw Problem.invalid("the parameter " + name + " is given " + values.size() + " times; give it once");
        }
        return values.isEmpty() || values.getFirst().isBlank() ? otherwise : values.getFirst();
    }

    private static @Nullable Boolean fictional(String value) {
        return switch (value) {
            case "" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.invalid("fictional must be true or false, not «" + value + "»");
        };
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

    private static SearchRequest.Mode mode(String value) {
        Map<String, SearchRequest.Mode> modes = Arrays.stream(SearchRequest.Mode.values())
                .collect(Collectors.toMap(mode -> mode.name().toLowerCase(Locale.ROOT), Function.identity()));
        SearchRequest.Mode mode = modes.get(value);
        if (mode == null) {
            throw Problem.invalid("there is no mode «" + value + "»; the modes are "
                    + String.join(", ", new TreeSet<>(modes.keySet())));
        }
        return mode;
    }

    static int number(Context ctx, String name, int otherwise) {
        return number(name, single(ctx, name, Integer.toString(otherwise)));
    }

    private static int number(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new ProblemException(
                    new Problem.Invalid(name + " must be a whole number, not «" + value + "»", List.of()), e);
        }
    }
}
