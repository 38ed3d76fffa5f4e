// Makes a brief of one state of the base.
package org.quoin.synthesis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quoin.model.ItemId;
import org.quoin.model.Kind;
import org.quoin.model.StudyId;
import org.quoin.search.QuestionFit;
import org.quoin.search.SearchFilter;
import org.quoin.synthesis.Brief.Contradicted;
import org.quoin.synthesis.Brief.Doubts;
import org.quoin.synthesis.Brief.Part;
import org.quoin.synthesis.Brief.Scale;
import org.quoin.synthesis.Brief.Section;
import org.quoin.synthesis.BriefLine.Finding;
import org.quoin.synthesis.BriefLine.Related;

/// First which studies speak to the question: those with an item close to it. Then what these studies say, all
/// of it, counted as in a comparison: a number in a brief does not depend on how many hits a search shows. How
/// close the words are orders the lines and chooses the quotes.
public final class BriefBuilder {
    private static final Set<String> KINDS =
            Set.of("enabler", "barrier", "theme", "finding", "lesson", "suggestion", "limitation");

    private static final Set<String> WEAK = Set.of("low", "very-low");

    /// Quotes of what is nearest where nothing answers.
    private static final int NEAREST = 5;

    private static final String REJECTED = "rejected";

    private final ComparisonBase base;
    private final BriefRequest request;
    private final QuestionFit fit;
    private final Lens lens;

    private BriefBuilder(ComparisonBase base, BriefRequest request, QuestionFit fit) {
        this.base = base;
        this.request = request;
        this.fit = fit;
        this.lens = Lens.of(request, base);
    }

    /// @param fit how far each item of the base speaks of the question
    public static Brief build(ComparisonBase base, BriefRequest request, QuestionFit fit) {
        return new BriefBuilder(base, request, fit).build();
    }

    private Brief build() {
        Map<ItemId, Double> closeness = HashMap.newHashMap(fit.items().size());
        fit.items().forEach(item -> closeness.put(item.id(), Verdict.closeness(item)));
        var claims = new ArrayList<Claim>();
        base.forEach(ofAnyKind(request.filter().studies()), claims::add);
        Map<StudyId, Double> bestOfStudy = new HashMap<>();
        claims.forEach(claim -> bestOfStudy.merge(claim.study(), closeness.getOrDefault(claim.id(), 0.0), Double::max));
        double closest = bestOfStudy.values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        Verdict verdict = Verdict.of(fit, closest, Verdict.closest(fit));
        var ranking = new Closeness(closeness, bestOfStudy, closest, lens.fitting(base));
        var quotes = new BriefQuotes(base, ranking);
        if (!verdict.answered()) {
            return nothing(verdict, claims, ranking, quotes);
        }
        Set<StudyId> speaking = bestOfStudy.entrySet().stream()
                .filter(study -> study.getValue() >= verdict.neededOfStudy())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        List<Claim> said = claims.stream()
                .filter(claim -> speaking.contains(claim.study()))
                .filter(claim -> KINDS.contains(claim.kind().key()))
                .toList();
        var records = new BriefRecords(base, said, quotes);
        var lines = new BriefLines(base, ofAnyKind(speaking), said, ranking, quotes, records);
        List<Section> sections = sections(lines);
        Doubts doubts = doubts(lines, records, quotes, sections);
        return new Brief(
                request,
                base.sequence(),
                verdict,
                lens,
                scale(said, ranking),
                sections,
                doubts,
                List.of(),
                papers(sections, doubts),
                leftOut());
    }

    /// Of these studies, or of all when none is named; what is rejected does not count.
    private SearchFilter ofAnyKind(Collection<StudyId> studies) {
        SearchFilter asked = request.filter();
        Set<String> states = asked.states().isEmpty()
                ? Objects.requireNonNull(base.vocabulary().schemes().get("curation-state")).concepts().stream()
                        .map(concept -> concept.ref().key())
                        .filter(state -> !state.equals(REJECTED))
                        .collect(Collectors.toSet())
                : asked.states();
        return new SearchFilter(
                Set.of(),
                Set.copyOf(studies),
                asked.voices(),
                states,
                asked.concepts(),
                asked.years(),
                asked.papers(),
                asked.fictional());
    }

    private Brief nothing(Verdict verdict, List<Claim> claims, Closeness ranking, BriefQuotes quotes) {
        List<BriefQuote> nearest = ranking.closestFirst(claims.stream().filter(claim -> ranking.of(claim) > 0)).stream()
                .limit(NEAREST)
                .map(quotes::of)
                .toList();
        return new Brief(
                request,
                base.sequence(),
                verdict,
                lens,
                new Scale(List.of(), 0, 0, 0, 0),
                List.of(),
                Doubts.NONE,
                nearest,
                sorted(nearest.stream().map(BriefQuote::paper)),
                leftOut());
    }

    private Scale scale(List<Claim> said, Closeness ranking) {
        Set<StudyId> studies = said.stream().map(Claim::study).collect(Collectors.toSet());
        Set<StudyId> fitting =
                said.stream().filter(ranking::fits).map(Claim::study).collect(Collectors.toSet());
        List<ComparedStudy> all = studies.stream().sorted().map(base::study).toList();
        return new Scale(
                all,
                fitting.size(),
                (int) all.stream().filter(ComparedStudy::fictional).count(),
                said.size(),
                (int) said.stream()
                        .filter(claim -> !BriefQuote.isReviewed(claim))
                        .count());
    }

    private List<Section> sections(BriefLines lines) {
        return parts().stream()
                .map(part -> lines.section(part, request.lines()))
                .filter(section -> !section.lines().isEmpty())
                .toList();
    }

    /// Those that the question asks for come first. Suggestions for research are shown to who asks for them.
    private List<Part> parts() {
        Set<Kind> wanted = new HashSet<>(fit.asked());
        wanted.addAll(request.filter().kinds());
        return Stream.of(Part.values())
                .filter(part -> request.wants(part.kind()))
                .filter(part -> part != Part.SUGGESTIONS || wanted.contains(new Kind(part.kind())))
                .sorted(Comparator.comparing(part -> !fit.asked().contains(new Kind(part.kind()))))
                .toList();
    }

    private Doubts doubts(BriefLines lines, BriefRecords records, BriefQuotes quotes, List<Section> sections) {
        List<BriefLine> shown =
                sections.stream().flatMap(section -> section.lines().stream()).toList();
        List<Claim> limitations = lines.limitations();
        int some = Math.min(request.lines(), limitations.size());
        return new Doubts(
                shown.stream()
                        .flatMap(
                                line -> line.subject() instanceof Finding finding ? Stream.of(finding) : Stream.empty())
                        .filter(finding -> finding.rating() != null
                                && WEAK.contains(finding.rating().ref().key()))
                        .distinct()
                        .toList(),
                shown.stream()
                        .filter(line ->
                                line.direction().helps() > 0 && line.direction().hinders() > 0)
                        .flatMap(line -> line.subject() instanceof BriefLine.Factor factor
                                ? Stream.of(new Contradicted(factor, line.direction()))
                                : Stream.empty())
                        .distinct()
                        .toList(),
                records.disputes(),
                records.qualifications(),
                shown.stream()
                        .flatMap(line -> line.against().gaps().stream())
                        .distinct()
                        .toList(),
                limitations.subList(0, some).stream().map(quotes::of).toList(),
                limitations.size() - some);
    }

    /// Those whose words stand in the brief, and the first ones of studies that it names.
    private static List<ComparedPaper> papers(List<Section> sections, Doubts doubts) {
        Stream<BriefQuote> quotes = Stream.of(
                        sections.stream()
                                .flatMap(section -> section.lines().stream())
                                .flatMap(BriefLine::allQuotes),
                        Stream.concat(doubts.disputes().stream(), doubts.qualifications().stream())
                                .flatMap(Related::quotes),
                        doubts.limitations().stream())
                .flatMap(each -> each);
        // The gaps of the lines are among the doubts.
        Stream<ComparedPaper> named =
                doubts.gaps().stream().map(gap -> gap.study().papers().getFirst());
        return sorted(Stream.concat(quotes.map(BriefQuote::paper), named));
    }

    private static List<ComparedPaper> sorted(Stream<ComparedPaper> papers) {
        return papers.distinct()
                .sorted(Comparator.comparing(ComparedPaper::label, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(ComparedPaper::id))
                .toList();
    }

    private List<String> leftOut() {
        return base.retractedPapers() == 0
                ? List.of()
                : List.of("retracted papers, of which nothing is shown or counted: " + base.retractedPapers());
    }
}
