// A paper whose claims are compared.
package org.quoin.synthesis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quoin.model.PaperId;
import org.quoin.model.StudyId;

/// @param id the paper
/// @param study the study it reports
/// @param label its title, or words of its text
/// @param title as the source gives it, or null
/// @param authors names as the source gives them
/// @param year of publication, or null
/// @param doi without resolver prefix, or null
/// @param fictional written for demonstration
public record ComparedPaper(
        PaperId id,
        StudyId study,
        String label,
        @Nullable String title,
        List<String> authors,
        @Nullable Integer year,
        @Nullable String doi,
        boolean fictional) {
    public ComparedPaper {
        authors = List.copyOf(authors);
    }
}
