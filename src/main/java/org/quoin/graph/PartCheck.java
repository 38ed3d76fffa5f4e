// The door's own check of the parts of a text: each is a range of a text of the same paper.
package org.quoin.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/// `TextPartShape` says the same for others to use; a full text has a hundred parts, and a SPARQL constraint
/// for each would cost more than all else.
final class PartCheck {
    static final String SHAPE = "TextPartShape";

    private final Iris iris;
    private final Vocabulary vocabulary;
    private final Graph graph;
    private final List<CheckResult> results = new ArrayList<>();

    private PartCheck(Iris iris, Vocabulary vocabulary, Graph graph) {
        this.iris = iris;
        this.vocabulary = vocabulary;
        this.graph = graph;
    }

    static List<CheckResult> check(Iris iris, Vocabulary vocabulary, Graph graph) {
        var check = new PartCheck(iris, vocabulary, graph);
        graph.find(Node.ANY, RDF.type.asNode(), Terms.TextPart)
                .mapWith(Triple::getSubject)
                .forEachRemaining(check::part);
        return check.results;
    }

    private void part(Node part) {
        Optional<Integer> length = only(part, Terms.partOf).flatMap(text -> number(text, Terms.codePointLength));
        if (length.isEmpty()) {
            report(part, "it must be part of one text version of this paper (quoin:partOf)", null);
            return;
        }
        Optional<Integer> start = number(part, Terms.startOffset);
        Optional<Integer> end = number(part, Terms.endOffset);
        if (start.isEmpty() || end.isEmpty() || start.get() >= end.get() || end.get() > length.get()) {
            report(
                    part,
                    "its place must be a range of the text, which has " + length.get()
                            + " code points: 0 <= quoin:startOffset < quoin:endOffset <= length",
                    only(part, Terms.startOffset).orElse(null));
            return;
        }
        boolean headed =
                graph.contains(part, Terms.headingStart, Node.ANY) || graph.contains(part, Terms.headingEnd, Node.ANY);
        if (headed) {
            int from = number(part, Terms.headingStart).orElse(-1);
            int to = number(part, Terms.headingEnd).orElse(-1);
            if (from < start.get() || to <= from || to > end.get()) {
                report(
                        part,
                        "its heading must stand inside it: quoin:headingStart and quoin:headingEnd are wrong",
                        null);
            }
        }
    }

    private Optional<Integer> number(Node subject, Node property) {
        return only(subject, property)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .filter(digits -> digits.matches("[0-9]{1,9}"))
                .map(Integer::valueOf);
    }

    private Optional<Node> only(Node subject, Node property) {
        List<Node> values = graph.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    private void report(Node part, String message, @Nullable Node value) {
        results.add(CheckResult.inCode(iris, vocabulary, part, SHAPE, message, value));
    }
}
