// What the index keeps of one evidence item: flat, self-contained, enough to show a hit without asking the graph.
package org.quoin.search;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.model.ConceptRef;
import org.quoin.model.ItemId;
import org.quoin.model.Kind;
import org.quoin.model.PaperId;
import org.quoin.model.Quotation;
import org.quoin.model.StudyId;

/// @param id the item
/// @param kind what it is
/// @param paper the paper it was coded in
/// @param study the study that reports it
/// @param studyLabel how the study is shown: its title, or words of its text when it has none
/// @param studyTitle the title alone, or null when the source carries none
/// @param section heading of the section the first quotation stands in, or null
/// @param statement the coder's words, or null
/// @param quotations the words it rests on, at least one
/// @param context the sentence or passage around the first quotation; it is indexed and embedded with a short
///     quote
/// @param concepts every concept of the item: levels, factors, facets and their values
/// @param studyConcepts facet values that the study's context statements give: `setting/rural`, `country/GB`
/// @param broader concepts above those of the item and of its study, at any distance: a filter by
///     `factor/culture` finds an item on `factor/trust` by them
/// @param topics names of what the item is about, preferred and others, from the ontology: a search for one of
///     them finds the item though its words are different
/// @param state key of the `curation-state` scheme
/// @param year in which the paper was published, or null
/// @param fictional from a study written for demonstration
public record EvidenceDocument(
        ItemId id,
        Kind kind,
        PaperId paper,
        StudyId study,
        String studyLabel,
        @Nullable String studyTitle,
        @Nullable String section,
        @Nullable String statement,
        List<Quotation> quotations,
        String context,
        List<ConceptRef> concepts,
        List<ConceptRef> studyConcepts,
        List<ConceptRef> broader,
        List<String> topics,
        String state,
        @Nullable Integer year,
        boolean fictional) {
    public EvidenceDocument {
        quotations = List.copyOf(quotations);
        concepts = List.copyOf(concepts);
        studyConcepts = List.copyOf(studyConcepts);
        broader = List.copyOf(broader);
        topics = List.copyOf(topics);
    }

    public String headline() {
        return statement != null ? statement : quotations.getFirst().exact();
    }

    /// The texts the item is found by, none blank and none twice: title, section, topics, statement, quotes,
    /// context.
    /// A short quote says little alone: on quote retrieval the words around it gained more than anything else
    /// (nDCG@10 0.76 to 0.87 for BM25, 0.58 to 0.86 for bge-small-en-v1.5). The quote stands here although the
    /// context holds it, or items from one sentence would all be alike.
    public List<String> texts() {
        return Stream.of(
                        Stream.ofNullable(studyTitle),
                        Stream.ofNullable(section),
                        topics.isEmpty() ? Stream.<String>empty() : Stream.of(String.join(", ", topics)),
                        Stream.ofNullable(statement),
                        quotations.stream().map(Quotation::exact),
                        Stream.of(context))
                .flatMap(texts -> texts)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    /// [#texts()] as one passage: what an [Embedder] makes the item's vector of.
    public String passage() {
        return Passage.joined(texts());
    }
}
