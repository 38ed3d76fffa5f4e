// A small valid paper as Turtle, for tests that change one thing of it.
package org.quoin.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.quoin.model.PaperId;

/// The text has a character outside the Basic Multilingual Plane before every quote, the same words twice,
/// and an emoji of several code points.
final class AlphaPaper {
    static final PaperId ID = new PaperId("alpha");

    static final String TEXT =
            "Staff 🧱 named a clear shared vision. A few said that a clear shared vision needs time.\n"
                    + "“We had three managers”, one nurse 👩🏽‍⚕️ told us.";

    static final String TURTLE = """
            @base <https://w3id.org/quoin/id/> .
            @prefix dcterms: <http://purl.org/dc/terms/> .
            @prefix fabio: <http://purl.org/spar/fabio/> .
            @prefix oa: <http://www.w3.org/ns/oa#> .
            @prefix prov: <http://www.w3.org/ns/prov#> .
            @prefix quoin: <https://w3id.org/quoin/ns#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix scheme: <https://w3id.org/quoin/scheme/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

            <paper/alpha> a fabio:Expression ; quoin:reportsStudy <study/alpha> ; dcterms:title "Alpha" .
            <study/alpha> a quoin:Study .

            <paper/alpha/text/1> a quoin:TextVersion ;
                prov:specializationOf <paper/alpha> ;
                quoin:text "Staff 🧱 named a clear shared vision. A few said that a clear shared vision needs time.\\n\
            “We had three managers”, one nurse 👩🏽‍⚕️ told us." ;
                quoin:sha256 "13432bb268aa396ee75e3e3678b80411592bee035e0b43645e3167f9724da900" ;
                quoin:codePointLength 136 .

            <paper/alpha/quotation/vision> a quoin:Quotation ;
                oa:hasSource <paper/alpha/text/1> ;
                quoin:voice <https://w3id.org/quoin/scheme/voice/author> ;
                oa:hasSelector <#vision-words> , <#vision-place> .
            <#vision-words> a oa:TextQuoteSelector ;
                oa:exact "a clear shared vision" ; oa:prefix "🧱 named " ; oa:suffix ". A few" .
            <#vision-place> a oa:TextPositionSelector ; oa:start 14 ; oa:end 35 .

            <paper/alpha/quotation/time> a quoin:Quotation ;
                oa:hasSource <paper/alpha/text/1> ;
                quoin:voice <https://w3id.org/quoin/scheme/voice/author> ;
                oa:hasSelector <#time-words> , <#time-place> .
            <#time-words> a oa:TextQuoteSelector ; oa:exact "needs time" .
            <#time-place> a oa:TextPositionSelector ; oa:start 75 ; oa:end 85 .

            <paper/alpha/quotation/managers> a quoin:Quotation ;
                oa:hasSource <paper/alpha/text/1> ;
                quoin:voice <https://w3id.org/quoin/scheme/voice/participant> ;
                oa:hasSelector <#managers-words> , <#managers-place> .
            <#managers-words> a oa:TextQuoteSelector ; oa:exact "We had three managers" .
            <#managers-place> a oa:TextPositionSelector ; oa:start 88 ; oa:end 109 .

            <item/alpha/vision> a quoin:Enabler ;
                quoin:reportedIn <study/alpha> ;
                quoin:statement "A vision that all share helps." ;
                quoin:factor <https://w3id.org/quoin/scheme/factor/shared-vision> ;
                quoin:evidencedBy <paper/alpha/quotation/vision> .
            <coding/alpha/vision> a quoin:Coding ;
                oa:hasBody <item/alpha/vision> ; oa:hasTarget <paper/alpha/quotation/vision> ;
                prov:wasAttributedTo <agent/coder> ;
                quoin:curationState <https://w3id.org/quoin/scheme/curation-state/suggested> .

            <item/alpha/time> a quoin:Finding ;
                quoin:reportedIn <study/alpha> ;
                quoin:evidencedBy <paper/alpha/quotation/time> ;
                quoin:illustratedBy <paper/alpha/quotation/managers> .
            <coding/alpha/time> a quoin:Coding ;
                oa:hasBody <item/alpha/time> ; oa:hasTarget <paper/alpha/quotation/time> ;
                prov:wasAttributedTo <agent/coder> ;
                quoin:curationState <https://w3id.org/quoin/scheme/curation-state/suggested> .

            <agent/coder> a prov:Person ; rdfs:label "A coder" .
            """;

    private AlphaPaper() {}

    static Graph graph() {
        return parse(TURTLE);
    }

    /// The paper with one piece of its Turtle replaced, which must stand there.
    static Graph with(String piece, String instead) {
        assertThat(TURTLE).as("the piece that is to be changed").contains(piece);
        return parse(TURTLE.replace(piece, instead));
    }

    /// The same under another name.
    static Graph named(String name) {
        return parse(TURTLE.replace("/alpha", "/" + name).replace("<#", "<paper/" + name + "#"));
    }

    private static Graph parse(String turtle) {
        Graph graph = GraphFactory.createGraphMem();
        RDFParser.fromString(turtle, Lang.TURTLE).parse(graph);
        return graph;
    }
}
