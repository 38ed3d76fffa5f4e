// Makes the pages of the ontology, of its concept schemes and of its shapes from what these say of themselves.
package org.quoin.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.quoin.app.Quoin;
import org.quoin.graph.OntologyReference;
import org.quoin.graph.OntologyReference.Sort;
import org.quoin.graph.OntologyReference.Term;
import org.quoin.graph.Vocabulary;
import org.quoin.graph.Vocabulary.Concept;
import org.quoin.graph.Vocabulary.Scheme;
import org.quoin.model.Problem;
import org.quoin.web.page.Download;
import org.quoin.web.page.OntologyPage;
import org.quoin.web.page.OntologyPage.TermCard;
import org.quoin.web.page.OntologyPage.TermGroup;
import org.quoin.web.page.Page;
import org.quoin.web.page.ResourcePage.Row;
import org.quoin.web.page.ResourcePage.Value;
import org.quoin.web.page.ShapesPage;
import org.quoin.web.page.TermsPage;

final class OntologyPages {
    private final Vocabulary vocabulary;
    private final Links links;
    private final Show show;
    /// The ontology does not change while the program runs.
    private final ConcurrentMap<String, Page> made = new ConcurrentHashMap<>();

    OntologyPages(Quoin quoin) {
        this.vocabulary = quoin.vocabulary();
        this.links = new Links(quoin);
        this.show = new Show(quoin);
    }

    Page ontology() {
        return made.computeIfAbsent(OntologyIris.ONTOLOGY, path -> makeOntology());
    }

    private Page makeOntology() {
        OntologyReference reference = vocabulary.reference();
        List<TermCard> classes = reference.classes().stream()
                .map(term -> card(reference, term, reference.depth(term)))
                .toList();
        return new OntologyPage(
                reference.header(DCTerms.title.getURI()),
                vocabulary.ontologyIri(),
                reference.header(OWL2.versionInfo.getURI()),
                reference.header(DCTerms.description.getURI()),
                reference.header(DCTerms.bibliographicCitation.getURI()),
                Negotiation.downloads(OntologyIris.ONTOLOGY),
                vocabulary.diagram(),
                List.of(
                        new TermGroup("classes", "Classes", classes),
                        properties(reference, "object-properties", "Object properties", Sort.OBJECT_PROPERTY),
                        properties(reference, "datatype-properties", "Datatype properties", Sort.DATATYPE_PROPERTY),
                        properties(
                                reference, "annotation-properties", "Annotation properties", Sort.ANNOTATION_PROPERTY)),
                vocabulary.schemes().values().stream()
                        .map(scheme -> new Download(scheme.label(), OntologyIris.SCHEMES + scheme.name()))
                        .toList(),
                alignments());
    }

    private List<Download> alignments() {
        String prefix = Vocabulary.alignmentIri("");
        return vocabulary.published().stream()
                .filter(iri -> iri.startsWith(prefix))
                .map(iri -> iri.substring(prefix.length()))
                .map(name -> new Download(name, "/alignments/" + name + "?format=turtle"))
                .toList();
    }

    private TermGroup properties(OntologyReference reference, String anchor, String heading, Sort sort) {
        return new TermGroup(
                anchor,
                heading,
                reference.properties(sort).stream()
                        .map(term -> card(reference, term, 0))
                        .toList());
    }

    private TermCard card(OntologyReference reference, Term term, int depth) {
        var rows = new ArrayList<Row>();
        row("Also called", term.otherLabels().stream().map(OntologyPages::words), rows);
        row("Is a", term.above().stream().map(links::toResource), rows);
        row("Narrower", term.below().stream().map(links::toResource), rows);
        row(
                "Every one has",
                term.restrictions().stream()
                        .map(r -> new Value(
                                links.shortName(r.property()) + " " + r.quantity()
                                        + (r.of() == null ? "" : " " + links.shortName(r.of())),
                                links.toResource(r.property()).url(),
                                "")),
                rows);
        row("Used on", term.domain().stream().map(links::toResource), rows);
        row("Its values", term.range().stream().map(links::toResource), rows);
        row("At most one", term.functional() ? Stream.of(words("a subject has one value at most")) : Stream.of(), rows);
        row("Properties", usedOn(reference, term), rows);
        row("Example", term.examples().stream().map(OntologyPages::words), rows);
        row("Source", term.sources().stream().map(links::toResource), rows);
        return new TermCard(term.name(), term.label(), term.definition(), String.join(" ", term.notes()), depth, rows);
    }

    /// The properties that a class is named by as domain.
    private Stream<Value> usedOn(OntologyReference reference, Term term) {
        return Stream.of(Sort.OBJECT_PROPERTY, Sort.DATATYPE_PROPERTY)
                .flatMap(sort -> reference.properties(sort).stream())
                .filter(property -> property.domain().contains(term.iri()))
                .map(property -> links.toResource(property.iri()));
    }

    private static void row(String label, Stream<Value> values, List<Row> rows) {
        List<Value> all = values.toList();
        if (!all.isEmpty()) {
            rows.add(new Row(words(label), all));
        }
    }

    private static Value words(String text) {
        return new Value(text, "", "");
    }

    Page scheme(String name) {
        Scheme scheme = Optional.ofNullable(vocabulary.schemes().get(name))
                .orElseThrow(() -> Problem.notFound("there is no scheme «" + name + "»"));
        String iri = Vocabulary.schemeIri(name);
        Graph graph = vocabulary.graph(iri).orElseThrow();
        return new TermsPage(
                scheme.label(),
                iri,
                literal(graph, NodeFactory.createURI(iri), SKOS.definition.asNode())
                        .orElse(""),
                inOrder(scheme).map(this::concept).toList(),
                Negotiation.downloads(OntologyIris.SCHEMES + name));
    }

    /// Each concept before those below it.
    private Stream<Concept> inOrder(Scheme scheme) {
        return scheme.concepts().stream()
                .filter(concept -> concept.broader().isEmpty())
                .flatMap(top -> withNarrower(scheme, top));
    }

    private Stream<Concept> withNarrower(Scheme scheme, Concept concept) {
        return Stream.concat(
                Stream.of(concept),
                scheme.concepts().stream()
                        .filter(other -> other.broader().stream().findFirst().equals(Optional.of(concept.ref())))
                        .flatMap(narrower -> withNarrower(scheme, narrower)));
    }

    private TermsPage.Term concept(Concept concept) {
        return new TermsPage.Term(
                concept.ref().key(),
                concept.label(),
                concept.definition() == null ? "" : concept.definition(),
                vocabulary.names(concept.ref()).stream().skip(1).toList(),
                vocabulary.above(concept.ref()).size(),
                concept.broader().stream().map(show::tag).toList(),
                Urls.search(concept.ref()));
    }

    Page shapes() {
        return made.computeIfAbsent(OntologyIris.SHAPES, path -> makeShapes());
    }

    private Page makeShapes() {
        Graph graph = vocabulary.graph(vocabulary.shapesIri()).orElseThrow();
        List<ShapesPage.Shape> shapes =
                graph.find(Node.ANY, RDFS.isDefinedBy.asNode(), Node.ANY).mapWith(Triple::getSubject).toSet().stream()
                        .filter(node -> graph.contains(node, RDFS.label.asNode(), Node.ANY))
                        .map(node -> shape(graph, node))
                        .sorted(Comparator.comparing(ShapesPage.Shape::label))
                        .toList();
        return new ShapesPage(
                vocabulary.shapesIri(),
                literal(graph, NodeFactory.createURI(vocabulary.shapesIri()), DCTerms.description.asNode())
                        .orElse(""),
                Negotiation.downloads(OntologyIris.SHAPES),
                shapes);
    }

    private ShapesPage.Shape shape(Graph graph, Node shape) {
        List<Node> parts = Stream.of("property", "sparql")
                .flatMap(part -> graph.find(shape, shacl(part), Node.ANY).mapWith(Triple::getObject).toList().stream())
                .toList();
        return new ShapesPage.Shape(
                shape.getURI().substring(vocabulary.shapesIri().length() + 1),
                literal(graph, shape, RDFS.label.asNode()).orElse(""),
                literal(graph, shape, RDFS.comment.asNode()).orElse(""),
                graph.find(shape, shacl("targetClass"), Node.ANY).mapWith(Triple::getObject).toList().stream()
                        .map(cls -> links.toResource(cls.getURI()))
                        .toList(),
                Stream.concat(Stream.of(shape), parts.stream())
                        .flatMap(part -> literal(graph, part, shacl("message")).stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static Node shacl(String name) {
        return NodeFactory.createURI("http://www.w3.org/ns/shacl#" + name);
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
}
