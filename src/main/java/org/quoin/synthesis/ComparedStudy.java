// A study whose claims are compared: it counts once, however many papers report it.
package org.quoin.synthesis;

import java.util.List;
import org.quoin.model.ConceptRef;
import org.quoin.model.StudyId;

/// @param id the study
/// @param papers those that report it and are not retracted, at least one, sorted by id
/// @param concepts what its context statements tell, in any of its papers: `setting/rural`, `country/GB`
public record ComparedStudy(StudyId id, List<ComparedPaper> papers, List<ConceptRef> concepts) {
    public ComparedStudy {
        papers = List.copyOf(papers);
        concepts = List.copyOf(concepts);
    }

    /// How its first paper is called.
    public String label() {
        return papers.getFirst().label();
    }

    /// Whether all of its papers were written for demonstration.
    public boolean fictional() {
        return papers.stream().allMatch(ComparedPaper::fictional);
    }
}
