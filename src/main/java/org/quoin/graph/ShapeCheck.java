// SHACL validation of what a change touches, or of the whole base.
package org.quoin.graph;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.NodeShape;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.quoin.model.Violation;

final class ShapeCheck {
    /// Looks at every term of the whole graph it is given, ontology and all; [QuoteCheck] does it for the
    /// paper.
    private static final String NAMESPACE = "NamespaceShape";
    /// What [QuoteCheck] and [PartCheck] have said already when a change is checked, and far faster.
    private static final Set<String> CHECKED_IN_CODE =
            Set.of(NAMESPACE, "SliceShape", "ContextShape", "AmbiguityShape", PartCheck.SHAPE);

    private final Iris iris;
    private final Vocabulary vocabulary;
    private final List<Target> targets;

    /// A shape that targets nodes, and what they are validated against.
    private record Target(Shape shape, List<Shape> parts) {}

    ShapeCheck(Iris iris, Vocabulary vocabulary) {
        this.iris = iris;
        this.vocabulary = vocabulary;
        this.targets = vocabulary.shapes().getTargetShapes().stream()
                .map(shape -> new Target(shape, withMessagesOfConstraints(shape)))
                .toList();
    }

    /// Jena gives the message of a shape to whatever its SPARQL constraints find, and what their own messages
    /// say of the values found is lost. Hence those constraints are validated as a shape of the same name
    /// without a message.
    private static List<Shape> withMessagesOfConstraints(Shape shape) {
        List<Constraint> telling = shape.getConstraints().stream()
                .filter(c -> c instanceof SparqlConstraint sparql && sparql.getMessage() != null)
                .toList();
        if (telling.isEmpty() || shape.getMessages().isEmpty() || !shape.isNodeShape()) {
            return List.of(shape);
        }
        List<Constraint> others = shape.getConstraints().stream()
                .filter(c -> !telling.contains(c))
                .toList();
        return List.of(
                part(shape, shape.getMessages(), others, shape.getPropertyShapes()),
                part(shape, List.of(), telling, List.of()));
    }

    private static Shape part(
            Shape shape,
            Collection<Node> messages,
            Collection<Constraint> constraints,
            Collection<PropertyShape> propertyShapes) {
        return new NodeShape(
                shape.getShapeGraph(),
                shape.getShapeNode(),
                shape.deactivated(),
                shape.getSeverity(),
                messages,
                shape.getTargets(),
                constraints,
                propertyShapes);
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
    List<CheckResult> check(Graph graph, Graph rest, boolean afterQuoteCheck) {
        var own = new Union(graph, vocabulary.all());
        var data = new Overlay(own, rest);
        var context = ValidationContext.create(vocabulary.shapes(), data);
        for (Target target : targets) {
            String name = shapeName(target.shape().getShapeNode());
            if (name.equals(NAMESPACE) || (afterQuoteCheck && CHECKED_IN_CODE.contains(name))) {
                continue;
            }
            for (Node focus : VLib.focusNodes(own, target.shape())) {
                if (graph.contains(focus, Node.ANY, Node.ANY)) {
                    target.parts().forEach(part -> VLib.validateShape(context, data, part, focus));
                }
            }
        }
        return context.generateReport().getEntries().stream().map(this::result).toList();
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

    private CheckResult result(ReportEntry entry) {
        String message = entry.message();
        return new CheckResult(
                new Violation(
                        iris.shortForm(entry.focusNode()),
                        shapeName(entry.source()),
                        message == null ? "breaks this shape" : message,
                        CheckResult.shown(iris, entry.value())),
                entry);
    }

    /// A property shape is called after the node shape it belongs to: `QuotationShape-voice`.
    private static String shapeName(Node shape) {
        String name = shape.isURI() ? shape.getURI().replaceFirst(".*[#/]", "") : "Shape";
        int part = name.indexOf('-');
        return part < 0 ? name : name.substring(0, part);
    }
}
