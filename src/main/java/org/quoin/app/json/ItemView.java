// An evidence item as JSON: what a search hit shows of it.
package org.quoin.app.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quoin.app.Quoin;
import org.quoin.graph.Vocabulary;
import org.quoin.search.EvidenceDocument;

/// @param id `paper/name`
/// @param iri the item's IRI
/// @param kind key of its kind
/// @param kindLabel for people
/// @param statement the coder's words, or null
/// @param headline the statement, or else the first quote
/// @param paper id of the paper it stands in
/// @param study id of the study that reports it
/// @param studyLabel the study's title, or words of its text when the source carries none
/// @param studyTitle the title alone, or null
/// @param section heading above the first quote, or null
/// @param state key of the scheme `curation-state`
/// @param fictional from a study written for demonstration
/// @param concepts levels, factors, facets and their values
/// @param studyConcepts what is known of the study: setting, country, design, ...
/// @param quotes the words it rests on, at least one
/// @param context the sentence around the first quote
public record ItemView(
        String id,
        String iri,
        String kind,
        String kindLabel,
        @Nullable String statement,
        String headline,
        String paper,
        String study,
        String studyLabel,
        @Nullable String studyTitle,
        @Nullable String section,
        String state,
        boolean fictional,
        List<ConceptView> concepts,
        List<ConceptView> studyConcepts,
        List<QuoteView> quotes,
        String context) {
    public static ItemView of(EvidenceDocument document, Quoin quoin) {
        Vocabulary vocabulary = quoin.vocabulary();
        return new ItemView(
                document.id().value(),
                quoin.iris().item(document.id()).getURI(),
                document.kind().key(),
                vocabulary.kind(document.kind()).label(),
                document.statement(),
                document.headline(),
                document.paper().value(),
                document.study().value(),
                document.studyLabel(),
                document.studyTitle(),
                document.section(),
                document.state(),
                document.fictional(),
                ConceptView.of(document.concepts(), vocabulary),
                ConceptView.of(document.studyConcepts(), vocabulary),
                QuoteView.of(document.quotations(), quoin.iris()),
                document.context());
    }
}
