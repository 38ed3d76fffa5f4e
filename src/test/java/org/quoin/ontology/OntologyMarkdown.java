// Writes the ontology's reference as Markdown: every class, property and scheme with what the ontology says of
// it.
package org.quoin.ontology;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quoin.graph.OntologyReference;
import org.quoin.graph.OntologyReference.Sort;
import org.quoin.graph.OntologyReference.Term;
import org.quoin.graph.Vocabulary;
import org.quoin.graph.Vocabulary.Concept;
import org.quoin.graph.Vocabulary.Scheme;

final class OntologyMarkdown {
    private final Vocabulary vocabulary;
    private final OntologyReference reference;
    private final StringBuilder out = new StringBuilder();

    private OntologyMarkdown(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.reference = vocabulary.reference();
    }

    static String write(Vocabulary vocabulary) {
        return new OntologyMarkdown(vocabulary).write();
    }

    private String write() {
        line("<!-- Made from the ontology by OntologyDocumentation. Change the ontology, not this file. -->");
        line("# " + reference.header("http://purl.org/dc/terms/title"));
        line("");
        line("`" + vocabulary.ontologyIri() + "`, version "
                + reference.header("http://www.w3.org/2002/07/owl#versionInfo"));
        line("");
        line(reference.header("http://purl.org/dc/terms/description"));
        line("");
        line("![The classes and the properties between them](diagram.svg)");
        line("");
        line("## Classes");
        reference.classes().forEach(this::term);
        section("Object properties", reference.properties(Sort.OBJECT_PROPERTY));
        section("Datatype properties", reference.properties(Sort.DATATYPE_PROPERTY));
        section("Annotation properties", reference.properties(Sort.ANNOTATION_PROPERTY));
        line("");
        line("## Concept schemes");
        vocabulary.schemes().values().forEach(this::scheme);
        return out.toString();
    }

    private void section(String heading, List<Term> terms) {
        line("");
        line("## " + heading);
        terms.forEach(this::term);
    }

    private void term(Term term) {
        line("");
        line("### <a id=\"" + term.name() + "\"></a>" + term.name());
        line("**" + term.label() + "** — " + escape(term.definition()));
        term.notes().forEach(note -> line("*" + escape(note) + "*"));
        line("");
        row("also called", String.join(", ", term.otherLabels()));
        row("is a", links(term.above()));
        row("narrower", links(term.below()));
        row(
                "every one has",
                term.restrictions().stream()
                        .map(r -> link(r.property()) + " " + r.quantity() + (r.of() == null ? "" : " " + link(r.of())))
                        .collect(Collectors.joining("; ")));
        row("used on", links(term.domain()));
        row("values", links(term.range()) + (term.functional() ? ", one at most" : ""));
        row("example", escape(String.join(" · ", term.examples())));
        row(
                "source",
                term.sources().stream()
                        .map(source -> source.startsWith("http") ? "<" + source + ">" : source)
                        .collect(Collectors.joining(", ")));
    }

    private void scheme(Scheme scheme) {
        line("");
        line("### <a id=\"scheme-" + scheme.name() + "\"></a>" + scheme.label() + " (`" + scheme.name() + "`)");
        line("");
        line("| Key | Label | Definition | Broader |");
        line("| --- | --- | --- | --- |");
        for (Concept concept : scheme.concepts()) {
            line("| `" + concept.ref().key() + "` | " + concept.label() + " | "
                    + (concept.definition() == null ? "" : escape(concept.definition())) + " | "
                    + concept.broader().stream()
                            .map(broader -> "`" + broader.key() + "`")
                            .collect(Collectors.joining(", "))
                    + " |");
        }
    }

    private void row(String name, String value) {
        if (!value.isBlank()) {
            line("- " + name + ": " + value);
        }
    }

    private String links(List<String> iris) {
        return iris.stream().map(this::link).collect(Collectors.joining(", "));
    }

    private String link(String iri) {
        return reference
                .term(iri)
                .map(t -> "[" + t.name() + "](#" + t.name() + ")")
                .orElseGet(() -> "`" + shortName(iri) + "`");
    }

    private String shortName(String iri) {
        return vocabulary.prefixes().entrySet().stream()
                .filter(prefix -> iri.startsWith(prefix.getValue()))
                .map((Map.Entry<String, String> prefix) ->
                        prefix.getKey() + ":" + iri.substring(prefix.getValue().length()))
                .findFirst()
                .orElse(iri);
    }

    /// Markdown would take angle brackets for HTML and bars for table cells.
    private static String escape(String text) {
        return text.replace("<", "\\<").replace("|", "\\|");
    }

    private void line(String line) {
        out.append(line).append('\n');
    }
}
