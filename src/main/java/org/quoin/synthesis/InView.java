// What a person has in view who judges a synthesised finding.
package org.quoin.synthesis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.quoin.model.ConceptRef;
import org.quoin.model.ItemId;
import org.quoin.model.Synthesis;

final class InView {
    private InView() {}

    /// The claims that a finding rests on, and those on the same factors that it does not rest on, each as it is
    /// now.
    static List<Synthesis.Basis> of(Synthesis synthesis, Synthesis.Finding finding, Claims claims) {
        List<StudyClaim> beneath = claims.find(synthesis.claimsBeneath(finding));
        var basis = new TreeMap<ItemId, Synthesis.Basis>();
        Set<ConceptRef> factors = new HashSet<>();
        beneath.forEach(claim -> {
            basis.put(claim.id(), new Synthesis.Basis(claim.id(), claim.state(true)));
            factors.addAll(claim.item().factors());
        });
        claims.about(factors)
                .filter(StudyClaim::isTranslatable)
                .forEach(claim -> basis.putIfAbsent(claim.id(), new Synthesis.Basis(claim.id(), claim.state(false))));
        return List.copyOf(basis.values());
    }
}
