// Records to RDF and back: the only place that knows how a paper looks as triples.
package org.quoin.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Agent;
import org.quoin.model.ConceptRef;
import org.quoin.model.EvidenceItem;
import org.quoin.model.ItemId;
import org.quoin.model.Kind;
import org.quoin.model.Paper;
import org.quoin.model.PaperId;
import org.quoin.model.Quotation;
import org.quoin.model.Span;
import org.quoin.model.StudyId;
import org.quoin.text.NormalisedText;

/// Every resource has an IRI of its own, made of what identifies it, so that the same content gives
/// the same triples wherever and whenever it is imported.
public final class PaperMapper {
    private final Iris iris;
    private final Vocabulary vocabulary;

    public PaperMapper(Iris iris, Vocabulary vocabulary) {
        this.iris = iris;
        this.vocabulary = vocabulary;
    }

    /// The content of the paper's named graph.
    public Graph toGraph(PaperRecord record) {
        return new Writer(record).write();
    }

    /// Reads a paper's named graph, whose content the write door has checked.
    ///
    /// @return empty when the graph holds no such paper
    public Optional<PaperRecord> fromGraph(PaperId id, Graph graph) {
        return graph.contains(iris.paper(id), Terms.reportsStudy, Node.ANY)
                ? Optional.of(new Reader(id, graph).read())
                : Optional.empty();
    }

    private final class Writer {
        private final Graph graph = GraphFactory.createGraphMem();
        private final PaperRecord record;
        private final Paper paper;
        private final PaperId id;

        Writer(PaperRecord record) {
            this.record = record;
            this.paper = record.paper();
            this.id = paper.id();
        }

        Graph write() {
            Node node = iris.paper(id);
            type(node, paperClass());
            add(node, Terms.reportsStudy, iris.study(paper.study()));
            if (paper.title() != null) {
                add(node, Terms.title, words(paper.title()));
            }
            for (int i = 0; i < paper.authors().size(); i++) {
                // The number keeps the order of the names, which a set of triples would lose.
                Node author = NodeFactory.createURI(node.getURI() + "#author-" + (i + 1));
                add(node, Terms.creator, author);
                type(author, Terms.Person);
                add(author, RDFS.label.asNode(), string(paper.authors().get(i)));
            }
            if (paper.year() != null) {
                add(node, Terms.issued, NodeFactory.createLiteralDT(paper.year().toString(), XSDDatatype.XSDgYear));
            }
            if (paper.doi() != null) {
                add(node, Terms.doi, string(paper.doi()));
            }
            if (paper.language() != null) {
                add(node, Terms.language, string(paper.language()));
            }
            Node study = iris.study(paper.study());
            type(study, Terms.Study);
            if (paper.fictional()) {
                Node yes = NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean);
                add(node, Terms.fictional, yes);
                add(study, Terms.fictional, yes);
            }
            writeText();
            record.items().forEach(this::writeItem);
            return graph;
        }

        private Node paperClass() {
            return switch (paper.type()) {
                case "abstract" -> Terms.Abstract;
                case "article" -> Terms.JournalArticle;
                default -> Terms.Expression;
            };
        }

        private void writeText() {
            Node text = iris.text(id, record.text().sha256());
            type(text, Terms.TextVersion);
            add(text, Terms.text, string(record.text().value()));
            add(text, Terms.sha256, string(record.text().sha256()));
            add(text, Terms.codePointLength, count(record.text().codePointLength()));
            add(text, Terms.specializationOf, iris.paper(id));
        }

        private void writeItem(EvidenceItem item) {
            Node node = iris.item(item.id());
            type(node, NodeFactory.createURI(vocabulary.kind(item.kind()).iri()));
            add(node, Terms.reportedIn, iris.study(item.study()));
            if (item.statement() != null) {
                add(node, Terms.statement, words(item.statement()));
            }
            if (item.rationale() != null) {
                add(node, Terms.rationale, words(item.rationale()));
            }
            Node coding = iris.coding(item.id());
            type(coding, Terms.Coding);
            add(coding, Terms.hasBody, node);
            for (Quotation quotation : item.quotations()) {
                Node quoted = writeQuotation(quotation);
                add(node, Terms.evidencedBy, quoted);
                add(coding, Terms.hasTarget, quoted);
            }
            for (Quotation quotation : item.illustrations()) {
                add(node, Terms.illustratedBy, writeQuotation(quotation));
            }
            concepts(node, Terms.atLevel, item.levels());
            concepts(node, Terms.factor, item.factors());
            concepts(node, Terms.facet, item.facets());
            concepts(node, Terms.facetValue, item.facetValues());
            add(coding, Terms.curationState, Vocabulary.conceptNode(new ConceptRef("curation-state", item.state())));
            Node agent = iris.agent(item.codedBy().id());
            add(coding, Terms.wasAttributedTo, agent);
            type(
                    agent,
                    switch (item.codedBy().type()) {
                        case PERSON -> Terms.Person;
                        case ORGANIZATION -> Terms.Organization;
                        case SOFTWARE -> Terms.SoftwareAgent;
                    });
            add(agent, RDFS.label.asNode(), string(item.codedBy().name()));
        }

        private Node writeQuotation(Quotation quotation) {
            Node node = iris.quotation(id, quotation.textSha256(), quotation.span());
            type(node, Terms.Quotation);
            add(node, Terms.hasSource, iris.text(id, quotation.textSha256()));
            add(node, Terms.voice, Vocabulary.conceptNode(new ConceptRef("voice", quotation.voice())));
            Node words = NodeFactory.createURI(node.getURI() + "#quote");
            add(node, Terms.hasSelector, words);
            type(words, Terms.TextQuoteSelector);
            add(words, Terms.exact, string(quotation.exact()));
            add(words, Terms.prefix, string(quotation.prefix()));
            add(words, Terms.suffix, string(quotation.suffix()));
            Node position = NodeFactory.createURI(node.getURI() + "#position");
            add(node, Terms.hasSelector, position);
            type(position, Terms.TextPositionSelector);
            add(position, Terms.start, count(quotation.span().start()));
            add(position, Terms.end, count(quotation.span().end()));
            return node;
        }

        private void concepts(Node subject, Node property, List<ConceptRef> refs) {
            refs.forEach(ref -> add(subject, property, Vocabulary.conceptNode(ref)));
        }

        private void type(Node subject, Node cls) {
            add(subject, RDF.type.asNode(), cls);
        }

        private void add(Node subject, Node property, Node object) {
            graph.add(Triple.create(subject, property, object));
        }

        private Node words(String text) {
            return paper.language() == null ? string(text) : NodeFactory.createLiteralLang(text, paper.language());
        }

        private static Node string(String text) {
            return NodeFactory.createLiteralString(text);
        }

        private static Node count(int number) {
            return NodeFactory.createLiteralDT(Integer.toString(number), XSDDatatype.XSDnonNegativeInteger);
        }
    }

    private final class Reader {
        private final PaperId id;
        private final Graph graph;
        private final Map<Node, Quotation> quotations = new HashMap<>();

        Reader(PaperId id, Graph graph) {
            this.id = id;
            this.graph = graph;
        }

        PaperRecord read() {
            Node node = iris.paper(id);
            Node text = subjects(Terms.specializationOf, node).getFirst();
            var items = new ArrayList<EvidenceItem>();
            for (Node item : subjects(Terms.reportedIn, Node.ANY)) {
                iris.itemOf(item).ifPresent(itemId -> items.add(readItem(itemId, item)));
            }
            items.sort(Comparator.comparing(
                            (EvidenceItem i) -> i.quotations().getFirst().span())
                    .thenComparing(EvidenceItem::id));
            return new PaperRecord(readPaper(node), NormalisedText.restored(required(text, Terms.text)), items);
        }

        private Paper readPaper(Node node) {
            Node type = object(node, RDF.type.asNode()).orElse(Terms.Expression);
            List<String> authors = objects(node, Terms.creator).stream()
                    .sorted(Comparator.comparingInt(Reader::numberOfAuthor))
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
                            .isPresent());
        }

        private static int numberOfAuthor(Node author) {
            String iri = author.isURI() ? author.getURI() : "";
            int mark = iri.lastIndexOf("#author-");
            try {
                return mark < 0 ? Integer.MAX_VALUE : Integer.parseInt(iri.substring(mark + "#author-".length()));
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
                    text(item, Terms.rationale).orElse(null));
        }

        private Kind readKind(Node item) {
            return objects(item, RDF.type.asNode()).stream()
                    .flatMap(cls -> vocabulary.kindOfClass(cls).stream())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(item + " is of no kind that the ontology knows"));
        }

        private Agent readAgent(@Nullable Node coding) {
            Node agent = Optional.ofNullable(coding)
                    .flatMap(c -> object(c, Terms.wasAttributedTo))
                    .orElseThrow(() -> new IllegalStateException("a coding in " + id + " names nobody"));
            Agent.Type type = graph.contains(agent, RDF.type.asNode(), Terms.Person)
                    ? Agent.Type.PERSON
                    : graph.contains(agent, RDF.type.asNode(), Terms.Organization)
                            ? Agent.Type.ORGANIZATION
                            : Agent.Type.SOFTWARE;
            return new Agent(
                    iris.agentOf(agent).orElseThrow(),
                    text(agent, RDFS.label.asNode()).orElseGet(() -> iris.shortForm(agent)),
                    type);
        }

        private List<Quotation> readQuotations(Node item, Node property) {
            return objects(item, property).stream()
                    .map(node -> quotations.computeIfAbsent(node, this::readQuotation))
                    .sorted(Comparator.comparing(Quotation::span))
                    .toList();
        }

        private Quotation readQuotation(Node node) {
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
            return iris.studyOf(study)
                    .orElseThrow(() -> new IllegalStateException(study + " is no study of this base"));
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
}
