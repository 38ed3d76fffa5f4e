// The ontology, its concept schemes, its shapes and its example queries, read from the files under `ontology/`.
package org.quoin.graph;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.MultiUnion;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;
import org.quoin.model.ConceptRef;
import org.quoin.model.Kind;
import org.quoin.model.Problem;

/// Kinds, concepts, labels and rules come from here and from nowhere else: a concept added to a
/// scheme's file is known to import, filters and pages without a line of Java.
public final class Vocabulary {
    private static final String FOLDER = "org/quoin/graph/ontology";
    private static final String NAMESPACE = "https://w3id.org/quoin/";
    private static final String SHAPES = NAMESPACE + "shapes";
    private static final Node ONTOLOGY = NodeFactory.createURI(Terms.QUOIN.substring(0, Terms.QUOIN.length() - 1));

    private final List<KindInfo> kinds;
    private final Map<Kind, KindInfo> kindByKey = new HashMap<>();
    private final Map<Node, Kind> kindByClass = new HashMap<>();
    private final SortedMap<String, Scheme> schemes;
    private final Map<ConceptRef, Concept> concepts = new HashMap<>();
    private final Set<Node> declared = new HashSet<>();
    private final Map<Node, Graph> graphs = new LinkedHashMap<>();
    /// Text of what is published beside the ontology and its schemes, by IRI.
    private final Map<String, String> otherDocuments = new HashMap<>();
    /// Those of them that were asked for.
    private final ConcurrentMap<String, Graph> otherGraphs = new ConcurrentHashMap<>();
    private final Graph all;
    private final Shapes shapes;
    private final SortedMap<String, String> queries = new TreeMap<>();
    private final Map<String, String> prefixes;
    private final String jsonLdContext;
    private final String diagram;
    private final String digest;

    /// A kind of evidence: a class of the ontology that carries a key.
    ///
    /// @param kind its key
    /// @param label for one item
    /// @param pluralLabel for several
    /// @param definition what it means
    /// @param order where it stands among the kinds, lowest first
    public record KindInfo(Kind kind, String label, String pluralLabel, String definition, int order, String iri) {}

    /// @param ref scheme and key
    /// @param label preferred label
    /// @param definition what it means, or null
    /// @param broader the concepts directly above it
    public record Concept(
            ConceptRef ref, String label, @Nullable String definition, List<ConceptRef> broader) {}

    /// @param name short name, the last part of its IRI
    /// @param label for people
    /// @param concepts in the order of their labels
    public record Scheme(String name, String label, List<Concept> concepts) {}

    private Vocabulary(SortedMap<String, String> files) {
        digest = digest(files);
        diagram = Objects.requireNonNull(files.get("diagram.svg"), "diagram.svg");
        jsonLdContext = Objects.requireNonNull(files.get("context.jsonld"), "context.jsonld");
        var shapeText = new StringBuilder();
        files.forEach((name, content) -> {
            if (name.equals("quoin.ttl")) {
                graphs.put(ONTOLOGY, parse(name, content));
            } else if (name.startsWith("schemes/")) {
                String scheme = name.substring("schemes/".length(), name.length() - ".ttl".length());
                graphs.put(NodeFactory.createURI(Terms.SCHEME + scheme), parse(name, content));
            } else if (name.startsWith("shapes/")) {
                shapeText.append(content).append('\n');
            } else if (name.startsWith("alignments/")) {
                otherDocuments.put(
                        alignmentIri(name.substring("alignments/".length(), name.length() - ".ttl".length())), content);
            } else if (name.matches("releases/[^/]+/quoin[.]ttl")) {
                otherDocuments.put(ONTOLOGY.getURI() + "/" + name.split("/", -1)[1], content);
            } else if (name.startsWith("queries/")) {
                queries.put(name.substring("queries/".length(), name.length() - ".rq".length()), content);
            }
        });
        var union = new MultiUnion(graphs.values().iterator());
        // One in-memory copy: validation asks it far more often than a union of twenty graphs should be asked.
        all = GraphFactory.createGraphMem();
        union.find().forEachRemaining(all::add);
        prefixes =
                Map.copyOf(graphs.getOrDefault(ONTOLOGY, all).getPrefixMapping().getNsPrefixMap());
        shapes = Shapes.parse(parse("shapes", shapeText.toString()));
        otherDocuments.put(SHAPES, shapeText.toString());
        all.find(Node.ANY, RDF.type.asNode(), Node.ANY).forEachRemaining(t -> {
            if (t.getSubject().isURI() && t.getSubject().getURI().startsWith(NAMESPACE)) {
                declared.add(t.getSubject());
            }
        });
        kinds = readKinds();
        schemes = readSchemes();
    }

    /// Reads the files that the program was built with.
    public static Vocabulary load() {
        return of(files());
    }

    /// Reads other files of the same names.
    ///
    /// @param files content by path below `ontology/`
    public static Vocabulary of(SortedMap<String, String> files) {
        return new Vocabulary(files);
    }

    /// The files that the program was built with: content by path below `ontology/`.
    public static SortedMap<String, String> files() {
        return Resources.readAll(FOLDER);
    }

    /// Every kind of evidence in the ontology's order.
    public List<KindInfo> kinds() {
        return kinds;
    }

    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) naming the known kinds, when there
    ///     is no such kind
    public KindInfo kind(Kind kind) {
        KindInfo info = kindByKey.get(kind);
        if (info == null) {
            throw Problem.invalid("there is no kind «" + kind + "»; the kinds are "
                    + String.join(", ", kinds.stream().map(k -> k.kind().key()).toList()));
        }
        return info;
    }

    /// What people call each kind: the labels of its class, in every form.
    public Map<Kind, List<String>> kindNames() {
        Map<Kind, List<String>> names = new HashMap<>();
        kindByClass.forEach((cls, kind) -> names.put(
                kind,
                Stream.of(RDFS.label.asNode(), Terms.pluralLabel, SKOS.altLabel.asNode())
                        .flatMap(label -> literals(cls, label).stream())
                        .toList()));
        return names;
    }

    public SortedMap<String, Scheme> schemes() {
        return schemes;
    }

    public Optional<Concept> concept(ConceptRef ref) {
        return Optional.ofNullable(concepts.get(ref));
    }

    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) naming the known concepts, when it
    ///     does not exist
    public Concept require(ConceptRef ref) {
        return concept(ref).orElseThrow(() -> {
            Scheme scheme = schemes.get(ref.scheme());
            return Problem.invalid(
                    scheme == null
                            ? "there is no scheme «" + ref.scheme() + "»; the schemes are "
                                    + String.join(", ", schemes.keySet())
                            : "there is no concept «" + ref + "»; scheme " + ref.scheme() + " has "
                                    + String.join(
                                            ", ",
                                            scheme.concepts().stream()
                                                    .map(c -> c.ref().key())
                                                    .toList()));
        });
    }

    /// The concepts above one, at any distance (`skos:broaderTransitive`), nearest first; without itself.
    public Set<ConceptRef> above(ConceptRef ref) {
        var above = new LinkedHashSet<ConceptRef>();
        var queue = new ArrayDeque<>(List.of(ref));
        while (!queue.isEmpty()) {
            for (ConceptRef broader :
                    concept(queue.remove()).map(Concept::broader).orElse(List.of())) {
                if (above.add(broader)) {
                    queue.add(broader);
                }
            }
        }
        above.remove(ref);
        return above;
    }

    /// What people call a concept: its preferred label, then its other labels, sorted.
    public List<String> names(ConceptRef ref) {
        Node node = conceptNode(ref);
        return Stream.concat(
                        literals(node, SKOS.prefLabel.asNode()).stream(),
                        literals(node, SKOS.altLabel.asNode()).stream())
                .toList();
    }

    /// What people call a kind: its label for one and for several, then its other labels.
    public List<String> names(Kind kind) {
        KindInfo info = kind(kind);
        return Stream.concat(
                        Stream.of(info.label(), info.pluralLabel()),
                        literals(NodeFactory.createURI(info.iri()), SKOS.altLabel.asNode()).stream())
                .distinct()
                .toList();
    }

    /// Competency questions as SPARQL, by file name without extension.
    public SortedMap<String, String> queries() {
        return queries;
    }

    /// The JSON-LD context of the base's data, as JSON.
    public String jsonLdContext() {
        return jsonLdContext;
    }

    /// The classes and what connects them, drawn: an SVG element. It is made again when the ontology changes,
    /// and a test holds the two together.
    public String diagram() {
        return diagram;
    }

    /// IRI of the ontology and of its graph.
    public String ontologyIri() {
        return ONTOLOGY.getURI();
    }

    /// What is published under an IRI, as a graph: the ontology, a scheme, the shapes, an alignment, a released
    /// version of the ontology.
    public Optional<Graph> graph(String iri) {
        Graph own = graphs.get(NodeFactory.createURI(iri));
        return own != null
                ? Optional.of(own)
                : Optional.ofNullable(otherDocuments.get(iri))
                        .map(text -> otherGraphs.computeIfAbsent(iri, name -> parse(name, text)));
    }

    /// The IRIs of what is published, sorted: arguments that [#graph(String)] knows.
    public List<String> published() {
        return Stream.concat(graphs.keySet().stream().map(Node::getURI), otherDocuments.keySet().stream())
                .sorted()
                .toList();
    }

    /// IRI of the shapes.
    public String shapesIri() {
        return SHAPES;
    }

    /// The ontology's terms as its documentation needs them.
    public OntologyReference reference() {
        return OntologyReference.of(graphs.getOrDefault(ONTOLOGY, all), ONTOLOGY.getURI());
    }

    /// IRI of a scheme and of its graph.
    public static String schemeIri(String name) {
        return Terms.SCHEME + name;
    }

    /// IRI of the links to another vocabulary.
    public static String alignmentIri(String name) {
        return NAMESPACE + "alignments/" + name;
    }

    /// Whether this names the graph of the ontology or of a scheme.
    public boolean isOwnGraph(Node graph) {
        return graphs.containsKey(graph);
    }

    /// The prefixes that exports and descriptions are written with.
    public Map<String, String> prefixes() {
        return prefixes;
    }

    /// SHA-256 of the ontology, its schemes and its shapes: changes when any of them does.
    String digest() {
        return digest;
    }

    Map<Node, Graph> graphs() {
        return graphs;
    }

    /// The ontology and every scheme in one graph.
    Graph all() {
        return all;
    }

    Shapes shapes() {
        return shapes;
    }

    /// Whether the ontology or a scheme declares this term.
    boolean declares(Node term) {
        return declared.contains(term);
    }

    Optional<Kind> kindOfClass(Node cls) {
        return Optional.ofNullable(kindByClass.get(cls));
    }

    /// The IRI of a concept.
    public static String iri(ConceptRef ref) {
        return Terms.SCHEME + ref;
    }

    static Node conceptNode(ConceptRef ref) {
        return NodeFactory.createURI(iri(ref));
    }

    static Optional<ConceptRef> conceptOf(Node node) {
        if (!node.isURI() || !node.getURI().startsWith(Terms.SCHEME)) {
            return Optional.empty();
        }
        String path = node.getURI().substring(Terms.SCHEME.length());
        return path.indexOf('/') > 0 ? Optional.of(ConceptRef.parse(path)) : Optional.empty();
    }

    private List<KindInfo> readKinds() {
        var found = new ArrayList<KindInfo>();
        all.find(Node.ANY, Terms.key, Node.ANY).forEachRemaining(t -> {
            Node cls = t.getSubject();
            var kind = new Kind(t.getObject().getLiteralLexicalForm());
            String label = literal(cls, RDFS.label.asNode()).orElse(kind.key());
            var info = new KindInfo(
                    kind,
                    label,
                    literal(cls, Terms.pluralLabel).orElse(label),
                    literal(cls, SKOS.definition.asNode()).orElse(""),
                    literal(cls, Terms.order).map(Integer::parseInt).orElse(Integer.MAX_VALUE),
                    cls.getURI());
            found.add(info);
            kindByKey.put(kind, info);
            kindByClass.put(cls, kind);
        });
        found.sort(Comparator.comparingInt(KindInfo::order)
                .thenComparing(k -> k.kind().key()));
        return List.copyOf(found);
    }

    private SortedMap<String, Scheme> readSchemes() {
        var result = new TreeMap<String, Scheme>();
        all.find(Node.ANY, RDF.type.asNode(), SKOS.ConceptScheme.asNode()).forEachRemaining(t -> {
            Node scheme = t.getSubject();
            String name = scheme.getURI().substring(Terms.SCHEME.length());
            var members = new ArrayList<Concept>();
            all.find(Node.ANY, SKOS.inScheme.asNode(), scheme)
                    .forEachRemaining(m -> conceptOf(m.getSubject()).ifPresent(ref -> {
                        var concept = new Concept(
                                ref,
                                literal(m.getSubject(), SKOS.prefLabel.asNode()).orElse(ref.key()),
                                literal(m.getSubject(), SKOS.definition.asNode())
                                        .orElse(null),
                                broader(m.getSubject()));
                        members.add(concept);
                        concepts.put(ref, concept);
                    }));
            members.sort(Comparator.comparing(Concept::label).thenComparing(Concept::ref));
            String label = literal(scheme, SKOS.prefLabel.asNode())
                    .or(() -> literal(scheme, RDFS.label.asNode()))
                    .or(() -> literal(scheme, Terms.title))
                    .orElse(name);
            result.put(name, new Scheme(name, label, List.copyOf(members)));
        });
        return result;
    }

    private List<ConceptRef> broader(Node concept) {
        return all.find(concept, SKOS.broader.asNode(), Node.ANY).mapWith(Triple::getObject).toList().stream()
                .flatMap(b -> conceptOf(b).stream())
                .sorted()
                .toList();
    }

    private Optional<String> literal(Node subject, Node property) {
        return literals(subject, property).stream().findFirst();
    }

    private List<String> literals(Node subject, Node property) {
        return all
                .find(subject, property, Node.ANY)
                .filterKeep(t -> t.getObject().isLiteral())
                .mapWith(t -> t.getObject().getLiteralLexicalForm())
                .toList()
                .stream()
                .sorted()
                .toList();
    }

    private static Graph parse(String name, String turtle) {
        Graph graph = GraphFactory.createGraphMem();
        RDFParser.fromString(turtle, Lang.TURTLE).base(Terms.SCHEME + name).parse(graph);
        return graph;
    }

    private static String digest(SortedMap<String, String> files) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            files.forEach((name, content) -> {
                if (!name.matches("quoin[.]ttl|(schemes|shapes)/.*")) {
                    return;
                }
                sha.update(name.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
                sha.update(content.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
            });
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
