// The door's own check of one paper's graph: every quotation is the slice it says it is, of a text that is what
// its digest says, and every term and identifier is one that the base knows.
package org.quoin.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.quoin.model.PaperId;
import org.quoin.model.ProblemException;
import org.quoin.model.Quotation;
import org.quoin.model.Span;
import org.quoin.text.NormalisedText;

/// The shapes say the same of quotations in SHACL, for others to use; here it is said once more in
/// code, because this
/// is the promise, and because Unicode normalisation and the limits of a graph cannot be put into SHACL.
final class QuoteCheck {
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    private final Iris iris;
    private final Vocabulary vocabulary;
    private final PaperId paper;
    private final Graph graph;
    private final List<CheckResult> results = new ArrayList<>();
    private final Map<Node, Optional<NormalisedText>> texts = new HashMap<>();

    private QuoteCheck(Iris iris, Vocabulary vocabulary, PaperId paper, Graph graph) {
        this.iris = iris;
        this.vocabulary = vocabulary;
        this.paper = paper;
        this.graph = graph;
    }

    /// @param paper the paper whose graph this is to be
    /// @param graph its whole new content, not empty
    static List<CheckResult> check(Iris iris, Vocabulary vocabulary, PaperId paper, Graph graph) {
        var check = new QuoteCheck(iris, vocabulary, paper, graph);
        check.results.addAll(TermCheck.check(iris, vocabulary, graph));
        check.places();
        check.texts();
        check.quotations();
        return check.results;
    }

    /// Every resource of the base's own kinds stands under the base IRI, under this paper: otherwise
    /// pages, export and replacement would miss it.
    private void places() {
        if (!graph.contains(iris.paper(paper), Terms.reportsStudy, Node.ANY)) {
            report(
                    iris.paper(paper),
                    "PaperShape",
                    "the paper itself is missing from its graph: say which study it reports (quoin:reportsStudy)",
                    null);
        }
        graph.find(Node.ANY, RDF.type.asNode(), Node.ANY).forEachRemaining(t -> {
            Node subject = t.getSubject();
            Node cls = t.getObject();
            if (vocabulary.kindOfClass(cls).isPresent()) {
                place(
                        subject,
                        "item/" + paper + "/NAME",
                        iris.itemOf(subject).filter(i -> i.paper().equals(paper)));
            } else if (cls.equals(Terms.Study)) {
                place(subject, "study/NAME", iris.studyOf(subject));
            }
        });
        graph.find(Node.ANY, Terms.reportedIn, Node.ANY)
                .mapWith(Triple::getSubject)
                .toSet()
                .forEach(this::item);
        graph.find().mapWith(Triple::getSubject).toSet().forEach(this::isOfThisPaper);
        graph.find(iris.paper(paper), Terms.issued, Node.ANY).forEachRemaining(t -> {
            if (!t.getObject().isLiteral()
                    || !YEAR.matcher(t.getObject().getLiteralLexicalForm()).lookingAt()) {
                report(
                        t.getSubject(),
                        "PaperShape",
                        "its dcterms:issued must begin with a year of four digits; leave it out where none is known",
                        t.getObject());
            }
        });
        objects(Terms.wasAttributedTo).forEach(agent -> place(agent, "agent/NAME", iris.agentOf(agent)));
        objects(Terms.evidencedBy).forEach(this::isQuotation);
        objects(Terms.illustratedBy).forEach(this::isQuotation);
        graph.find(Node.ANY, Terms.reportsStudy, Node.ANY).forEachRemaining(t -> {
            if (!t.getSubject().equals(iris.paper(paper))) {
                report(
                        t.getSubject(),
                        "PaperShape",
                        "another paper stands in the graph of " + paper + ": one named graph holds one paper",
                        null);
            }
        });
        graph.find(Node.ANY, Terms.evidencedBy, Node.ANY).forEachRemaining(t -> {
            if (graph.find(t.getSubject(), RDF.type.asNode(), Node.ANY)
                    .filterKeep(type -> vocabulary.kindOfClass(type.getObject()).isPresent())
                    .toList()
                    .isEmpty()) {
                report(
                        t.getSubject(),
                        "ItemShape",
                        "it has a quote but no kind: give it one of the kinds of evidence",
                        null);
            }
        });
    }

    private void item(Node item) {
        if (!graph.contains(item, Terms.evidencedBy, Node.ANY)) {
            report(
                    item,
                    "ItemShape",
                    "no claim without its words: it needs at least one quotation (quoin:evidencedBy); an illustration"
                            + " does not replace it",
                    null);
        }
        if (!graph.contains(Node.ANY, Terms.hasBody, item)) {
            report(
                    item,
                    "CodingShape",
                    "nobody has coded it: add a quoin:Coding with the item as its oa:hasBody and who made it",
                    null);
        }
    }

    /// What one paper's graph says, readers of the union take for said of the whole base: of another paper and
    /// of the ontology it says nothing.
    private void isOfThisPaper(Node subject) {
        iris.synthesisIn(subject)
                .ifPresent(synthesis -> report(
                        subject,
                        "PlaceShape",
                        "it belongs to synthesis " + synthesis + ": what a synthesis makes stands in its own graph",
                        null));
        iris.paperIn(subject)
                .filter(other -> !other.equals(paper))
                .ifPresent(other -> report(
                        subject,
                        "PlaceShape",
                        "it belongs to paper " + other + ", and this graph to paper " + paper
                                + ": what is said of a paper stands in that paper's graph",
                        null));
    }

    private void place(Node subject, String pattern, Optional<?> identifier) {
        if (identifier.isEmpty()) {
            report(subject, "PlaceShape", "its IRI must have the form " + iris.base() + pattern, null);
        }
    }

    private void isQuotation(Node node) {
        if (!graph.contains(node, Terms.hasSource, Node.ANY)) {
            report(
                    node,
                    "QuotationShape",
                    "it is given as a quotation, but no quotation of this paper has that name: add it with its source,"
                            + " words and place",
                    null);
        }
    }

    private void texts() {
        List<Node> versions = subjects(Terms.text);
        if (versions.isEmpty()) {
            report(
                    iris.paper(paper),
                    "TextShape",
                    "its text is missing from its graph: add the quoin:TextVersion that is quoted",
                    null);
        } else {
            oneAfterTheOther(versions);
        }
        for (Node text : versions) {
            text(text);
            if (!graph.contains(text, Terms.specializationOf, iris.paper(paper))) {
                report(text, "TextShape", "a text in this graph must be a version of paper " + paper, null);
            }
        }
    }

    /// The versions of a text are a row: which one is read, searched and shown must not be a matter of taste.
    private void oneAfterTheOther(List<Node> versions) {
        List<Node> present = versions.stream()
                .filter(text -> !graph.contains(Node.ANY, Terms.wasRevisionOf, text))
                .toList();
        var reached = new LinkedHashSet<Node>();
        Optional<Node> next = present.stream().findFirst();
        while (next.isPresent() && reached.add(next.get())) {
            next = only(next.get(), Terms.wasRevisionOf);
        }
        if (present.size() != 1 || !reached.equals(new LinkedHashSet<>(versions))) {
            report(
                    iris.paper(paper),
                    "PaperShape",
                    "its graph holds " + versions.size() + " texts, which must form one row from the first to the"
                            + " present one: let each but the first say which one it revises (prov:wasRevisionOf)",
                    null);
        }
    }

    private Optional<NormalisedText> text(Node node) {
        return texts.computeIfAbsent(node, this::readText);
    }

    private Optional<NormalisedText> readText(Node node) {
        String stored = only(node, Terms.text)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .orElse(null);
        if (stored == null) {
            return Optional.empty();
        }
        NormalisedText text;
        try {
            text = NormalisedText.restored(stored);
        } catch (ProblemException notNormalised) {
            report(node, "TextShape", notNormalised.problem().detail(), null);
            return Optional.empty();
        }
        String digest = lexical(node, Terms.sha256);
        if (!text.sha256().equals(digest)) {
            report(
                    node,
                    "TextShape",
                    "its SHA-256 is " + text.sha256() + ", not what is written: a stored text never changes; import the"
                            + " other text as a new version",
                    value(node, Terms.sha256));
        }
        if (!Integer.toString(text.codePointLength()).equals(lexical(node, Terms.codePointLength))) {
            report(
                    node,
                    "TextShape",
                    "it has " + text.codePointLength() + " Unicode code points, not what is written",
                    value(node, Terms.codePointLength));
        }
        return Optional.of(text);
    }

    private void quotations() {
        for (Node quotation : subjects(Terms.hasSource)) {
            Optional<NormalisedText> text = only(quotation, Terms.hasSource).flatMap(this::text);
            Node words = selector(quotation, Terms.exact);
            Node position = selector(quotation, Terms.start);
            if (selectors(quotation, Terms.exact).size() > 1
                    || selectors(quotation, Terms.start).size() > 1) {
                // Only one of them would be held against the text.
                report(quotation, "QuotationShape", "it has the words or the place twice: keep the right one", null);
            }
            if (text.isEmpty()) {
                report(
                        quotation,
                        "QuotationShape",
                        "it quotes no text of paper " + paper + ": a quotation must be of a text stored with its paper",
                        words == null ? null : value(words, Terms.exact));
            } else if (words == null || position == null) {
                report(
                        quotation,
                        "QuotationShape",
                        "it needs both selectors: the words (oa:TextQuoteSelector) and the place"
                                + " (oa:TextPositionSelector)",
                        null);
            } else {
                slice(quotation, text.get(), words, position);
            }
        }
    }

    private void slice(Node quotation, NormalisedText text, Node words, Node position) {
        int start = number(position, Terms.start);
        int end = number(position, Terms.end);
        Node quoted = value(words, Terms.exact);
        String exact = lexical(words, Terms.exact);
        if (exact == null || start < 0 || end <= start || end > text.codePointLength()) {
            report(
                    quotation,
                    "SliceShape",
                    "its place " + start + "-" + end + " is not a range of the text, which has "
                            + text.codePointLength() + " code points: 0 <= start < end <= length is needed",
                    quoted);
            return;
        }
        var span = new Span(start, end);
        String there = text.slice(span);
        if (!there.equals(exact)) {
            report(
                    quotation,
                    "SliceShape",
                    "at " + start + "-" + end + " (Unicode code points, end exclusive) the text reads «"
                            + CheckResult.shorten(there) + "», not the quoted words: correct the offsets or the words",
                    quoted);
            return;
        }
        if (!text.isBoundary(start) || !text.isBoundary(end)) {
            report(
                    quotation,
                    "SliceShape",
                    "its place cuts a character in two (a letter and its accent, or an emoji sequence): move start or"
                            + " end to the character's edge",
                    quoted);
            return;
        }
        String prefix = Optional.ofNullable(lexical(words, Terms.prefix)).orElse("");
        String suffix = Optional.ofNullable(lexical(words, Terms.suffix)).orElse("");
        int charStart = text.charIndex(start);
        int charEnd = text.charIndex(end);
        if (!text.value().startsWith(prefix, charStart - prefix.length())) {
            report(
                    quotation,
                    "ContextShape",
                    "its prefix does not stand directly before the quoted words",
                    value(words, Terms.prefix));
        }
        if (!text.value().startsWith(suffix, charEnd)) {
            report(
                    quotation,
                    "ContextShape",
                    "its suffix does not stand directly after the quoted words",
                    value(words, Terms.suffix));
        }
        if (prefix.isEmpty()
                && suffix.isEmpty()
                && exact.length() < text.value().length()
                && occursTwice(text.value(), exact)) {
            report(
                    quotation,
                    "AmbiguityShape",
                    "the words occur more than once in the text: give a prefix or suffix of up to "
                            + Quotation.CONTEXT_LENGTH + " code points",
                    quoted);
        }
    }

    private static boolean occursTwice(String text, String words) {
        return text.indexOf(words, text.indexOf(words) + 1) >= 0;
    }

    private @Nullable Node selector(Node quotation, Node property) {
        return selectors(quotation, property).stream().findFirst().orElse(null);
    }

    private List<Node> selectors(Node quotation, Node property) {
        return graph.find(quotation, Terms.hasSelector, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(s -> graph.contains(s, property, Node.ANY))
                .toList();
    }

    private int number(Node subject, Node property) {
        String digits = lexical(subject, property);
        try {
            return digits == null ? -1 : Integer.parseInt(digits);
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }

    private @Nullable String lexical(Node subject, Node property) {
        return only(subject, property)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .orElse(null);
    }

    private @Nullable Node value(Node subject, Node property) {
        return only(subject, property).orElse(null);
    }

    /// The one value of a property; a second one is for the shapes to report.
    private Optional<Node> only(Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .nextOptional();
    }

    private List<Node> subjects(Node property) {
        return graph.find(Node.ANY, property, Node.ANY).mapWith(Triple::getSubject).toList().stream()
                .distinct()
                .toList();
    }

    private List<Node> objects(Node property) {
        return graph.find(Node.ANY, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .distinct()
                .toList();
    }

    private void report(Node focus, String check, String message, @Nullable Node offending) {
        results.add(CheckResult.inCode(iris, vocabulary, focus, check, message, offending));
    }
}
