// The IRIs of the base's own resources, and the way back from an IRI to an identifier.
package org.quoin.graph;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.quoin.model.AgentId;
import org.quoin.model.CodeId;
import org.quoin.model.CodebookId;
import org.quoin.model.ItemId;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.Quotation;
import org.quoin.model.Span;
import org.quoin.model.StudyId;
import org.quoin.model.SynthesisId;

/// @param base where the data's IRIs begin; ends in `/`
public record Iris(String base) {
    /// The base of the shipped data and of every installation that does not choose its own.
    public static final String DEFAULT_BASE = "https://w3id.org/quoin/id/";

    private static final int DIGITS_OF_TEXT = 12;

    private static final String GRAPH = "graph/";

    /// No id holds a slash, so no graph that people fill ends like this.
    private static final String ENTAILED = "/entailed";

    private static final Set<String> PAPER_IS_SECOND = Set.of("paper", "item", "coding");

    public Iris {
        if (!base.endsWith("/")) {
            throw Problem.invalid("the base IRI «" + base + "» must end in /");
        }
    }

    public Node paper(PaperId id) {
        return node("paper/" + id);
    }

    /// The named graph that holds everything of one paper.
    public Node graph(PaperId id) {
        return graph(new GraphName.OfPaper(id));
    }

    public Node graph(GraphName name) {
        return node(GRAPH + name.path());
    }

    /// The named graph of what follows from another one by the ontology; the store's own, never written by
    /// others.
    ///
    /// @param graph one that people fill
    static Node entailedGraph(Node graph) {
        return NodeFactory.createURI(graph.getURI() + ENTAILED);
    }

    /// Whether this is the graph of what follows from another one.
    public boolean isEntailed(Node graph) {
        return after(graph, GRAPH).filter(rest -> rest.endsWith(ENTAILED)).isPresent();
    }

    /// Which of the graphs that people fill this is, if it is one.
    public Optional<GraphName> nameOf(Node graph) {
        return paperOfGraph(graph)
                .<GraphName>map(GraphName.OfPaper::new)
                .or(() -> after(graph, GRAPH + GraphName.OfSynthesis.BEGINNING)
                        .flatMap(rest -> valid(() -> new GraphName.OfSynthesis(new SynthesisId(rest)))))
                .or(() -> after(graph, GRAPH + GraphName.OfCodebook.BEGINNING)
                        .flatMap(rest -> valid(() -> new GraphName.OfCodebook(new CodebookId(rest)))));
    }

    public Node synthesis(SynthesisId id) {
        return node("synthesis/" + id);
    }

    /// Something that a synthesis made.
    ///
    /// @param part what it is, and its name: `category/trust`
    Node inSynthesis(SynthesisId id, String part) {
        return node("synthesis/" + id + "/" + part);
    }

    /// The synthesis that the IRI of a synthesis, or of something it made, names.
    public Optional<SynthesisId> synthesisIn(Node node) {
        return after(node, "synthesis/").flatMap(rest -> valid(() -> new SynthesisId(rest.split("[/#]", 2)[0])));
    }

    /// What the IRI of something that a synthesis made says after the synthesis: `category/trust`.
    Optional<String> partOfSynthesis(SynthesisId id, Node node) {
        return after(node, "synthesis/" + id + "/");
    }

    /// Whether a triple says that a synthesis translates a claim: its subject is a paper's, but the synthesis
    /// says it.
    public boolean isTranslation(Triple triple) {
        return triple.getPredicate().equals(Terms.translatedTo)
                && synthesisIn(triple.getObject()).isPresent();
    }

    public Node codebook(CodebookId id) {
        return node("codebook/" + id);
    }

    /// The codebook that the IRI of a codebook names.
    public Optional<CodebookId> codebookOf(Node node) {
        return after(node, "codebook/").flatMap(rest -> valid(() -> new CodebookId(rest)));
    }

    public Node study(StudyId id) {
        return node("study/" + id);
    }

    public Node text(PaperId id, String sha256) {
        return node("paper/" + id + "/text/" + sha256.substring(0, DIGITS_OF_TEXT));
    }

    Node code(CodeId id) {
        return node("code/" + id);
    }

    Optional<CodeId> codeOf(Node code) {
        return after(code, "code/").flatMap(rest -> valid(() -> new CodeId(rest)));
    }

    Node file(String sha256) {
        return node("file/" + sha256.substring(0, DIGITS_OF_TEXT));
    }

    public Node quotation(PaperId id, String sha256, Span span) {
        return node("paper/" + id + "/quotation/" + sha256.substring(0, DIGITS_OF_TEXT) + "-" + span.start() + "-"
                + span.end());
    }

    /// What holds the words of a quotation: its text quote selector.
    public Node quote(Quotation quotation) {
        return quote(quotation(quotation.paper(), quotation.textSha256(), quotation.span()));
    }

    static Node quote(Node quotation) {
        return NodeFactory.createURI(quotation.getURI() + "#quote");
    }

    public Node item(ItemId id) {
        return node("item/" + id);
    }

    public Node coding(ItemId id) {
        return node("coding/" + id);
    }

    /// A nanopublication of an item.
    ///
    /// @param code its artifact code, which makes this a trusty URI
    public Node nanopublication(ItemId id, String code) {
        return node("nanopub/" + id + "/" + code);
    }

    public Node agent(AgentId id) {
        return node("agent/" + id);
    }

    /// The paper whose graph this is, if it is one.
    public Optional<PaperId> paperOfGraph(Node graph) {
        return after(graph, GRAPH + GraphName.OfPaper.BEGINNING).flatMap(rest -> valid(() -> new PaperId(rest)));
    }

    /// The paper that the IRI of a paper, text, quotation, item or coding names.
    public Optional<PaperId> paperIn(Node node) {
        return after(node, "").flatMap(path -> {
            String[] parts = path.split("[/#]", 3);
            return parts.length > 1 && PAPER_IS_SECOND.contains(parts[0])
                    ? valid(() -> new PaperId(parts[1]))
                    : Optional.empty();
        });
    }

    /// The same, of an IRI as it is written.
    public Optional<PaperId> paperIn(String iri) {
        return paperIn(NodeFactory.createURI(iri));
    }

    public Optional<ItemId> itemOf(Node item) {
        return after(item, "item/").flatMap(rest -> valid(() -> new ItemId(rest)));
    }

    public Optional<StudyId> studyOf(Node study) {
        return after(study, "study/").flatMap(rest -> valid(() -> new StudyId(rest)));
    }

    public Optional<PaperId> paperOf(Node paper) {
        return after(paper, "paper/").flatMap(rest -> valid(() -> new PaperId(rest)));
    }

    Optional<AgentId> agentOf(Node agent) {
        return after(agent, "agent/").flatMap(rest -> valid(() -> new AgentId(rest)));
    }

    /// The part of an IRI that tells one thing of the base from another: `item/p/x` for the item p/x.
    /// Other nodes come back as they are written.
    public String shortForm(Node node) {
        return after(node, "").orElseGet(node::toString);
    }

    private Node node(String path) {
        return NodeFactory.createURI(base + path);
    }

    private Optional<String> after(Node node, String path) {
        return node.isURI() && node.getURI().startsWith(base + path)
                ? Optional.of(node.getURI().substring(base.length() + path.length()))
                : Optional.empty();
    }

    private static <T> Optional<T> valid(Supplier<T> id) {
        try {
            return Optional.of(id.get());
        } catch (ProblemException notOne) {
            return Optional.empty();
        }
    }
}
