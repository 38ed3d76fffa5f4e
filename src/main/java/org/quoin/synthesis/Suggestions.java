// What might belong together and is not translated yet, with the reason why it might.
package org.quoin.synthesis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quoin.model.ConceptRef;
import org.quoin.model.ItemId;
import org.quoin.model.Synthesis;

/// Proposed and never applied. What is coded decides before what words are like: claims on one factor first, then
/// those without a factor by the likeness of their words.
public final class Suggestions {
    /// Claims without a factor that are compared by their words: each with each other.
    private static final int MOST_COMPARED = 400;

    private static final int MOST_SHOWN = 50;

    /// How like two texts are, from 0 to 1, and from where on that is much.
    ///
    /// @param name how likeness is found, for the reason given: `meaning`
    /// @param enough likeness from which two may mean the same
    public record Likeness(String name, double enough, Function<String, float[]> vector) {}

    /// Claims that might be one category, or come into one that is there.
    ///
    /// @param id the factor that the claims share, as `SCHEME/KEY`, or the first of claims that are alike in words:
    ///     the same as long as it is suggested
    /// @param category name of the category that is there; empty for a new one
    /// @param label what a new category might be called
    /// @param reason why they might belong together
    /// @param claims of at least two studies, with those of the category
    public record Suggestion(
            String id, Optional<String> category, String label, String reason, List<StudyClaim> claims) {
        public Suggestion {
            claims = List.copyOf(claims);
        }
    }

    private final Synthesis synthesis;
    private final Claims claims;
    private final Function<ConceptRef, String> labels;
    private final Likeness likeness;

    /// @param labels what a factor is called
    public Suggestions(Synthesis synthesis, Claims claims, Function<ConceptRef, String> labels, Likeness likeness) {
        this.synthesis = synthesis;
        this.claims = claims;
        this.labels = labels;
        this.likeness = likeness;
    }

    /// Those of most studies first.
    public List<Suggestion> all() {
        Set<ItemId> translated = synthesis.categories().stream()
                .flatMap(category -> category.claims().stream())
                .collect(Collectors.toSet());
        List<StudyClaim> open = claims.all().stream()
                .filter(StudyClaim::isTranslatable)
                .filter(claim -> !translated.contains(claim.id()))
                .toList();
        return Stream.concat(byFactor(open).stream(), byWords(open).stream())
                .sorted(Comparator.comparingInt((Suggestion suggestion) -> -studies(suggestion.claims()))
                        .thenComparing(Suggestion::label))
                .limit(MOST_SHOWN)
                .toList();
    }

    private List<Suggestion> byFactor(List<StudyClaim> open) {
        var byFactor = new TreeMap<ConceptRef, List<StudyClaim>>();
        open.forEach(claim -> claim.item()
                .factors()
                .forEach(factor ->
                        byFactor.computeIfAbsent(factor, f -> new ArrayList<>()).add(claim)));
        var found = new ArrayList<Suggestion>();
        byFactor.forEach((factor, sharing) -> {
            Optional<Synthesis.Category> home = synthesis.categories().stream()
                    .filter(category -> claims.find(category.claims()).stream().anyMatch(c -> c.isAbout(factor)))
                    .findFirst();
            String label = labels.apply(factor);
            if (home.isPresent()) {
                found.add(new Suggestion(
                        factor.toString(),
                        Optional.of(home.get().name()),
                        home.get().label(),
                        "coded with the factor “" + label + "”, as are claims of the category",
                        sharing));
            } else if (studies(sharing) > 1) {
                found.add(new Suggestion(
                        factor.toString(),
                        Optional.empty(),
                        label,
                        "coded with the same factor, “" + label + "”, in " + studies(sharing) + " studies",
                        sharing));
            }
        });
        return found;
    }

    /// Two of the same claim are one and the same object: a claim is worded once.
    private static final class Worded {
        private final StudyClaim claim;
        private final float[] vector;

        Worded(StudyClaim claim, float[] vector) {
            this.claim = claim;
            this.vector = vector;
        }
    }

    /// Each claim joins the first group that it is like on the whole: like the mean, and not like one of many.
    private List<Suggestion> byWords(List<StudyClaim> open) {
        List<Worded> worded = open.stream()
                .filter(claim -> claim.item().factors().isEmpty())
                .limit(MOST_COMPARED)
                .map(claim ->
                        new Worded(claim, likeness.vector().apply(claim.item().headline())))
                .toList();
        var groups = new ArrayList<List<Worded>>();
        for (Worded one : worded) {
            groups.stream()
                    .filter(group -> mean(one, group) >= likeness.enough())
                    .max(Comparator.comparingDouble(group -> mean(one, group)))
                    .ifPresentOrElse(group -> group.add(one), () -> groups.add(new ArrayList<>(List.of(one))));
        }
        return groups.stream()
                .filter(group -> studies(claims(group)) > 1)
                .map(group -> new Suggestion(
                        group.getFirst().claim.id().value(),
                        Optional.empty(),
                        group.getFirst().claim.item().headline(),
                        "alike in %s (%.2f on the mean)".formatted(likeness.name(), mean(group)),
                        claims(group)))
                .toList();
    }

    private static List<StudyClaim> claims(List<Worded> group) {
        return group.stream().map(one -> one.claim).toList();
    }

    private static double mean(List<Worded> group) {
        return group.stream()
                .mapToDouble(one -> mean(
                        one, group.stream().filter(other -> !other.equals(one)).toList()))
                .average()
                .orElse(0);
    }

    private static double mean(Worded one, List<Worded> group) {
        return group.stream()
                .mapToDouble(other -> cosine(one.vector, other.vector))
                .average()
                .orElse(0);
    }

    private static double cosine(float[] one, float[] other) {
        double dot = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < one.length; i++) {
            dot += one[i] * other[i];
            first += one[i] * one[i];
            second += other[i] * other[i];
        }
        return first == 0 || second == 0 ? 0 : dot / Math.sqrt(first * second);
    }

    private static int studies(List<StudyClaim> claims) {
        return new HashSet<>(claims.stream().map(StudyClaim::study).toList()).size();
    }
}
