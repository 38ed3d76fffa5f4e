// One piece of evidence: a finding, theme, enabler, barrier, limitation, lesson, ... with the words it rests on.
package org.quoin.model;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// @param id its identifier
/// @param kind what it is
/// @param study the study that reports it
/// @param statement the claim in the coder's own words; null when the quote says it
/// @param quotations the words it rests on, at least one, in the order of the text
/// @param illustrations participants' words that illustrate it (findings only)
/// @param levels concepts of the `level` scheme (determinants only)
/// @param factors what a determinant is about, concepts of the `factor` scheme
/// @param facets what a context statement tells of, concepts of the `facet` scheme
/// @param facetValues what it tells, as concepts: `setting/rural`, `country/GB`
/// @param state key of the `curation-state` scheme
/// @param codedBy who coded it
/// @param rationale why it was coded so, or null
/// @param origin what another tool knew of the coding
public record EvidenceItem(
        ItemId id,
        Kind kind,
        StudyId study,
        @Nullable String statement,
        List<Quotation> quotations,
        List<Quotation> illustrations,
        List<ConceptRef> levels,
        List<ConceptRef> factors,
        List<ConceptRef> facets,
        List<ConceptRef> facetValues,
        String state,
        Agent codedBy,
        @Nullable String rationale,
        CodingOrigin origin) {
    public EvidenceItem {
        if (quotations.isEmpty()) {
            throw Problem.invalid("evidence " + id + " has no quote: every item needs the words it rests on");
        }
        quotations = List.copyOf(quotations);
        illustrations = List.copyOf(illustrations);
        levels = List.copyOf(levels);
        factors = List.copyOf(factors);
        facets = List.copyOf(facets);
        facetValues = List.copyOf(facetValues);
    }

    /// The statement, or else the first quote.
    public String headline() {
        return statement != null ? statement : quotations.getFirst().exact();
    }

    /// The same item of another paper with the same text.
    ///
    /// @param its the study that the paper reports
    public EvidenceItem named(PaperId paper, StudyId its) {
        return quoting(
                new ItemId(paper, id.local()),
                its,
                quotations.stream().map(quotation -> quotation.of(paper)).toList(),
                illustrations.stream().map(quotation -> quotation.of(paper)).toList());
    }

    /// The same item resting on other quotations.
    public EvidenceItem quoting(ItemId name, StudyId its, List<Quotation> words, List<Quotation> illustratedBy) {
        return new EvidenceItem(
                name,
                kind,
                its,
                statement,
                words,
                illustratedBy,
                levels,
                factors,
                facets,
                facetValues,
                state,
                codedBy,
                rationale,
                origin);
    }

    /// Every concept the item carries.
    public Stream<ConceptRef> concepts() {
        return Stream.of(levels, factors, facets, facetValues).flatMap(List::stream);
    }
}
