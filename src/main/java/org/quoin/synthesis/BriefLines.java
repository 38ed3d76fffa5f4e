// The lines of a brief, made of what the studies that speak to the question say.
package org.quoin.synthesis;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.quoin.model.ConceptRef;
import org.quoin.model.Kind;
import org.quoin.model.StudyId;
import org.quoin.search.SearchFilter;
import org.quoin.synthesis.Brief.Labelled;
import org.quoin.synthesis.Brief.Part;
import org.quoin.synthesis.BriefFindings.Judged;
import org.quoin.synthesis.BriefLine.Against;
import org.quoin.synthesis.BriefLine.Direction;
import org.quoin.synthesis.BriefLine.Factor;
import org.quoin.synthesis.BriefLine.Finding;
import org.quoin.synthesis.BriefLine.Place;
import org.quoin.synthesis.BriefLine.Said;
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
    private final Closeness closeness;
    private final BriefQuotes quotes;
    private final BriefRecords records;
    private final BriefFindings findings;
    private final CellReader cells;
    private final List<Heading> factors;

    /// @param of which claims are compared
    /// @param said claims of the studies that speak to the question
    BriefLines(
            ComparisonBase base,
            SearchFilter of,
            List<Claim> said,
            Closeness closeness,
            BriefQuotes quotes,
            BriefRecords records) {
        this.base = base;
        this.said = said;
        this.closeness = closeness;
        this.quotes = quotes;
        this.records = records;
        this.findings = new BriefFindings(base, said);
        var asked = new MatrixRequest(
                new Side(new Axis.Concepts("factor", 0), Order.NAME, List.of(), 1),
                new Side(Axis.Plain.STUDY, Order.NAME, List.of(), 1),
                of);
        this.cells = new CellReader(base, asked);
        AxisValues values = base.values(asked.rows().axis());
        this.factors = values.occurring(base.select(of)).stream()
                .mapToObj(values::heading)
                .toList();
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

    private Stream<Ordered> factors(Predicate<Claim> says, Predicate<Claim> saysOtherwise) {
        return factors.stream().map(heading -> cells.open(heading.key(), null)).flatMap(content -> {
            List<Claim> all = content.studies().stream()
                    .flatMap(study -> study.claims().stream())
                    .toList();
            List<Claim> claims = all.stream().filter(says).toList();
            List<Claim> coded = codedWith(content, claims);
            return !isAbout(coded)
                    ? Stream.empty()
                    : Stream.of(new Ordered(factor(content, claims, all, saysOtherwise), coded));
        });
    }

    /// A broader factor takes in its narrower ones, and would always stand before them.
    private static List<Claim> codedWith(CellContent content, List<Claim> claims) {
        var factor =
                new ConceptRef("factor", Objects.requireNonNull(content.row()).key());
        return claims.stream().filter(claim -> claim.factors().contains(factor)).toList();
    }

    private BriefLine factor(CellContent content, List<Claim> claims, List<Claim> all, Predicate<Claim> saysOtherwise) {
        Heading heading = Objects.requireNonNull(content.row());
        var concept = Labelled.of(new ConceptRef("factor", heading.key()), base.vocabulary());
        return line(
                new Factor(concept, heading.definition(), heading.above()),
                claims,
                Direction.of(all),
                findings.ratedOn(claims),
                records.against(claims, all.stream().filter(saysOtherwise).toList(), content.absences()));
    }

    private Stream<Ordered> findings(Part part) {
        return findings.all()
                .filter(judged -> isAbout(judged.claims()) && judged.part() == part)
                .map(judged -> new Ordered(finding(judged), judged.claims()));
    }

    private BriefLine finding(Judged judged) {
        Set<ConceptRef> sought = BriefFindings.factors(judged.claims().stream());
        List<StudyAbsence> absences = factors.stream()
                .filter(heading -> sought.contains(new ConceptRef("factor", heading.key())))
                .flatMap(heading -> cells.open(heading.key(), null).absences().stream())
                .toList();
        return line(
                judged.finding(),
                judged.claims(),
                Direction.of(judged.claims()),
                judged.isRated() ? List.of(judged.finding()) : List.of(),
                records.against(judged.claims(), findings.dissent(judged), absences));
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
                        Direction.NONE,
                        List.of(),
                        records.against(List.of(claim), List.of(), List.of())))
                .toList();
    }

    /// What the studies say of their own limits, closest first.
    List<BriefQuote> limitations() {
        return said.stream()
                .filter(claim -> claim.kind().equals(LIMITATION))
                .sorted(closeness.bestFirst())
                .map(quotes::of)
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
        List<StudyId> fitting = claims.stream()
                .filter(closeness::fits)
                .map(Claim::study)
                .distinct()
                .toList();
        return new BriefLine(
                subject,
                studies.size(),
                fitting.size(),
                (int) studies.stream().filter(ComparedStudy::fictional).count(),
                claims.size(),
                (int) claims.stream()
                        .filter(claim -> !BriefQuote.isReviewed(claim))
                        .count(),
                direction,
                places(studies, "setting"),
                places(studies, "country"),
                confidence,
                quotes.best(claims),
                against);
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
}
