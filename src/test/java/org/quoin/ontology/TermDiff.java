// Which terms, concepts and shapes one version has and another has not, or has differently.
package org.quoin.ontology;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;

/// @param added short names
/// @param removed short names
/// @param changed short names, each with the properties whose values changed
record TermDiff(SortedSet<String> added, SortedSet<String> removed, SortedMap<String, SortedSet<String>> changed) {
    static TermDiff between(Model before, Model after) {
        SortedMap<String, SortedMap<String, SortedSet<String>>> old = described(before);
        SortedMap<String, SortedMap<String, SortedSet<String>>> now = described(after);
        var added = new TreeSet<>(now.keySet());
        added.removeAll(old.keySet());
        var removed = new TreeSet<>(old.keySet());
        removed.removeAll(now.keySet());
        var changed = new TreeMap<String, SortedSet<String>>();
        now.forEach((term, properties) -> {
            SortedMap<String, SortedSet<String>> earlier = old.get(term);
            if (earlier != null) {
                var all = new TreeSet<>(properties.keySet());
                all.addAll(earlier.keySet());
                all.removeIf(p ->
                        properties.getOrDefault(p, new TreeSet<>()).equals(earlier.getOrDefault(p, new TreeSet<>())));
                if (!all.isEmpty()) {
                    changed.put(term, all);
                }
            }
        });
        return new TermDiff(added, removed, changed);
    }

    /// As a list for the changelog, ending with a line break.
    String markdown() {
        if (added.isEmpty() && removed.isEmpty() && changed.isEmpty()) {
            return "- No term, concept or shape changed.\n";
        }
        var text = new StringBuilder();
        list(text, "Added", added);
        list(text, "Removed", removed);
        changed.forEach((term, properties) -> text.append("- Changed: `")
                .append(term)
                .append("` (")
                .append(String.join(", ", properties))
                .append(")\n"));
        return text.toString();
    }

    private static void list(StringBuilder text, String title, SortedSet<String> terms) {
        if (!terms.isEmpty()) {
            text.append("- ")
                    .append(title)
                    .append(": ")
                    .append(terms.stream().map(t -> "`" + t + "`").collect(Collectors.joining(", ")))
                    .append('\n');
        }
    }

    /// Every term with its properties and their values in a form that does not depend on the names of blank
    /// nodes.
    private static SortedMap<String, SortedMap<String, SortedSet<String>>> described(Model model) {
        var terms = new TreeMap<String, SortedMap<String, SortedSet<String>>>();
        model.listStatements().forEachRemaining(statement -> {
            Resource subject = statement.getSubject();
            if (isTerm(subject)) {
                put(terms, subject, statement.getPredicate().getLocalName(), canonical(statement.getObject()));
            }
        });
        // Disjointness of several classes is said by a node without a name; it is news for each of them.
        model.listSubjectsWithProperty(RDF.type, OWL2.AllDisjointClasses).forEachRemaining(axiom -> {
            Resource members = axiom.getPropertyResourceValue(OWL2.members);
            members.as(org.apache.jena.rdf.model.RDFList.class)
                    .iterator()
                    .forEachRemaining(member -> put(terms, member.asResource(), "disjointWith", canonical(members)));
        });
        return terms;
    }

    private static void put(
            Map<String, SortedMap<String, SortedSet<String>>> terms, Resource term, String property, String value) {
        terms.computeIfAbsent(shortName(term), t -> new TreeMap<>())
                .computeIfAbsent(property, p -> new TreeSet<>())
                .add(value);
    }

    /// Ontologies and schemes as such change with every version, in their headers.
    private static boolean isTerm(Resource subject) {
        return subject.isURIResource()
                && subject.getURI().startsWith(OntologyFiles.BASE)
                && !subject.hasProperty(RDF.type, OWL2.Ontology)
                && !subject.hasProperty(DCTerms.license);
    }

    private static String shortName(Resource term) {
        return term.getURI()
                .replace(OntologyFiles.NAMESPACE, "quoin:")
                .replace(OntologyFiles.BASE + "shapes#", "shapes:")
                .replace(OntologyFiles.BASE, "");
    }

    private static String canonical(RDFNode node) {
        if (!node.isAnon()) {
            return node.toString();
        }
        return node
                .asResource()
                .listProperties()
                .mapWith(s -> s.getPredicate() + " " + canonical(s.getObject()))
                .toList()
                .stream()
                .sorted()
                .collect(Collectors.joining("; ", "[", "]"));
    }
}
