// Writes a paper, its text and its evidence as triples.
package org.quoin.graph;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;
import org.quoin.model.CodingOrigin;
import org.quoin.model.ConceptRef;
import org.quoin.model.EvidenceItem;
import org.quoin.model.Paper;
import org.quoin.model.PaperId;
import org.quoin.model.Publication;
import org.quoin.model.Quotation;
import org.quoin.model.SourceFile;
import org.quoin.model.TextPart;
import org.quoin.text.NormalisedText;

/// One writer a paper.
final class PaperWriter {
    /// How the name of an author goes on after the paper's, before the number.
    static final String AUTHOR = "#author-";

    private final Iris iris;
    private final Vocabulary vocabulary;
    private final Graph graph = GraphFactory.createGraphMem();
    private final PaperRecord record;
    private final Paper paper;
    private final PaperId id;

    PaperWriter(Iris iris, Vocabulary vocabulary, PaperRecord record) {
        this.iris = iris;
        this.vocabulary = vocabulary;
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
            Node author = NodeFactory.createURI(node.getURI() + AUTHOR + (i + 1));
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
        writePublication(node);
        Node study = iris.study(paper.study());
        type(study, Terms.Study);
        if (paper.fictional()) {
            Node yes = NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean);
            add(node, Terms.fictional, yes);
            add(study, Terms.fictional, yes);
        }
        optional(node, Terms.retracted, paper.retracted());
        writeTexts();
        record.files().forEach(this::writeFile);
        for (int i = 0; i < record.parts().size(); i++) {
            writePart(i + 1, record.parts().get(i));
        }
        var codes = new CodebookMapper(iris);
        record.codes().forEach(code -> codes.write(graph, code));
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

    private void writePublication(Node node) {
        Publication publication = paper.publication();
        optional(node, Terms.publicationName, publication.container());
        optional(node, Terms.volume, publication.volume());
        optional(node, Terms.issue, publication.issue());
        optional(node, Terms.pageRange, publication.pages());
        optional(node, Terms.pubMedId, publication.pmid());
        optional(node, Terms.pubMedCentralId, publication.pmcid());
        publication.keywords().forEach(keyword -> add(node, Terms.keyword, string(keyword)));
        String licence = publication.licence();
        if (licence != null) {
            boolean iri = licence.matches("https?://[^\\s<>\"{}|^`\\\\]+");
            add(node, Terms.license, iri ? NodeFactory.createURI(licence) : string(licence));
        }
    }

    private void optional(Node subject, Node property, @Nullable String value) {
        if (value != null) {
            add(subject, property, string(value));
        }
    }

    /// @param number in the order of the text, from 1
    private void writePart(int number, TextPart part) {
        Node text = iris.text(id, record.text().sha256());
        Node node = NodeFactory.createURI(text.getURI() + "#part-" + number);
        type(node, Terms.TextPart);
        part.classes().forEach(cls -> type(node, NodeFactory.createURI(cls)));
        add(node, Terms.partOf, text);
        add(node, Terms.startOffset, count(part.span().start()));
        add(node, Terms.endOffset, count(part.span().end()));
        if (part.heading() != null) {
            add(node, Terms.headingStart, count(part.heading().start()));
            add(node, Terms.headingEnd, count(part.heading().end()));
        }
        optional(node, RDFS.label.asNode(), part.label());
    }

    /// Each after the one it revises.
    private void writeTexts() {
        @Nullable Node before = null;
        for (NormalisedText version : record.earlier()) {
            before = writeText(version, before);
        }
        writeText(record.text(), before);
    }

    private Node writeText(NormalisedText version, @Nullable Node before) {
        Node text = iris.text(id, version.sha256());
        type(text, Terms.TextVersion);
        add(text, Terms.text, string(version.value()));
        add(text, Terms.sha256, string(version.sha256()));
        add(text, Terms.codePointLength, count(version.codePointLength()));
        add(text, Terms.specializationOf, iris.paper(id));
        if (before != null) {
            add(text, Terms.wasRevisionOf, before);
        }
        return text;
    }

    private void writeFile(SourceFile source) {
        Node file = iris.file(source.sha256());
        add(iris.text(id, record.text().sha256()), Terms.wasDerivedFrom, file);
        type(file, Terms.Entity);
        add(file, RDFS.label.asNode(), string(source.name()));
        add(file, Terms.fileSha256, string(source.sha256()));
    }

    private void writeOrigin(Node coding, CodingOrigin origin) {
        origin.codes().forEach(code -> add(coding, Terms.code, iris.code(code)));
        optional(coding, Terms.identifier, origin.identifier());
        if (origin.at() != null) {
            add(
                    coding,
                    Terms.generatedAtTime,
                    NodeFactory.createLiteralDT(origin.at().toString(), XSDDatatype.XSDdateTime));
        }
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
        writeOrigin(coding, item.origin());
        concepts(node, Terms.atLevel, item.levels());
        concepts(node, Terms.factor, item.factors());
        concepts(node, Terms.facet, item.facets());
        concepts(node, Terms.facetValue, item.facetValues());
        add(coding, Terms.curationState, Vocabulary.conceptNode(new ConceptRef("curation-state", item.state())));
        Node agent = iris.agent(item.codedBy().id());
        add(coding, Terms.wasAttributedTo, agent);
        AgentMapper.triples(agent, item.codedBy()).forEach(graph::add);
    }

    private Node writeQuotation(Quotation quotation) {
        Node node = quotation(iris, id, quotation, graph);
        if (record.isLost(quotation)) {
            add(node, Terms.lostIn, iris.text(id, record.text().sha256()));
        }
        return node;
    }

    /// Adds a quotation to a graph and gives its name.
    static Node quotation(Iris iris, PaperId paper, Quotation quotation, Graph graph) {
        Node node = iris.quotation(paper, quotation.textSha256(), quotation.span());
        Node words = Iris.quote(node);
        Node position = NodeFactory.createURI(node.getURI() + "#position");
        Stream.of(
                        Triple.create(node, RDF.type.asNode(), Terms.Quotation),
                        Triple.create(
                                node, Terms.voice, Vocabulary.conceptNode(new ConceptRef("voice", quotation.voice()))),
                        Triple.create(node, Terms.hasSource, iris.text(paper, quotation.textSha256())),
                        Triple.create(node, Terms.hasSelector, words),
                        Triple.create(words, RDF.type.asNode(), Terms.TextQuoteSelector),
                        Triple.create(words, Terms.exact, string(quotation.exact())),
                        Triple.create(words, Terms.prefix, string(quotation.prefix())),
                        Triple.create(words, Terms.suffix, string(quotation.suffix())),
                        Triple.create(node, Terms.hasSelector, position),
                        Triple.create(position, RDF.type.asNode(), Terms.TextPositionSelector),
                        Triple.create(
                                position, Terms.start, count(quotation.span().start())),
                        Triple.create(
                                position, Terms.end, count(quotation.span().end())))
                .forEach(graph::add);
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
