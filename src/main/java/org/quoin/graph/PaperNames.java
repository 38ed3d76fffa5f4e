// The names that a paper's graph gives to its text and codings, and when these were made: what records leave
// out.
package org.quoin.graph;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.quoin.model.ItemId;
import org.quoin.model.PaperId;
import org.quoin.model.Quotation;

/// Records made elsewhere and imported as RDF may have other names than those that Quoin gives.
public final class PaperNames {
    private final Iris iris;
    private final PaperId paper;
    private final Graph graph;
    private final Map<ItemId, Node> codings = new HashMap<>();

    /// @param graph the paper's named graph
    public PaperNames(Iris iris, PaperId paper, Graph graph) {
        this.iris = iris;
        this.paper = paper;
        this.graph = graph;
        graph.find(Node.ANY, Terms.hasBody, Node.ANY)
                .forEachRemaining(
                        t -> iris.itemOf(t.getObject()).ifPresent(item -> codings.putIfAbsent(item, t.getSubject())));
    }

    /// A text version of the paper.
    ///
    /// @param sha256 its digest
    public String text(String sha256) {
        return graph.find(Node.ANY, Terms.specializationOf, iris.paper(paper))
                .mapWith(Triple::getSubject)
                .filterKeep(text ->
                        text.isURI() && graph.contains(text, Terms.sha256, NodeFactory.createLiteralString(sha256)))
                .nextOptional()
                .orElseGet(() -> iris.text(paper, sha256))
                .getURI();
    }

    /// A quotation of the paper; empty when it has another name than Quoin's own.
    public Optional<String> quotation(Quotation quotation) {
        Node node = iris.quotation(paper, quotation.textSha256(), quotation.span());
        return graph.contains(node, Terms.hasSource, Node.ANY) ? Optional.of(node.getURI()) : Optional.empty();
    }

    /// The coding of an item.
    public String coding(ItemId item) {
        Node coding = codings.get(item);
        return coding != null && coding.isURI()
                ? coding.getURI()
                : iris.coding(item).getURI();
    }

    /// When an item was coded; empty when nobody wrote it down with its time zone.
    public Optional<Instant> codedAt(ItemId item) {
        return Optional.ofNullable(codings.get(item))
                .flatMap(coding -> graph.find(coding, Terms.generatedAtTime, Node.ANY)
                        .mapWith(Triple::getObject)
                        .filterKeep(Node::isLiteral)
                        .nextOptional())
                .flatMap(time -> instant(time.getLiteralLexicalForm()));
    }

    static Optional<Instant> instant(String dateTime) {
        try {
            return Optional.of(OffsetDateTime.parse(dateTime).toInstant());
        } catch (DateTimeException withoutZone) {
            return Optional.empty();
        }
    }
}
