// Known pitfalls of ontologies, each as a query that finds it. Numbers are those of the OOPS! catalogue.
package org.quoin.ontology;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.sparql.exec.QueryExec;

/// @param number in the catalogue at oops.linkeddata.es/catalogue.jsp
/// @param title what is wrong
/// @param pattern a SPARQL graph pattern that binds `?subject` to what has the pitfall
record Pitfall(String number, String title, String pattern) {
    private static final String PROLOGUE = """
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX quoin: <https://w3id.org/quoin/ns#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            """;

    private static final String OWN_CLASS = "?subject a owl:Class . " + own("subject");
    private static final String OWN_PROPERTY =
            "?subject a ?kind . " + "VALUES ?kind { owl:ObjectProperty owl:DatatypeProperty } " + own("subject");

    static final List<Pitfall> ALL = List.of(
            new Pitfall("P04", "unconnected: no axiom ties the class to another", OWN_CLASS + """
                    FILTER NOT EXISTS { ?subject rdfs:subClassOf|owl:equivalentClass ?other }
                    FILTER NOT EXISTS { ?other rdfs:subClassOf|rdfs:domain|rdfs:range ?subject }
                    FILTER NOT EXISTS { ?other owl:someValuesFrom|owl:allValuesFrom|owl:onClass ?subject }
                    """),
            new Pitfall("P05", "wrong inverse: domain and range do not change places", """
                    ?subject owl:inverseOf ?other .
                    FILTER(isIRI(?subject) && isIRI(?other))
                    FILTER(EXISTS { ?subject rdfs:domain ?d . ?other rdfs:range ?r FILTER(?d != ?r) }
                      || EXISTS { ?subject rdfs:range ?r . ?other rdfs:domain ?d FILTER(?d != ?r) })
                    """),
            new Pitfall("P06", "cycle in the hierarchy", """
                    { ?subject rdfs:subClassOf+ ?subject } UNION { ?subject rdfs:subPropertyOf+ ?subject }
                    UNION { ?subject skos:broader+ ?subject }
                    """),
            new Pitfall(
                    "P08",
                    "undocumented: label, definition, example (in English), source or isDefinedBy is missing",
                    """
                    ?subject a ?kind .
                    VALUES ?kind { owl:Class owl:ObjectProperty owl:DatatypeProperty owl:AnnotationProperty }
                    """ + own("subject") + """
                    FILTER NOT EXISTS {
                      ?subject rdfs:label ?label ; skos:definition ?definition ; skos:example ?example ;
                               dcterms:source ?source ; rdfs:isDefinedBy <https://w3id.org/quoin/ns> .
                      FILTER(LANG(?label) = "en" && LANG(?definition) = "en" && LANG(?example) = "en")
                    }
                    """),
            new Pitfall(
                    "P10",
                    "neither in one hierarchy with another class nor disjoint from it",
                    OWN_CLASS + """
                    ?other a owl:Class .
                    """ + own("other") + """
                    FILTER(STR(?subject) < STR(?other))
                    FILTER NOT EXISTS { ?subject rdfs:subClassOf* ?other }
                    FILTER NOT EXISTS { ?other rdfs:subClassOf* ?subject }
                    FILTER NOT EXISTS { ?subject rdfs:subClassOf* ?a . ?other rdfs:subClassOf* ?b .
                      { ?a owl:disjointWith ?b } UNION { ?b owl:disjointWith ?a }
                      UNION { ?all a owl:AllDisjointClasses ; owl:members/rdf:rest*/rdf:first ?a, ?b . FILTER(?a != ?b) } }
                    """),
            new Pitfall("P11", "no domain or no range", OWN_PROPERTY + """
                    FILTER NOT EXISTS { ?subject rdfs:domain ?domain ; rdfs:range ?range }
                    """),
            new Pitfall("P13", "no inverse is declared", "?subject a owl:ObjectProperty . " + own("subject") + """
                    FILTER NOT EXISTS { ?subject owl:inverseOf ?other }
                    FILTER NOT EXISTS { ?other owl:inverseOf ?subject }
                    """),
            new Pitfall("P19", "several domains or ranges, which mean their intersection", OWN_PROPERTY + """
                    { ?subject rdfs:domain ?one, ?two FILTER(!sameTerm(?one, ?two)) }
                    UNION { ?subject rdfs:range ?one, ?two FILTER(!sameTerm(?one, ?two)) }
                    """),
            new Pitfall("P22", "named against the convention", """
                    ?subject a ?kind .
                    """ + own("subject") + """
                    BIND(STRAFTER(STR(?subject), "#") AS ?name)
                    FILTER((?kind = owl:Class && !REGEX(?name, "^([A-Z][a-z0-9]+)+$"))
                      || (?kind IN (owl:ObjectProperty, owl:DatatypeProperty, owl:AnnotationProperty)
                          && !REGEX(?name, "^[a-z][a-z0-9]*([A-Z][a-z0-9]*)*$")))
                    """),
            new Pitfall("P34", "used as a class, not declared as one", """
                    { ?any a ?subject } UNION { ?any rdfs:subClassOf|rdfs:domain|rdfs:range ?subject }
                    UNION { ?any owl:someValuesFrom|owl:allValuesFrom|owl:onClass|owl:disjointWith ?subject }
                    FILTER(isIRI(?subject) && !REGEX(STR(?subject), "^http://www.w3.org/(2002/07/owl|1999/02/22-rdf-syntax-ns|2000/01/rdf-schema|2001/XMLSchema)#"))
                    FILTER NOT EXISTS { ?subject a owl:Class }
                    """),
            new Pitfall("P35", "used as a property, not declared as one", """
                    { ?any ?subject ?value } UNION { ?any owl:onProperty|rdfs:subPropertyOf|owl:inverseOf ?subject }
                    FILTER(!REGEX(STR(?subject), "^http://www.w3.org/(2002/07/owl|1999/02/22-rdf-syntax-ns|2000/01/rdf-schema)#"))
                    FILTER NOT EXISTS { ?subject a ?kind
                      FILTER(?kind IN (owl:ObjectProperty, owl:DatatypeProperty, owl:AnnotationProperty)) }
                    """),
            new Pitfall("P36", "the IRI names a file", """
                    ?subject a ?kind .
                    FILTER(STRSTARTS(STR(?subject), "https://w3id.org/quoin/"))
                    FILTER(REGEX(STR(?subject), "\\\\.(owl|ttl|rdf|xml|n3|nt|jsonld|html?)([#/]|$)"))
                    """),
            new Pitfall("P38", "no ontology is declared", """
                    BIND("the file" AS ?subject) FILTER NOT EXISTS { ?ontology a owl:Ontology }
                    """),
            new Pitfall("P41", "no licence", """
                    ?subject a owl:Ontology FILTER NOT EXISTS { ?subject dcterms:license ?licence FILTER(isIRI(?licence)) }
                    """));

    private static String own(String variable) {
        return "FILTER(STRSTARTS(STR(?" + variable + "), \"" + OntologyFiles.NAMESPACE + "\")) ";
    }

    static Pitfall numbered(String number) {
        return ALL.stream().filter(p -> p.number().equals(number)).findFirst().orElseThrow();
    }

    /// What has this pitfall: names of terms, IRIs in full where they are no terms of ours.
    SortedSet<String> in(Model ontology) {
        var found = new TreeSet<String>();
        try (QueryExec query = QueryExec.graph(ontology.getGraph())
                .query(PROLOGUE + "SELECT DISTINCT ?subject WHERE { " + pattern + " }")
                .build()) {
            query.select().forEachRemaining(row -> {
                var subject = row.get("subject");
                found.add(
                        subject.isURI()
                                ? subject.getURI().replace(OntologyFiles.NAMESPACE, "quoin:")
                                : subject.isLiteral() ? subject.getLiteralLexicalForm() : "something without a name");
            });
        }
        return found;
    }

    @Override
    public String toString() {
        return number + " " + title;
    }
}
