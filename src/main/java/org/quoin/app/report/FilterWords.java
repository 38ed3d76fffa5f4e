// A filter in words.
package org.quoin.app.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quoin.app.SearchNames;
import org.quoin.graph.Vocabulary;
import org.quoin.model.ConceptRef;
import org.quoin.model.StudyId;
import org.quoin.search.SearchFilter;

final class FilterWords {
    private FilterWords() {}

    /// One sentence a dimension, by the names and labels of the ontology; empty when everything is let through.
    static List<String> of(SearchFilter filter, Vocabulary vocabulary) {
        var sentences = new ArrayList<String>();
        add(sentences, "kind", filter.kinds(), kind -> vocabulary.kind(kind).label());
        add(sentences, "study", filter.studies(), StudyId::value);
        add(sentences, "voice", filter.voices(), key -> label(vocabulary, new ConceptRef("voice", key)));
        add(sentences, "state of review", filter.states(), key -> label(vocabulary, SearchNames.state(key)));
        Map<String, List<ConceptRef>> schemes = filter.concepts().stream()
                .collect(Collectors.groupingBy(ConceptRef::scheme, TreeMap::new, Collectors.toList()));
        schemes.forEach((scheme, concepts) ->
                add(sentences, scheme.replace('-', ' '), concepts, ref -> label(vocabulary, ref)));
        add(sentences, "year", filter.years(), Object::toString);
        if (filter.fictional() != null) {
            sentences.add(
                    filter.fictional()
                            ? "Only studies that were written for demonstration."
                            : "Without the studies that were written for demonstration.");
        }
        return sentences;
    }

    private static <T> void add(List<String> to, String name, Collection<T> values, Function<T, String> label) {
        if (!values.isEmpty()) {
            to.add(values.stream()
                    .map(label)
                    .sorted()
                    .collect(Collectors.joining(" or ", "Only with the " + name + " ", ".")));
        }
    }

    private static String label(Vocabulary vocabulary, ConceptRef ref) {
        return vocabulary.require(ref).label();
    }
}
