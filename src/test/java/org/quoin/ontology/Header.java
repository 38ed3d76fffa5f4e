// What the header of a published file must say, so that others can find, cite and reuse it (FAIR).
package org.quoin.ontology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;

/// @param iri of the ontology, scheme, shapes or alignment
/// @param definesTerms whether the file has a namespace of its own; alignments have none
record Header(Resource iri, boolean definesTerms) {
    private static final String VANN = "http://purl.org/vocab/vann/";
    private static final Property PREFIX = ResourceFactory.createProperty(VANN, "preferredNamespacePrefix");
    private static final Property NAMESPACE = ResourceFactory.createProperty(VANN, "preferredNamespaceUri");

    /// Finds the one header of a file.
    static Header of(Model file) {
        List<Resource> headers =
                file.listSubjectsWithProperty(RDF.type, OWL2.Ontology).toList();
        if (headers.size() != 1) {
            throw new IllegalArgumentException("one header is needed, there are " + headers);
        }
        Resource iri = headers.getFirst();
        return new Header(iri, !iri.getURI().startsWith(OntologyFiles.BASE + "alignments/"));
    }

    String version() {
        return text(OWL2.versionInfo).orElse("");
    }

    /// @param prior the release before this version, if there is one
    /// @return what is missing or wrong, for people
    List<String> lacks(Optional<Version> prior) {
        var lacking = new ArrayList<String>();
        for (Property inEnglish : List.of(DCTerms.title, DCTerms.description, DCTerms.bibliographicCitation)) {
            need(lacking, text(inEnglish, "en").isPresent(), inEnglish + " in English, once");
        }
        for (Property agent : List.of(DCTerms.creator, DCTerms.publisher)) {
            need(lacking, value(agent).isPresent(), agent.toString());
        }
        need(
                lacking,
                value(DCTerms.license)
                        .filter(l ->
                                l.isURIResource() && l.asResource().getURI().startsWith("https://"))
                        .isPresent(),
                "dcterms:license with the IRI of a licence");
        need(lacking, date(DCTerms.created).isPresent(), "dcterms:created as a date");
        need(
                lacking,
                date(DCTerms.modified)
                        .filter(m -> m.compareTo(date(DCTerms.created).orElse("9999")) >= 0)
                        .isPresent(),
                "dcterms:modified, not before created");
        need(lacking, Version.is(version()), "owl:versionInfo of the form 1.2.3");
        String versionIri = iri.getURI() + "/" + version();
        need(lacking, is(OWL2.versionIRI, versionIri), "owl:versionIRI " + versionIri);
        need(
                lacking,
                text(DCTerms.bibliographicCitation)
                        .filter(c -> c.contains("version " + version() + ".") && c.endsWith(versionIri))
                        .isPresent(),
                "a citation with the version and the version IRI");
        need(
                lacking,
                prior.map(before -> is(OWL2.priorVersion, iri.getURI() + "/" + before))
                        .orElse(value(OWL2.priorVersion).isEmpty()),
                prior.map(before -> "owl:priorVersion " + iri.getURI() + "/" + before)
                        .orElse("no owl:priorVersion, since nothing was released before"));
        if (definesTerms) {
            need(
                    lacking,
                    text(PREFIX).filter(p -> p.matches("[a-z][a-z-]*")).isPresent(),
                    "vann:preferredNamespacePrefix");
            need(
                    lacking,
                    text(NAMESPACE)
                            .filter(n -> n.equals(iri.getURI() + "#") || n.equals(iri.getURI() + "/"))
                            .isPresent(),
                    "vann:preferredNamespaceUri below its own IRI");
        }
        return lacking;
    }

    private static void need(List<String> lacking, boolean there, String what) {
        if (!there) {
            lacking.add(what);
        }
    }

    private boolean is(Property property, String wanted) {
        return value(property)
                .filter(v -> v.isURIResource() && v.asResource().getURI().equals(wanted))
                .isPresent();
    }

    private Optional<String> date(Property property) {
        return value(property)
                .filter(v -> v.isLiteral()
                        && XSDDatatype.XSDdate.equals(v.asLiteral().getDatatype()))
                .map(v -> v.asLiteral().getLexicalForm());
    }

    private Optional<String> text(Property property) {
        return value(property)
                .filter(RDFNode::isLiteral)
                .map(v -> v.asLiteral().getLexicalForm())
                .filter(words -> !words.isBlank());
    }

    private Optional<String> text(Property property, String language) {
        return value(property)
                .filter(v -> v.isLiteral() && v.asLiteral().getLanguage().equals(language))
                .flatMap(v -> text(property));
    }

    /// Its value, when there is one and not more.
    private Optional<RDFNode> value(Property property) {
        List<RDFNode> values = iri.listProperties(property)
                .mapWith(statement -> statement.getObject())
                .toList();
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }
}
