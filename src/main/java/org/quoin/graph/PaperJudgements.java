// What was recorded in a graph besides evidence: how claims compare, and what a text does not hold.
package org.quoin.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;
import org.quoin.model.ConceptRef;
import org.quoin.model.ItemId;
import org.quoin.model.PaperId;

/// @param comparisons of a claim with one of another study, sorted by IRI
/// @param absences sorted by IRI
public record PaperJudgements(List<Comparison> comparisons, List<Absence> absences) {
    /// Somebody's judgement on two claims of different studies.
    ///
    /// @param iri names it
    /// @param from the claim it starts from
    /// @param to the claim that this one is compared with
    /// @param relation key of the `relation` scheme: `contradicts`
    /// @param rationale why, or null
    /// @param by who judged
    public record Comparison(
            String iri,
            ItemId from,
            ItemId to,
            String relation,
            @Nullable String rationale,
            String by) {}

    /// A record that a text was read for something and does not hold it.
    ///
    /// @param iri names it
    /// @param paper whose text was read
    /// @param text IRI of the text version that was read
    /// @param sought concepts it was read for; those that are not of a scheme, as categories of a synthesis,
    ///     are left out
    /// @param sense key of the `absence` scheme: `looked-for-and-absent` when the study itself looked for it,
    ///     `not-reported` when the text is silent
    /// @param by who recorded it
    public record Absence(String iri, PaperId paper, String text, List<ConceptRef> sought, String sense, String by) {
        public Absence {
            sought = List.copyOf(sought);
        }
    }

    public PaperJudgements {
        comparisons = List.copyOf(comparisons);
        absences = List.copyOf(absences);
    }

    /// @param graph of a paper or a synthesis, whose content the write door has checked
    public static PaperJudgements of(Iris iris, Graph graph) {
        return new PaperJudgements(
                instances(graph, Terms.FindingComparison)
                        .flatMap(node -> comparison(iris, graph, node).stream())
                        .sorted(Comparator.comparing(Comparison::iri))
                        .toList(),
                instances(graph, Terms.AbsenceRecord)
                        .flatMap(node -> absence(iris, graph, node).stream())
                        .sorted(Comparator.comparing(Absence::iri))
                        .toList());
    }

    private static Optional<Comparison> comparison(Iris iris, Graph graph, Node node) {
        Optional<ItemId> from = objects(graph, node, Terms.from).findFirst().flatMap(iris::itemOf);
        Optional<ItemId> to = objects(graph, node, Terms.to).findFirst().flatMap(iris::itemOf);
        Optional<ConceptRef> relation =
                objects(graph, node, Terms.relation).findFirst().flatMap(Vocabulary::conceptOf);
        return from.isEmpty() || to.isEmpty() || relation.isEmpty()
                ? Optional.empty()
                : Optional.of(new Comparison(
                        node.toString(),
                        from.get(),
                        to.get(),
                        relation.get().key(),
                        objects(graph, node, Terms.rationale)
                                .map(Node::getLiteralLexicalForm)
                                .sorted()
                                .findFirst()
                                .orElse(null),
                        agent(iris, graph, node)));
    }

    private static Optional<Absence> absence(Iris iris, Graph graph, Node node) {
        Optional<Node> text = objects(graph, node, Terms.soughtIn).findFirst();
        Optional<PaperId> paper = text.flatMap(iris::paperIn);
        Optional<ConceptRef> sense =
                objects(graph, node, Terms.absence).findFirst().flatMap(Vocabulary::conceptOf);
        return paper.isEmpty() || sense.isEmpty()
                ? Optional.empty()
                : Optional.of(new Absence(
                        node.toString(),
                        paper.get(),
                        text.get().toString(),
                        objects(graph, node, Terms.soughtConcept)
                                .flatMap(concept -> Vocabulary.conceptOf(concept).stream())
                                .sorted()
                                .toList(),
                        sense.get().key(),
                        agent(iris, graph, node)));
    }

    private static String agent(Iris iris, Graph graph, Node node) {
        return objects(graph, node, Terms.wasAttributedTo)
                .map(agent -> objects(graph, agent, RDFS.label.asNode())
                        .map(Node::getLiteralLexicalForm)
                        .sorted()
                        .findFirst()
                        .orElseGet(() -> iris.shortForm(agent)))
                .sorted()
                .findFirst()
                .orElse("");
    }

    private static Stream<Node> instances(Graph graph, Node cls) {
        return graph.find(Node.ANY, RDF.type.asNode(), cls).mapWith(Triple::getSubject).toList().stream();
    }

    private static Stream<Node> objects(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream();
    }
}
