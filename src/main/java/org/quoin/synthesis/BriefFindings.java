// The synthesised findings that rest on the claims of a brief.
package org.quoin.synthesis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quoin.model.ConceptRef;
import org.quoin.model.ItemId;
import org.quoin.model.Synthesis;
import org.quoin.synthesis.Brief.Labelled;
import org.quoin.synthesis.Brief.Part;
import org.quoin.synthesis.BriefLine.Direction;
import org.quoin.synthesis.BriefLine.Finding;

final class BriefFindings {
    private final ComparisonBase base;
    private final List<Claim> said;
    private final List<Judged> all;

    /// @param claims of the brief beneath it, at least one
    record Judged(Finding finding, List<Claim> claims) {
        /// Where it stands: most of its studies help or hinder, or neither outweighs the other.
        Part part() {
            Direction direction = Direction.of(claims);
            if (direction.helps() == direction.hinders()) {
                return Part.TOGETHER;
            }
            return direction.helps() > direction.hinders() ? Part.HELPS : Part.HINDERS;
        }

        boolean isRated() {
            return finding.rating() != null;
        }
    }

    /// @param said claims of the studies that speak to the question
    BriefFindings(ComparisonBase base, List<Claim> said) {
        this.base = base;
        this.said = said;
        Map<ItemId, Claim> byId = said.stream().collect(Collectors.toMap(Claim::id, Function.identity()));
        all = base.syntheses().stream()
                .flatMap(synthesis -> synthesis.findings().stream().map(finding -> judged(synthesis, finding, byId)))
                .filter(judged -> !judged.claims().isEmpty())
                .toList();
    }

    private Judged judged(Synthesis synthesis, Synthesis.Finding finding, Map<ItemId, Claim> byId) {
        List<ItemId> beneath = synthesis.claimsBeneath(finding);
        Synthesis.Confidence confidence = finding.confidence();
        return new Judged(
                new Finding(
                        synthesis.id(),
                        synthesis.title(),
                        finding.name(),
                        finding.statement(),
                        confidence == null
                                ? null
                                : Labelled.of(new ConceptRef("cerqual-rating", confidence.rating()), base.vocabulary()),
                        confidence == null ? "" : confidence.rationale(),
                        confidence == null ? "" : confidence.by().name(),
                        (int) beneath.stream().filter(id -> !base.counts(id)).count()),
                beneath.stream()
                        .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                        .toList());
    }

    Stream<Judged> all() {
        return all.stream();
    }

    /// Those that somebody has judged and that rest on one of these claims.
    List<Finding> ratedOn(List<Claim> claims) {
        Set<ItemId> ids = claims.stream().map(Claim::id).collect(Collectors.toSet());
        return all.stream()
                .filter(judged ->
                        judged.isRated() && judged.claims().stream().anyMatch(claim -> ids.contains(claim.id())))
                .map(Judged::finding)
                .toList();
    }

    /// Claims that the finding does not rest on and that name one of its factors against its direction. Claims beneath
    /// it that say it from its other side (“trust is lost when people leave”) speak for it.
    List<Claim> dissent(Judged judged) {
        List<Claim> beneath = judged.claims();
        Set<ItemId> ids = beneath.stream().map(Claim::id).collect(Collectors.toSet());
        Part part = judged.part();
        Set<ConceptRef> helping =
                part == Part.HINDERS ? Set.of() : factors(beneath.stream().filter(Claim::helps));
        Set<ConceptRef> hindering =
                part == Part.HELPS ? Set.of() : factors(beneath.stream().filter(Claim::hinders));
        return said.stream()
                .filter(claim -> !ids.contains(claim.id()))
                .filter(claim -> claim.factors().stream()
                        .anyMatch(factor -> (claim.hinders() && helping.contains(factor))
                                || (claim.helps() && hindering.contains(factor))))
                .toList();
    }

    static Set<ConceptRef> factors(Stream<Claim> claims) {
        return claims.flatMap(claim -> claim.factors().stream()).collect(Collectors.toSet());
    }
}
