// What the graphs of a change are to become: what each of them is checked together with.
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
final class ChangedGraphs {
    private record Changed(Node name, Graph wanted) {}

    private record Reference(Node predicate, Node object) {}

    private final List<Changed> all;
    private final Map<Node, Set<Changed>> bySubject = new HashMap<>();
    private final Map<Reference, Set<Changed>> byReference = new HashMap<>();

    /// @param wanted by the names of the graphs
    ChangedGraphs(Map<Node, Graph> wanted) {
        all = wanted.entrySet().stream()
                .map(entry -> new Changed(entry.getKey(), entry.getValue()))
                .toList();
        for (Changed one : all) {
            one.wanted().find().forEachRemaining(triple -> {
                add(bySubject, triple.getSubject(), one);
                add(byReference, new Reference(triple.getPredicate(), triple.getObject()), one);
            });
        }
    }

    private static <K> void add(Map<K, Set<Changed>> index, K speaksOf, Changed one) {
        index.computeIfAbsent(speaksOf, key -> LinkedHashSet.newLinkedHashSet(1))
                .add(one);
    }

    /// These graphs, but for one of them, together with those that stay as they are.
    ///
    /// @param own name of the graph to leave out, or null
    Graph beside(@Nullable Node own, Graph others) {
        return all.stream().allMatch(one -> one.name().equals(own)) ? others : new Union(new But(own), others);
    }

    private final class But extends GraphBase {
        private final @Nullable Node own;

        But(@Nullable Node own) {
            this.own = own;
        }

        @Override
        protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
            Iterator<Changed> speaking = speaking(pattern).stream()
                    .filter(one -> !one.name().equals(own))
                    .iterator();
            // One study reported by two papers is described in two graphs.
            return WrappedIterator.create(
                    Iter.distinct(Iter.flatMap(speaking, one -> one.wanted().find(pattern))));
        }

        private Collection<Changed> speaking(Triple pattern) {
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
