// A brief as JSON: the same object from `GET /api/ask` and `quoin ask --json`, and what the page shows.
package org.quoin.app.json;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quoin.app.Quoin;
import org.quoin.synthesis.Brief;

/// @param question as it was asked
/// @param sequence commit sequence number of the state of the base it is of
/// @param answered whether the base has evidence on it
/// @param verdict why it is thought so
/// @param lens where the answer is to be used
/// @param scale how much evidence there is
/// @param sections in the order in which the question asks for them
/// @param doubts what is uncertain
/// @param nearest where there is no evidence: the closest words, which do not answer
/// @param references papers whose words or names stand in it
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
    public record ScaleView(int studies, int fitting, int fictional, int claims, int unreviewed, List<StudyView> of) {
        @JsonIgnore
        public boolean isNoneReviewed() {
            return claims > 0 && unreviewed == claims;
        }
    }

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
    /// @param inShort its numbers, places and confidence in fixed phrases, the number of studies first
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
            List<String> inShort,
            DirectionView direction,
            List<PlaceView> settings,
            List<PlaceView> countries,
            List<FindingView> confidence,
            List<QuoteInBrief> quotes,
            AgainstView against) {}

    /// @param words the same for people; empty where there is no direction
    public record DirectionView(int helps, int hinders, int both, String words) {}

    /// @param studies how many studies of the line are of it
    public record PlaceView(String scheme, String key, String label, int studies) {
        /// With the number of studies where it is not one.
        public String inWords() {
            return studies == 1 ? label : label + " (" + studies + ")";
        }
    }

    /// @param rating GRADE-CERQual, or null when nobody has judged it
    /// @param ratingLabel the same for people, or null
    /// @param gone claims beneath it that count no more
    /// @param lookAgain what has changed beneath it since it was judged
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
            List<SynthesisView.Mark> lookAgain,
            String url) {}

    /// @param exact the words, a slice of the paper's text
    /// @param start first code point of the paper's text
    /// @param end one past the last
    /// @param url the place in the paper's page; empty when the words stand in an earlier text alone
    /// @param citation author and year, or the title
    /// @param fits whether it fits the lens
    /// @param state of the coding
    /// @param credibility how well the words support the claim (JBI), where a synthesis has judged it
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
            boolean reviewed,
            List<CredibilityView> credibility) {}

    /// @param rating `unequivocal`, `credible` or `not-supported`
    /// @param rationale empty when nothing says why
    public record CredibilityView(String rating, String ratingLabel, String synthesis, String rationale, String by) {}

    /// @param studies that report the opposite
    /// @param words how much of each there is, for people; empty where there is nothing
    public record AgainstView(
            int studies,
            List<QuoteInBrief> quotes,
            List<RelatedView> disputes,
            List<RelatedView> qualifications,
            List<GapView> gaps,
            String words) {}

    /// A recorded judgement on how claims of two studies stand to one another.
    ///
    /// @param relation of the first to the other: `contradicts`, `qualifies`
    /// @param rationale empty when nothing says why
    public record RelatedView(
            QuoteInBrief claim,
            QuoteInBrief other,
            String relation,
            String relationLabel,
            String rationale,
            String by) {}

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

    /// @param recorded how many judgements people have recorded, for people; empty where there are none
    public record DoubtsView(
            List<FindingView> lowConfidence,
            List<ContradictedView> contradicted,
            List<RelatedView> disputes,
            List<RelatedView> qualifications,
            List<GapView> gaps,
            String recorded,
            List<QuoteInBrief> limitations,
            int moreLimitations) {
        @JsonIgnore
        public boolean isEmpty() {
            return lowConfidence.isEmpty()
                    && contradicted.isEmpty()
                    && disputes.isEmpty()
                    && qualifications.isEmpty()
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

    public static AskView of(Brief brief, Quoin quoin) {
        return new AskViews(brief, quoin).view();
    }
}
