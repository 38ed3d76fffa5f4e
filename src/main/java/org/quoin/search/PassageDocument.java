// What the index keeps of one passage of a paper's text, whether it was coded or not.
package org.quoin.search;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.model.ConceptRef;
import org.quoin.model.ItemId;
import org.quoin.model.PaperId;
import org.quoin.model.Span;
import org.quoin.model.StudyId;

/// @param paper whose present text it is a slice of
/// @param study the study that the paper reports
/// @param studyLabel how the study is shown: its title, or words of its text when it has none
/// @param studyTitle the title alone, or null when the source carries none
/// @param section heading of the section it stands in, or null
/// @param textSha256 digest of the text
/// @param span where it stands
/// @param exact its words: the slice itself
/// @param items the evidence that was coded in it, wholly or in part
/// @param studyConcepts facet values that the study's context statements give
/// @param broader concepts above those, at any distance
/// @param year in which the paper was published, or null
/// @param fictional from a study written for demonstration
public record PassageDocument(
        PaperId paper,
        StudyId study,
        String studyLabel,
        @Nullable String studyTitle,
        @Nullable String section,
        String textSha256,
        Span span,
        String exact,
        List<ItemId> items,
        List<ConceptRef> studyConcepts,
        List<ConceptRef> broader,
        @Nullable Integer year,
        boolean fictional) {
    public PassageDocument {
        items = List.copyOf(items);
        studyConcepts = List.copyOf(studyConcepts);
        broader = List.copyOf(broader);
    }

    /// Unique in the base: `PAPER@START-END`, with leading zeros, so that passages sort in the order of the text.
    public String id() {
        return "%s@%08d-%08d".formatted(paper.value(), span.start(), span.end());
    }

    /// The texts it is found by, none blank: title, section, words.
    public List<String> texts() {
        return Stream.of(studyTitle, section, exact)
                .flatMap(Stream::ofNullable)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    /// [#texts()] as one: what an [Embedder] makes the vector of.
    public String passage() {
        return Passage.joined(texts());
    }
}
