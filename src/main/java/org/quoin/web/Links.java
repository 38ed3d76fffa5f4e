// Where an IRI leads on this server, and how it is written in short.
package org.quoin.web;

import java.util.Comparator;
import java.util.Map;
import org.quoin.app.Quoin;
import org.quoin.graph.Vocabulary;
import org.quoin.web.page.ResourcePage.Value;

final class Links {
    private final String base;
    private final String ontology;
    private final String schemes;
    private final String shapes;
    private final Map<String, String> prefixes;

    Links(Quoin quoin) {
        base = quoin.iris().base();
        ontology = quoin.vocabulary().ontologyIri();
        schemes = Vocabulary.schemeIri("");
        shapes = quoin.vocabulary().shapesIri();
        prefixes = quoin.vocabulary().prefixes();
    }

    Value toResource(String iri) {
        return new Value(shortName(iri), url(iri), "");
    }

    /// The part after the base, or a prefixed name, or the IRI itself.
    String shortName(String iri) {
        if (iri.startsWith(base)) {
            return iri.substring(base.length());
        }
        return prefixes.entrySet().stream()
                .filter(prefix -> iri.startsWith(prefix.getValue()))
                .max(Comparator.comparingInt(prefix -> prefix.getValue().length()))
                .map(prefix ->
                        prefix.getKey() + ":" + iri.substring(prefix.getValue().length()))
                .orElse(iri);
    }

    /// Foreign IRIs lead out only when they can be followed; a `javascript:` IRI in the data must not run.
    private String url(String iri) {
        if (iri.startsWith(base)) {
            return DataIris.PATH + iri.substring(base.length());
        }
        if (iri.startsWith(schemes)) {
            String path = iri.substring(schemes.length());
            int slash = path.indexOf('/');
            return OntologyIris.SCHEMES
                    + (slash < 0 ? path : path.substring(0, slash) + "#" + path.substring(slash + 1));
        }
        if (iri.startsWith(shapes)) {
            return OntologyIris.SHAPES + iri.substring(shapes.length());
        }
        if (iri.startsWith(ontology)) {
            return OntologyIris.ONTOLOGY + iri.substring(ontology.length());
        }
        return iri.startsWith("https://") || iri.startsWith("http://") ? iri : "";
    }
}
