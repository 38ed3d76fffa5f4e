// A one-page answer to a question, made only of what is in the base.
package org.quoin.synthesis;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quoin.graph.Vocabulary;
import org.quoin.graph.Vocabulary.Concept;
import org.quoin.model.ConceptRef;
import org.quoin.synthesis.BriefLine.Factor;
import org.quoin.synthesis.BriefLine.Finding;
import org.quoin.synthesis.BriefLine.Gap;
import org.quoin.synthesis.BriefLine.Related;

/// Holds all that a page shows of it. Its words are the sources', the ontology's and the reviewers' own; whatever
/// shows it adds fixed phrases.
///
/// @param sequence commit sequence number of the state of the base it is of
/// @param verdict whether there is evidence
/// @param scale how much
/// @param sections in the order in which the question asks for them; those without lines are left out
/// @param doubts what is uncertain
/// @param nearest where there is no evidence: the closest words of the base, which do not answer
/// @param papers whose words or names stand in it, by their label
/// @param leftOut what does not stand in it, in words
public record Brief(
        BriefRequest request,
        long sequence,
        Verdict verdict,
        Lens lens,
        Scale scale,
        List<Section> sections,
        Doubts doubts,
        List<BriefQuote> nearest,
        List<ComparedPaper> papers,
        List<String> leftOut) {
    /// Most quotes of a line, and of what speaks against it.
    public static final int MAX_QUOTES = 3;

    public Brief {
        sections = List.copyOf(sections);
        nearest = List.copyOf(nearest);
        papers = List.copyOf(papers);
        leftOut = List.copyOf(leftOut);
    }

    /// @param studies that speak to the question, sorted by id: only their claims are in the brief
    /// @param fitting how many of them fit the lens
    /// @param fictional how many of them were written for demonstration
    /// @param claims in them, of the kinds that briefs show
    /// @param unreviewed how many of these nobody has reviewed
    public record Scale(List<ComparedStudy> studies, int fitting, int fictional, int claims, int unreviewed) {
        public Scale {
            studies = List.copyOf(studies);
        }

        /// Whether there are claims and nobody has reviewed any: then it is enough to say so once.
        public boolean noneReviewed() {
            return claims > 0 && unreviewed == claims;
        }
    }

    /// What a section answers.
    public enum Part {
        HELPS("What helps", "enabler"),
        HINDERS("What hinders", "barrier"),
        TOGETHER("What the studies show together", "finding"),
        LESSONS("Lessons learned", "lesson"),
        SUGGESTIONS("Suggestions for research", "suggestion");

        private final String heading;
        private final String kind;

        Part(String heading, String kind) {
            this.heading = heading;
            this.kind = kind;
        }

        public String heading() {
            return heading;
        }

        /// Key of the kind of evidence it is made of.
        public String kind() {
            return kind;
        }
    }

    /// @param lines the first of them
    /// @param more how many there are besides
    public record Section(Part part, List<BriefLine> lines, int more) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /// @param lowConfidence synthesised findings of the brief whose rating is low or very low
    /// @param contradicted factors that some studies report as a help and some as a hindrance
    /// @param disputes recorded contradictions between claims of the studies
    /// @param qualifications recorded judgements that one says a thing under narrower conditions than another
    /// @param gaps studies in which something that a line is about is absent
    /// @param limitations what the studies say of their own limits, the first of them
    /// @param moreLimitations how many there are besides
    public record Doubts(
            List<Finding> lowConfidence,
            List<Contradicted> contradicted,
            List<Related> disputes,
            List<Related> qualifications,
            List<Gap> gaps,
            List<BriefQuote> limitations,
            int moreLimitations) {
        static final Doubts NONE = new Doubts(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 0);

        public Doubts {
            lowConfidence = List.copyOf(lowConfidence);
            contradicted = List.copyOf(contradicted);
            disputes = List.copyOf(disputes);
            qualifications = List.copyOf(qualifications);
            gaps = List.copyOf(gaps);
            limitations = List.copyOf(limitations);
        }

        public boolean isEmpty() {
            return lowConfidence.isEmpty()
                    && contradicted.isEmpty()
                    && disputes.isEmpty()
                    && qualifications.isEmpty()
                    && gaps.isEmpty()
                    && limitations.isEmpty();
        }

        /// How many judgements people have recorded, in a fixed phrase; empty where there are none.
        public String recordedInWords() {
            return Stream.of(
                            counted(disputes.size(), "contradiction"),
                            counted(qualifications.size(), "qualification"),
                            counted(gaps.size(), "absence"))
                    .filter(phrase -> !phrase.isEmpty())
                    .collect(Collectors.joining(", "));
        }

        private static String counted(int number, String what) {
            return number == 0 ? "" : number + " " + what + (number == 1 ? "" : "s");
        }
    }

    public record Contradicted(Factor factor, BriefLine.Direction direction) {}

    /// A concept with its name for people.
    public record Labelled(ConceptRef ref, String label) {
        static Labelled of(ConceptRef ref, Vocabulary vocabulary) {
            return new Labelled(ref, vocabulary.concept(ref).map(Concept::label).orElse(ref.key()));
        }
    }
}
