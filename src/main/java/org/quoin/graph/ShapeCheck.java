// SHACL validation of what a change touches, or of the whole base.
package org.quoin.graph;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
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

    /// Validates every subject of a graph against every shape that targets it, with the ontology in sight.
    ///
    /// Shape by shape rather than node by node: the nodes that a shape targets are looked up once.
    ///
    /// @param afterQuoteCheck whether to leave out the shapes that [QuoteCheck] has held the same graph against
    List<Violation> check(Graph graph, boolean afterQuoteCheck) {
        var data = new Union(graph, vocabulary.all());
        var context = ValidationContext.create(vocabulary.shapes(), data);
        for (Shape shape : vocabulary.shapes().getTargetShapes()) {
            String name = shapeName(shape.getShapeNode());
            if (name.equals(NAMESPACE) || (afterQuoteCheck && CHECKED_IN_CODE.contains(name))) {
                continue;
            }
            for (Node focus : VLib.focusNodes(data, shape)) {
                if (graph.contains(focus, Node.ANY, Node.ANY)) {
                    VLib.validateShape(context, data, shape, focus);
                }
            }
        }
        return context.generateReport().getEntries().stream()
                .map(this::violation)
                .toList();
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
