// A synthesis as JSON and on its page: what it claims, what that rests on, and what is to be looked at again.
package org.quoin.app.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.app.Labels;
import org.quoin.app.Quoin;
import org.quoin.graph.Vocabulary;
import org.quoin.model.ConceptRef;
import org.quoin.model.PaperId;
import org.quoin.model.Quotation;
import org.quoin.model.StudyId;
import org.quoin.model.Synthesis;
import org.quoin.synthesis.Claims;
import org.quoin.synthesis.LookAgain;
import org.quoin.synthesis.StudyClaim;
import org.quoin.synthesis.WorkSheet;

/// @param fictional whether it rests on a study that was made up for demonstration
/// @param studies how many studies it rests on; those of retracted papers are not counted
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SynthesisView(
        String id,
        String title,
        @Nullable String description,
        String by,
        boolean fictional,
        int studies,
        List<Category> categories,
        List<Finding> findings,
        List<Comparison> comparisons,
        List<Credibility> credibility,
        List<Absence> absences,
        String iri) {
    /// @param label what a key of the ontology is called
    public record Label(String key, String label) {}

    /// @param words of the source
    /// @param url where they stand in the paper's page
    public record Quote(String words, String voice, String url) {}

    /// @param retracted why its paper is retracted, or null
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ClaimView(
            String id,
            Label kind,
            String study,
            String paper,
            String headline,
            List<Quote> quotes,
            String url,
            @Nullable String retracted) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Category(
            String id,
            String label,
            String definition,
            @Nullable String broader,
            int studies,
            List<ClaimView> claims) {}

    /// @param lookAgain what has changed since it was judged
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Finding(
            String id,
            String statement,
            List<Label> categories,
            int studies,
            @Nullable Confidence confidence,
            Sheet workSheet,
            List<Mark> lookAgain) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Confidence(
            Label rating,
            String rationale,
            List<Judgement> components,
            String by,
            @Nullable String at) {}

    public record Judgement(Label component, Label concern, String rationale) {}

    /// @param what key of what happened: retracted, changed, added, taken-back, new
    public record Mark(String claim, String what, String words) {
        static Mark of(LookAgain mark) {
            return new Mark(
                    mark.claim().value(),
                    mark.what().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    mark.words());
        }
    }

    /// @param quotes beneath the finding, by voice
    public record Sheet(
            List<StudyRow> studies, List<String> retracted, Map<String, Integer> quotes, List<Against> dissent) {}

    /// @param limitations in the words of the study's papers
    public record StudyRow(
            String study,
            boolean fictional,
            int claims,
            List<String> context,
            Map<String, Integer> quotes,
            List<ClaimView> limitations) {}

    public record Against(ClaimView claim, String words) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Comparison(
            String id,
            Label relation,
            ClaimView from,
            ClaimView to,
            @Nullable String rationale,
            List<Quote> quotes,
            String by) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Credibility(
            ClaimView finding, Label rating, @Nullable String rationale, String by) {}

    public record Absence(String paper, String url, Label sought, Label absence, String by) {}

    /// Long lists are made as they are read.
    public static SynthesisView of(Synthesis synthesis, Quoin quoin) {
        return new Making(synthesis, quoin).view();
    }

    /// A claim for people, with its quotes and where they stand.
    public static ClaimView of(StudyClaim claim, Vocabulary vocabulary) {
        return new ClaimView(
                claim.id().value(),
                new Label(
                        claim.item().kind().key(),
                        vocabulary.kind(claim.item().kind()).label()),
                claim.study().value(),
                Labels.of(claim.paper()),
                claim.item().headline(),
                quotes(claim, claim.quotations()),
                "/evidence/" + claim.id(),
                claim.retracted());
    }

    /// The claims of its categories and findings that are in the base.
    static List<StudyClaim> restsOn(Synthesis synthesis, Claims claims) {
        return Stream.concat(
                        synthesis.categories().stream().flatMap(category -> category.claims().stream()),
                        synthesis.findings().stream().flatMap(finding -> finding.claims().stream()))
                .distinct()
                .flatMap(id -> claims.find(id).stream())
                .toList();
    }

    static boolean fictional(List<StudyClaim> claims) {
        return claims.stream().anyMatch(claim -> claim.paper().paper().fictional());
    }

    /// How many studies the claims are of; those of retracted papers are not counted.
    static int studies(List<StudyClaim> claims) {
        return (int) claims.stream()
                .filter(StudyClaim::counts)
                .map(StudyClaim::study)
                .distinct()
                .count();
    }

    private static List<Quote> quotes(StudyClaim claim, Stream<Quotation> quotations) {
        return quotations
                .map(quote -> new Quote(
                        quote.exact(),
                        quote.voice(),
                        claim.paper().isLost(quote)
                                ? "/evidence/" + claim.id()
                                : "/papers/" + quote.paper() + "#q-"
                                        + quote.span().start() + "-"
                                        + quote.span().end()))
                .toList();
    }

    private static final class Making {
        private final Synthesis synthesis;
        private final Quoin quoin;
        private final Vocabulary vocabulary;
        private final Claims claims;

        Making(Synthesis synthesis, Quoin quoin) {
            this.synthesis = synthesis;
            this.quoin = quoin;
            this.vocabulary = quoin.vocabulary();
            this.claims = quoin.syntheses().claims();
        }

        SynthesisView view() {
            List<StudyClaim> all = restsOn(synthesis, claims);
            return new SynthesisView(
                    synthesis.id().value(),
                    synthesis.title(),
                    synthesis.description(),
                    synthesis.by().name(),
                    fictional(all),
                    studies(all),
                    synthesis.categories().stream().map(this::category).toList(),
                    synthesis.findings().stream().map(this::finding).toList(),
                    synthesis.comparisons().stream().flatMap(this::comparison).toList(),
                    synthesis.credibility().stream().flatMap(this::credibility).toList(),
                    synthesis.absences().stream().map(this::absence).toList(),
                    quoin.iris().synthesis(synthesis.id()).getURI());
        }

        private Category category(Synthesis.Category category) {
            List<StudyClaim> own = claims.find(category.claims());
            return new Category(
                    category.name(),
                    category.label(),
                    category.definition(),
                    category.broader(),
                    studies(own),
                    views(own));
        }

        private Finding finding(Synthesis.Finding finding) {
            WorkSheet sheet = quoin.syntheses().workSheet(synthesis.id(), finding.name());
            return new Finding(
                    finding.name(),
                    finding.statement(),
                    finding.categories().stream()
                            .flatMap(name -> synthesis.category(name).stream())
                            .map(category -> new Label(category.name(), category.label()))
                            .toList(),
                    sheet.studies().size(),
                    confidence(finding.confidence()),
                    sheet(sheet),
                    quoin.syntheses().lookAgain(synthesis.id(), finding.name()).stream()
                            .map(Mark::of)
                            .toList());
        }

        private @Nullable Confidence confidence(Synthesis.@Nullable Confidence confidence) {
            if (confidence == null) {
                return null;
            }
            return new Confidence(
                    label("cerqual-rating", confidence.rating()),
                    confidence.rationale(),
                    Synthesis.Confidence.COMPONENTS.stream()
                            .flatMap(component -> Stream.ofNullable(
                                            confidence.judgements().get(component))
                                    .map(judgement -> new Judgement(
                                            label("cerqual-component", component),
                                            label("cerqual-concern", judgement.concern()),
                                            judgement.rationale())))
                            .toList(),
                    confidence.by().name(),
                    confidence.at() == null ? null : confidence.at().toString());
        }

        private Sheet sheet(WorkSheet sheet) {
            return new Sheet(
                    sheet.studies().stream()
                            .map(row -> new StudyRow(
                                    row.study().value(),
                                    row.fictional(),
                                    row.claims().size(),
                                    row.context().stream().map(this::label).toList(),
                                    row.quotes(),
                                    views(row.limitations())))
                            .toList(),
                    sheet.retracted().stream().map(StudyId::value).toList(),
                    sheet.quotes(),
                    new MappedList<>(
                            sheet.dissent(),
                            against -> new Against(SynthesisView.of(against.claim(), vocabulary), against.words())));
        }

        private Stream<Comparison> comparison(Synthesis.Comparison comparison) {
            Optional<StudyClaim> from = claims.find(comparison.from());
            Optional<StudyClaim> to = claims.find(comparison.to());
            return from.isEmpty() || to.isEmpty()
                    ? Stream.empty()
                    : Stream.of(new Comparison(
                            comparison.name(),
                            label("relation", comparison.relation()),
                            SynthesisView.of(from.get(), vocabulary),
                            SynthesisView.of(to.get(), vocabulary),
                            comparison.rationale(),
                            Stream.of(from.get(), to.get())
                                    .flatMap(claim -> quotes(
                                            claim,
                                            claim.quotations()
                                                    .filter(quote ->
                                                            comparison.basedOn().contains(iri(quote))))
                                            .stream())
                                    .toList(),
                            comparison.by().name()));
        }

        private String iri(Quotation quote) {
            return quoin.iris()
                    .quotation(quote.paper(), quote.textSha256(), quote.span())
                    .getURI();
        }

        private Stream<Credibility> credibility(Synthesis.Credibility credibility) {
            return claims.find(credibility.finding()).stream()
                    .map(claim -> new Credibility(
                            SynthesisView.of(claim, vocabulary),
                            label("jbi-credibility", credibility.rating()),
                            credibility.rationale(),
                            credibility.by().name()));
        }

        private Absence absence(Synthesis.Absence absence) {
            Optional<PaperId> paper = quoin.iris().paperIn(absence.textIri());
            return new Absence(
                    paper.flatMap(claims::paper).map(Labels::of).orElse(absence.textIri()),
                    paper.map(id -> "/papers/" + id).orElse(absence.textIri()),
                    new Label(absence.sought().toString(), label(absence.sought())),
                    label("absence", absence.absence()),
                    absence.by().name());
        }

        private List<ClaimView> views(List<StudyClaim> all) {
            return new MappedList<>(all, claim -> SynthesisView.of(claim, vocabulary));
        }

        private Label label(String scheme, String key) {
            return new Label(key, label(new ConceptRef(scheme, key)));
        }

        private String label(ConceptRef ref) {
            return vocabulary.concept(ref).map(Vocabulary.Concept::label).orElse(ref.key());
        }
    }
}
