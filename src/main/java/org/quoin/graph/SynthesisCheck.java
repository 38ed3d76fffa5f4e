// The door's own check of a synthesis's graph: it makes claims about claims that are in the base, says nothing in
// a study's place, and calls no bare title a finding.
package org.quoin.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;
import org.quoin.model.SynthesisId;

final class SynthesisCheck {
    private static final String PLACE = "PlaceShape";
    /// Fewer words than this name a topic and say nothing of it.
    private static final int WORDS_OF_A_SENTENCE = 5;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}'’-]+");
    private static final Set<Node> REFER_TO_CLAIMS = Set.of(Terms.aggregates, Terms.from, Terms.to, Terms.assesses);

    private final Iris iris;
    private final Vocabulary vocabulary;
    private final SynthesisId synthesis;
    private final Graph graph;
    private final Graph others;
    private final List<CheckResult> results;

    private SynthesisCheck(Iris iris, Vocabulary vocabulary, SynthesisId synthesis, Graph graph, Graph others) {
        this.iris = iris;
        this.vocabulary = vocabulary;
        this.synthesis = synthesis;
        this.graph = graph;
        this.others = others;
        this.results = new ArrayList<>(TermCheck.check(iris, vocabulary, graph));
    }

    /// @param synthesis whose graph this is to be
    /// @param graph its whole new content, not empty
    /// @param others the rest of the base, where the claims are
    static List<CheckResult> check(Iris iris, Vocabulary vocabulary, SynthesisId synthesis, Graph graph, Graph others) {
        var check = new SynthesisCheck(iris, vocabulary, synthesis, graph, others);
        check.itself();
        check.subjects();
        check.claims();
        check.findings();
        check.rationales();
        return check.results;
    }

    private void itself() {
        Node node = iris.synthesis(synthesis);
        if (!graph.contains(node, RDF.type.asNode(), Terms.Synthesis)
                || !graph.contains(node, RDFS.label.asNode(), Node.ANY)
                || !graph.contains(node, Terms.wasAssociatedWith, Node.ANY)) {
            report(
                    node,
                    PLACE,
                    "the synthesis itself is missing from its graph: type it quoin:Synthesis, give it a title"
                            + " (rdfs:label) and say who makes it (prov:wasAssociatedWith)",
                    null);
        }
    }

    /// Of a study's claim a synthesis says into which of its categories it translates it, and nothing else.
    private void subjects() {
        for (Node subject : graph.find().mapWith(Triple::getSubject).toSet()) {
            if (subject.equals(iris.synthesis(synthesis))
                    || iris.partOfSynthesis(synthesis, subject).isPresent()
                    || iris.agentOf(subject).isPresent()
                    || subject.isBlank()) {
                continue;
            }
            boolean translatesOnly = graph.find(subject, Node.ANY, Node.ANY)
                    .filterDrop(triple -> triple.getPredicate().equals(Terms.translatedTo))
                    .toList()
                    .isEmpty();
            if (!translatesOnly) {
                report(
                        subject,
                        PLACE,
                        "it does not belong to this synthesis: its own parts have IRIs that begin with "
                                + iris.synthesis(synthesis) + "/; what a paper says stands in the paper's graph",
                        null);
            }
        }
        for (Node property : List.of(Terms.wasAttributedTo, Terms.wasAssociatedWith)) {
            graph.find(Node.ANY, property, Node.ANY)
                    .mapWith(Triple::getObject)
                    .filterKeep(agent -> iris.agentOf(agent).isEmpty())
                    .forEachRemaining(agent ->
                            report(agent, PLACE, "its IRI must have the form " + iris.base() + "agent/NAME", null));
        }
    }

    private void claims() {
        var told = new HashSet<Node>();
        graph.find(Node.ANY, Terms.translatedTo, Node.ANY).forEachRemaining(triple -> {
            isInTheBase(triple.getSubject(), told);
            if (!graph.contains(triple.getObject(), RDF.type.asNode(), Terms.Category)) {
                report(
                        triple.getSubject(),
                        "TranslationShape",
                        "it is translated to what is no category of this synthesis: make the category first",
                        triple.getObject());
            }
        });
        graph.find()
                .filterKeep(triple -> REFER_TO_CLAIMS.contains(triple.getPredicate()))
                .mapWith(Triple::getObject)
                .filterKeep(claim -> iris.partOfSynthesis(synthesis, claim).isEmpty())
                .forEachRemaining(claim -> isInTheBase(claim, told));
        for (Node cls : List.of(Terms.Category, Terms.SynthesisedFinding)) {
            graph.find(Node.ANY, RDF.type.asNode(), cls)
                    .mapWith(Triple::getSubject)
                    .filterDrop(claim -> graph.contains(claim, Terms.wasGeneratedBy, iris.synthesis(synthesis)))
                    .forEachRemaining(claim -> report(
                            claim,
                            "SynthesisShape",
                            "it does not say that this synthesis made it (prov:wasGeneratedBy)",
                            null));
        }
    }

    private void isInTheBase(Node claim, Set<Node> told) {
        if (!others.contains(claim, Terms.reportedIn, Node.ANY) && told.add(claim)) {
            report(
                    claim,
                    "ClaimCheck",
                    "there is no such claim in the base: import its paper first, or correct the name (PAPER/NAME)",
                    null);
        }
    }

    private void findings() {
        Set<String> titles = new HashSet<>();
        graph.find(Node.ANY, SKOS.prefLabel.asNode(), Node.ANY)
                .forEachRemaining(
                        triple -> words(triple).map(SynthesisCheck::plain).ifPresent(titles::add));
        graph.find(Node.ANY, RDF.type.asNode(), Terms.SynthesisedFinding)
                .mapWith(Triple::getSubject)
                .toList()
                .forEach(finding -> graph.find(finding, Terms.statement, Node.ANY)
                        .forEachRemaining(triple -> words(triple)
                                .filter(statement -> titles.contains(plain(statement)) || isBare(statement))
                                .ifPresent(bare -> report(
                                        finding,
                                        "SynthesisedFindingShape",
                                        "its statement is a bare title: say in a sentence what the studies show"
                                                + " about it together",
                                        triple.getObject()))));
    }

    private static boolean isBare(String statement) {
        return plain(statement).split(" ", -1).length < WORDS_OF_A_SENTENCE;
    }

    private void rationales() {
        graph.find(Node.ANY, Terms.rationale, Node.ANY)
                .forEachRemaining(triple -> words(triple)
                        .filter(String::isBlank)
                        .ifPresent(blank -> report(
                                triple.getSubject(),
                                "RationaleCheck",
                                "its quoin:rationale is blank: say in words why it was judged so",
                                null)));
    }

    private static Optional<String> words(Triple triple) {
        return Optional.of(triple.getObject()).filter(Node::isLiteral).map(Node::getLiteralLexicalForm);
    }

    private static String plain(String words) {
        return BETWEEN_WORDS
                .matcher(words.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    private void report(Node focus, String check, String message, @Nullable Node offending) {
        results.add(CheckResult.inCode(iris, vocabulary, focus, check, message, offending));
    }
}
