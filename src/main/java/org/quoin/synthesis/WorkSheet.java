// What the base knows that bears on the confidence in a synthesised finding: the GRADE-CERQual work-sheet, filled
// in as far as a program can. The judgements are a person's.
package org.quoin.synthesis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.quoin.model.ConceptRef;
import org.quoin.model.ItemId;
import org.quoin.model.Quotation;
import org.quoin.model.StudyId;
import org.quoin.model.Synthesis;

/// @param studies those that contribute, by id; retracted ones are named apart and count nowhere
/// @param retracted studies whose claims the finding has and whose papers are retracted
/// @param quotes how many quotes there are beneath the finding, by voice
/// @param dissent what speaks against it
public record WorkSheet(
        List<Row> studies, List<StudyId> retracted, Map<String, Integer> quotes, List<Dissent> dissent) {
    public WorkSheet {
        studies = List.copyOf(studies);
        retracted = List.copyOf(retracted);
        dissent = List.copyOf(dissent);
    }

    /// A study that contributes.
    ///
    /// @param claims of the study that the finding rests on
    /// @param limitations what the study's papers say of its limits, as coded: for methodological limitations
    /// @param context setting, country, sample and design as coded: for relevance
    /// @param quotes by voice: for adequacy of data
    public record Row(
            StudyId study,
            boolean fictional,
            List<StudyClaim> claims,
            List<StudyClaim> limitations,
            Set<ConceptRef> context,
            Map<String, Integer> quotes) {
        public Row {
            claims = List.copyOf(claims);
            limitations = List.copyOf(limitations);
        }
    }

    /// A claim that says otherwise: for coherence.
    ///
    /// @param words how it is known to
    public record Dissent(StudyClaim claim, String words) {}

    public static WorkSheet of(Synthesis synthesis, Synthesis.Finding finding, Claims claims) {
        List<StudyClaim> beneath = claims.find(synthesis.claimsBeneath(finding));
        var byStudy = new TreeMap<StudyId, List<StudyClaim>>();
        beneath.stream()
                .filter(StudyClaim::counts)
                .forEach(claim -> byStudy.computeIfAbsent(claim.study(), study -> new ArrayList<>())
                        .add(claim));
        List<Row> rows = byStudy.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue(), claims))
                .toList();
        return new WorkSheet(
                rows,
                beneath.stream()
                        .filter(claim -> claim.retracted() != null)
                        .map(StudyClaim::study)
                        .distinct()
                        .sorted()
                        .toList(),
                voices(beneath.stream().filter(StudyClaim::counts).toList()),
                dissent(synthesis, beneath, claims));
    }

    public int quoteCount() {
        return quotes.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Row row(StudyId study, List<StudyClaim> contributing, Claims claims) {
        List<StudyClaim> ofItsPapers = contributing.stream()
                .map(claim -> claim.id().paper())
                .distinct()
                .flatMap(claims::of)
                .filter(StudyClaim::counts)
                .toList();
        return new Row(
                study,
                contributing.getFirst().paper().paper().fictional(),
                contributing,
                ofItsPapers.stream()
                        .filter(claim -> claim.item().kind().key().equals("limitation"))
                        .toList(),
                ofItsPapers.stream()
                        .flatMap(claim -> claim.item().facetValues().stream())
                        .collect(Collectors.toCollection(TreeSet::new)),
                voices(contributing));
    }

    /// The same words beneath two claims are one quote.
    private static Map<String, Integer> voices(List<StudyClaim> claims) {
        return claims.stream()
                .flatMap(StudyClaim::quotations)
                .distinct()
                .collect(Collectors.toMap(Quotation::voice, quote -> 1, Integer::sum, TreeMap::new));
    }

    private static List<Dissent> dissent(Synthesis synthesis, List<StudyClaim> beneath, Claims claims) {
        var found = new LinkedHashMap<ItemId, Dissent>();
        Set<ItemId> own = beneath.stream().map(StudyClaim::id).collect(Collectors.toSet());
        synthesis.comparisons().stream()
                .filter(comparison -> !comparison.relation().equals("corroborates"))
                .filter(comparison -> own.contains(comparison.from()) || own.contains(comparison.to()))
                .forEach(comparison -> {
                    ItemId other = own.contains(comparison.from()) ? comparison.to() : comparison.from();
                    claims.find(other)
                            .filter(StudyClaim::counts)
                            .ifPresent(claim ->
                                    found.putIfAbsent(other, new Dissent(claim, "compared: " + comparison.relation())));
                });
        Set<ConceptRef> helps = factors(beneath, "enabler");
        Set<ConceptRef> hinders = factors(beneath, "barrier");
        var either = new TreeSet<>(helps);
        either.addAll(hinders);
        claims.about(either).filter(claim -> !own.contains(claim.id())).forEach(claim -> {
            Set<ConceptRef> against = switch (claim.item().kind().key()) {
                case "enabler" -> hinders;
                case "barrier" -> helps;
                default -> Set.of();
            };
            claim.item().factors().stream()
                    .filter(against::contains)
                    .findFirst()
                    .ifPresent(factor -> found.putIfAbsent(
                            claim.id(), new Dissent(claim, "the same factor the other way round: " + factor.key())));
        });
        return List.copyOf(found.values());
    }

    private static Set<ConceptRef> factors(List<StudyClaim> claims, String kind) {
        var factors = new HashSet<ConceptRef>();
        claims.stream()
                .filter(claim -> claim.item().kind().key().equals(kind))
                .forEach(claim -> factors.addAll(claim.item().factors()));
        return factors;
    }
}
