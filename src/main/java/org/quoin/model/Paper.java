// What is known of a paper besides its text and its evidence. Nothing here is invented: what the source does not
// carry is null or empty.
package org.quoin.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param id its identifier
/// @param study the study it reports
/// @param title its title, or null when the source carries none
/// @param authors names as the source gives them, in its order
/// @param year year of publication, or null
/// @param doi without resolver prefix, or null
/// @param type `abstract` or `article`
/// @param language BCP 47 tag of the text, or null
/// @param fictional written for demonstration; shown as such everywhere
/// @param publication where it appeared and what it is registered as
public record Paper(
        PaperId id,
        StudyId study,
        @Nullable String title,
        List<String> authors,
        @Nullable Integer year,
        @Nullable String doi,
        String type,
        @Nullable String language,
        boolean fictional,
        Publication publication) {
    public Paper {
        authors = List.copyOf(authors);
    }

    /// A paper of which nothing is known beyond this.
    public Paper(
            PaperId id,
            StudyId study,
            @Nullable String title,
            List<String> authors,
            @Nullable Integer year,
            @Nullable String doi,
            String type,
            @Nullable String language,
            boolean fictional) {
        this(id, study, title, authors, year, doi, type, language, fictional, Publication.NONE);
    }
}
