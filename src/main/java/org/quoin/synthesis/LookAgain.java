// What has changed since a synthesised finding was judged.
package org.quoin.synthesis;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quoin.model.Agent;
import org.quoin.model.ItemId;
import org.quoin.model.Synthesis;

/// Derived by comparison and never stored: the assessment says what was in view when it was made (decision 23).
///
/// @param claim what it is about
/// @param what what became of it
/// @param words the same for people
public record LookAgain(ItemId claim, What what, String words) {
    public enum What {
        RETRACTED,
        CHANGED,
        ADDED,
        TAKEN_BACK,
        NEW
    }

    /// Empty when nothing has changed, when nobody has judged the finding, and when it is not known what was in
    /// view.
    public static List<LookAgain> at(Synthesis synthesis, Synthesis.Finding finding, Claims claims) {
        Synthesis.Confidence confidence = finding.confidence();
        if (confidence == null || confidence.basis().isEmpty()) {
            return List.of();
        }
        Map<ItemId, String> then = states(confidence.basis());
        Map<ItemId, String> now = states(InView.of(synthesis, finding, claims));
        var counted = new HashSet<>(synthesis.claimsBeneath(finding));
        var found = new ArrayList<LookAgain>();
        now.forEach((id, state) -> {
            String before = then.get(id);
            if (before == null) {
                found.add(
                        counted.contains(id)
                                ? new LookAgain(id, What.ADDED, "came under the finding since it was judged")
                                : new LookAgain(
                                        id,
                                        What.NEW,
                                        "is new in the base, on a factor of the finding, and not translated"));
            } else if (!before.equals(state)) {
                found.add(changed(id, claims));
            }
        });
        then.keySet().stream().filter(id -> !now.containsKey(id)).forEach(id -> found.add(gone(id, claims)));
        found.sort(Comparator.comparing(LookAgain::claim));
        return List.copyOf(found);
    }

    private static LookAgain changed(ItemId id, Claims claims) {
        return retracted(id, claims)
                .orElseGet(() -> new LookAgain(
                        id, What.CHANGED, "was changed, or counts otherwise, since the finding was judged"));
    }

    private static LookAgain gone(ItemId id, Claims claims) {
        return retracted(id, claims)
                .orElseGet(() ->
                        new LookAgain(id, What.TAKEN_BACK, "was in view when the finding was judged and is no longer"));
    }

    private static Optional<LookAgain> retracted(ItemId id, Claims claims) {
        return claims.find(id)
                .filter(claim -> claim.retracted() != null)
                .map(claim -> new LookAgain(id, What.RETRACTED, "its paper was retracted: " + claim.retracted()));
    }

    /// A judgement made now, with what is in view written down.
    public static Synthesis.Confidence judgedNow(
            Synthesis synthesis, Synthesis.Finding finding, Synthesis.Confidence judged, Agent by, Claims claims) {
        return new Synthesis.Confidence(
                judged.rating(),
                judged.rationale(),
                judged.judgements(),
                by,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                InView.of(synthesis, finding, claims));
    }

    private static Map<ItemId, String> states(List<Synthesis.Basis> basis) {
        return basis.stream().collect(Collectors.toMap(Synthesis.Basis::claim, Synthesis.Basis::state));
    }
}
