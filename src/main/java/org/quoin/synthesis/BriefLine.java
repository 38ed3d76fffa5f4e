// One line of a brief: what is said, by how many studies, in which words, and what speaks against it.
package org.quoin.synthesis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.PaperJudgements.Absence;
import org.quoin.model.SynthesisId;
import org.quoin.synthesis.Brief.Labelled;

/// @param subject what the line is about
/// @param studies how many studies say so; the number that counts
/// @param fitting how many of them fit the lens
/// @param fictional how many of them were written for demonstration
/// @param claims how many of their claims it rests on
/// @param unreviewed how many of these nobody has reviewed
/// @param direction how the studies that speak of the subject agree
/// @param settings of the studies, with how many are of each
/// @param countries likewise
/// @param confidence synthesised findings that rest on some of these claims and that somebody has judged; on a
///     line that is a finding, that finding
/// @param quotes the closest words, at most [Brief#MAX_QUOTES], of as many studies as there are
/// @param against what speaks against it
public record BriefLine(
        Subject subject,
        int studies,
        int fitting,
        int fictional,
        int claims,
        int unreviewed,
        Direction direction,
        List<Place> settings,
        List<Place> countries,
        List<Finding> confidence,
        List<BriefQuote> quotes,
        Against against) {
    public BriefLine {
        settings = List.copyOf(settings);
        countries = List.copyOf(countries);
        confidence = List.copyOf(confidence);
        quotes = List.copyOf(quotes);
    }

    public sealed interface Subject {
        /// In the words of the ontology, of the synthesis or of the source.
        String words();
    }

    /// A factor, with what is narrower.
    ///
    /// @param definition what it means; empty when nothing says so
    /// @param above label of the concept directly above it; empty when there is none
    public record Factor(Labelled concept, String definition, String above) implements Subject {
        @Override
        public String words() {
            return concept.label();
        }
    }

    /// A synthesised finding.
    ///
    /// @param synthesis it is part of
    /// @param title of the synthesis
    /// @param name of the finding there
    /// @param rating how far it can be relied on (GRADE-CERQual); null when nobody has judged it
    /// @param rationale of the rating; empty when nobody has judged it
    /// @param judgedBy name of who did; empty likewise
    /// @param gone claims beneath it that count no more, because they were retracted, rejected or removed
    public record Finding(
            SynthesisId synthesis,
            String title,
            String name,
            String statement,
            @Nullable Labelled rating,
            String rationale,
            String judgedBy,
            int gone)
            implements Subject {
        @Override
        public String words() {
            return statement;
        }
    }

    /// What one study says: a lesson, a suggestion for research.
    public record Said(Claim claim) implements Subject {
        @Override
        public String words() {
            return claim.headline();
        }
    }

    /// @param helps studies that report it as a help
    /// @param hinders studies that report it as a hindrance
    /// @param both studies that do both, counted in each of the two
    public record Direction(int helps, int hinders, int both) {
        /// In a fixed phrase; empty where nothing is said of a direction.
        public String inWords() {
            if (helps + hinders == 0) {
                return "";
            }
            if (hinders == 0 || helps == 0) {
                return hinders == 0 ? "all as a help" : "all as a hindrance";
            }
            return "as a help in " + Matrix.studies(helps) + ", as a hindrance in " + Matrix.studies(hinders)
                    + (both == 0 ? "" : ", of which " + both + (both == 1 ? " does both" : " do both"));
        }
    }

    /// @param studies how many studies of the line are of it
    public record Place(Labelled concept, int studies) {}

    /// @param studies how many studies report the opposite; 0 where the subject has no direction
    /// @param quotes their closest words, at most [Brief#MAX_QUOTES]
    /// @param disputes recorded contradictions of claims of the line
    /// @param gaps studies in which it is absent
    public record Against(int studies, List<BriefQuote> quotes, List<Dispute> disputes, List<Gap> gaps) {
        static final Against NOTHING = new Against(0, List.of(), List.of(), List.of());

        public Against {
            quotes = List.copyOf(quotes);
            disputes = List.copyOf(disputes);
            gaps = List.copyOf(gaps);
        }

        public boolean isEmpty() {
            return studies == 0 && disputes.isEmpty() && gaps.isEmpty();
        }
    }

    /// A recorded judgement that claims of two studies contradict each other.
    ///
    /// @param rationale why; empty when nothing says so
    /// @param by name of who judged
    public record Dispute(BriefQuote claim, BriefQuote other, String rationale, String by) {}

    /// A record that something is absent from a study.
    ///
    /// @param record what was recorded
    /// @param sought what the text was read for
    /// @param sense in which it is absent
    public record Gap(ComparedStudy study, Absence record, List<Labelled> sought, Labelled sense) {
        public Gap {
            sought = List.copyOf(sought);
        }
    }
}
