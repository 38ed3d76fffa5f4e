// A concept of a scheme as JSON.
package org.quoin.app.json;

import java.util.Collection;
import java.util.List;
import org.quoin.graph.Vocabulary;
import org.quoin.model.ConceptRef;

/// @param scheme name of its scheme
/// @param key its key there; `scheme=key` is a filter of the search
/// @param label for people
/// @param iri its IRI
public record ConceptView(String scheme, String key, String label, String iri) {
    static List<ConceptView> of(Collection<ConceptRef> refs, Vocabulary vocabulary) {
        return refs.stream()
                .map(ref -> new ConceptView(
                        ref.scheme(),
                        ref.key(),
                        vocabulary.concept(ref).map(Vocabulary.Concept::label).orElse(ref.key()),
                        Vocabulary.iri(ref)))
                .toList();
    }
}
