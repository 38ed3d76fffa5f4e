// Names of Quoin's terms and concepts wherever they are written: in RDF, queries, Java, pages and documents.
package org.quoin.ontology;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Reads text, not RDF: a name in a comment, in a string or in an example misleads as much as one in a triple.
final class UsedTerms {
    private static final List<Pattern> TERM = List.of(
            // As a prefixed name; not urn:x-quoin:name.
            Pattern.compile("(?<![\\w:/-])quoin:([A-Za-z]\\w*)"),
            Pattern.compile("https://w3id\\.org/quoin/ns#([A-Za-z]\\w*)"),
            // As Java writes it: quoin("name"), QUOIN + "name".
            Pattern.compile("\\bquoin\\(\"(\\w+)\"\\)"),
            Pattern.compile("\\bQUOIN \\+ \"(\\w+)\""));
    private static final Pattern CONCEPT =
            Pattern.compile("https://w3id\\.org/quoin/scheme/([a-z][a-z-]*/[A-Za-z0-9][A-Za-z0-9-]*)(?![\\w./-])");

    private UsedTerms() {}

    /// Local names in the namespace `quoin:`.
    static SortedSet<String> terms(String text) {
        var names = new TreeSet<String>();
        for (Pattern form : TERM) {
            form.matcher(text).results().forEach(found -> names.add(found.group(1)));
        }
        return names;
    }

    /// Concepts as `scheme/key`.
    static SortedSet<String> concepts(String text) {
        var names = new TreeSet<String>();
        CONCEPT.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }
}
