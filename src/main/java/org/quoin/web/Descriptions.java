// Makes pages of graphs: the triples of a resource, the terms of the ontology, the concepts of a scheme.
package org.quoin.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;
import org.quoin.app.Quoin;
import org.quoin.graph.Vocabulary;
import org.quoin.graph.Vocabulary.Concept;
import org.quoin.graph.Vocabulary.Scheme;
import org.quoin.model.Problem;
import org.quoin.web.page.Download;
import org.quoin.web.page.Page;
import org.quoin.web.page.ResourcePage;
import org.quoin.web.page.ResourcePage.Described;
import org.quoin.web.page.ResourcePage.Row;
import org.quoin.web.page.ResourcePage.Value;
import org.quoin.web.page.TermsPage;

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
                iri, described(resource, bySubject.getOrDefault(resource, List.of())), parts, DataIris.downloads(path));
    }

    Page ontology(Graph graph) {
        String iri = quoin.vocabulary().ontologyIri();
        Node self = NodeFactory.createURI(iri);
        List<TermsPage.Term> terms =
                graph.find(Node.ANY, RDFS.isDefinedBy.asNode(), self).mapWith(Triple::getSubject).toList().stream()
                        .filter(Node::isURI)
                        .distinct()
                        .map(term -> term(graph, term, iri))
                        .sorted(Comparator.comparing(TermsPage.Term::type).thenComparing(TermsPage.Term::label))
                        .toList();
        List<Download> schemes = quoin.vocabulary().schemes().values().stream()
                .map(scheme -> new Download(scheme.label(), DataIris.SCHEMES + scheme.name()))
                .toList();
        return new TermsPage("The ontology", iri, intro(graph, self), terms, schemes);
    }

    Page scheme(String name, Graph graph) {
        Scheme scheme = Optional.ofNullable(quoin.vocabulary().schemes().get(name))
                .orElseThrow(() -> Problem.notFound("there is no scheme «" + name + "»"));
        String iri = Vocabulary.schemeIri(name);
        return new TermsPage(
                scheme.label(),
                iri,
                intro(graph, NodeFactory.createURI(iri)),
                scheme.concepts().stream().map(this::term).toList(),
                List.of());
    }

    private TermsPage.Term term(Concept concept) {
        return new TermsPage.Term(
                concept.ref().key(),
                concept.label(),
                "",
                concept.definition() == null ? "" : concept.definition(),
                concept.broader().stream()
                        .flatMap(ref -> quoin.vocabulary().concept(ref).stream())
                        .map(Concept::label)
                        .toList(),
                Urls.search(concept.ref()));
    }

    private TermsPage.Term term(Graph graph, Node term, String ontology) {
        String local = term.getURI().startsWith(ontology + "#")
                ? term.getURI().substring(ontology.length() + 1)
                : links.shortName(term.getURI());
        String type = graph
                .find(term, RDF.type.asNode(), Node.ANY)
                .mapWith(t -> links.shortName(t.getObject().toString()))
                .toList()
                .stream()
                .min(Comparator.naturalOrder())
                .orElse("");
        return new TermsPage.Term(
                local,
                literal(graph, term, RDFS.label.asNode()).orElse(local),
                type,
                literal(graph, term, SKOS.definition.asNode()).orElse(""),
                List.of(),
                "");
    }

    private static String intro(Graph graph, Node subject) {
        return literal(graph, subject, SKOS.definition.asNode())
                .or(() -> literal(graph, subject, NodeFactory.createURI("http://purl.org/dc/terms/description")))
                .orElse("");
    }

    private static Optional<String> literal(Graph graph, Node subject, Node property) {
        return graph
                .find(subject, property, Node.ANY)
                .filterKeep(t -> t.getObject().isLiteral())
                .mapWith(t -> t.getObject().getLiteralLexicalForm())
                .toList()
                .stream()
                .min(Comparator.naturalOrder());
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
