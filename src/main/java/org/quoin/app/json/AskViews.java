// Makes of a brief what the API, the page and the terminal show of it.
package org.quoin.app.json;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quoin.app.Quoin;
import org.quoin.app.Syntheses;
import org.quoin.app.export.Citation;
import org.quoin.app.json.AskView.AgainstView;
import org.quoin.app.json.AskView.ContradictedView;
import org.quoin.app.json.AskView.CredibilityView;
import org.quoin.app.json.AskView.DirectionView;
import org.quoin.app.json.AskView.DoubtsView;
import org.quoin.app.json.AskView.FindingView;
import org.quoin.app.json.AskView.GapView;
import org.quoin.app.json.AskView.LensView;
import org.quoin.app.json.AskView.LineView;
import org.quoin.app.json.AskView.PlaceView;
import org.quoin.app.json.AskView.QuoteInBrief;
import org.quoin.app.json.AskView.Reference;
import org.quoin.app.json.AskView.RelatedView;
import org.quoin.app.json.AskView.ScaleView;
import org.quoin.app.json.AskView.SectionView;
import org.quoin.app.json.AskView.StudyView;
import org.quoin.app.json.AskView.VerdictView;
import org.quoin.graph.Vocabulary;
import org.quoin.model.ConceptRef;
import org.quoin.synthesis.Brief;
import org.quoin.synthesis.Brief.Labelled;
import org.quoin.synthesis.BriefLine;
import org.quoin.synthesis.BriefLine.Direction;
import org.quoin.synthesis.BriefLine.Place;
import org.quoin.synthesis.BriefLine.Subject;
import org.quoin.synthesis.BriefQuote;
import org.quoin.synthesis.BriefQuote.Credibility;
import org.quoin.synthesis.Claim;
import org.quoin.synthesis.ComparedPaper;
import org.quoin.synthesis.ComparedStudy;
import org.quoin.synthesis.Verdict;

final class AskViews {
    private final Brief brief;
    private final Vocabulary vocabulary;
    private final Syntheses syntheses;
    private final Map<BriefLine.Finding, FindingView> findings = new HashMap<>();

    AskViews(Brief brief, Quoin quoin) {
        this.brief = brief;
        this.vocabulary = quoin.vocabulary();
        this.syntheses = quoin.syntheses();
    }

    AskView view() {
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
                brief.sections().stream().map(this::section).toList(),
                doubts(brief.doubts()),
                brief.nearest().stream().map(this::quote).toList(),
                brief.papers().stream().map(AskViews::reference).toList(),
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

    /// Many lines lead to the same one.
    private FindingView finding(BriefLine.Finding finding) {
        return findings.computeIfAbsent(finding, this::read);
    }

    private FindingView read(BriefLine.Finding finding) {
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
                syntheses.lookAgain(finding.synthesis(), finding.name()).stream()
                        .map(SynthesisView.Mark::of)
                        .toList(),
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

    private SectionView section(Brief.Section section) {
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
                line.inShort(brief.lens().isGiven(), !brief.scale().noneReviewed()),
                direction(line.direction()),
                line.settings().stream().map(this::place).toList(),
                line.countries().stream().map(this::place).toList(),
                line.confidence().stream().map(this::finding).toList(),
                line.quotes().stream().map(this::quote).toList(),
                new AgainstView(
                        line.against().studies(),
                        line.against().quotes().stream().map(this::quote).toList(),
                        line.against().disputes().stream().map(this::related).toList(),
                        line.against().qualifications().stream()
                                .map(this::related)
                                .toList(),
                        line.against().gaps().stream().map(AskViews::gap).toList(),
                        line.against().inShort()));
    }

    private static @Nullable String filled(String words) {
        return words.isEmpty() ? null : words;
    }

    private PlaceView place(Place place) {
        ConceptRef ref = place.concept().ref();
        return new PlaceView(ref.scheme(), ref.key(), place.concept().label(), place.studies());
    }

    private QuoteInBrief quote(BriefQuote quote) {
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
                quote.reviewed(),
                quote.credibility().stream().map(AskViews::credibility).toList());
    }

    private static CredibilityView credibility(Credibility judged) {
        return new CredibilityView(
                judged.rating().ref().key(),
                judged.rating().label(),
                judged.synthesis().value(),
                judged.rationale(),
                judged.by());
    }

    private RelatedView related(BriefLine.Related related) {
        return new RelatedView(
                quote(related.claim()),
                quote(related.other()),
                related.relation().ref().key(),
                related.relation().label(),
                related.rationale(),
                related.by());
    }

    private DoubtsView doubts(Brief.Doubts doubts) {
        return new DoubtsView(
                doubts.lowConfidence().stream().map(this::finding).toList(),
                doubts.contradicted().stream()
                        .map(each -> new ContradictedView(
                                each.factor().concept().ref().key(),
                                each.factor().concept().label(),
                                direction(each.direction()),
                                url(each.factor().concept().ref())))
                        .toList(),
                doubts.disputes().stream().map(this::related).toList(),
                doubts.qualifications().stream().map(this::related).toList(),
                doubts.gaps().stream().map(AskViews::gap).toList(),
                doubts.recordedInWords(),
                doubts.limitations().stream().map(this::quote).toList(),
                doubts.moreLimitations());
    }
}
