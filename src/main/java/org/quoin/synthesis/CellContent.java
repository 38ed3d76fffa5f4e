// What stands beneath a cell: the claims with their words, and the records on them.
package org.quoin.synthesis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.PaperJudgements.Absence;
import org.quoin.graph.PaperJudgements.Comparison;

/// @param row heading of its row; null for a total over all rows
/// @param column likewise
/// @param studies those with claims here, in the order of their labels
/// @param absences records that something of this cell is absent from, or not reported in, a study
/// @param contradictions recorded judgements that a claim here and one of another study contradict each other
/// @param items number of claims in all
public record CellContent(
        Matrix.@Nullable Heading row,
        Matrix.@Nullable Heading column,
        List<OfStudy> studies,
        List<StudyAbsence> absences,
        List<Contradiction> contradictions,
        int items) {
    /// @param study whose claims these are
    /// @param claims at least one, in the order of its papers and their texts
    public record OfStudy(ComparedStudy study, List<Claim> claims) {}

    /// @param study whose text was read
    /// @param record what was recorded
    public record StudyAbsence(ComparedStudy study, Absence record) {}

    /// @param record what was recorded
    /// @param from the claim it starts from
    /// @param to the claim of another study
    public record Contradiction(Comparison record, Claim from, Claim to) {}
}
