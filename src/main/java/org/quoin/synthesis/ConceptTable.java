// The ontology's concepts, numbered.
package org.quoin.synthesis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quoin.graph.Vocabulary;
import org.quoin.graph.Vocabulary.Concept;
import org.quoin.model.ConceptRef;

/// An open base has one ontology as long as it is open, so the numbers stay.
final class ConceptTable {
    private final Map<ConceptRef, Integer> numbers = new HashMap<>();
    private final List<Concept> concepts = new ArrayList<>();
    private final List<int[]> above = new ArrayList<>();
    private final List<Integer> depths = new ArrayList<>();

    ConceptTable(Vocabulary vocabulary) {
        vocabulary
                .schemes()
                .values()
                .forEach(scheme -> scheme.concepts().forEach(concept -> {
                    numbers.put(concept.ref(), concepts.size());
                    concepts.add(concept);
                }));
        for (Concept concept : concepts) {
            above.add(numbers(List.copyOf(vocabulary.above(concept.ref()))));
            depths.add(depth(vocabulary, concept));
        }
    }

    /// 1 for a concept with nothing above it; by the shortest way up.
    private static int depth(Vocabulary vocabulary, Concept concept) {
        int depth = 1;
        var seen = new HashSet<ConceptRef>();
        Set<ConceptRef> level = Set.of(concept.ref());
        while (level.stream()
                .allMatch(ref -> !vocabulary
                        .concept(ref)
                        .map(Concept::broader)
                        .orElse(List.of())
                        .isEmpty())) {
            var next = new HashSet<ConceptRef>();
            level.forEach(ref ->
                    next.addAll(vocabulary.concept(ref).map(Concept::broader).orElse(List.of())));
            next.removeAll(seen);
            if (next.isEmpty()) {
                break;
            }
            seen.addAll(next);
            level = next;
            depth++;
        }
        return depth;
    }

    int size() {
        return concepts.size();
    }

    Concept concept(int number) {
        return concepts.get(number);
    }

    int depth(int number) {
        return depths.get(number);
    }

    /// Those above it, at any distance.
    int[] above(int number) {
        return above.get(number);
    }

    /// @throws IllegalArgumentException when the ontology has no such concept, which the write door refuses
    int number(ConceptRef ref) {
        Integer number = numbers.get(ref);
        if (number == null) {
            throw new IllegalArgumentException("the ontology has no concept " + ref);
        }
        return number;
    }

    int[] numbers(List<ConceptRef> refs) {
        return refs.stream().filter(numbers::containsKey).mapToInt(this::number).toArray();
    }
}
