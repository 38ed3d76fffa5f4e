// One line of a brief: what is said, by how many studies, in which words, and what speaks against it.
package org.quoin.synthesis;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.PaperJudgements.Absence;
import org.quoin.model.StudyId;
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
    /// Settings, and countries, that are named in short.
    private static final int PLACES = 3;

    public BriefLine {
        settings = List.copyOf(settings);
        countries = List.copyOf(countries);
        confidence = List.copyOf(confidence);
        quotes = List.copyOf(quotes);
    }

    /// Its numbers, its places and how far it can be relied on, in fixed phrases; the number of studies first.
    ///
    /// @param lens whether to say how many studies fit the lens
    /// @param review whether to say what nobody has reviewed
    public List<String> inShort(boolean lens, boolean review) {
        return Stream.concat(
                        Stream.of(
                                Matrix.studies(studies),
                                some(fictional, studies, "fictional"),
                                lens ? fitting + (fitting == 1 ? " fits" : " fit") : "",
                                direction.inWords(),
                                inShort(settings),
                                inShort(countries),
                                review ? some(unreviewed, claims, "claims not yet reviewed") : ""),
                        confidence.stream()
                                .flatMap(finding -> Stream.ofNullable(finding.rating()))
                                .map(Labelled::label)
                                .distinct())
                .filter(phrase -> !phrase.isEmpty())
                .toList();
    }

    private static String some(int number, int of, String what) {
        return number == 0 ? "" : number == of ? what : number + " of " + of + " " + what;
    }

    private static String inShort(List<Place> places) {
        String first = places.stream()
                .limit(PLACES)
                .map(place -> place.concept().label() + (place.studies() > 1 ? " (" + place.studies() + ")" : ""))
                .collect(Collectors.joining(", "));
        return places.size() <= PLACES ? first : first + " and " + (places.size() - PLACES) + " more";
    }

    /// All words that stand in it, those that speak against it among them.
    Stream<BriefQuote> allQuotes() {
        return Stream.of(
                        quotes.stream(),
                        against.quotes().stream(),
                        against.disputes().stream().flatMap(Related::quotes),
                        against.qualifications().stream().flatMap(Related::quotes))
                .flatMap(each -> each);
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
        static final Direction NONE = new Direction(0, 0, 0);

        static Direction of(List<Claim> claims) {
            Set<StudyId> helping = studies(claims.stream().filter(Claim::helps));
            Set<StudyId> hindering = studies(claims.stream().filter(Claim::hinders));
            return new Direction(helping.size(), hindering.size(), (int)
                    helping.stream().filter(hindering::contains).count());
        }

        private static Set<StudyId> studies(Stream<Claim> claims) {
            return claims.map(Claim::study).collect(Collectors.toSet());
        }

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
    /// @param qualifications recorded judgements that a claim of the line holds in part, or another does
    /// @param gaps studies in which it is absent
    public record Against(
            int studies,
            List<BriefQuote> quotes,
            List<Related> disputes,
            List<Related> qualifications,
            List<Gap> gaps) {
        public Against {
            quotes = List.copyOf(quotes);
            disputes = List.copyOf(disputes);
            qualifications = List.copyOf(qualifications);
            gaps = List.copyOf(gaps);
        }

        public boolean isEmpty() {
            return studies == 0 && disputes.isEmpty() && qualifications.isEmpty() && gaps.isEmpty();
        }

        /// How much of each there is, in a fixed phrase; empty where there is nothing.
        public String inShort() {
            return Stream.of(
                            studies == 0 ? "" : "the opposite in " + Matrix.studies(studies),
                            counted(disputes.size(), "recorded contradiction"),
                            counted(qualifications.size(), "recorded qualification"),
                            gaps.isEmpty() ? "" : "absent from " + Matrix.studies(gaps.size()))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
        }

        private static String counted(int number, String what) {
            return number == 0 ? "" : number == 1 ? "a " + what : number + " " + what + "s";
        }
    }

    /// A recorded judgement on how claims of two studies stand to one another.
    ///
    /// @param relation of the first to the other: contradicts, qualifies
    /// @param rationale why; empty when nothing says so
    /// @param by name of who judged
    public record Related(BriefQuote claim, BriefQuote other, Labelled relation, String rationale, String by) {
        Stream<BriefQuote> quotes() {
            return Stream.of(claim, other);
        }
    }

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
