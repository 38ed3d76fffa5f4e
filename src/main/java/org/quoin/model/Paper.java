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
/// @param retracted why it is retracted and no longer counted, or null when it is not
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
        @Nullable String retracted,
        Publication publication) {
    public Paper {
        authors = List.copyOf(authors);
    }

    /// The same paper under another name; the study goes with it when it was named after the paper.
    public Paper named(PaperId name) {
        StudyId itsStudy = study.equals(id.study()) ? name.study() : study;
        return new Paper(name, itsStudy, title, authors, year, doi, type, language, fictional, retracted, publication);
    }

    /// The same paper, retracted for a reason or, with null, no longer so.
    public Paper retracted(@Nullable String reason) {
        return new Paper(id, study, title, authors, year, doi, type, language, fictional, reason, publication);
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
        this(id, study, title, authors, year, doi, type, language, fictional, null, Publication.NONE);
    }
}
