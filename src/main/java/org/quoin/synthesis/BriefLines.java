// The lines of a brief, made of what the studies that speak to the question say.
package org.quoin.synthesis;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.quoin.model.ConceptRef;
import org.quoin.model.Kind;
import org.quoin.model.StudyId;
import org.quoin.search.SearchFilter;
import org.quoin.synthesis.Brief.Labelled;
import org.quoin.synthesis.Brief.Part;
import org.quoin.synthesis.Brief.Section;
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

    /// What people have judged over several studies comes before single factors, when about as many studies
    /// speak of it as closely as of the best factor.
    private static final double NEAR_THE_BEST = 0.6;

    /// What fits the lens, then what more studies speak of, each counted by how closely.
    private static final Comparator<Planned> BEST_FIRST = Comparator.comparing((Planned line) -> !line.fits())
            .thenComparingDouble(line -> -line.fitting())
            .thenComparingDouble(line -> -line.studies())
            .thenComparing(line -> line.subject().words());

    private final ComparisonBase base;
    private final List<Claim> said;
    private final Closeness closeness;
    private final BriefQuotes quotes;
    private final BriefRecords records;
    private final BriefFindings findings;
    /// What stands under each factor.
    private final List<CellContent> contents;

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
        var cells = new CellReader(base, asked);
        AxisValues values = base.values(asked.rows().axis());
        this.contents = values.occurring(base.select(of)).stream()
                .mapToObj(factor -> cells.open(values.heading(factor).key(), null))
                .toList();
    }

    /// The best lines of a part. Those that are not shown are put in order and counted, not written.
    Section section(Part part, int most) {
        List<Supplier<BriefLine>> lines = switch (part) {
            case HELPS -> ordered(part, factors(Claim::helps, Claim::hinders));
            case HINDERS -> ordered(part, factors(Claim::hinders, Claim::helps));
            case TOGETHER -> ordered(part, Stream.empty());
            case LESSONS, SUGGESTIONS -> said(new Kind(part.kind()));
        };
        int shown = Math.min(most, lines.size());
        return new Section(
                part, lines.subList(0, shown).stream().map(Supplier::get).toList(), lines.size() - shown);
    }

    /// Factors, and synthesised findings of the part.
    private List<Supplier<BriefLine>> ordered(Part part, Stream<Planned> ofFactors) {
        List<Planned> lines =
                Stream.concat(findings(part), ofFactors).sorted(BEST_FIRST).toList();
        double bar = NEAR_THE_BEST
                * lines.stream().mapToDouble(Planned::studies).max().orElse(0);
        return lines.stream()
                .sorted(Comparator.comparing(
                        (Planned line) -> !(line.subject() instanceof Finding) || line.studies() < bar))
                .map(Planned::line)
                .toList();
    }

    /// A line that may be shown.
    ///
    /// @param fits whether any of its claims fits the lens
    /// @param fitting studies whose claims fit, each counted by how close it is
    /// @param studies all of its studies, counted likewise
    private record Planned(
            BriefLine.Subject subject, boolean fits, double fitting, double studies, Supplier<BriefLine> line) {}

    /// @param claims of the line
    /// @param place those of them that its place goes by
    private Planned planned(
            BriefLine.Subject subject, List<Claim> claims, List<Claim> place, Supplier<BriefLine> line) {
        return new Planned(
                subject,
                claims.stream().anyMatch(closeness::fits),
                closeness.studies(place, true),
                closeness.studies(place, false),
                line);
    }

    private boolean isAbout(List<Claim> claims) {
        return claims.stream().anyMatch(claim -> closeness.weight(claim) >= LEAST_WEIGHT);
    }

    private Stream<Planned> factors(Predicate<Claim> says, Predicate<Claim> saysOtherwise) {
        return contents.stream().flatMap(content -> {
            List<Claim> all = content.studies().stream()
                    .flatMap(study -> study.claims().stream())
                    .toList();
            List<Claim> claims = all.stream().filter(says).toList();
            List<Claim> coded = codedWith(content, claims);
            return isAbout(coded)
                    ? Stream.of(
                            planned(subject(content), claims, coded, () -> factor(content, claims, all, saysOtherwise)))
                    : Stream.empty();
        });
    }

    /// A broader factor takes in its narrower ones, and would always stand before them.
    private static List<Claim> codedWith(CellContent content, List<Claim> claims) {
        var factor =
                new ConceptRef("factor", Objects.requireNonNull(content.row()).key());
        return claims.stream().filter(claim -> claim.factors().contains(factor)).toList();
    }

    private Factor subject(CellContent content) {
        Heading heading = Objects.requireNonNull(content.row());
        var concept = Labelled.of(new ConceptRef("factor", heading.key()), base.vocabulary());
        return new Factor(concept, heading.definition(), heading.above());
    }

    private BriefLine factor(CellContent content, List<Claim> claims, List<Claim> all, Predicate<Claim> saysOtherwise) {
        return line(
                subject(content),
                claims,
                Direction.of(all),
                findings.ratedOn(claims),
                records.against(claims, all.stream().filter(saysOtherwise).toList(), content.absences()));
    }

    private Stream<Planned> findings(Part part) {
        return findings.all()
                .filter(judged -> isAbout(judged.claims()) && judged.part() == part)
                .map(judged -> planned(judged.finding(), judged.claims(), judged.claims(), () -> finding(judged)));
    }

    private BriefLine finding(Judged judged) {
        Set<ConceptRef> sought = BriefFindings.factors(judged.claims().stream());
        List<StudyAbsence> absences = contents.stream()
                .filter(content -> sought.contains(new ConceptRef(
                        "factor", Objects.requireNonNull(content.row()).key())))
                .flatMap(content -> content.absences().stream())
                .toList();
        return line(
                judged.finding(),
                judged.claims(),
                Direction.of(judged.claims()),
                judged.isRated() ? List.of(judged.finding()) : List.of(),
                records.against(judged.claims(), findings.dissent(judged), absences));
    }

    /// What single studies say of a kind, best first.
    private List<Supplier<BriefLine>> said(Kind kind) {
        Stream<Claim> about = said.stream()
                .filter(claim -> claim.kind().equals(kind))
                .filter(claim -> closeness.weight(claim) >= LEAST_WEIGHT);
        return closeness.bestFirst(about).stream()
                .<Supplier<BriefLine>>map(claim -> () -> line(
                        new Said(claim),
                        List.of(claim),
                        Direction.NONE,
                        List.of(),
                        records.against(List.of(claim), List.of(), List.of())))
                .toList();
    }

    /// What the studies say of their own limits, closest first.
    List<Claim> limitations() {
        return closeness.bestFirst(said.stream().filter(claim -> claim.kind().equals(LIMITATION)));
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
