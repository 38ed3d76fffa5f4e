// A synthesis as triples, and back: the only place that knows how one looks as RDF.
package org.quoin.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Agent;
import org.quoin.model.ConceptRef;
import org.quoin.model.ItemId;
import org.quoin.model.Synthesis;
import org.quoin.model.SynthesisId;

/// Every part has an IRI below that of its synthesis, made of what it is and its name.
public final class SynthesisMapper {
    static final String CATEGORY = "category/";
    static final String FINDING = "finding/";
    private static final String COMPARISON = "comparison/";
    private static final String CONFIDENCE = "confidence/";
    private static final String CREDIBILITY = "credibility/";
    private static final String ABSENCE = "absence/";

    private final Iris iris;

    public SynthesisMapper(Iris iris) {
        this.iris = iris;
    }

    /// The content of the synthesis's named graph.
    public Graph toGraph(Synthesis synthesis) {
        return new Writer(synthesis).write();
    }

    /// Reads the named graph of a synthesis, whose content the write door has checked. Parts that came as RDF
    /// under names that Quoin does not give stay in the graph and are left out here.
    ///
    /// @return empty when the graph holds no such synthesis
    public Optional<Synthesis> fromGraph(SynthesisId id, Graph graph) {
        return graph.contains(iris.synthesis(id), RDF.type.asNode(), Terms.Synthesis)
                ? Optional.of(new Reader(id, graph).read())
                : Optional.empty();
    }

    private final class Writer {
        private final Synthesis synthesis;
        private final Graph graph = GraphFactory.createGraphMem();

        Writer(Synthesis synthesis) {
            this.synthesis = synthesis;
        }

        Graph write() {
            Node node = iris.synthesis(synthesis.id());
            add(node, RDF.type.asNode(), Terms.Synthesis);
            add(node, RDFS.label.asNode(), string(synthesis.title()));
            optional(node, Terms.description, synthesis.description());
            by(node, Terms.wasAssociatedWith, synthesis.by());
            synthesis.categories().forEach(this::category);
            synthesis.findings().forEach(this::finding);
            synthesis.comparisons().forEach(this::comparison);
            synthesis.credibility().forEach(this::credibility);
            synthesis.absences().forEach(this::absence);
            return graph;
        }

        private void category(Synthesis.Category category) {
            Node node = part(CATEGORY + category.name());
            claim(node, Terms.Category);
            add(node, SKOS.prefLabel.asNode(), string(category.label()));
            add(node, SKOS.definition.asNode(), string(category.definition()));
            if (category.broader() != null) {
                add(node, SKOS.broader.asNode(), part(CATEGORY + category.broader()));
            }
            category.claims().forEach(claim -> add(iris.item(claim), Terms.translatedTo, node));
        }

        private void finding(Synthesis.Finding finding) {
            Node node = part(FINDING + finding.name());
            claim(node, Terms.SynthesisedFinding);
            add(node, Terms.statement, string(finding.statement()));
            finding.categories().forEach(category -> add(node, Terms.aggregates, part(CATEGORY + category)));
            finding.claims().forEach(claim -> add(node, Terms.aggregates, iris.item(claim)));
            if (finding.confidence() != null) {
                confidence(finding.name(), node, finding.confidence());
            }
        }

        private void claim(Node node, Node cls) {
            add(node, RDF.type.asNode(), cls);
            add(node, Terms.wasGeneratedBy, iris.synthesis(synthesis.id()));
        }

        private void confidence(String finding, Node assessed, Synthesis.Confidence confidence) {
            Node node = part(CONFIDENCE + finding);
            add(node, RDF.type.asNode(), Terms.ConfidenceAssessment);
            add(node, Terms.assesses, assessed);
            concept(node, Terms.rating, "cerqual-rating", confidence.rating());
            add(node, Terms.rationale, string(confidence.rationale()));
            by(node, confidence.by());
            if (confidence.at() != null) {
                add(
                        node,
                        Terms.generatedAtTime,
                        NodeFactory.createLiteralDT(confidence.at().toString(), XSDDatatype.XSDdateTime));
            }
            confidence.judgements().forEach((component, judgement) -> {
                Node judged = NodeFactory.createURI(node.getURI() + "#" + component);
                add(node, Terms.hasJudgement, judged);
                add(judged, RDF.type.asNode(), Terms.ComponentJudgement);
                concept(judged, Terms.component, "cerqual-component", component);
                concept(judged, Terms.rating, "cerqual-concern", judgement.concern());
                add(judged, Terms.rationale, string(judgement.rationale()));
            });
            confidence.basis().forEach(basis -> {
                Node derivation = NodeFactory.createURI(
                        node.getURI() + "#on-" + basis.claim().value().replace("/", "--"));
                add(node, Terms.qualifiedDerivation, derivation);
                add(derivation, RDF.type.asNode(), Terms.Derivation);
                add(derivation, Terms.entity, iris.item(basis.claim()));
                add(derivation, Terms.stateSha256, string(basis.state()));
            });
        }

        private void comparison(Synthesis.Comparison comparison) {
            Node node = part(COMPARISON + comparison.name());
            add(node, RDF.type.asNode(), Terms.FindingComparison);
            add(node, Terms.from, iris.item(comparison.from()));
            add(node, Terms.to, iris.item(comparison.to()));
            concept(node, Terms.relation, "relation", comparison.relation());
            optional(node, Terms.rationale, comparison.rationale());
            comparison.basedOn().forEach(quote -> add(node, Terms.basedOn, NodeFactory.createURI(quote)));
            by(node, comparison.by());
        }

        private void credibility(Synthesis.Credibility credibility) {
            Node node = part(CREDIBILITY + credibility.finding());
            add(node, RDF.type.asNode(), Terms.CredibilityAssessment);
            add(node, Terms.assesses, iris.item(credibility.finding()));
            concept(node, Terms.rating, "jbi-credibility", credibility.rating());
            optional(node, Terms.rationale, credibility.rationale());
            by(node, credibility.by());
        }

        private void absence(Synthesis.Absence absence) {
            Node node = part(ABSENCE + absence.name());
            add(node, RDF.type.asNode(), Terms.AbsenceRecord);
            add(node, Terms.soughtIn, NodeFactory.createURI(absence.textIri()));
            add(node, Terms.soughtConcept, Vocabulary.conceptNode(absence.sought()));
            concept(node, Terms.absence, "absence", absence.absence());
            by(node, absence.by());
        }

        private void by(Node node, Agent agent) {
            by(node, Terms.wasAttributedTo, agent);
        }

        private void by(Node node, Node property, Agent agent) {
            Node who = iris.agent(agent.id());
            add(node, property, who);
            AgentMapper.triples(who, agent).forEach(graph::add);
        }

        private Node part(String path) {
            return iris.inSynthesis(synthesis.id(), path);
        }

        private void concept(Node node, Node property, String scheme, String key) {
            add(node, property, Vocabulary.conceptNode(new ConceptRef(scheme, key)));
        }

        private void optional(Node node, Node property, @Nullable String words) {
            if (words != null) {
                add(node, property, string(words));
            }
        }

        private void add(Node subject, Node property, Node object) {
            graph.add(Triple.create(subject, property, object));
        }

        private static Node string(String words) {
            return NodeFactory.createLiteralString(words);
        }
    }

    private final class Reader {
        private final SynthesisId id;
        private final Graph graph;

        Reader(SynthesisId id, Graph graph) {
            this.id = id;
            this.graph = graph;
        }

        Synthesis read() {
            Node node = iris.synthesis(id);
            return new Synthesis(
                    id,
                    text(node, RDFS.label.asNode()).orElse(id.value()),
                    text(node, Terms.description).orElse(null),
                    by(node, Terms.wasAssociatedWith).orElseThrow(),
                    parts(Terms.Category, CATEGORY, this::category),
                    parts(Terms.SynthesisedFinding, FINDING, this::finding),
                    parts(Terms.FindingComparison, COMPARISON, this::comparison),
                    parts(Terms.CredibilityAssessment, CREDIBILITY, this::credibility),
                    parts(Terms.AbsenceRecord, ABSENCE, this::absence));
        }

        private interface Part<T> {
            T read(String name, Node node);
        }

        /// Sorted by name.
        private <T> List<T> parts(Node cls, String beginning, Part<T> part) {
            return graph.find(Node.ANY, RDF.type.asNode(), cls).mapWith(Triple::getSubject).toSet().stream()
                    .filter(node -> iris.partOfSynthesis(id, node)
                            .filter(path -> path.startsWith(beginning))
                            .isPresent())
                    .sorted(Comparator.comparing(Node::getURI))
                    .map(node -> part.read(name(node, beginning), node))
                    .toList();
        }

        private String name(Node node, String beginning) {
            return iris.partOfSynthesis(id, node)
                    .filter(path -> path.startsWith(beginning))
                    .map(path -> path.substring(beginning.length()))
                    .orElseThrow();
        }

        private Synthesis.Category category(String name, Node node) {
            return new Synthesis.Category(
                    name,
                    text(node, SKOS.prefLabel.asNode()).orElse(name),
                    text(node, SKOS.definition.asNode()).orElse(""),
                    only(node, SKOS.broader.asNode())
                            .map(broader -> name(broader, CATEGORY))
                            .orElse(null),
                    graph.find(Node.ANY, Terms.translatedTo, node).mapWith(Triple::getSubject).toList().stream()
                            .flatMap(claim -> iris.itemOf(claim).stream())
                            .toList());
        }

        private Synthesis.Finding finding(String name, Node node) {
            List<Node> aggregated = objects(node, Terms.aggregates);
            return new Synthesis.Finding(
                    name,
                    text(node, Terms.statement).orElse(""),
                    aggregated.stream()
                            .flatMap(each -> iris.partOfSynthesis(id, each).stream())
                            .filter(path -> path.startsWith(CATEGORY))
                            .map(path -> path.substring(CATEGORY.length()))
                            .toList(),
                    aggregated.stream()
                            .flatMap(each -> iris.itemOf(each).stream())
                            .toList(),
                    graph.find(Node.ANY, Terms.assesses, node)
                            .mapWith(Triple::getSubject)
                            .nextOptional()
                            .map(this::confidence)
                            .orElse(null));
        }

        private Synthesis.Confidence confidence(Node node) {
            var judgements = new TreeMap<String, Synthesis.Judgement>();
            objects(node, Terms.hasJudgement)
                    .forEach(judged -> judgements.put(
                            key(judged, Terms.component),
                            new Synthesis.Judgement(
                                    key(judged, Terms.rating),
                                    text(judged, Terms.rationale).orElse(""))));
            return new Synthesis.Confidence(
                    key(node, Terms.rating),
                    text(node, Terms.rationale).orElse(""),
                    judgements,
                    by(node).orElseThrow(),
                    text(node, Terms.generatedAtTime)
                            .flatMap(PaperNames::instant)
                            .orElse(null),
                    objects(node, Terms.qualifiedDerivation).stream()
                            .flatMap(this::basis)
                            .sorted(Comparator.comparing(Synthesis.Basis::claim))
                            .toList());
        }

        private Stream<Synthesis.Basis> basis(Node derivation) {
            return only(derivation, Terms.entity).flatMap(iris::itemOf).stream()
                    .flatMap(claim -> text(derivation, Terms.stateSha256).stream()
                            .map(state -> new Synthesis.Basis(claim, state)));
        }

        private Synthesis.Comparison comparison(String name, Node node) {
            return new Synthesis.Comparison(
                    name,
                    item(node, Terms.from),
                    item(node, Terms.to),
                    key(node, Terms.relation),
                    text(node, Terms.rationale).orElse(null),
                    objects(node, Terms.basedOn).stream().map(Node::getURI).toList(),
                    by(node).orElseThrow());
        }

        private Synthesis.Credibility credibility(String name, Node node) {
            return new Synthesis.Credibility(
                    item(node, Terms.assesses),
                    key(node, Terms.rating),
                    text(node, Terms.rationale).orElse(null),
                    by(node).orElseThrow());
        }

        private Synthesis.Absence absence(String name, Node node) {
            return new Synthesis.Absence(
                    name,
                    only(node, Terms.soughtIn).orElseThrow().getURI(),
                    only(node, Terms.soughtConcept)
                            .flatMap(Vocabulary::conceptOf)
                            .orElseThrow(),
                    key(node, Terms.absence),
                    by(node).orElseThrow());
        }

        private ItemId item(Node node, Node property) {
            return only(node, property).flatMap(iris::itemOf).orElseThrow();
        }

        private String key(Node node, Node property) {
            return only(node, property)
                    .flatMap(Vocabulary::conceptOf)
                    .map(ConceptRef::key)
                    .orElse("");
        }

        private Optional<Agent> by(Node node) {
            return by(node, Terms.wasAttributedTo);
        }

        private Optional<Agent> by(Node node, Node property) {
            return only(node, property).flatMap(who -> AgentMapper.read(iris, graph, who));
        }

        private Optional<String> text(Node node, Node property) {
            return only(node, property).filter(Node::isLiteral).map(Node::getLiteralLexicalForm);
        }

        private Optional<Node> only(Node node, Node property) {
            return graph.find(node, property, Node.ANY)
                    .mapWith(Triple::getObject)
                    .nextOptional();
        }

        private List<Node> objects(Node node, Node property) {
            return graph.find(node, property, Node.ANY)
                    .mapWith(Triple::getObject)
                    .toList();
        }
    }
}
