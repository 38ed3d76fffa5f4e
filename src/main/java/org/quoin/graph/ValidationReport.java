// What validation found: for people as violations, for other programs as a SHACL validation report.
package org.quoin.graph;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.shared.PrefixMapping;
import org.quoin.model.Violation;

/// Holds what the shapes found and what checks in code found alike, so that one report tells all.
public final class ValidationReport {
    private final Vocabulary vocabulary;
    private final List<CheckResult> results;

    ValidationReport(Vocabulary vocabulary, List<CheckResult> results) {
        this.vocabulary = vocabulary;
        this.results = List.copyOf(results);
    }

    /// This report and what a check outside of the graph found.
    ///
    /// @param focus the resource that a violation is about
    public ValidationReport and(List<Violation> found, Function<Violation, Node> focus) {
        return new ValidationReport(
                vocabulary,
                Stream.concat(
                                results.stream(),
                                found.stream().map(v -> CheckResult.inCode(vocabulary, v, focus.apply(v), null)))
                        .toList());
    }

    public boolean conforms() {
        return results.isEmpty();
    }

    public List<Violation> violations() {
        return results.stream().map(CheckResult::violation).toList();
    }

    /// One `sh:ValidationReport` with a `sh:ValidationResult` for each violation (SHACL, section 3.6).
    ///
    /// What a check in code found names the shape that says the same rule in `sh:sourceShape`, where there is
    /// one, and the check itself in `sh:sourceConstraintComponent`, as `urn:x-quoin:check:NAME`.
    public Graph toGraph() {
        var report = org.apache.jena.shacl.ValidationReport.create();
        report.addPrefixes(PrefixMapping.Factory.create()
                .setNsPrefixes(vocabulary.prefixes())
                .setNsPrefixes(Map.of("shapes", Terms.SHAPES)));
        results.forEach(result -> report.addReportEntry(result.entry()));
        return report.build().getGraph();
    }

    /// Writes [#toGraph()] as Turtle.
    public void writeTurtle(OutputStream out) {
        RDFWriter.source(toGraph()).format(RDFFormat.TURTLE_PRETTY).output(out);
    }
}
