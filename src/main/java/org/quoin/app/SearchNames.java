// The names that a search is narrowed by, wherever people and programs write them.
package org.quoin.app;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.GraphStore;
import org.quoin.graph.Vocabulary;
import org.quoin.model.ConceptRef;
import org.quoin.model.Kind;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.StudyId;
import org.quoin.search.SearchFilter;
import org.quoin.search.SearchRequest.Mode;

/// Besides the names here, that of every concept scheme is one. What is not known is refused, with the known ones
/// named: a filter that is silently ignored makes a wrong answer.
public final class SearchNames {
    private static final String KIND = "kind";
    private static final String STUDY = "study";
    private static final String VOICE = "voice";
    private static final String STATE = "state";
    private static final String YEAR = "year";
    private static final String CONCEPT = "concept";
    private static final String FICTIONAL = "fictional";
    private static final Set<String> OWN = Set.of(KIND, STUDY, VOICE, STATE, YEAR, CONCEPT, FICTIONAL);
    private static final String STATE_SCHEME = "curation-state";

    /// A lens through which all evidence looks the same.
    public static final String NOWHERE = "none";

    private final GraphStore store;

    SearchNames(GraphStore store) {
        this.store = store;
    }

    /// The name that narrows by a concept.
    public static String of(ConceptRef concept) {
        return concept.scheme().equals(STATE_SCHEME) ? STATE : concept.scheme();
    }

    /// The name of the scheme whose keys are the values of a name, if there is one of that name.
    public static String scheme(String name) {
        return name.equals(STATE) ? STATE_SCHEME : name;
    }

    /// The concept of a curation state.
    public static ConceptRef state(String key) {
        return new ConceptRef(STATE_SCHEME, key);
    }

    /// Every name, sorted.
    public Set<String> all() {
        var all = new TreeSet<>(OWN);
        all.addAll(store.vocabulary().schemes().keySet());
        return all;
    }

    /// Reads what a search is narrowed by.
    ///
    /// @param named values by name; blank ones do not narrow, since forms send fields that were left empty
    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) naming what is known instead
    public SearchFilter filter(Map<String, ? extends Collection<String>> named) {
        named.keySet().forEach(this::requireKnown);
        Vocabulary vocabulary = store.vocabulary();
        return new SearchFilter(
                read(named, KIND, value -> vocabulary.kind(new Kind(value)).kind()),
                read(named, STUDY, this::study),
                read(named, VOICE, value -> key(new ConceptRef(VOICE, value))),
                read(named, STATE, value -> key(state(value))),
                concepts(named),
                read(named, YEAR, SearchNames::year),
                Set.of(),
                fictional(named));
    }

    /// Reads where an answer is to be used.
    ///
    /// @param named concepts as SCHEME/KEY; or [#NOWHERE] alone
    /// @return empty for anywhere; null when nothing is said, so that the question may say it
    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) naming what is known instead
    public @Nullable Set<ConceptRef> lens(Collection<String> named) {
        List<String> said = named.stream().filter(value -> !value.isBlank()).toList();
        if (said.isEmpty()) {
            return null;
        }
        if (said.contains(NOWHERE) && said.size() > 1) {
            throw Problem.invalid("a lens is either " + NOWHERE + " or concepts, not both");
        }
        return said.contains(NOWHERE) ? Set.of() : concepts(Map.of(CONCEPT, said));
    }

    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) naming the modes
    public static Mode mode(String name) {
        Map<String, Mode> modes = Arrays.stream(Mode.values())
                .collect(Collectors.toMap(mode -> mode.name().toLowerCase(Locale.ROOT), Function.identity()));
        Mode mode = modes.get(name);
        if (mode == null) {
            throw Problem.invalid("there is no mode «" + name + "»; the modes are "
                    + String.join(", ", new TreeSet<>(modes.keySet())));
        }
        return mode;
    }

    private void requireKnown(String name) {
        if (!OWN.contains(name) && !store.vocabulary().schemes().containsKey(name)) {
            throw Problem.invalid("a search is not narrowed by «" + name + "»; it is by " + String.join(", ", all()));
        }
    }

    private static Integer year(String value) {
        try {
            return Integer.valueOf(value);
        } catch (NumberFormatException e) {
            throw new ProblemException(
                    new Problem.Invalid("year must be a whole number, not «" + value + "»", List.of()), e);
        }
    }

    private StudyId study(String value) {
        var study = new StudyId(value);
        if (!store.contains(study)) {
            throw Problem.invalid("there is no study «" + study + "» in the base; /api/papers lists them");
        }
        return study;
    }

    private String key(ConceptRef concept) {
        return store.vocabulary().require(concept).ref().key();
    }

    private Set<ConceptRef> concepts(Map<String, ? extends Collection<String>> named) {
        var concepts = new LinkedHashSet<>(read(named, CONCEPT, ConceptRef::parse));
        for (String name : named.keySet()) {
            if (!OWN.contains(name)) {
                concepts.addAll(read(named, name, value -> new ConceptRef(name, value)));
            }
        }
        concepts.forEach(store.vocabulary()::require);
        return concepts;
    }

    private static @Nullable Boolean fictional(Map<String, ? extends Collection<String>> named) {
        Set<Boolean> wanted = read(named, FICTIONAL, value -> switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.invalid("fictional must be true or false, not «" + value + "»");
        });
        if (wanted.size() > 1) {
            throw Problem.invalid("fictional is given as true and as false; leave it out to search both");
        }
        return wanted.isEmpty() ? null : wanted.iterator().next();
    }

    private static <T> Set<T> read(
            Map<String, ? extends Collection<String>> named, String name, Function<String, T> reader) {
        Collection<String> values = named.get(name);
        return (values == null ? List.<String>of() : values)
                .stream()
                        .filter(value -> !value.isBlank())
                        .map(reader)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
