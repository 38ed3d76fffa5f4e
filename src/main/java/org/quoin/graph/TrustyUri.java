// Artifact codes for trusty URIs, which say by themselves whether the content found under them is the right
// one.
package org.quoin.graph;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.quoin.model.Sha256;

/// Module RA of the trusty URI specification, version 1 (Tobias Kuhn, 2015, <http://trustyuri.net/>): SHA-256
/// over the sorted quads, in which a blank stands for the code wherever it occurs in an IRI.
final class TrustyUri {
    /// Stands for the code in IRIs while it is not known.
    static final String PLACE = "~~~ARTIFACTCODE~~~";

    private static final String MODULE = "RA";

    private TrustyUri() {}

    /// The code of quads in whose IRIs [#PLACE] stands for it.
    ///
    /// @param quads without blank nodes, which the specification does not allow
    /// @return 45 characters
    static String artifactCode(Collection<Quad> quads) {
        String content = quads.stream()
                .map(Line::of)
                .distinct()
                .sorted(Line.ORDER)
                .map(Line::text)
                .collect(Collectors.joining());
        byte[] digest = Sha256.digest(content.getBytes(StandardCharsets.UTF_8));
        // 256 bits and the two zero bits that the encoding adds make 43 characters.
        return MODULE + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    /// The same quad with the code in its place.
    static Quad withCode(Quad quad, String code) {
        return Quad.create(
                withCode(quad.getGraph(), code),
                withCode(quad.getSubject(), code),
                withCode(quad.getPredicate(), code),
                withCode(quad.getObject(), code));
    }

    private static Node withCode(Node node, String code) {
        return node.isURI() ? NodeFactory.createURI(node.getURI().replace(PLACE, code)) : node;
    }

    /// A quad as it is sorted and digested.
    ///
    /// @param object the IRI, or the text of the literal
    /// @param datatype empty for an IRI and for a text in a language
    /// @param language lower case; empty for all but a text in a language
    private record Line(
            String graph,
            String subject,
            String predicate,
            boolean literal,
            String object,
            String datatype,
            String language) {
        /// Strings are compared by their UTF-16 units, as the library does that checks most nanopublications.
        /// By the specification it would be by code points; the two differ only between characters beyond
        /// U+FFFF and those from U+E000 on, in two literals of one subject and property.
        static final Comparator<Line> ORDER = Comparator.comparing(Line::graph)
                .thenComparing(Line::subject)
                .thenComparing(Line::predicate)
                .thenComparing(Line::literal)
                .thenComparing(Line::object)
                .thenComparing(Line::datatype)
                .thenComparing(Line::language);

        static Line of(Quad quad) {
            Node object = quad.getObject();
            if (!object.isLiteral()) {
                return new Line(
                        iri(quad.getGraph()),
                        iri(quad.getSubject()),
                        iri(quad.getPredicate()),
                        false,
                        iri(object),
                        "",
                        "");
            }
            String language = object.getLiteralLanguage().toLowerCase(Locale.ROOT);
            return new Line(
                    iri(quad.getGraph()),
                    iri(quad.getSubject()),
                    iri(quad.getPredicate()),
                    true,
                    object.getLiteralLexicalForm(),
                    language.isEmpty() ? object.getLiteralDatatypeURI() : "",
                    language);
        }

        private static String iri(Node node) {
            return node.getURI().replace(PLACE, " ");
        }

        String text() {
            String escaped = object.replace("\\", "\\\\").replace("\n", "\\n");
            String third = !literal
                    ? object
                    : language.isEmpty() ? "^" + datatype + " " + escaped : "@" + language + " " + escaped;
            return graph + "\n" + subject + "\n" + predicate + "\n" + third + "\n";
        }
    }
}
