// A brief as JSON: the same object from `GET /api/ask` and `quoin ask --json`, and what the page shows.
package org.quoin.app.json;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.app.export.Citation;
import org.quoin.graph.Vocabulary;
import org.quoin.model.ConceptRef;
import org.quoin.synthesis.Brief;
import org.quoin.synthesis.Brief.Labelled;
import org.quoin.synthesis.BriefLine;
import org.quoin.synthesis.BriefLine.Direction;
import org.quoin.synthesis.BriefLine.Place;
import org.quoin.synthesis.BriefLine.Subject;
import org.quoin.synthesis.BriefQuote;
import org.quoin.synthesis.Claim;
import org.quoin.synthesis.ComparedPaper;
import org.quoin.synthesis.ComparedStudy;
import org.quoin.synthesis.Matrix;
import org.quoin.synthesis.Verdict;

/// @param question as it was asked
/// @param sequence commit sequence number of the state of the base it is of
/// @param answered whether the base has evidence on it
/// @param verdict why it is thought so
/// @param lens where the answer is to be used
/// @param scale how much evidence there is
/// @param sections in the order in which the question asks for them
/// @param doubts what is uncertain
/// @param nearest where there is no evidence: the closest words, which do not answer
/// @param references papers that are quoted
/// @param leftOut what does not stand in it, in words
public record AskView(
        String question,
        long sequence,
        boolean answered,
        VerdictView verdict,
        LensView lens,
        ScaleView scale,
        List<SectionView> sections,
        DoubtsView doubts,
        List<QuoteInBrief> nearest,
        List<Reference> references,
        List<String> leftOut) {
    /// @param closest closeness of the closest evidence to the question
    /// @param needed closeness from which on there is evidence
    /// @param unknown words of the question that nothing in the base holds
    /// @param uncoded words that papers hold, and no evidence coded in them
    /// @param words the same for people
    /// @param decided how it was decided, for people
    public record VerdictView(
            double closest,
            double closestOfAll,
            double needed,
            List<String> unknown,
            List<String> uncoded,
            List<String> words,
            String decided) {}

    /// @param fromQuestion whether the question named it and nobody chose it
    public record LensView(List<ConceptView> concepts, boolean fromQuestion) {
        /// Names of its concepts.
        public String label() {
            return String.join(", ", concepts.stream().map(ConceptView::label).toList());
        }
    }

    /// @param studies that speak to the question
    /// @param fitting how many of them fit the lens
    /// @param fictional how many were written for demonstration
    /// @param unreviewed claims that nobody has reviewed
    public record ScaleView(int studies, int fitting, int fictional, int claims, int unreviewed, List<StudyView> of) {}

    public record StudyView(String study, String label, boolean fictional) {}

    /// @param part `helps`, `hinders`, `together`, `lessons` or `suggestions`
    /// @param more lines that are not shown
    public record SectionView(String part, String heading, String kind, List<LineView> lines, int more) {}

    /// @param type `factor`, `finding` or `claim`
    /// @param words of the ontology, the synthesis or the source
    /// @param key of the factor, SYNTHESIS/FINDING, or the item's id
    /// @param definition of a factor, or null
    /// @param above the factor directly above it, or null
    /// @param url where more of it is
    /// @param studies the number that counts
    /// @param confidence synthesised findings that rest on its claims and that somebody has judged
    public record LineView(
            String type,
            String words,
            String key,
            @Nullable String definition,
            @Nullable String above,
            String url,
            int studies,
            int fitting,
            int fictional,
            int claims,
            int unreviewed,
            DirectionView direction,
            List<PlaceView> settings,
            List<PlaceView> countries,
            List<FindingView> confidence,
            List<QuoteInBrief> quotes,
            AgainstView against) {}

    /// @param words the same for people; empty where there is no direction
    public record DirectionView(int helps, int hinders, int both, String words) {}

    /// @param studies how many studies of the line are of it
    public record PlaceView(String scheme, String key, String label, int studies) {}

    /// @param rating GRADE-CERQual, or null when nobody has judged it
    /// @param ratingLabel the same for people, or null
    /// @param gone claims beneath it that count no more
    public record FindingView(
            String synthesis,
            String title,
            String name,
            String statement,
            @Nullable String rating,
            @Nullable String ratingLabel,
            String rationale,
            String judgedBy,
            int gone,
            String url) {}

    /// @param exact the words, a slice of the paper's text
    /// @param start first code point of the paper's text
    /// @param end one past the last
    /// @param url the place in the paper's page; empty when the words stand in an earlier text alone
    /// @param citation author and year, or the title
    /// @param fits whether it fits the lens
    /// @param state of the coding
    public record QuoteInBrief(
            String item,
            String kind,
            String kindLabel,
            @Nullable String statement,
            String exact,
            String paper,
            int start,
            int end,
            String textSha256,
            String url,
            String evidenceUrl,
            @Nullable String section,
            String voice,
            String citation,
            String study,
            boolean fictional,
            boolean fits,
            String state,
            boolean reviewed) {}

    /// @param studies that report the opposite
    public record AgainstView(int studies, List<QuoteInBrief> quotes, List<DisputeView> disputes, List<GapView> gaps) {
        @JsonIgnore
        public boolean isEmpty() {
            return studies == 0 && disputes.isEmpty() && gaps.isEmpty();
        }

        /// How much of each there is.
        public String inShort() {
            return Stream.of(
                            studies == 0 ? "" : "the opposite in " + Matrix.studies(studies),
                            disputes.isEmpty()
                                    ? ""
                                    : disputes.size() == 1
                                            ? "a recorded contradiction"
                                            : disputes.size() + " recorded contradictions",
                            gaps.isEmpty() ? "" : "absent from " + Matrix.studies(gaps.size()))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
        }
    }

    /// A recorded contradiction.
    public record DisputeView(QuoteInBrief claim, QuoteInBrief other, String rationale, String by) {}

    /// @param sense `looked-for-and-absent` or `not-reported`
    /// @param url the study's first paper
    public record GapView(
            String study,
            String label,
            boolean fictional,
            String url,
            List<String> sought,
            String soughtLabel,
            String sense,
            String senseLabel,
            String by) {}

    public record ContradictedView(String factor, String label, DirectionView direction, String url) {}

    public record DoubtsView(
            List<FindingView> lowConfidence,
            List<ContradictedView> contradicted,
            List<DisputeView> disputes,
            List<GapView> gaps,
            List<QuoteInBrief> limitations,
            int moreLimitations) {
        @JsonIgnore
        public boolean isEmpty() {
            return lowConfidence.isEmpty()
                    && contradicted.isEmpty()
                    && disputes.isEmpty()
                    && gaps.isEmpty()
                    && limitations.isEmpty();
        }
    }

    public record Reference(
            String paper,
            String citation,
            @Nullable String title,
            String label,
            List<String> authors,
            @Nullable Integer year,
            @Nullable String doi,
            boolean fictional,
            String url) {}

    public static AskView of(Brief brief, Vocabulary vocabulary) {
        var maker = new Maker(vocabulary);
        Verdict verdict = brief.verdict();
        return new AskView(
                brief.request().question(),
                brief.sequence(),
                verdict.answered(),
                new VerdictView(
                        rounded(verdict.closest()),
                        rounded(verdict.closestOfAll()),
                        verdict.needed(),
                        verdict.unknown(),
                        verdict.uncoded(),
                        verdict.inWords(),
                        verdict.decidedInWords()),
                new LensView(
                        ConceptView.of(
                                brief.lens().concepts().stream()
                                        .map(Labelled::ref)
                                        .toList(),
                                vocabulary),
                        brief.lens().fromQuestion()),
                scale(brief.scale()),
                brief.sections().stream().map(maker::section).toList(),
                maker.doubts(brief.doubts()),
                brief.nearest().stream().map(maker::quote).toList(),
                brief.papers().stream().map(AskView::reference).toList(),
                brief.leftOut());
    }

    /// More digits would be another answer on another machine.
    private static double rounded(double closeness) {
        return Math.round(closeness * 1000) / 1000.0;
    }

    private static ScaleView scale(Brief.Scale scale) {
        return new ScaleView(
                scale.studies().size(),
                scale.fitting(),
                scale.fictional(),
                scale.claims(),
                scale.unreviewed(),
                scale.studies().stream()
                        .map(study -> new StudyView(study.id().value(), study.label(), study.fictional()))
                        .toList());
    }

    private static Reference reference(ComparedPaper paper) {
        return new Reference(
                paper.id().value(),
                Citation.of(paper),
                paper.title(),
                paper.label(),
                paper.authors(),
                paper.year(),
                paper.doi(),
                paper.fictional(),
                "/papers/" + paper.id());
    }

    private static String url(ConceptRef factor) {
        return "/compare?rows=study&columns=kind&" + factor.scheme() + "=" + factor.key();
    }

    private static DirectionView direction(Direction direction) {
        return new DirectionView(direction.helps(), direction.hinders(), direction.both(), direction.inWords());
    }

    private static FindingView finding(BriefLine.Finding finding) {
        Labelled rating = finding.rating();
        return new FindingView(
                finding.synthesis().value(),
                finding.title(),
                finding.name(),
                finding.statement(),
                rating == null ? null : rating.ref().key(),
                rating == null ? null : rating.label(),
                finding.rationale(),
                finding.judgedBy(),
                finding.gone(),
                "/syntheses/" + finding.synthesis() + "#finding-" + finding.name());
    }

    private static GapView gap(BriefLine.Gap gap) {
        ComparedStudy study = gap.study();
        return new GapView(
                study.id().value(),
                study.label(),
                study.fictional(),
                "/papers/" + study.papers().getFirst().id(),
                gap.sought().stream().map(sought -> sought.ref().toString()).toList(),
                String.join(", ", gap.sought().stream().map(Labelled::label).toList()),
                gap.sense().ref().key(),
                gap.sense().label(),
                gap.record().by());
    }

    /// Knows the names of kinds.
    private record Maker(Vocabulary vocabulary) {
        SectionView section(Brief.Section section) {
            return new SectionView(
                    section.part().name().toLowerCase(Locale.ROOT),
                    section.part().heading(),
                    section.part().kind(),
                    section.lines().stream().map(this::line).toList(),
                    section.more());
        }

        private LineView line(BriefLine line) {
            Subject subject = line.subject();
            return new LineView(
                    switch (subject) {
                        case BriefLine.Factor factor -> "factor";
                        case BriefLine.Finding finding -> "finding";
                        case BriefLine.Said said -> "claim";
                    },
                    subject.words(),
                    switch (subject) {
                        case BriefLine.Factor factor -> factor.concept().ref().key();
                        case BriefLine.Finding finding -> finding.synthesis() + "/" + finding.name();
                        case BriefLine.Said said -> said.claim().id().value();
                    },
                    subject instanceof BriefLine.Factor factor ? filled(factor.definition()) : null,
                    subject instanceof BriefLine.Factor factor ? filled(factor.above()) : null,
                    switch (subject) {
                        case BriefLine.Factor factor -> url(factor.concept().ref());
                        case BriefLine.Finding finding -> finding(finding).url();
                        case BriefLine.Said said -> "/evidence/" + said.claim().id();
                    },
                    line.studies(),
                    line.fitting(),
                    line.fictional(),
                    line.claims(),
                    line.unreviewed(),
                    direction(line.direction()),
                    line.settings().stream().map(this::place).toList(),
                    line.countries().stream().map(this::place).toList(),
                    line.confidence().stream().map(AskView::finding).toList(),
                    line.quotes().stream().map(this::quote).toList(),
                    new AgainstView(
                            line.against().studies(),
                            line.against().quotes().stream().map(this::quote).toList(),
                            line.against().disputes().stream()
                                    .map(this::dispute)
                                    .toList(),
                            line.against().gaps().stream().map(AskView::gap).toList()));
        }

        private static @Nullable String filled(String words) {
            return words.isEmpty() ? null : words;
        }

        private PlaceView place(Place place) {
            ConceptRef ref = place.concept().ref();
            return new PlaceView(ref.scheme(), ref.key(), place.concept().label(), place.studies());
        }

        QuoteInBrief quote(BriefQuote quote) {
            Claim claim = quote.claim();
            Claim.Words words = quote.words();
            int start = words.span().start();
            int end = words.span().end();
            return new QuoteInBrief(
                    claim.id().value(),
                    claim.kind().key(),
                    vocabulary.kind(claim.kind()).label(),
                    claim.statement(),
                    words.exact(),
                    claim.paper().value(),
                    start,
                    end,
                    words.textSha256(),
                    words.lost() ? "" : "/papers/" + claim.paper() + "#q-" + start + "-" + end,
                    "/evidence/" + claim.id(),
                    words.section(),
                    words.voice(),
                    Citation.of(quote.paper()),
                    claim.study().value(),
                    quote.paper().fictional(),
                    quote.fits(),
                    claim.state(),
                    quote.reviewed());
        }

        DisputeView dispute(BriefLine.Dispute dispute) {
            return new DisputeView(quote(dispute.claim()), quote(dispute.other()), dispute.rationale(), dispute.by());
        }

        DoubtsView doubts(Brief.Doubts doubts) {
            return new DoubtsView(
                    doubts.lowConfidence().stream().map(AskView::finding).toList(),
                    doubts.contradicted().stream()
                            .map(each -> new ContradictedView(
                                    each.factor().concept().ref().key(),
                                    each.factor().concept().label(),
                                    direction(each.direction()),
                                    url(each.factor().concept().ref())))
                            .toList(),
                    doubts.disputes().stream().map(this::dispute).toList(),
                    doubts.gaps().stream().map(AskView::gap).toList(),
                    doubts.limitations().stream().map(this::quote).toList(),
                    doubts.moreLimitations());
        }
    }
}
