// One evidence item with everything that is known of it.
package org.quoin.web.page;

import java.util.List;

/// @param headline the statement, or the first quote
/// @param statement the coder's words; empty when the quote says it
/// @param kind key of its kind
/// @param kindLabel for people
/// @param kindDefinition what the kind means
/// @param study the study that reports it
/// @param quotes the words it rests on
/// @param illustrations participants' words that illustrate it
/// @param tags its concepts
/// @param studyTags what is known of the study
/// @param facts state, coder, rationale
/// @param citation a line to cite it by
/// @param downloads forms in which it can be had
/// @param iri its IRI
public record EvidencePage(
        String headline,
        String statement,
        String kind,
        String kindLabel,
        String kindDefinition,
        StudyRef study,
        List<Quoted> quotes,
        List<Quoted> illustrations,
        List<Tag> tags,
        List<Tag> studyTags,
        List<Fact> facts,
        String citation,
        List<Download> downloads,
        String iri)
        implements Page {
    /// @param before the sentence before the quote's words
    /// @param exact the words
    /// @param after the rest of the sentence
    /// @param place where they stand, in words
    /// @param voice whose words they are
    /// @param section heading above; empty when there is none
    /// @param url the place in the text
    /// @param lost whether they stand in an earlier text only
    public record Quoted(
            String before,
            String exact,
            String after,
            String place,
            String voice,
            String section,
            String url,
            boolean lost) {}

    @Override
    public String title() {
        return headline;
    }
}
