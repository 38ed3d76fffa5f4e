// What the ontology says of each of its own terms, in the form that its documentation needs.
package org.quoin.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;

/// The pages that the service shows and the reference in the repository are both made of this, so that neither
/// can say anything else than the ontology does.
public final class OntologyReference {
    private final Graph graph;
    private final Node ontology;
    private final Map<String, Term> terms = new LinkedHashMap<>();

    /// What kind of term it is.
    public enum Sort {
        CLASS,
        OBJECT_PROPERTY,
        DATATYPE_PROPERTY,
        ANNOTATION_PROPERTY
    }

    /// @param iri of the term
    /// @param name the part of the IRI after the namespace
    /// @param sort what kind of term it is
    /// @param label preferred label
    /// @param otherLabels alternative labels, sorted
    /// @param definition what it means
    /// @param notes how to use it
    /// @param examples of use
    /// @param sources where it comes from: IRIs, or words
    /// @param above IRIs of the named classes or properties directly above
    /// @param below IRIs of those of the ontology directly below
    /// @param domain IRIs of the classes it is used on, alternatives; for properties
    /// @param range IRIs of the classes or datatypes of its values, alternatives; for properties
    /// @param functional whether a subject has at most one value
    /// @param restrictions what every instance has; for classes
    public record Term(
            String iri,
            String name,
            Sort sort,
            String label,
            List<String> otherLabels,
            String definition,
            List<String> notes,
            List<String> examples,
            List<String> sources,
            List<String> above,
            List<String> below,
            List<String> domain,
            List<String> range,
            boolean functional,
            List<Restriction> restrictions) {}

    /// What every instance of a class has.
    ///
    /// @param property its IRI
    /// @param quantity in words: `exactly 1`, `at least one`, `only`
    /// @param of IRI of the class of the values, or null for any
    public record Restriction(
            String property, String quantity, @Nullable String of) {}

    private OntologyReference(Graph graph, String ontologyIri) {
        this.graph = graph;
        this.ontology = NodeFactory.createURI(ontologyIri);
        graph.find(Node.ANY, RDFS.isDefinedBy.asNode(), ontology).mapWith(Triple::getSubject).toSet().stream()
                .filter(Node::isURI)
                .flatMap(node -> sort(node).map(sort -> term(node, sort)).stream())
                .sorted(Comparator.comparing(Term::name))
                .forEach(term -> terms.put(term.iri(), term));
    }

    /// @param graph of an ontology
    /// @param ontologyIri its IRI, which its terms give as `rdfs:isDefinedBy`
    public static OntologyReference of(Graph graph, String ontologyIri) {
        return new OntologyReference(graph, ontologyIri);
    }

    /// A literal that the ontology says of itself, such as `owl:versionInfo`; empty when it says nothing.
    public String header(String property) {
        return values(ontology, NodeFactory.createURI(property)).stream()
                .findFirst()
                .orElse("");
    }

    public Optional<Term> term(String iri) {
        return Optional.ofNullable(terms.get(iri));
    }

    /// Properties of a sort, by name.
    public List<Term> properties(Sort sort) {
        return terms.values().stream().filter(term -> term.sort() == sort).toList();
    }

    /// Every class after one that it is below: the hierarchy as one reads it from top to bottom, the classes
    /// that most properties are about first.
    public List<Term> classes() {
        var ordered = new LinkedHashMap<String, Term>();
        terms.values().stream()
                .filter(term -> term.sort() == Sort.CLASS)
                .filter(term -> term.above().stream().noneMatch(terms::containsKey))
                .sorted(Comparator.comparingLong((Term term) -> -uses(term)).thenComparing(Term::name))
                .forEach(root -> addBranch(root, ordered));
        return List.copyOf(ordered.values());
    }

    /// How many classes of the ontology stand above a class in [#classes()]' hierarchy.
    public int depth(Term term) {
        return term.above().stream()
                .flatMap(iri -> term(iri).stream())
                .mapToInt(above -> depth(above) + 1)
                .max()
                .orElse(0);
    }

    private long uses(Term cls) {
        return terms.values().stream()
                .filter(term ->
                        term.domain().contains(cls.iri()) || term.range().contains(cls.iri()))
                .count();
    }

    private void addBranch(Term term, Map<String, Term> ordered) {
        if (ordered.putIfAbsent(term.iri(), term) == null) {
            term.below().forEach(iri -> term(iri).ifPresent(below -> addBranch(below, ordered)));
        }
    }

    private Optional<Sort> sort(Node term) {
        return Stream.of(
                        Map.entry(OWL2.Class.asNode(), Sort.CLASS),
                        Map.entry(OWL2.ObjectProperty.asNode(), Sort.OBJECT_PROPERTY),
                        Map.entry(OWL2.DatatypeProperty.asNode(), Sort.DATATYPE_PROPERTY),
                        Map.entry(OWL2.AnnotationProperty.asNode(), Sort.ANNOTATION_PROPERTY))
                .filter(type -> graph.contains(term, RDF.type.asNode(), type.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private Term term(Node node, Sort sort) {
        Node above = (sort == Sort.CLASS ? RDFS.subClassOf : RDFS.subPropertyOf).asNode();
        String name = node.getURI().substring(ontology.getURI().length() + 1);
        return new Term(
                node.getURI(),
                name,
                sort,
                values(node, RDFS.label.asNode()).stream().findFirst().orElse(name),
                values(node, SKOS.altLabel.asNode()),
                String.join(" ", values(node, SKOS.definition.asNode())),
                values(node, SKOS.scopeNote.asNode()),
                values(node, SKOS.example.asNode()),
                values(node, DCTerms.source.asNode()),
                iris(objects(node, above)),
                iris(graph.find(Node.ANY, above, node)
                        .mapWith(Triple::getSubject)
                        .filterKeep(below -> graph.contains(below, RDFS.isDefinedBy.asNode(), ontology))
                        .toList()),
                members(objects(node, RDFS.domain.asNode())),
                members(objects(node, RDFS.range.asNode())),
                graph.contains(node, RDF.type.asNode(), OWL2.FunctionalProperty.asNode()),
                objects(node, above).stream()
                        .filter(Node::isBlank)
                        .map(this::restriction)
                        .sorted(Comparator.comparing(Restriction::property).thenComparing(Restriction::quantity))
                        .toList());
    }

    private Restriction restriction(Node restriction) {
        String property = one(restriction, OWL2.onProperty.asNode()).getURI();
        for (Node number : List.of(OWL2.cardinality.asNode(), OWL2.qualifiedCardinality.asNode())) {
            List<Node> found = objects(restriction, number);
            if (!found.isEmpty()) {
                return new Restriction(
                        property,
                        "exactly " + found.getFirst().getLiteralLexicalForm(),
                        objects(restriction, OWL2.onClass.asNode()).stream()
                                .map(Node::getURI)
                                .findFirst()
                                .orElse(null));
            }
        }
        return objects(restriction, OWL2.someValuesFrom.asNode()).stream()
                .map(of -> new Restriction(property, "at least one", of.getURI()))
                .findFirst()
                .orElseGet(() -> new Restriction(
                        property,
                        "only",
                        one(restriction, OWL2.allValuesFrom.asNode()).getURI()));
    }

    private Node one(Node subject, Node property) {
        return objects(subject, property).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "the ontology has a restriction of a sort that its documentation does not know: it has no "
                                + property));
    }

    /// Named classes, and the members of unions of them.
    private List<String> members(List<Node> classes) {
        return classes.stream()
                .flatMap(cls -> cls.isURI()
                        ? Stream.of(cls.getURI())
                        : objects(cls, OWL2.unionOf.asNode()).stream().flatMap(list -> items(list).stream()))
                .sorted()
                .toList();
    }

    private List<String> items(Node list) {
        var items = new ArrayList<String>();
        for (Node rest = list; !rest.equals(RDF.nil.asNode()); rest = one(rest, RDF.rest.asNode())) {
            items.add(one(rest, RDF.first.asNode()).getURI());
        }
        return items;
    }

    private List<Node> objects(Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }

    private static List<String> iris(List<Node> nodes) {
        return nodes.stream().filter(Node::isURI).map(Node::getURI).sorted().toList();
    }

    private List<String> values(Node subject, Node property) {
        Predicate<Node> known = node -> node.isLiteral() || node.isURI();
        return objects(subject, property).stream()
                .filter(known)
                .map(node -> node.isLiteral() ? node.getLiteralLexicalForm() : node.getURI())
                .sorted()
                .collect(Collectors.toList());
    }
}
