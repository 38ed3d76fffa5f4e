// Whoever made something, as triples and back.
package org.quoin.graph;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.quoin.model.Agent;

final class AgentMapper {
    private AgentMapper() {}

    static Stream<Triple> triples(Node node, Agent agent) {
        Node cls = switch (agent.type()) {
            case PERSON -> Terms.Person;
            case ORGANIZATION -> Terms.Organization;
            case SOFTWARE -> Terms.SoftwareAgent;
        };
        return Stream.of(
                Triple.create(node, RDF.type.asNode(), cls),
                Triple.create(node, RDFS.label.asNode(), NodeFactory.createLiteralString(agent.name())));
    }

    /// Empty when the node has no name that Quoin gives to agents.
    static Optional<Agent> read(Iris iris, Graph graph, Node node) {
        Agent.Type type = graph.contains(node, RDF.type.asNode(), Terms.Person)
                ? Agent.Type.PERSON
                : graph.contains(node, RDF.type.asNode(), Terms.Organization)
                        ? Agent.Type.ORGANIZATION
                        : Agent.Type.SOFTWARE;
        return iris.agentOf(node)
                .map(id -> new Agent(
                        id,
                        graph.find(node, RDFS.label.asNode(), Node.ANY)
                                .mapWith(Triple::getObject)
                                .filterKeep(Node::isLiteral)
                                .mapWith(Node::getLiteralLexicalForm)
                                .nextOptional()
                                .orElseGet(() -> iris.shortForm(node)),
                        type));
    }
}
