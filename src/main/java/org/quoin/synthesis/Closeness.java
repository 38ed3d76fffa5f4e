// How far each claim speaks of a question.
package org.quoin.synthesis;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quoin.model.ItemId;
import org.quoin.model.StudyId;

/// @param items closeness of each item
/// @param studies that of the best item of each study
/// @param closest the greatest
/// @param fitting items that fit the lens
record Closeness(Map<ItemId, Double> items, Map<StudyId, Double> studies, double closest, Set<ItemId> fitting) {
    /// A claim is often a few words, which say what they are about by the study they stand in.
    private static final double SHARE_OF_STUDY = 0.25;

    /// Closeness at which an item begins to count where lines are ordered.
    private static final double FLOOR = 0.3;

    private static final Comparator<Placed> CLOSEST_FIRST = Comparator.comparingDouble(
                    (Placed placed) -> -placed.closeness())
            .thenComparing(placed -> placed.claim().id());

    double of(Claim claim) {
        return items.getOrDefault(claim.id(), 0.0);
    }

    boolean fits(Claim claim) {
        return fitting.contains(claim.id());
    }

    /// Sorted: what fits the lens, then what is closest.
    List<Claim> bestFirst(Stream<Claim> claims) {
        return sorted(
                claims, Comparator.comparing((Placed placed) -> !placed.fits()).thenComparing(CLOSEST_FIRST));
    }

    List<Claim> closestFirst(Stream<Claim> claims) {
        return sorted(claims, CLOSEST_FIRST);
    }

    /// Each is looked up once, not with each comparison.
    private List<Claim> sorted(Stream<Claim> claims, Comparator<Placed> order) {
        return claims.map(claim -> new Placed(claim, fits(claim), of(claim)))
                .sorted(order)
                .map(Placed::claim)
                .toList();
    }

    private record Placed(Claim claim, boolean fits, double closeness) {}

    /// The number of studies of some claims, each counted by how close its closest claim is, from 0 to 1.
    ///
    /// @param onlyFitting whether to count what fits the lens alone
    double studies(List<Claim> claims, boolean onlyFitting) {
        return claims.stream()
                .filter(claim -> !onlyFitting || fits(claim))
                .collect(Collectors.groupingBy(Claim::study, Collectors.reducing(0.0, this::weight, Double::max)))
                .values()
                .stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /// From 0 for a claim that says nothing of the question to 1 for the closest.
    double weight(Claim claim) {
        double inStudy = (1 - SHARE_OF_STUDY) * of(claim) + SHARE_OF_STUDY * studies.getOrDefault(claim.study(), 0.0);
        return closest <= FLOOR ? 1 : Math.clamp((inStudy - FLOOR) / (closest - FLOOR), 0, 1);
    }
}
