// One result of a check, as a person is told it and as a SHACL validation report says it.
package org.quoin.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Violation;

/// @param violation in words, with short names
/// @param entry in nodes: focus, path, value, shape, component
record CheckResult(Violation violation, ReportEntry entry) {
    /// The constraint component of what is checked in code and not by a constraint of SHACL, one a check.
    static final String COMPONENT = GraphStore.BOOKKEEPING + "check:";

    private static final int SHOWN = 120;

    /// A rule that a check in code found broken.
    ///
    /// @param focus what breaks the rule
    /// @param check name of the shape that says the rule too, or of the check alone where no shape can say it
    /// @param value what offends, or null when there is nothing to show
    static CheckResult inCode(
            Iris iris, Vocabulary vocabulary, Node focus, String check, String message, @Nullable Node value) {
        String offending = shown(iris, value);
        var violation =
                new Violation(iris.shortForm(focus), check, message, offending == null ? null : shorten(offending));
        return inCode(vocabulary, violation, focus, value);
    }

    /// The same of a violation that has its words already.
    static CheckResult inCode(Vocabulary vocabulary, Violation violation, Node focus, @Nullable Node value) {
        ReportEntry entry = ReportEntry.create()
                .focusNode(focus)
                .value(value)
                .message(violation.message())
                .severity(Severity.Violation)
                .sourceConstraintComponent(NodeFactory.createURI(COMPONENT + violation.shape()));
        Node shape = NodeFactory.createURI(Terms.SHAPES + violation.shape());
        if (vocabulary.shapes().getShapeMap().containsKey(shape)) {
            entry.source(shape);
        }
        return new CheckResult(violation, entry);
    }

    /// A node in words: the text of a literal, the short name of a thing of the base.
    static @Nullable String shown(Iris iris, @Nullable Node value) {
        return value == null ? null : value.isLiteral() ? value.getLiteralLexicalForm() : iris.shortForm(value);
    }

    static String shorten(String words) {
        return words.codePointCount(0, words.length()) <= SHOWN
                ? words
                : words.substring(0, words.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
