// Reads a paper, its text and its evidence from triples that the write door has checked.
package org.quoin.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Agent;
import org.quoin.model.CodingOrigin;
import org.quoin.model.ConceptRef;
import org.quoin.model.EvidenceItem;
import org.quoin.model.ItemId;
import org.quoin.model.Kind;
import org.quoin.model.Paper;
import org.quoin.model.PaperId;
import org.quoin.model.Publication;
import org.quoin.model.Quotation;
import org.quoin.model.SourceFile;
import org.quoin.model.Span;
import org.quoin.model.StudyId;
import org.quoin.model.TextPart;
import org.quoin.text.NormalisedText;

/// One reader a paper.
final class PaperReader {
    private final Iris iris;
    private final Vocabulary vocabulary;
    private final PaperId id;
    private final Graph graph;
    private final Map<Node, Quotation> quotations = new HashMap<>();

    PaperReader(Iris iris, Vocabulary vocabulary, PaperId id, Graph graph) {
        this.iris = iris;
        this.vocabulary = vocabulary;
        this.id = id;
        this.graph = graph;
    }

    PaperRecord read() {
        Node node = iris.paper(id);
        List<Node> texts = versions(node);
        Node text = texts.getLast();
        var items = new ArrayList<EvidenceItem>();
        for (Node item : subjects(Terms.reportedIn, Node.ANY)) {
            iris.itemOf(item).ifPresent(itemId -> items.add(readItem(itemId, item)));
        }
        items.sort(Comparator.comparing(
                        (EvidenceItem i) -> i.quotations().getFirst().span())
                .thenComparing(EvidenceItem::id));
        return new PaperRecord(
                readPaper(node),
                readText(text),
                readFiles(text),
                readParts(text),
                texts.subList(0, texts.size() - 1).stream().map(this::readText).toList(),
                new CodebookMapper(iris).codes(graph),
                items);
    }

    /// The texts of the paper, each after the one it revises.
    List<Node> versions(Node paper) {
        List<Node> texts = subjects(Terms.specializationOf, paper);
        var ordered = new ArrayList<Node>();
        Optional<Node> next = texts.stream()
                .filter(text -> !graph.contains(Node.ANY, Terms.wasRevisionOf, text))
                .findFirst();
        while (next.isPresent()) {
            ordered.addFirst(next.get());
            next = object(next.get(), Terms.wasRevisionOf);
        }
        return ordered;
    }

    private NormalisedText readText(Node text) {
        return NormalisedText.restored(required(text, Terms.text));
    }

    private List<SourceFile> readFiles(Node text) {
        return objects(text, Terms.wasDerivedFrom).stream()
                .flatMap(file -> text(file, Terms.fileSha256)
                        .map(digest -> new SourceFile(required(file, RDFS.label.asNode()), digest))
                        .stream())
                .sorted(Comparator.comparing(SourceFile::name).thenComparing(SourceFile::sha256))
                .toList();
    }

    private Paper readPaper(Node node) {
        Node type = object(node, RDF.type.asNode()).orElse(Terms.Expression);
        List<String> authors = objects(node, Terms.creator).stream()
                .sorted(Comparator.comparingInt(PaperReader::numberOfAuthor))
                .map(author -> author.isLiteral()
                        ? author.getLiteralLexicalForm()
                        : text(author, RDFS.label.asNode()).orElseGet(() -> iris.shortForm(author)))
                .toList();
        return new Paper(
                id,
                studyId(object(node, Terms.reportsStudy).orElseThrow()),
                text(node, Terms.title).orElse(null),
                authors,
                text(node, Terms.issued)
                        .map(y -> Integer.valueOf(y.substring(0, 4)))
                        .orElse(null),
                text(node, Terms.doi).orElse(null),
                type.equals(Terms.Abstract) ? "abstract" : type.equals(Terms.JournalArticle) ? "article" : "other",
                text(node, Terms.language).orElse(null),
                // Both are ways to write the truth value true.
                text(node, Terms.fictional)
                        .filter(List.of("true", "1")::contains)
                        .isPresent(),
                text(node, Terms.retracted).orElse(null),
                new Publication(
                        text(node, Terms.publicationName).orElse(null),
                        text(node, Terms.volume).orElse(null),
                        text(node, Terms.issue).orElse(null),
                        text(node, Terms.pageRange).orElse(null),
                        text(node, Terms.pubMedId).orElse(null),
                        text(node, Terms.pubMedCentralId).orElse(null),
                        objects(node, Terms.keyword).stream()
                                .map(Node::getLiteralLexicalForm)
                                .sorted()
                                .toList(),
                        object(node, Terms.license)
                                .map(licence -> licence.isURI() ? licence.getURI() : licence.getLiteralLexicalForm())
                                .orElse(null)));
    }

    /// In the order of the text, a part before those in it.
    private List<TextPart> readParts(Node text) {
        return subjects(Terms.partOf, text).stream()
                .map(this::readPart)
                .sorted(Comparator.comparingInt((TextPart part) -> part.span().start())
                        .thenComparingInt(part -> -part.span().end())
                        .thenComparing(part -> part.classes().getFirst()))
                .toList();
    }

    private TextPart readPart(Node node) {
        return new TextPart(
                objects(node, RDF.type.asNode()).stream()
                        .filter(cls -> !cls.equals(Terms.TextPart))
                        .map(Node::getURI)
                        // Forms before functions, each by name.
                        .sorted(Comparator.comparingInt((String iri) -> iri.startsWith(Terms.DEO) ? 1 : 0)
                                .thenComparing(Comparator.naturalOrder()))
                        .toList(),
                span(node, Terms.startOffset, Terms.endOffset),
                graph.contains(node, Terms.headingStart, Node.ANY)
                        ? span(node, Terms.headingStart, Terms.headingEnd)
                        : null,
                text(node, RDFS.label.asNode()).orElse(null));
    }

    private Span span(Node node, Node start, Node end) {
        return new Span(Integer.parseInt(required(node, start)), Integer.parseInt(required(node, end)));
    }

    private static int numberOfAuthor(Node author) {
        String iri = author.isURI() ? author.getURI() : "";
        int mark = iri.lastIndexOf(PaperWriter.AUTHOR);
        try {
            return mark < 0 ? Integer.MAX_VALUE : Integer.parseInt(iri.substring(mark + PaperWriter.AUTHOR.length()));
        } catch (NumberFormatException notOurs) {
            return Integer.MAX_VALUE;
        }
    }

    private EvidenceItem readItem(ItemId itemId, Node item) {
        Node coding = subjects(Terms.hasBody, item).stream().findFirst().orElse(null);
        return new EvidenceItem(
                itemId,
                readKind(item),
                studyId(object(item, Terms.reportedIn).orElseThrow()),
                text(item, Terms.statement).orElse(null),
                readQuotations(item, Terms.evidencedBy),
                readQuotations(item, Terms.illustratedBy),
                concepts(item, Terms.atLevel),
                concepts(item, Terms.factor),
                concepts(item, Terms.facet),
                concepts(item, Terms.facetValue),
                coding == null
                        ? "suggested"
                        : concepts(coding, Terms.curationState).stream()
                                .map(ConceptRef::key)
                                .findFirst()
                                .orElse("suggested"),
                readAgent(coding),
                text(item, Terms.rationale).orElse(null),
                coding == null ? CodingOrigin.NONE : readOrigin(coding));
    }

    private CodingOrigin readOrigin(Node coding) {
        return new CodingOrigin(
                objects(coding, Terms.code).stream()
                        .flatMap(code -> iris.codeOf(code).stream())
                        .toList(),
                text(coding, Terms.generatedAtTime).flatMap(PaperNames::instant).orElse(null),
                text(coding, Terms.identifier).orElse(null));
    }

    private Kind readKind(Node item) {
        return objects(item, RDF.type.asNode()).stream()
                .flatMap(cls -> vocabulary.kindOfClass(cls).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(item + " is of no kind that the ontology knows"));
    }

    private Agent readAgent(@Nullable Node coding) {
        return Optional.ofNullable(coding)
                .flatMap(c -> object(c, Terms.wasAttributedTo))
                .flatMap(agent -> AgentMapper.read(iris, graph, agent))
                .orElseThrow(() -> new IllegalStateException("a coding in " + id + " names nobody"));
    }

    private List<Quotation> readQuotations(Node item, Node property) {
        return objects(item, property).stream()
                .map(node -> quotations.computeIfAbsent(node, this::readQuotation))
                .sorted(Comparator.comparing(Quotation::span))
                .toList();
    }

    Quotation readQuotation(Node node) {
        Node source = object(node, Terms.hasSource).orElseThrow();
        Node words = selector(node, Terms.exact);
        Node position = selector(node, Terms.start);
        return new Quotation(
                id,
                required(source, Terms.sha256),
                new Span(
                        Integer.parseInt(required(position, Terms.start)),
                        Integer.parseInt(required(position, Terms.end))),
                required(words, Terms.exact),
                text(words, Terms.prefix).orElse(""),
                text(words, Terms.suffix).orElse(""),
                concepts(node, Terms.voice).stream()
                        .map(ConceptRef::key)
                        .findFirst()
                        .orElse("author"));
    }

    private Node selector(Node quotation, Node property) {
        return objects(quotation, Terms.hasSelector).stream()
                .filter(s -> graph.contains(s, property, Node.ANY))
                .findFirst()
                .orElseThrow();
    }

    private StudyId studyId(Node study) {
        return iris.studyOf(study).orElseThrow(() -> new IllegalStateException(study + " is no study of this base"));
    }

    private List<ConceptRef> concepts(Node subject, Node property) {
        return objects(subject, property).stream()
                .flatMap(c -> Vocabulary.conceptOf(c).stream())
                .sorted()
                .toList();
    }

    private String required(Node subject, Node property) {
        return text(subject, property).orElseThrow();
    }

    private Optional<String> text(Node subject, Node property) {
        return object(subject, property).filter(Node::isLiteral).map(Node::getLiteralLexicalForm);
    }

    private Optional<Node> object(Node subject, Node property) {
        return objects(subject, property).stream().findFirst();
    }

    private List<Node> objects(Node subject, Node property) {
        return find(subject, property, Node.ANY, Triple::getObject);
    }

    private List<Node> subjects(Node property, Node object) {
        return find(Node.ANY, property, object, Triple::getSubject);
    }

    private List<Node> find(Node s, Node p, Node o, Function<Triple, Node> part) {
        return graph.find(s, p, o).mapWith(part).toList();
    }
}
