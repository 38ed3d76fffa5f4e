// Artifact codes by the rules of the trusty URI specification, version 1, module RA.
package org.quoin.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;

class TrustyUriTest {
    private static final Node G = NodeFactory.createURI("http://example.org/" + TrustyUri.PLACE + "#g");
    private static final Node S = NodeFactory.createURI("http://example.org/" + TrustyUri.PLACE);
    private static final Node P = NodeFactory.createURI("http://example.org/p");

    /// The content is spelt out here as the specification says it is to be, in its order.
    @Test
    void theCodeIsTheDigestOfTheContentAsTheSpecificationWritesIt() throws Exception {
        List<Quad> quads = new ArrayList<>(List.of(
                quad(NodeFactory.createURI("http://example.org/o")),
                quad(S),
                quad(NodeFactory.createLiteralString("a")),
                quad(NodeFactory.createLiteralString("back\\slash and\nnew line")),
                quad(NodeFactory.createLiteralLang("a", "EN-gb")),
                quad(NodeFactory.createLiteralLang("a", "de")),
                quad(NodeFactory.createLiteralDT("5", XSDDatatype.XSDinteger)),
                quad(NodeFactory.createLiteralString("5")),
                quad(NodeFactory.createLiteralString("brick 🧱"))));
        String three = "http://example.org/ #g\nhttp://example.org/ \nhttp://example.org/p\n";
        String content = three + "http://example.org/ \n"
                + three + "http://example.org/o\n"
                + three + "^http://www.w3.org/2001/XMLSchema#integer 5\n"
                + three + "^http://www.w3.org/2001/XMLSchema#string 5\n"
                + three + "@de a\n"
                + three + "@en-gb a\n"
                + three + "^http://www.w3.org/2001/XMLSchema#string a\n"
                + three + "^http://www.w3.org/2001/XMLSchema#string back\\\\slash and\\nnew line\n"
                + three + "^http://www.w3.org/2001/XMLSchema#string brick 🧱\n";
        String expected = "RA"
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));

        assertThat(TrustyUri.artifactCode(quads)).isEqualTo(expected).hasSize(45);
        long seed = Long.getLong("quoin.seed", System.nanoTime());
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(quads, new Random(seed + i));
            assertThat(TrustyUri.artifactCode(quads)).as("seed %d", seed + i).isEqualTo(expected);
        }
        quads.add(quads.getFirst());
        assertThat(TrustyUri.artifactCode(quads)).as("one quad twice").isEqualTo(expected);
    }

    @Test
    void theCodeTakesItsPlaceInIrisAndNotInWords() {
        Node words = NodeFactory.createLiteralString("say " + TrustyUri.PLACE);

        Quad quad = TrustyUri.withCode(Quad.create(G, S, P, words), "RAcode");

        assertThat(quad.getGraph().getURI()).isEqualTo("http://example.org/RAcode#g");
        assertThat(quad.getSubject().getURI()).isEqualTo("http://example.org/RAcode");
        assertThat(quad.getPredicate()).isEqualTo(P);
        assertThat(quad.getObject()).isEqualTo(words);
    }

    private static Quad quad(Node object) {
        return Quad.create(G, S, P, object);
    }
}
