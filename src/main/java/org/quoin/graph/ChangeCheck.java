// What a change would do to the base, and whether it may.
package org.quoin.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.quoin.model.CodebookId;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.SynthesisId;
import org.quoin.model.Violation;

/// Reads only; may be used by several threads, each inside a read of its own.
final class ChangeCheck {
    private static final int MAX_REPORTED = 1_000;

    /// Properties that a shape follows from object to subject: a coding is judged by the decisions about it.
    static final Set<Node> READ_BACKWARDS = Set.of(
            Terms.translatedTo,
            Terms.decides,
            Terms.reportsStudy,
            Terms.wasRevisionOf,
            Terms.hasSource,
            Terms.specializationOf);

    private final Iris iris;
    private final Vocabulary vocabulary;
    private final Entailment entailment;
    private final ShapeCheck shapeCheck;

    ChangeCheck(Iris iris, Vocabulary vocabulary, Entailment entailment) {
        this.iris = iris;
        this.vocabulary = vocabulary;
        this.entailment = entailment;
        this.shapeCheck = new ShapeCheck(iris, vocabulary);
    }

    /// What a graph is to become, and what that adds to it and takes from it.
    record Difference(Graph wanted, List<Triple> added, List<Triple> removed) {}

    /// The differences that a change makes to graphs that people fill and to what follows from them; none when it
    /// changes
    /// nothing.
    ///
    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) with a [Violation] for each broken rule;
    ///     ([Problem.Forbidden]) when the change touches another graph
    Map<Node, Difference> check(DatasetGraph dataset, Change change) {
        Map<Node, Difference> differences = compare(dataset, change);
        requireValid(dataset, differences);
        differences.putAll(entailed(dataset, differences));
        return differences;
    }

    /// Everything wrong with a graph that is in the base, by code and by every shape.
    List<CheckResult> results(DatasetGraph dataset, GraphName name, Graph content) {
        return results(name, content, new OtherGraphs(dataset, iris, Set.of(iris.graph(name))), true);
    }

    private Map<Node, Difference> compare(DatasetGraph dataset, Change change) {
        Map<Node, Difference> differences = differencesTo(dataset, change);
        for (Node name : differences.keySet()) {
            if (iris.nameOf(name).isEmpty()) {
                throw Problem.forbidden("the graph " + name + " is not a paper's graph: evidence goes into "
                        + iris.base() + "graph/paper/PAPER, what a synthesis makes of it into graph/synthesis/NAME,"
                        + " codes alone into graph/codebook/NAME; the ontology's graphs come from its files");
            }
        }
        return differences;
    }

    /// By graph; graphs that would stay as they are are left out.
    private static Map<Node, Difference> differencesTo(DatasetGraph dataset, Change change) {
        var differences = new LinkedHashMap<Node, Difference>();
        change.contents().forEach((name, wanted) -> {
            var added = new ArrayList<Triple>();
            var removed = new ArrayList<Triple>();
            Graph stored = dataset.getGraph(name);
            wanted.find().filterDrop(stored::contains).forEachRemaining(added::add);
            stored.find().filterDrop(wanted::contains).forEachRemaining(removed::add);
            if (!added.isEmpty() || !removed.isEmpty()) {
                differences.put(name, new Difference(wanted, added, removed));
            }
        });
        return differences;
    }

    /// What follows from the changed graphs, as further differences.
    private Map<Node, Difference> entailed(DatasetGraph dataset, Map<Node, Difference> differences) {
        var wanted = new Change(iris);
        differences.forEach(
                (name, difference) -> wanted.put(Iris.entailedGraph(name), entailment.of(difference.wanted())));
        return differencesTo(dataset, wanted);
    }

    /// Checks the changed graphs together with the whole base, and whatever in the base rests on what they say.
    /// What this costs grows with the change and with what rests on it, not with the base.
    private void requireValid(DatasetGraph dataset, Map<Node, Difference> differences) {
        var others = new OtherGraphs(dataset, iris, differences.keySet());
        var changed = new ChangedGraphs(wanted(differences));
        var violations = new ArrayList<CheckResult>();
        differences.forEach((name, difference) -> {
            Graph wanted = difference.wanted();
            if (!wanted.isEmpty()) {
                GraphName which = iris.nameOf(name).orElseThrow();
                violations.addAll(results(which, wanted, changed.beside(name, others), false));
            }
        });
        violations.addAll(restingOn(differences, changed, others));
        if (!violations.isEmpty()) {
            throw Problem.invalid(
                    "the change breaks " + violations.size() + (violations.size() == 1 ? " rule" : " rules")
                            + "; nothing was written",
                    violations.stream()
                            .map(CheckResult::violation)
                            .limit(MAX_REPORTED)
                            .toList());
        }
    }

    private static Map<Node, Graph> wanted(Map<Node, Difference> differences) {
        var wanted = new LinkedHashMap<Node, Graph>();
        differences.forEach((name, difference) -> wanted.put(name, difference.wanted()));
        return wanted;
    }

    private List<CheckResult> restingOn(Map<Node, Difference> differences, ChangedGraphs changed, OtherGraphs others) {
        var said = new HashSet<Node>();
        for (Difference difference : differences.values()) {
            Stream.concat(difference.added().stream(), difference.removed().stream())
                    // What another graph says too is neither new to the base nor gone from it.
                    .filter(t -> !others.contains(t))
                    .forEach(t -> {
                        said.add(t.getSubject());
                        if (READ_BACKWARDS.contains(t.getPredicate())) {
                            said.add(t.getObject());
                        }
                    });
        }
        Graph resting = others.restingOn(said);
        if (resting.isEmpty()) {
            return List.of();
        }
        return shapeCheck.check(resting, changed.beside(null, others), true);
    }

    /// Where the door's own check and a shape say the same of the same thing, it is said once.
    private List<CheckResult> results(GraphName name, Graph content, Graph others, boolean full) {
        List<CheckResult> own = switch (name) {
            case GraphName.OfPaper(PaperId paper) ->
                Stream.concat(
                                QuoteCheck.check(iris, vocabulary, paper, content).stream(),
                                PartCheck.check(iris, vocabulary, content).stream())
                        .toList();
            case GraphName.OfSynthesis(SynthesisId synthesis) ->
                SynthesisCheck.check(iris, vocabulary, synthesis, content, others);
            case GraphName.OfCodebook(CodebookId codebook) -> CodebookCheck.check(iris, vocabulary, codebook, content);
        };
        var all = new LinkedHashMap<Violation, CheckResult>();
        own.forEach(result -> all.putIfAbsent(result.violation(), result));
        shapeCheck.check(content, others, !full).stream()
                .filter(result -> own.stream().noneMatch(known -> saysTheSame(known.violation(), result.violation())))
                .forEach(result -> all.putIfAbsent(result.violation(), result));
        return all.values().stream()
                .sorted(Comparator.comparing(
                                (CheckResult result) -> result.violation().subject())
                        .thenComparing(result -> result.violation().shape()))
                .toList();
    }

    private static boolean saysTheSame(Violation known, Violation other) {
        return known.shape().equals(other.shape()) && other.subject().startsWith(known.subject());
    }
}
