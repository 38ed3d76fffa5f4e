// By what a paper is known to be the same as another: its registered numbers, and its text.
package org.quoin.graph;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.quoin.model.PaperId;

final class PaperIdentity {
    /// In the order in which they are trusted: a DOI is one paper's, while two papers may print the same short
    /// text.
    private static final List<Node> KEYS = List.of(Terms.doi, Terms.pubMedId, Terms.pubMedCentralId, Terms.sha256);

    /// By what two papers with the same short text are told apart: `Editorial` is the title of many.
    private static final List<Node> TELLING = List.of(
            Terms.doi, Terms.pubMedId, Terms.pubMedCentralId, Terms.issued, Terms.volume, Terms.issue, Terms.pageRange);

    private PaperIdentity() {}

    /// Something that is one paper's alone.
    record Key(Node property, Node value) {
        String name() {
            return property.getURI().replaceFirst(".*[#/]", "");
        }

        @Override
        public String toString() {
            return name() + " " + value.getLiteralLexicalForm();
        }
    }

    /// Whatever a paper's graph is known by.
    static List<Key> of(Graph content) {
        return KEYS.stream()
                .flatMap(property -> content
                        .find(Node.ANY, property, Node.ANY)
                        .filterKeep(t -> t.getObject().isLiteral())
                        .mapWith(t -> new Key(property, t.getObject()))
                        .toList()
                        .stream())
                .distinct()
                .toList();
    }

    static Set<String> names(Graph content) {
        return of(content).stream().map(Key::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    /// Another paper of the base that has one of the keys, and which; the most trusted key decides.
    static Optional<GraphStore.Same> find(DatasetGraph dataset, Iris iris, PaperId own, Graph content) {
        for (Key key : of(content)) {
            Optional<PaperId> other = Iter.asStream(dataset.findNG(Node.ANY, Node.ANY, key.property(), key.value()))
                    .flatMap(quad -> iris.paperOfGraph(quad.getGraph()).stream())
                    .filter(paper -> !paper.equals(own)
                            && (!key.property().equals(Terms.sha256)
                                    || !toldApart(content, dataset.getGraph(iris.graph(paper)))))
                    .min(PaperId::compareTo);
            if (other.isPresent()) {
                return Optional.of(new GraphStore.Same(other.get(), key.toString()));
            }
        }
        return Optional.empty();
    }

    /// The most trusted key that two papers' graphs share; empty when they are two papers.
    static Optional<Key> shared(Graph one, Graph other) {
        List<Key> keys = of(other);
        return of(one).stream()
                .filter(key -> keys.contains(key) && (!key.property().equals(Terms.sha256) || !toldApart(one, other)))
                .findFirst();
    }

    private static boolean toldApart(Graph one, Graph other) {
        return TELLING.stream().anyMatch(property -> {
            Set<Node> ones = values(one, property);
            Set<Node> others = values(other, property);
            return !ones.isEmpty() && !others.isEmpty() && Collections.disjoint(ones, others);
        });
    }

    private static Set<Node> values(Graph content, Node property) {
        return content.find(Node.ANY, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toSet();
    }
}
