// What a search can be narrowed by, and what it is narrowed by.
package org.quoin.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quoin.app.PaperSummary;
import org.quoin.app.Quoin;
import org.quoin.app.SearchNames;
import org.quoin.graph.Vocabulary;
import org.quoin.graph.Vocabulary.Scheme;
import org.quoin.model.ConceptRef;
import org.quoin.model.Kind;
import org.quoin.search.SearchFilter;
import org.quoin.search.SearchRequest;
import org.quoin.search.SearchResult;
import org.quoin.web.page.FilterGroup;
import org.quoin.web.page.FilterGroup.Choice;
import org.quoin.web.page.SearchPage;

/// Names, definitions and the order above and below come from the ontology: a concept added there appears here.
final class Filters {
    static final String STUDY = "study";
    static final String KIND = "kind";
    private static final String YEAR = "year";
    /// Groups shown open at first; the others are one click away.
    private static final int OPEN_GROUPS = 3;

    private final Quoin quoin;
    private final Show show;

    Filters(Quoin quoin) {
        this.quoin = quoin;
        this.show = new Show(quoin);
    }

    List<FilterGroup> groups(SearchRequest request, SearchResult result) {
        var groups = new ArrayList<FilterGroup>();
        for (String dimension : dimensions(result)) {
            Set<String> chosen = chosenIn(dimension, request.filter());
            // Choices of one dimension are alternatives: the others' numbers are those without this dimension.
            Map<String, Long> counts = chosen.isEmpty()
                    ? result.facets().getOrDefault(dimension, Map.of())
                    : quoin.search(without(dimension, request)).facets().getOrDefault(dimension, Map.of());
            List<Choice> choices = choices(dimension, counts, chosen);
            if (choices.size() > 1 || !chosen.isEmpty()) {
                groups.add(new FilterGroup(
                        dimension, heading(dimension), groups.size() < OPEN_GROUPS || !chosen.isEmpty(), choices));
            }
        }
        return groups;
    }

    /// Kind and study first, then the schemes by how many values they tell apart.
    private List<String> dimensions(SearchResult result) {
        var names = new LinkedHashSet<>(List.of(KIND, STUDY));
        Vocabulary vocabulary = quoin.vocabulary();
        Stream.concat(vocabulary.schemes().keySet().stream(), Stream.of("voice", "state", YEAR))
                .distinct()
                .sorted(Comparator.<String>comparingInt(name ->
                                -result.facets().getOrDefault(name, Map.of()).size())
                        .thenComparing(name -> heading(name)))
                .forEach(names::add);
        return List.copyOf(names);
    }

    private static SearchRequest without(String dimension, SearchRequest request) {
        SearchFilter f = request.filter();
        var filter = new SearchFilter(
                dimension.equals(KIND) ? Set.of() : f.kinds(),
                dimension.equals(STUDY) ? Set.of() : f.studies(),
                dimension.equals("voice") ? Set.of() : f.voices(),
                dimension.equals("state") ? Set.of() : f.states(),
                new LinkedHashSet<>(f.concepts().stream()
                        .filter(ref -> !ref.scheme().equals(dimension))
                        .toList()),
                dimension.equals(YEAR) ? Set.of() : f.years(),
                f.papers(),
                f.fictional());
        return new SearchRequest(request.query(), request.like(), filter, request.mode(), 0, 1, false, false);
    }

    private static Set<String> chosenIn(String dimension, SearchFilter filter) {
        Stream<String> values = switch (dimension) {
            case KIND -> filter.kinds().stream().map(Kind::key);
            case STUDY -> filter.studies().stream().map(Object::toString);
            case "voice" -> filter.voices().stream();
            case "state" -> filter.states().stream();
            case YEAR -> filter.years().stream().map(Object::toString);
            default ->
                filter.concepts().stream()
                        .filter(ref -> ref.scheme().equals(dimension))
                        .map(ConceptRef::key);
        };
        return new LinkedHashSet<>(values.sorted().toList());
    }

    private List<Choice> choices(String dimension, Map<String, Long> counts, Set<String> chosen) {
        var all = new LinkedHashMap<>(counts);
        chosen.forEach(value -> all.putIfAbsent(value, 0L));
        if (dimension.equals(KIND)) {
            return all.keySet().stream()
                    .sorted(Comparator.comparingInt(
                            key -> show.kind(new Kind(key)).order()))
                    .map(key -> choice(dimension, key, all, chosen, 0))
                    .toList();
        }
        if (dimension.equals(STUDY)) {
            Map<String, String> labels = studyLabels();
            return all.keySet().stream()
                    .map(key -> new Choice(
                            key, labels.getOrDefault(key, key), "", all.getOrDefault(key, 0L), chosen.contains(key), 0))
                    .toList();
        }
        if (!quoin.vocabulary().schemes().containsKey(dimension)) {
            return all.keySet().stream()
                    .map(key -> choice(dimension, key, all, chosen, 0))
                    .toList();
        }
        var choices = new ArrayList<Choice>();
        all.keySet().stream()
                .filter(key -> parent(dimension, key, all).isEmpty())
                .forEach(key -> addWithNarrower(dimension, key, all, chosen, 0, choices));
        return choices;
    }

    /// A concept, then those below it that occur, each under the first concept above it that occurs.
    private void addWithNarrower(
            String scheme, String key, Map<String, Long> counts, Set<String> chosen, int depth, List<Choice> to) {
        to.add(choice(scheme, key, counts, chosen, depth));
        counts.keySet().stream()
                .filter(other -> parent(scheme, other, counts).equals(Optional.of(key)))
                .forEach(other -> addWithNarrower(scheme, other, counts, chosen, depth + 1, to));
    }

    private Optional<String> parent(String scheme, String key, Map<String, Long> counts) {
        return quoin.vocabulary().above(new ConceptRef(scheme, key)).stream()
                .filter(ref -> ref.scheme().equals(scheme) && counts.containsKey(ref.key()))
                .map(ConceptRef::key)
                .findFirst();
    }

    private Choice choice(String dimension, String key, Map<String, Long> counts, Set<String> chosen, int depth) {
        return new Choice(
                key,
                label(dimension, key),
                definition(dimension, key),
                counts.getOrDefault(key, 0L),
                chosen.contains(key),
                depth);
    }

    private String heading(String dimension) {
        return switch (dimension) {
            case KIND -> "Kind of evidence";
            case STUDY -> "Study";
            case "state" -> "Curation state";
            case YEAR -> "Year of publication";
            default -> {
                Scheme scheme = quoin.vocabulary().schemes().get(dimension);
                yield scheme == null ? dimension : scheme.label();
            }
        };
    }

    private String label(String dimension, String value) {
        return switch (dimension) {
            case KIND -> show.kind(new Kind(value)).pluralLabel();
            case STUDY -> studyLabels().getOrDefault(value, value);
            case "fictional" -> value.equals("true") ? "Fictional studies only" : "Without fictional studies";
            default -> show.label(concept(dimension, value));
        };
    }

    private String definition(String dimension, String value) {
        return switch (dimension) {
            case KIND -> show.kind(new Kind(value)).definition();
            default -> show.tag(concept(dimension, value)).definition();
        };
    }

    private static ConceptRef concept(String dimension, String value) {
        return switch (dimension) {
            case "concept" -> ConceptRef.parse(value);
            case "state" -> SearchNames.state(value);
            default -> new ConceptRef(dimension, value);
        };
    }

    /// What studies are called, as their first paper is.
    private Map<String, String> studyLabels() {
        return quoin.papers().stream()
                .collect(
                        Collectors.toMap(paper -> paper.study().value(), PaperSummary::label, (first, other) -> first));
    }

    List<SearchPage.Chosen> chosen(Map<String, List<String>> asked) {
        return chosen(asked, SearchParameters.UNFILTERED, Urls::search);
    }

    /// @param unfiltered parameters that say nothing about which evidence is wanted
    /// @param url where the page with other parameters is
    List<SearchPage.Chosen> chosen(
            Map<String, List<String>> asked, Set<String> unfiltered, Function<Map<String, List<String>>, String> url) {
        var chosen = new ArrayList<SearchPage.Chosen>();
        asked.forEach((name, values) -> {
            if (!unfiltered.contains(name)) {
                for (String value : values) {
                    var rest = new LinkedHashMap<>(asked);
                    rest.put(name, values.stream().filter(v -> !v.equals(value)).toList());
                    rest.remove("offset");
                    chosen.add(new SearchPage.Chosen(label(name, value), url.apply(rest)));
                }
            }
        });
        return chosen;
    }
}
