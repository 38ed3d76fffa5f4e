// Which items a search may return.
package org.quoin.search;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quoin.model.ConceptRef;
import org.quoin.model.Kind;
import org.quoin.model.PaperId;
import org.quoin.model.StudyId;

/// Values within one set are alternatives; the sets and the concepts' schemes narrow one another:
/// kinds {enabler, barrier} and concepts {setting/rural, setting/urban, country/GB} means
/// (enabler or barrier) and (rural or urban) and GB. An empty set does not narrow.
///
/// @param kinds kinds allowed
/// @param studies studies allowed
/// @param voices keys of the `voice` scheme; an item matches when any of its quotations has the voice
/// @param states keys of the `curation-state` scheme
/// @param concepts concepts of the item or of its study; one with narrower concepts finds theirs too
/// @param years of publication allowed
/// @param papers papers allowed
/// @param fictional null: both; true: only demonstration studies; false: none of them
public record SearchFilter(
        Set<Kind> kinds,
        Set<StudyId> studies,
        Set<String> voices,
        Set<String> states,
        Set<ConceptRef> concepts,
        Set<Integer> years,
        Set<PaperId> papers,
        @Nullable Boolean fictional) {
    /// Allows everything.
    public static final SearchFilter NONE =
            new SearchFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null);

    public SearchFilter {
        kinds = Set.copyOf(kinds);
        studies = Set.copyOf(studies);
        voices = Set.copyOf(voices);
        states = Set.copyOf(states);
        concepts = Set.copyOf(concepts);
        years = Set.copyOf(years);
        papers = Set.copyOf(papers);
    }

    /// Of any year, in any paper.
    public SearchFilter(
            Set<Kind> kinds,
            Set<StudyId> studies,
            Set<String> voices,
            Set<String> states,
            Set<ConceptRef> concepts,
            @Nullable Boolean fictional) {
        this(kinds, studies, voices, states, concepts, Set.of(), Set.of(), fictional);
    }

    /// The same in these papers alone.
    ///
    /// @param papers not empty, for that would not narrow
    public SearchFilter in(Set<PaperId> papers) {
        return new SearchFilter(kinds, studies, voices, states, concepts, years, papers, fictional);
    }
}
