// A paper whose claims are compared.
package org.quoin.synthesis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Paper;
import org.quoin.model.PaperId;
import org.quoin.model.StudyId;

/// @param paper what is known of it
/// @param label its title, or words of its text
public record ComparedPaper(Paper paper, String label) {
    public PaperId id() {
        return paper.id();
    }

    /// The study it reports.
    public StudyId study() {
        return paper.study();
    }

    /// As the source gives it, or null.
    public @Nullable String title() {
        return paper.title();
    }

    /// Names as the source gives them.
    public List<String> authors() {
        return paper.authors();
    }

    /// Of publication, or null.
    public @Nullable Integer year() {
        return paper.year();
    }

    /// Without resolver prefix, or null.
    public @Nullable String doi() {
        return paper.doi();
    }

    /// Whether it was written for demonstration.
    public boolean fictional() {
        return paper.fictional();
    }
}
