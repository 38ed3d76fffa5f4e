// Where an answer is to be used: settings, countries and levels.
package org.quoin.synthesis;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.quoin.graph.Vocabulary;
import org.quoin.model.ConceptRef;
import org.quoin.model.ItemId;
import org.quoin.search.SearchFilter;
import org.quoin.synthesis.Brief.Labelled;

/// Evidence fits when it, or the study it is of, carries one of the concepts of each scheme, or a narrower one.
///
/// @param concepts what it asks for; empty when everything fits
/// @param fromQuestion whether the question named it, and nobody chose it
public record Lens(List<Labelled> concepts, boolean fromQuestion) {
    /// Schemes whose concepts are places.
    private static final List<String> PLACES = List.of("setting", "country");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /// What makes of the word before it a place: “rural areas”.
    private static final Set<String> PLACE_WORDS = Set.of(
            "area", "areas", "place", "places", "region", "regions", "setting", "settings", "district", "districts");

    public Lens {
        concepts = List.copyOf(concepts);
    }

    static Lens of(BriefRequest request, ComparisonBase base) {
        Set<ConceptRef> chosen = request.lens();
        Set<ConceptRef> refs = chosen != null ? chosen : named(request.question(), base);
        return new Lens(
                refs.stream()
                        .sorted()
                        .map(ref -> Labelled.of(ref, base.vocabulary()))
                        .toList(),
                chosen == null && !refs.isEmpty());
    }

    /// Settings and countries that studies of the base have and that the question names as a place: “in Kenya”,
    /// “in a care home”, “rural areas”. That a question speaks of social care does not make this its setting.
    private static Set<ConceptRef> named(String question, ComparisonBase base) {
        Vocabulary vocabulary = base.vocabulary();
        var here = new LinkedHashSet<ConceptRef>();
        base.studies().stream()
                .flatMap(study -> study.concepts().stream())
                .filter(ref -> PLACES.contains(ref.scheme()))
                .distinct()
                .flatMap(ref -> Stream.concat(Stream.of(ref), vocabulary.above(ref).stream()))
                .forEach(here::add);
        List<String> words = words(question);
        var named = new LinkedHashSet<ConceptRef>();
        here.stream()
                .filter(ref -> vocabulary.names(ref).stream().anyMatch(name -> isPlace(words, words(name))))
                .forEach(named::add);
        return named;
    }

    private static boolean isPlace(List<String> question, List<String> name) {
        for (int at = 0; at + name.size() <= question.size(); at++) {
            int end = at + name.size();
            if (matches(question.subList(at, end), name)
                    && (followsIn(question, at)
                            || (end < question.size() && PLACE_WORDS.contains(question.get(end))))) {
                return true;
            }
        }
        return false;
    }

    private static boolean followsIn(List<String> question, int at) {
        int before = at - 1;
        while (before > 0 && Set.of("a", "an", "the", "my", "our").contains(question.get(before))) {
            before--;
        }
        return before >= 0 && question.get(before).equals("in");
    }

    /// The last word may be in the plural.
    private static boolean matches(List<String> words, List<String> name) {
        return !name.isEmpty()
                && words.subList(0, words.size() - 1).equals(name.subList(0, name.size() - 1))
                && (words.getLast().equals(name.getLast()) || words.getLast().equals(name.getLast() + "s"));
    }

    private static List<String> words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// Whether it tells evidence apart.
    public boolean isGiven() {
        return !concepts.isEmpty();
    }

    Set<ItemId> fitting(ComparisonBase base) {
        var fitting = new HashSet<ItemId>();
        if (isGiven()) {
            var filter = new SearchFilter(
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    new HashSet<>(concepts.stream().map(Labelled::ref).toList()),
                    null);
            base.forEach(filter, claim -> fitting.add(claim.id()));
        }
        return fitting;
    }
}
