// What the papers' graphs of a change are to become: what each of them is checked together with.
package org.quoin.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.jspecify.annotations.Nullable;

/// Knows which graphs speak of a resource: asking every graph for each question about each other graph would
/// make the check of an export of references grow with the square of its records.
final class ChangedPapers {
    private record Paper(Node name, Graph wanted) {}

    private record Reference(Node predicate, Node object) {}

    private final List<Paper> all;
    private final Map<Node, Set<Paper>> bySubject = new HashMap<>();
    private final Map<Reference, Set<Paper>> byReference = new HashMap<>();

    /// @param wanted by the names of the graphs
    ChangedPapers(Map<Node, Graph> wanted) {
        all = wanted.entrySet().stream()
                .map(entry -> new Paper(entry.getKey(), entry.getValue()))
                .toList();
        for (Paper paper : all) {
            paper.wanted().find().forEachRemaining(triple -> {
                add(bySubject, triple.getSubject(), paper);
                add(byReference, new Reference(triple.getPredicate(), triple.getObject()), paper);
            });
        }
    }

    private static <K> void add(Map<K, Set<Paper>> index, K speaksOf, Paper paper) {
        index.computeIfAbsent(speaksOf, key -> LinkedHashSet.newLinkedHashSet(1))
                .add(paper);
    }

    /// These papers, but for one of them, together with those that stay as they are.
    ///
    /// @param own name of the graph to leave out, or null
    Graph beside(@Nullable Node own, Graph others) {
        return all.stream().allMatch(paper -> paper.name().equals(own)) ? others : new Union(new But(own), others);
    }

    private final class But extends GraphBase {
        private final @Nullable Node own;

        But(@Nullable Node own) {
            this.own = own;
        }

        @Override
        protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
            Iterator<Paper> speaking = speaking(pattern).stream()
                    .filter(paper -> !paper.name().equals(own))
                    .iterator();
            // One study reported by two papers is described in two graphs.
            return WrappedIterator.create(
                    Iter.distinct(Iter.flatMap(speaking, paper -> paper.wanted().find(pattern))));
        }

        private Collection<Paper> speaking(Triple pattern) {
            Node predicate = pattern.getPredicate();
            Node object = pattern.getObject();
            if (pattern.getSubject().isConcrete()) {
                return bySubject.getOrDefault(pattern.getSubject(), Set.of());
            }
            // A literal matches others of the same value, which the map does not know.
            return predicate.isConcrete() && object.isConcrete() && !object.isLiteral()
                    ? byReference.getOrDefault(new Reference(predicate, object), Set.of())
                    : all;
        }
    }
}
