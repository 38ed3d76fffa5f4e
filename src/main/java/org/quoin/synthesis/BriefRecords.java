// What people have recorded against the claims of a brief: contradictions, qualifications, absences.
package org.quoin.synthesis;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.quoin.model.ConceptRef;
import org.quoin.model.ItemId;
import org.quoin.model.StudyId;
import org.quoin.synthesis.Brief.Labelled;
import org.quoin.synthesis.BriefLine.Against;
import org.quoin.synthesis.BriefLine.Gap;
import org.quoin.synthesis.BriefLine.Related;
import org.quoin.synthesis.CellContent.StudyAbsence;

final class BriefRecords {
    private final ComparisonBase base;
    private final BriefQuotes quotes;
    private final List<Related> disputes;
    private final List<Related> qualifications;

    /// @param said claims of the studies that speak to the question: a record on any other is not the brief's
    BriefRecords(ComparisonBase base, Collection<Claim> said, BriefQuotes quotes) {
        this.base = base;
        this.quotes = quotes;
        Set<ItemId> ids = said.stream().map(Claim::id).collect(Collectors.toCollection(HashSet::new));
        disputes = within(ids, base.contradictions());
        qualifications = within(ids, base.qualifications());
    }

    private List<Related> within(Set<ItemId> said, List<ComparedClaims> pairs) {
        return pairs.stream()
                .filter(pair -> said.contains(base.claim(pair.from()).id())
                        && said.contains(base.claim(pair.to()).id()))
                .map(this::related)
                .toList();
    }

    private Related related(ComparedClaims pair) {
        return new Related(
                quotes.of(base.claim(pair.from())),
                quotes.of(base.claim(pair.to())),
                labelled("relation", pair.record().relation()),
                Objects.requireNonNullElse(pair.record().rationale(), ""),
                pair.record().by());
    }

    private Labelled labelled(String scheme, String key) {
        return Labelled.of(new ConceptRef(scheme, key), base.vocabulary());
    }

    /// Recorded contradictions between claims of the brief.
    List<Related> disputes() {
        return disputes;
    }

    /// Recorded judgements that one claim of the brief says in part what another says.
    List<Related> qualifications() {
        return qualifications;
    }

    /// What speaks against some claims.
    ///
    /// @param opposite claims that say the opposite
    /// @param absences of what they are about
    Against against(Collection<Claim> claims, List<Claim> opposite, List<StudyAbsence> absences) {
        Set<ItemId> ids = claims.stream().map(Claim::id).collect(Collectors.toSet());
        Set<StudyId> studies = opposite.stream().map(Claim::study).collect(Collectors.toSet());
        return new Against(
                studies.size(), quotes.best(opposite), on(ids, disputes), on(ids, qualifications), gaps(absences));
    }

    private static List<Related> on(Set<ItemId> ids, List<Related> pairs) {
        return pairs.stream()
                .filter(pair -> pair.quotes()
                        .anyMatch(quote -> ids.contains(quote.claim().id())))
                .toList();
    }

    private List<Gap> gaps(List<StudyAbsence> absences) {
        return absences.stream()
                .map(absence -> new Gap(
                        absence.study(),
                        absence.record(),
                        absence.record().sought().stream()
                                .map(ref -> Labelled.of(ref, base.vocabulary()))
                                .toList(),
                        labelled("absence", absence.record().sense())))
                .distinct()
                .toList();
    }
}
