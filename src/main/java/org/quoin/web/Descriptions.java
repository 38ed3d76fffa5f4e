// Makes the page of a resource: its triples and those of its parts.
package org.quoin.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;
import org.quoin.app.Quoin;
import org.quoin.web.page.ResourcePage;
import org.quoin.web.page.ResourcePage.Described;
import org.quoin.web.page.ResourcePage.Row;
import org.quoin.web.page.ResourcePage.Value;

final class Descriptions {
    private final Quoin quoin;
    private final Links links;

    Descriptions(Quoin quoin) {
        this.quoin = quoin;
        this.links = new Links(quoin);
    }

    ResourcePage page(String iri, Graph graph) {
        Node resource = NodeFactory.createURI(iri);
        Map<Node, List<Triple>> bySubject = new LinkedHashMap<>();
        bySubject.put(resource, new ArrayList<>());
        graph.find()
                .forEachRemaining(t -> bySubject
                        .computeIfAbsent(t.getSubject(), s -> new ArrayList<>())
                        .add(t));
        List<Described> parts = bySubject.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(resource))
                .map(entry -> described(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Described::name))
                .toList();
        String path = DataIris.PATH + iri.substring(quoin.iris().base().length());
        return new ResourcePage(
                iri,
                described(resource, bySubject.getOrDefault(resource, List.of())),
                parts,
                Negotiation.downloads(path));
    }

    private Described described(Node subject, List<Triple> triples) {
        Map<String, List<Triple>> byProperty = triples.stream()
                .collect(Collectors.groupingBy(t -> t.getPredicate().getURI(), TreeMap::new, Collectors.toList()));
        List<Row> rows = byProperty.entrySet().stream()
                .map(entry -> new Row(
                        links.toResource(entry.getKey()),
                        entry.getValue().stream()
                                .map(t -> value(t.getObject()))
                                .sorted(Comparator.comparing(Value::text))
                                .toList()))
                .toList();
        return new Described(subject.isURI() ? links.shortName(subject.getURI()) : "(part)", rows);
    }

    private Value value(Node node) {
        if (node.isURI()) {
            return links.toResource(node.getURI());
        }
        if (node.isLiteral()) {
            return new Value(node.getLiteralLexicalForm(), "", note(node));
        }
        return new Value("(part)", "", "");
    }

    private String note(Node literal) {
        @Nullable String language = literal.getLiteralLanguage();
        if (language != null && !language.isEmpty()) {
            return language;
        }
        String datatype = literal.getLiteralDatatypeURI();
        return datatype.endsWith("#string") ? "" : links.shortName(datatype);
    }
}
