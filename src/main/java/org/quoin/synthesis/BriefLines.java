// The lines of a brief, made of what the studies that speak to the question say.
package org.quoin.synthesis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quoin.model.ConceptRef;
import org.quoin.model.ItemId;
import org.quoin.model.Kind;
import org.quoin.model.StudyId;
import org.quoin.model.Synthesis;
import org.quoin.search.SearchFilter;
import org.quoin.synthesis.Brief.Labelled;
import org.quoin.synthesis.Brief.Part;
import org.quoin.synthesis.BriefLine.Against;
import org.quoin.synthesis.BriefLine.Direction;
import org.quoin.synthesis.BriefLine.Dispute;
import org.quoin.synthesis.BriefLine.Factor;
import org.quoin.synthesis.BriefLine.Finding;
import org.quoin.synthesis.BriefLine.Gap;
import org.quoin.synthesis.BriefLine.Place;
import org.quoin.synthesis.BriefLine.Said;
import org.quoin.synthesis.CellContent.Contradiction;
import org.quoin.synthesis.CellContent.StudyAbsence;
import org.quoin.synthesis.Matrix.Heading;
import org.quoin.synthesis.MatrixRequest.Order;
import org.quoin.synthesis.MatrixRequest.Side;

final class BriefLines {
    private static final Kind LIMITATION = new Kind("limitation");

    /// A line whose closest claim counts less than this is not about the question.
    private static final double LEAST_WEIGHT = 0.35;

    /// What people have judged over several studies comes before single factors, when about as many studies speak of
    /// it as closely as of the best factor.
    private static final double NEAR_THE_BEST = 0.6;

    private final ComparisonBase base;
    private final List<Claim> said;
    private final Map<ItemId, Claim> byId = new HashMap<>();
    private final Closeness closeness;
    private final CellReader cells;
    private final List<Heading> factors;
    private final List<Judged> findings;

    /// A synthesised finding, before anybody knows in which section it stands.
    ///
    /// @param claims beneath it
    private record Judged(Finding finding, List<Claim> claims) {}

    /// @param of which claims are compared
    /// @param said claims of the studies that speak to the question
    BriefLines(ComparisonBase base, SearchFilter of, List<Claim> said, Closeness closeness) {
        this.base = base;
        this.said = said;
        this.closeness = closeness;
        said.forEach(claim -> byId.put(claim.id(), claim));
        var asked = new MatrixRequest(
                new Side(new Axis.Concepts("factor", 0), Order.NAME, List.of(), 1),
                new Side(Axis.Plain.STUDY, Order.NAME, List.of(), 1),
                of);
        this.cells = new CellReader(base, asked);
        AxisValues values = base.values(asked.rows().axis());
        this.factors = values.occurring(base.select(of)).stream()
                .mapToObj(values::heading)
                .toList();
        this.findings = base.syntheses().stream()
                .flatMap(synthesis -> synthesis.findings().stream().map(finding -> judged(synthesis, finding)))
                .filter(judged -> !judged.claims().isEmpty())
                .toList();
    }

    private Judged judged(Synthesis synthesis, Synthesis.Finding finding) {
        List<ItemId> beneath = synthesis.claimsBeneath(finding);
        Synthesis.Confidence confidence = finding.confidence();
        return new Judged(
                new Finding(
                        synthesis.id(),
                        synthesis.title(),
                        finding.name(),
                        finding.statement(),
                        confidence == null ? null : labelled("cerqual-rating", confidence.rating()),
                        confidence == null ? "" : confidence.rationale(),
                        confidence == null ? "" : confidence.by().name(),
                        (int) beneath.stream().filter(id -> !base.counts(id)).count()),
                beneath.stream()
                        .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                        .toList());
    }

    private Labelled labelled(String scheme, String key) {
        return Labelled.of(new ConceptRef(scheme, key), base.vocabulary());
    }

    /// Factors and synthesised findings of a direction, or findings of none, best first.
    List<BriefLine> of(Part part) {
        Stream<Ordered> ofFactors = switch (part) {
            case HELPS -> factors(Claim::helps, Claim::hinders);
            case HINDERS -> factors(Claim::hinders, Claim::helps);
            case TOGETHER, LESSONS, SUGGESTIONS -> Stream.empty();
        };
        List<Ordered> lines =
                Stream.concat(findings(part), ofFactors).sorted(order()).toList();
        double bar = NEAR_THE_BEST
                * lines.stream()
                        .mapToDouble(line -> closeness.studies(line.claims(), false))
                        .max()
                        .orElse(0);
        return lines.stream()
                .sorted(Comparator.comparing((Ordered line) ->
                        !(line.line().subject() instanceof Finding) || closeness.studies(line.claims(), false) < bar))
                .map(Ordered::line)
                .toList();
    }

    private Stream<Ordered> factors(Predicate<Claim> says, Predicate<Claim> saysOtherwise) {
        return factors.stream().map(heading -> cells.open(heading.key(), null)).flatMap(content -> {
            List<Claim> all = content.studies().stream()
                    .flatMap(study -> study.claims().stream())
                    .toList();
            List<Claim> claims = all.stream().filter(says).toList();
            return !isAbout(codedWith(content, claims))
                    ? Stream.empty()
                    : Stream.of(new Ordered(factor(content, claims, all, saysOtherwise), codedWith(content, claims)));
        });
    }

    /// A broader factor takes in its narrower ones, and would always stand before them.
    private static List<Claim> codedWith(CellContent content, List<Claim> claims) {
        var factor =
                new ConceptRef("factor", Objects.requireNonNull(content.row()).key());
        return claims.stream().filter(claim -> claim.factors().contains(factor)).toList();
    }

    /// @param claims that its place goes by
    private record Ordered(BriefLine line, List<Claim> claims) {}

    /// Studies count by how close they are: those that fit the lens first.
    private Comparator<Ordered> order() {
        return Comparator.comparing((Ordered line) -> line.line().fitting() == 0)
                .thenComparingDouble(line -> -closeness.studies(line.claims(), true))
                .thenComparingDouble(line -> -closeness.studies(line.claims(), false))
                .thenComparing(line -> line.line().subject().words());
    }

    private boolean isAbout(List<Claim> claims) {
        return claims.stream().anyMatch(claim -> closeness.weight(claim) >= LEAST_WEIGHT);
    }

    private BriefLine factor(CellContent content, List<Claim> claims, List<Claim> all, Predicate<Claim> saysOtherwise) {
        Heading heading = Objects.requireNonNull(content.row());
        var subject = new Factor(labelled("factor", heading.key()), heading.definition(), heading.above());
        Set<ItemId> ids = claims.stream().map(Claim::id).collect(Collectors.toSet());
        return line(
                subject,
                claims,
                direction(all),
                findings.stream()
                        .filter(judged -> judged.finding().rating() != null
                                && judged.claims().stream().anyMatch(claim -> ids.contains(claim.id())))
                        .map(Judged::finding)
                        .toList(),
                against(
                        all.stream().filter(saysOtherwise).toList(),
                        disputes(content.contradictions(), ids),
                        gaps(content.absences())));
    }

    private static Direction direction(List<Claim> claims) {
        Set<StudyId> helping = studies(claims, Claim::helps);
        Set<StudyId> hindering = studies(claims, Claim::hinders);
        return new Direction(helping.size(), hindering.size(), (int)
                helping.stream().filter(hindering::contains).count());
    }

    private static Set<StudyId> studies(List<Claim> claims, Predicate<Claim> which) {
        return claims.stream().filter(which).map(Claim::study).collect(Collectors.toSet());
    }

    private Stream<Ordered> findings(Part part) {
        return findings.stream()
                .filter(judged -> isAbout(judged.claims()) && partOf(judged.claims()) == part)
                .map(judged -> new Ordered(finding(judged), judged.claims()));
    }

    /// Where a finding stands: most of its studies help or hinder, or neither outweighs the other.
    private static Part partOf(List<Claim> claims) {
        Direction direction = direction(claims);
        if (direction.helps() == direction.hinders()) {
            return Part.TOGETHER;
        }
        return direction.helps() > direction.hinders() ? Part.HELPS : Part.HINDERS;
    }

    private BriefLine finding(Judged judged) {
        Set<ItemId> ids = judged.claims().stream().map(Claim::id).collect(Collectors.toSet());
        Set<ConceptRef> sought = judged.claims().stream()
                .flatMap(claim -> claim.factors().stream())
                .collect(Collectors.toSet());
        List<CellContent> contents = factors.stream()
                .filter(heading -> sought.contains(new ConceptRef("factor", heading.key())))
                .map(heading -> cells.open(heading.key(), null))
                .toList();
        return line(
                judged.finding(),
                judged.claims(),
                direction(judged.claims()),
                judged.finding().rating() == null ? List.of() : List.of(judged.finding()),
                against(
                        dissent(judged.claims(), ids),
                        contents.stream()
                                .flatMap(content -> disputes(content.contradictions(), ids).stream())
                                .distinct()
                                .toList(),
                        contents.stream()
                                .flatMap(content -> gaps(content.absences()).stream())
                                .distinct()
                                .toList()));
    }

    /// Claims that the finding does not rest on and that name one of its factors against its direction. Claims beneath
    /// it that say it from its other side (“trust is lost when people leave”) speak for it.
    private List<Claim> dissent(List<Claim> beneath, Set<ItemId> ids) {
        Part part = partOf(beneath);
        Set<ConceptRef> helping = part == Part.HINDERS ? Set.of() : factors(beneath, Claim::helps);
        Set<ConceptRef> hindering = part == Part.HELPS ? Set.of() : factors(beneath, Claim::hinders);
        return said.stream()
                .filter(claim -> !ids.contains(claim.id()))
                .filter(claim -> claim.factors().stream()
                        .anyMatch(factor -> (claim.hinders() && helping.contains(factor))
                                || (claim.helps() && hindering.contains(factor))))
                .toList();
    }

    private static Set<ConceptRef> factors(List<Claim> claims, Predicate<Claim> which) {
        return claims.stream()
                .filter(which)
                .flatMap(claim -> claim.factors().stream())
                .collect(Collectors.toSet());
    }

    /// What single studies say of a kind, best first.
    List<BriefLine> said(Kind kind) {
        return said.stream()
                .filter(claim -> claim.kind().equals(kind))
                .filter(claim -> closeness.weight(claim) >= LEAST_WEIGHT)
                .sorted(closeness.bestFirst())
                .map(claim -> line(
                        new Said(claim),
                        List.of(claim),
                        new Direction(0, 0, 0),
                        List.of(),
                        against(
                                List.of(),
                                disputes().stream()
                                        .filter(dispute -> dispute.claim()
                                                        .claim()
                                                        .equals(claim)
                                                || dispute.other().claim().equals(claim))
                                        .toList(),
                                List.of())))
                .toList();
    }

    /// What the studies say of their own limits, closest first.
    List<BriefQuote> limitations() {
        return said.stream()
                .filter(claim -> claim.kind().equals(LIMITATION))
                .sorted(closeness.bestFirst())
                .map(this::quote)
                .toList();
    }

    /// Recorded contradictions between the claims.
    List<Dispute> disputes() {
        return base.contradictions().stream()
                .map(pair -> new Contradiction(pair.record(), base.claim(pair.from()), base.claim(pair.to())))
                .filter(pair -> byId.containsKey(pair.from().id())
                        && byId.containsKey(pair.to().id()))
                .map(this::dispute)
                .toList();
    }

    private List<Dispute> disputes(Collection<Contradiction> contradictions, Set<ItemId> ids) {
        return contradictions.stream()
                .filter(pair ->
                        ids.contains(pair.from().id()) || ids.contains(pair.to().id()))
                .map(this::dispute)
                .toList();
    }

    private Dispute dispute(Contradiction pair) {
        return new Dispute(
                quote(pair.from()),
                quote(pair.to()),
                Objects.requireNonNullElse(pair.record().rationale(), ""),
                pair.record().by());
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
                .toList();
    }

    private BriefLine line(
            BriefLine.Subject subject,
            List<Claim> claims,
            Direction direction,
            List<Finding> confidence,
            Against against) {
        List<ComparedStudy> studies =
                claims.stream().map(Claim::study).distinct().map(base::study).toList();
        return new BriefLine(
                subject,
                studies.size(),
                studies(claims, closeness::fits).size(),
                (int) studies.stream().filter(ComparedStudy::fictional).count(),
                claims.size(),
                (int) claims.stream()
                        .filter(claim -> !BriefQuote.isReviewed(claim))
                        .count(),
                direction,
                places(studies, "setting"),
                places(studies, "country"),
                confidence,
                quotes(claims),
                against);
    }

    private Against against(List<Claim> claims, List<Dispute> disputes, List<Gap> gaps) {
        return claims.isEmpty() && disputes.isEmpty() && gaps.isEmpty()
                ? Against.NOTHING
                : new Against(studies(claims, claim -> true).size(), quotes(claims), disputes, gaps);
    }

    /// Of the studies, each counted once a place; most studies first.
    private List<Place> places(List<ComparedStudy> studies, String scheme) {
        Map<ConceptRef, Integer> counts = new TreeMap<>();
        studies.forEach(study -> study.concepts().stream()
                .filter(ref -> ref.scheme().equals(scheme))
                .forEach(ref -> counts.merge(ref, 1, Integer::sum)));
        return counts.entrySet().stream()
                .map(entry -> new Place(Labelled.of(entry.getKey(), base.vocabulary()), entry.getValue()))
                .sorted(Comparator.comparingInt((Place place) -> -place.studies())
                        .thenComparing(place -> place.concept().label()))
                .toList();
    }

    /// The best of each study before a second one of any.
    private List<BriefQuote> quotes(List<Claim> claims) {
        List<Claim> best = claims.stream().sorted(closeness.bestFirst()).toList();
        var first = new ArrayList<Claim>();
        var others = new ArrayList<Claim>();
        var seen = new HashSet<StudyId>();
        best.forEach(claim -> (seen.add(claim.study()) ? first : others).add(claim));
        return Stream.concat(first.stream(), others.stream())
                .map(this::quote)
                .filter(distinctBy(
                        quote -> quote.paper().id() + " " + quote.words().span()))
                .limit(Brief.MAX_QUOTES)
                .toList();
    }

    private static <T> Predicate<T> distinctBy(Function<T, String> key) {
        var seen = new HashSet<String>();
        return each -> seen.add(key.apply(each));
    }

    /// The first words of a claim that still stand in the paper's text.
    private BriefQuote quote(Claim claim) {
        Claim.Words words = claim.quotes().stream()
                .filter(each -> !each.lost())
                .findFirst()
                .orElse(claim.quotes().getFirst());
        return new BriefQuote(claim, words, base.paper(claim.paper()), closeness.fits(claim));
    }
}
