// Collects what an accepted item's nanopublication says, from the graph of its paper.
package org.quoin.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.quoin.model.ConceptRef;
import org.quoin.model.ItemId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;

/// A blank node that has a part in it (a quotation, selector, text, coding or decision) gets a name in it; what
/// is said of other blank nodes has no name to be published under and is left out.
final class NanopublicationBuilder {
    private static final String NP = "http://www.nanopub.org/nschema#";
    private static final String NPX = "http://purl.org/nanopub/x/";
    private static final String PAV = "http://purl.org/pav/";

    /// Prefixes of the vocabularies of nanopublications.
    static final Map<String, String> PREFIXES = Map.of("np", NP, "npx", NPX, "pav", PAV);

    static final Node ACCEPTED = Vocabulary.conceptNode(new ConceptRef("curation-state", "accepted"));
    private static final Node ACCEPT = Vocabulary.conceptNode(new ConceptRef("verdict", "accept"));
    private static final Node SOFTWARE = NodeFactory.createURI("https://w3id.org/quoin/");

    /// What an item says of its evidence and not of the world.
    private static final Set<Node> OF_PROVENANCE = Set.of(Terms.evidencedBy, Terms.illustratedBy, Terms.rationale);

    private final Iris iris;
    private final ItemId id;
    private final Graph paper;
    private final Node item;
    private final List<Node> codings;

    private final Node self;
    private final Node head;
    private final Node assertion;
    private final Node provenance;
    private final Node info;
    private final Map<Node, Node> names = new HashMap<>();
    private final List<Quad> quads = new ArrayList<>();

    /// @param paper the named graph of the item's paper
    NanopublicationBuilder(Iris iris, ItemId id, Graph paper) {
        this.iris = iris;
        this.id = id;
        this.paper = paper;
        item = iris.item(id);
        self = iris.nanopublication(id, TrustyUri.PLACE);
        head = part("Head");
        assertion = part("assertion");
        provenance = part("provenance");
        info = part("pubinfo");
        codings = sorted(subjects(Terms.hasBody, item).stream()
                .filter(coding -> paper.contains(coding, Terms.curationState, ACCEPTED)));
    }

    /// @return the quads with [TrustyUri#PLACE] for the code, graph by graph
    /// @throws ProblemException ([Problem.NotFound]); ([Problem.Conflict]) when no coding of the item is
    ///     accepted
    List<Quad> build() {
        requireAccepted();
        head();
        // First what gives names to blank nodes.
        quotations();
        codings();
        item();
        paper();
        info();
        return Stream.of(head, assertion, provenance, info)
                .flatMap(graph -> quads.stream()
                        .filter(quad -> quad.getGraph().equals(graph))
                        .distinct()
                        .sorted(Comparator.comparing(Quad::toString)))
                .toList();
    }

    private void requireAccepted() {
        if (!paper.contains(item, Node.ANY, Node.ANY)) {
            throw Problem.notFound("there is no evidence «" + id + "» in the base");
        }
        if (codings.isEmpty()) {
            String state = subjects(Terms.hasBody, item).stream()
                    .flatMap(coding -> objects(coding, Terms.curationState).stream())
                    .flatMap(concept -> Vocabulary.conceptOf(concept).stream())
                    .map(ConceptRef::key)
                    .findFirst()
                    .orElse("not coded");
            throw Problem.conflict("the evidence " + id + " is «" + state + "»: only what reviewers have accepted"
                    + " becomes a nanopublication; record their decisions first");
        }
    }

    private void head() {
        add(head, self, RDF.type.asNode(), term(NP, "Nanopublication"));
        add(head, self, term(NP, "hasAssertion"), assertion);
        add(head, self, term(NP, "hasProvenance"), provenance);
        add(head, self, term(NP, "hasPublicationInfo"), info);
    }

    /// The quotations of the item with their words, places and text versions. The texts themselves stay behind:
    /// they belong to whoever wrote them, and the digest says which they are.
    private void quotations() {
        List<Node> quotations = sorted(Stream.of(Terms.evidencedBy, Terms.illustratedBy)
                .flatMap(property -> objects(item, property).stream()));
        for (Node quotation : quotations) {
            String place = number(quotation, Terms.start) + "-" + number(quotation, Terms.end);
            add(provenance, assertion, Terms.wasDerivedFrom, name(quotation, "quotation-" + place));
            for (Node selector : sorted(objects(quotation, Terms.hasSelector).stream())) {
                String role = paper.contains(selector, Terms.exact, Node.ANY) ? "words-" : "position-";
                name(selector, role + place);
                addAll(provenance, selector);
            }
            for (Node text : objects(quotation, Terms.hasSource)) {
                name(text, "text");
                paper.find(text, Node.ANY, Node.ANY)
                        .filterDrop(t -> t.getPredicate().equals(Terms.text))
                        .forEachRemaining(t -> add(provenance, t));
            }
            addAll(provenance, quotation);
        }
    }

    private void codings() {
        for (int i = 0; i < codings.size(); i++) {
            Node coding = codings.get(i);
            name(coding, "coding-" + (i + 1));
            addAll(provenance, coding);
            objects(coding, Terms.wasAttributedTo).forEach(coder -> {
                add(provenance, assertion, Terms.wasAttributedTo, coder);
                agent(coder);
            });
            List<Node> decisions = decisions(coding);
            for (int j = 0; j < decisions.size(); j++) {
                name(decisions.get(j), "decision-" + (i + 1) + "-" + (j + 1));
                addAll(provenance, decisions.get(j));
                objects(decisions.get(j), Terms.wasAttributedTo).forEach(this::agent);
            }
        }
        people().forEach(person -> add(provenance, assertion, Terms.wasAttributedTo, person));
    }

    private void item() {
        paper.find(item, Node.ANY, Node.ANY)
                .forEachRemaining(t -> add(OF_PROVENANCE.contains(t.getPredicate()) ? provenance : assertion, t));
        objects(item, Terms.reportedIn).forEach(study -> addAll(assertion, study));
    }

    private void paper() {
        Node node = iris.paper(id.paper());
        addAll(provenance, node);
        objects(node, Terms.creator).forEach(this::agent);
    }

    /// The nanopublication came to be with the last acceptance and is the work of those who accepted: a wall
    /// clock would make another of it each time.
    private void info() {
        Stream.concat(objects(item, Terms.statement).stream(), words().stream())
                .findFirst()
                .ifPresent(label -> add(info, self, RDFS.label.asNode(), label));
        people().forEach(person -> add(info, self, Terms.creator, person));
        acceptances().stream()
                .map(this::time)
                .max(NodeValue::compareAlways)
                .ifPresent(time -> add(info, self, Terms.created, time.asNode()));
        add(info, self, term(PAV, "createdWith"), SOFTWARE);
        add(info, SOFTWARE, RDF.type.asNode(), Terms.SoftwareAgent);
        add(info, SOFTWARE, RDFS.label.asNode(), NodeFactory.createLiteralString("Quoin"));
        // Said of the paper's graph, if anybody said it: the licence of the coding. The paper's own is another
        // one.
        objects(iris.graph(id.paper()), Terms.license).forEach(licence -> add(info, self, Terms.license, licence));
        if (objects(iris.paper(id.paper()), Terms.fictional).stream()
                .anyMatch(value -> Set.of("true", "1").contains(value.getLiteralLexicalForm()))) {
            add(info, self, RDF.type.asNode(), term(NPX, "ExampleNanopub"));
        }
    }

    /// The words that the item rests on, in the order of the text.
    private List<Node> words() {
        return objects(item, Terms.evidencedBy).stream()
                .sorted(Comparator.comparingInt(quotation -> Integer.parseInt(number(quotation, Terms.start))))
                .flatMap(quotation -> objects(quotation, Terms.hasSelector).stream())
                .flatMap(selector -> objects(selector, Terms.exact).stream())
                .toList();
    }

    private List<Node> people() {
        return sorted(acceptances().stream().flatMap(decision -> objects(decision, Terms.wasAttributedTo).stream()));
    }

    /// The last decision of each person, where it accepts.
    private List<Node> acceptances() {
        var latest = new TreeMap<String, Node>();
        codings.stream()
                .flatMap(coding -> decisions(coding).stream())
                .forEach(decision -> objects(decision, Terms.wasAttributedTo)
                        .forEach(person -> latest.put(person.toString(), decision)));
        return latest.values().stream()
                .filter(decision -> paper.contains(decision, Terms.verdict, ACCEPT))
                .toList();
    }

    /// All decisions on a coding, the oldest first.
    private List<Node> decisions(Node coding) {
        return subjects(Terms.decides, coding).stream()
                .sorted(Comparator.comparing(this::time, NodeValue::compareAlways)
                        .thenComparing(decision -> decision.toString()))
                .toList();
    }

    private NodeValue time(Node decision) {
        return NodeValue.makeNode(objects(decision, Terms.generatedAtTime).getFirst());
    }

    private String number(Node quotation, Node property) {
        return objects(quotation, Terms.hasSelector).stream()
                .flatMap(selector -> objects(selector, property).stream())
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElseThrow();
    }

    private void agent(Node agent) {
        for (Node property : List.of(RDF.type.asNode(), RDFS.label.asNode())) {
            paper.find(agent, property, Node.ANY).forEachRemaining(t -> add(provenance, t));
        }
    }

    private static List<Node> sorted(Stream<Node> nodes) {
        return nodes.distinct().sorted(Comparator.comparing(Node::toString)).toList();
    }

    private List<Node> objects(Node subject, Node property) {
        return paper.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }

    private List<Node> subjects(Node property, Node object) {
        return paper.find(Node.ANY, property, object)
                .mapWith(Triple::getSubject)
                .toList();
    }

    private static Node term(String namespace, String local) {
        return NodeFactory.createURI(namespace + local);
    }

    private Node part(String local) {
        return NodeFactory.createURI(self.getURI() + "#" + local);
    }

    private Node name(Node node, String local) {
        return node.isURI() ? node : names.computeIfAbsent(node, blank -> part(local));
    }

    private void addAll(Node graph, Node subject) {
        paper.find(subject, Node.ANY, Node.ANY).forEachRemaining(t -> add(graph, t));
    }

    private void add(Node graph, Triple triple) {
        add(graph, triple.getSubject(), triple.getPredicate(), triple.getObject());
    }

    private void add(Node graph, Node subject, Node property, Node object) {
        Node from = names.getOrDefault(subject, subject);
        Node to = names.getOrDefault(object, object);
        if (!from.isBlank() && !to.isBlank()) {
            quads.add(Quad.create(graph, from, property, to));
        }
    }
}
