// An accepted item as a nanopublication: a claim, where it comes from and who published it, under a trusty URI.
package org.quoin.graph;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.quoin.model.ItemId;
import org.quoin.model.ProblemException;

/// Four named graphs (<https://nanopub.net/guidelines/working_draft/>): the head; the assertion, which is what
/// the item claims; its provenance, with the quoted words, their text version and paper, who coded and who
/// decided; and the publication info. Made of nothing but what the base holds, so that the same item gives the
/// same nanopublication whenever it is asked for. What the base says of blank nodes has no name to be published
/// under and is left out.
public final class Nanopublication {
    private final String iri;
    private final Map<String, String> prefixes;
    private final List<Quad> quads;

    private Nanopublication(String iri, Map<String, String> prefixes, List<Quad> quads) {
        this.iri = iri;
        this.prefixes = prefixes;
        this.quads = quads;
    }

    /// @param paper the named graph of the item's paper
    /// @throws ProblemException ([Problem.NotFound]) when the graph holds no such item; ([Problem.Conflict])
    ///     when its coding has not been accepted, naming the state it is in
    public static Nanopublication of(Iris iris, Vocabulary vocabulary, ItemId item, Graph paper) {
        List<Quad> open = new NanopublicationBuilder(iris, item, paper).build();
        String code = TrustyUri.artifactCode(open);
        return new Nanopublication(
                iris.nanopublication(item, code).getURI(),
                vocabulary.prefixes(),
                open.stream().map(quad -> TrustyUri.withCode(quad, code)).toList());
    }

    /// The items of a paper that can be published, sorted.
    ///
    /// @param paper the paper's named graph
    public static List<ItemId> accepted(Iris iris, Graph paper) {
        return paper
                .find(Node.ANY, Terms.curationState, NanopublicationBuilder.ACCEPTED)
                .mapWith(Triple::getSubject)
                .toList()
                .stream()
                .flatMap(coding ->
                        paper.find(coding, Terms.hasBody, Node.ANY).mapWith(Triple::getObject).toList().stream())
                .flatMap(body -> iris.itemOf(body).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /// Its trusty URI: the nanopublication that anybody gets under this name can be checked against the name.
    public String iri() {
        return iri;
    }

    /// Writes it as TriG.
    public void write(OutputStream out) {
        StreamRDF trig = StreamRDFWriter.getWriterStream(out, RDFFormat.TRIG_BLOCKS);
        trig.start();
        trig.prefix("this", iri);
        trig.prefix("sub", iri + "#");
        var sorted = new TreeMap<>(prefixes);
        sorted.putAll(NanopublicationBuilder.PREFIXES);
        sorted.forEach((prefix, namespace) -> {
            if (quads.stream().anyMatch(quad -> speaksOf(quad, namespace))) {
                trig.prefix(prefix, namespace);
            }
        });
        quads.forEach(trig::quad);
        trig.finish();
    }

    private static boolean speaksOf(Quad quad, String namespace) {
        Node object = quad.getObject();
        return Stream.of(
                        quad.getSubject().getURI(),
                        quad.getPredicate().getURI(),
                        object.isLiteral() ? object.getLiteralDatatypeURI() : object.getURI())
                .anyMatch(iri -> iri.startsWith(namespace));
    }
}
