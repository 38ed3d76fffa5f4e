// A new text of a paper: what is carried over to it from the text before, and what is lost.
package org.quoin.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.quoin.model.PaperId;
import org.quoin.model.Quotation;
import org.quoin.text.Anchor;
import org.quoin.text.Anchoring;
import org.quoin.text.QuoteSelector;

/// Works on triples and not on records, so that what Quoin does not know of itself, decisions and other
/// people's annotations, stays with the paper.
final class TextRevision {
    private final Iris iris;
    private final Vocabulary vocabulary;
    private final PaperId id;
    private final Graph graph = GraphFactory.createGraphMem();
    private final PaperReader stored;
    private final Map<Node, Node> renamed = new LinkedHashMap<>();
    private final List<Quotation> carried = new ArrayList<>();
    private final List<Revision.Lost> lost = new ArrayList<>();

    /// @param graph the paper as it is stored
    TextRevision(Iris iris, Vocabulary vocabulary, PaperId id, Graph graph) {
        this.iris = iris;
        this.vocabulary = vocabulary;
        this.id = id;
        GraphUtil.addInto(this.graph, graph);
        this.stored = new PaperReader(iris, vocabulary, id, graph);
    }

    /// @param fresh the paper with its new text, of which no evidence is taken; what it tells of the paper goes
    ///     before what is stored, but for the study, which a person may have set
    void to(PaperRecord fresh) {
        Graph content = new PaperWriter(iris, vocabulary, fresh.with(fresh.paper(), List.of())).write();
        tell(content);
        List<Node> before = stored.versions(iris.paper(id));
        Node text = iris.text(id, fresh.text().sha256());
        addText(content, text, before);
        graph.remove(Node.ANY, Terms.lostIn, Node.ANY);
        var anchor = new Anchor(fresh.text());
        for (Node quotation : quotations()) {
            if (!graph.contains(quotation, Terms.hasSource, text)) {
                carry(quotation, anchor, text);
            }
        }
    }

    /// What the paper's graph becomes.
    Graph content() {
        return graph;
    }

    /// Quotations that have another name in the new text, by their old one: whoever refers to them must be told.
    Map<Node, Node> renamed() {
        return renamed;
    }

    List<Quotation> carried() {
        return carried;
    }

    List<Revision.Lost> lost() {
        return lost;
    }

    /// Puts the new names of quotations in the place of the old ones.
    static void rename(Graph graph, Map<Node, Node> renamed) {
        renamed.forEach((old, fresh) -> graph.find(Node.ANY, Node.ANY, old)
                .toList()
                .forEach(t -> {
                    graph.delete(t);
                    graph.add(Triple.create(t.getSubject(), t.getPredicate(), fresh));
                }));
    }

    /// The bibliography as the new file tells it; a field it leaves out stays.
    private void tell(Graph content) {
        Node paper = iris.paper(id);
        Set<Node> told = content.find(paper, Node.ANY, Node.ANY)
                .mapWith(Triple::getPredicate)
                .filterDrop(Terms.reportsStudy::equals)
                .toSet();
        for (Node property : told) {
            List<Node> old = graph.find(paper, property, Node.ANY)
                    .mapWith(Triple::getObject)
                    .toList();
            graph.remove(paper, property, Node.ANY);
            if (property.equals(Terms.creator)) {
                old.forEach(author -> graph.remove(author, Node.ANY, Node.ANY));
            }
        }
        content.find(paper, Node.ANY, Node.ANY)
                .filterDrop(t -> t.getPredicate().equals(Terms.reportsStudy))
                .forEachRemaining(t -> {
                    graph.add(t);
                    if (t.getPredicate().equals(Terms.creator)) {
                        content.find(t.getObject(), Node.ANY, Node.ANY).forEachRemaining(graph::add);
                    }
                });
    }

    /// The new text with its parts becomes the last of the row; one that was there before leaves its old place.
    private void addText(Graph content, Node text, List<Node> before) {
        content.find()
                .filterKeep(t -> t.getSubject().equals(text)
                        || t.getSubject().getURI().startsWith(text.getURI() + "#")
                        || content.contains(text, Terms.wasDerivedFrom, t.getSubject()))
                .forEachRemaining(graph::add);
        List<Node> row = Stream.concat(before.stream().filter(version -> !version.equals(text)), Stream.of(text))
                .toList();
        row.forEach(version -> graph.remove(version, Terms.wasRevisionOf, Node.ANY));
        for (int i = 1; i < row.size(); i++) {
            graph.add(Triple.create(row.get(i), Terms.wasRevisionOf, row.get(i - 1)));
        }
    }

    private List<Node> quotations() {
        return graph.find(Node.ANY, RDF.type.asNode(), Terms.Quotation)
                .mapWith(Triple::getSubject)
                .toList();
    }

    private void carry(Node node, Anchor anchor, Node text) {
        Quotation quotation = stored.readQuotation(node);
        switch (find(quotation, anchor)) {
            case Anchoring.Exact(var span) -> {
                Quotation moved = anchor.quotation(id, span, quotation.voice());
                replace(node, moved);
                carried.add(moved);
            }
            case Anchoring.Moved(var span, String found, String why) ->
                lose(node, quotation, text, why + ": «" + found + "»");
            case Anchoring.Ambiguous(var places) ->
                lose(node, quotation, text, "the words stand at " + places.size() + " places");
            case Anchoring.Lost(String why, var nearest) -> lose(node, quotation, text, why);
        }
    }

    /// With the words around it first; words that stand once need none.
    private static Anchoring find(Quotation quotation, Anchor anchor) {
        Anchoring inContext = anchor.find(new QuoteSelector(quotation.exact(), quotation.prefix(), quotation.suffix()));
        return inContext instanceof Anchoring.Exact
                ? inContext
                : anchor.find(new QuoteSelector(quotation.exact(), "", ""));
    }

    private void lose(Node node, Quotation quotation, Node text, String why) {
        graph.add(Triple.create(node, Terms.lostIn, text));
        lost.add(new Revision.Lost(quotation, why));
    }

    private void replace(Node old, Quotation quotation) {
        Node fresh = iris.quotation(id, quotation.textSha256(), quotation.span());
        if (!graph.contains(fresh, Terms.hasSource, Node.ANY)) {
            PaperWriter.quotation(iris, id, quotation, graph);
        }
        graph.find(old, Terms.hasSelector, Node.ANY)
                .mapWith(Triple::getObject)
                .toList()
                .forEach(selector -> graph.remove(selector, Node.ANY, Node.ANY));
        graph.remove(old, Node.ANY, Node.ANY);
        rename(graph, Map.of(old, fresh));
        renamed.put(old, fresh);
    }
}
