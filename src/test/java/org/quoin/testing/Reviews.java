// Review decisions for tests: what ships is suggested, and nobody has accepted any of it.
package org.quoin.testing;

import org.quoin.app.Quoin;
import org.quoin.model.PaperId;

public final class Reviews {
    /// When the decisions were made.
    public static final String TIME = "2026-03-01T09:00:00Z";

    private Reviews() {}

    /// A person of the name «Demonstration reviewer» accepts every suggested coding of a paper, through the
    /// write door.
    public static void acceptAll(Quoin quoin, PaperId paper) {
        decide(quoin, paper, "accept", "accepted");
    }

    /// The same with another verdict.
    ///
    /// @param verdict key of the `verdict` scheme
    /// @param state key of the `curation-state` scheme that the codings then have
    public static void decide(Quoin quoin, PaperId paper, String verdict, String state) {
        quoin.sparql().update("""
                PREFIX prov: <http://www.w3.org/ns/prov#>
                PREFIX quoin: <https://w3id.org/quoin/ns#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                PREFIX state: <https://w3id.org/quoin/scheme/curation-state/>
                PREFIX verdict: <https://w3id.org/quoin/scheme/verdict/>
                PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                WITH <graph/paper/%1$s>
                DELETE { ?coding quoin:curationState state:suggested }
                INSERT {
                  ?coding quoin:curationState state:%3$s .
                  ?decision a quoin:ReviewDecision ; quoin:decides ?coding ; quoin:verdict verdict:%2$s ;
                    prov:wasAttributedTo <agent/reviewer> ; prov:generatedAtTime "%4$s"^^xsd:dateTime .
                  <agent/reviewer> a prov:Person ; rdfs:label "Demonstration reviewer" .
                }
                WHERE {
                  ?coding quoin:curationState state:suggested
                  BIND (IRI(CONCAT(STR(?coding), "#decision")) AS ?decision)
                }
                """.formatted(paper, verdict, state, TIME));
    }
}
