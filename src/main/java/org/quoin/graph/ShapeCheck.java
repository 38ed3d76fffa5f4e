// SHACL validation of what a change touches, or of the whole base.
package org.quoin.graph;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.quoin.model.Violation;

final class ShapeCheck {
    /// Looks at every term of the whole graph it is given, ontology and all; [QuoteCheck] does it for the paper.
    private static final String NAMESPACE = "NamespaceShape";
    /// What [QuoteCheck] has said already when a change is checked, and far faster.
    private static final Set<String> CHECKED_IN_CODE =
            Set.of(NAMESPACE, "SliceShape", "ContextShape", "AmbiguityShape");

    private final Iris iris;
    private final Vocabulary vocabulary;

    ShapeCheck(Iris iris, Vocabulary vocabulary) {
        this.iris = iris;
        this.vocabulary = vocabulary;
    }

    /// Validates every subject of a graph against every shape that targets it, with the ontology and the rest
    /// of the base in sight.
    ///
    /// Shape by shape rather than node by node: the nodes that a shape targets are looked up once, and only
    /// among the graph's own.
    ///
    /// @param graph whose subjects are checked
    /// @param rest what else there is: a comparison names findings of other papers
    /// @param afterQuoteCheck whether to leave out the shapes that [QuoteCheck] has held the same graph against
    List<Violation> check(Graph graph, Graph rest, boolean afterQuoteCheck) {
        var own = new Union(graph, vocabulary.all());
        var data = new Overlay(own, rest);
        var context = ValidationContext.create(vocabulary.shapes(), data);
        for (Shape shape : vocabulary.shapes().getTargetShapes()) {
            String name = shapeName(shape.getShapeNode());
            if (name.equals(NAMESPACE) || (afterQuoteCheck && CHECKED_IN_CODE.contains(name))) {
                continue;
            }
            for (Node focus : VLib.focusNodes(own, shape)) {
                if (graph.contains(focus, Node.ANY, Node.ANY)) {
                    VLib.validateShape(context, data, shape, focus);
                }
            }
        }
        return context.generateReport().getEntries().stream()
                .map(this::violation)
                .toList();
    }

    /// Two graphs as one. Unlike Jena's union it looks for what both hold in the second one alone, which
    /// answers few questions: the first one's answers need not be kept while they are read.
    private static final class Overlay extends GraphBase {
        private final Graph first;
        private final Graph second;

        Overlay(Graph first, Graph second) {
            this.first = first;
            this.second = second;
        }

        @Override
        protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
            return first.find(pattern).andThen(second.find(pattern).filterDrop(first::contains));
        }
    }

    private Violation violation(ReportEntry entry) {
        Node value = entry.value();
        String message = entry.message();
        return new Violation(
                iris.shortForm(entry.focusNode()),
                shapeName(entry.source()),
                message == null ? "breaks this shape" : message,
                value == null ? null : value.isLiteral() ? value.getLiteralLexicalForm() : iris.shortForm(value));
    }

    /// A property shape is called after the node shape it belongs to: `QuotationShape-voice`.
    private static String shapeName(Node shape) {
        String name = shape.isURI() ? shape.getURI().replaceFirst(".*[#/]", "") : "Shape";
        int part = name.indexOf('-');
        return part < 0 ? name : name.substring(0, part);
    }
}
