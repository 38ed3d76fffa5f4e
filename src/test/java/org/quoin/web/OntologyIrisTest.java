// What stands under the ontology's permanent identifiers, in every form; and the redirects that lead there.
package org.quoin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quoin.graph.Vocabulary;

@ExtendWith(RunningServer.Shared.class)
class OntologyIrisTest {
    private static final String NAMESPACE = "https://w3id.org/quoin";

    private final RunningServer server;

    OntologyIrisTest(RunningServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/turtle", "application/rdf+xml", "application/ld+json", "application/n-triples"})
    void theOntologyIsTheSameInEveryForm(String mediaType) {
        var answer = server.get("/ns", mediaType);

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(mediaType);
        Graph graph = GraphFactory.createGraphMem();
        Lang lang = RDFLanguages.contentTypeToLang(mediaType);
        RDFParser.fromString(answer.body(), lang).parse(graph);
        assertThat(graph.isIsomorphicWith(
                        server.quoin().vocabulary().graph(NAMESPACE + "/ns").orElseThrow()))
                .isTrue();
    }

    @Test
    void everythingPublishedHasAnAddressThatAnswersWithIt() {
        List<String> published = server.quoin().vocabulary().published();
        assertThat(published)
                .hasSizeGreaterThan(25)
                .contains(NAMESPACE + "/ns", NAMESPACE + "/shapes", NAMESPACE + "/scheme/factor");
        for (String iri : published) {
            var answer = server.get(iri.substring(NAMESPACE.length()), "text/turtle");
            assertThat(answer.statusCode()).as(iri).isEqualTo(200);
            Graph graph = GraphFactory.createGraphMem();
            RDFParser.fromString(answer.body(), Lang.TURTLE).parse(graph);
            assertThat(graph.contains(NodeFactory.createURI(iri.replaceFirst("/ns/[0-9.]+$", "/ns")), null, null))
                    .as("%s speaks of itself", iri)
                    .isTrue();
        }
    }

    @Test
    void thePagesNameEveryTermShapeAndConcept() {
        String ontology = server.page("/ns").body();
        server.quoin()
                .vocabulary()
                .reference()
                .classes()
                .forEach(term -> assertThat(ontology)
                        .contains("id=\"" + term.name() + "\"")
                        .contains("href=\"#" + term.name() + "\""));
        assertThat(ontology).contains("<svg").contains("Classes of the ontology and the properties between them");
        assertThat(server.page("/shapes").body())
                .contains("id=\"QuotationShape\"")
                .contains("/ns#Quotation");
        server.quoin().vocabulary().schemes().forEach((name, scheme) -> {
            String page = server.page("/scheme/" + name).body();
            scheme.concepts()
                    .forEach(concept ->
                            assertThat(page).contains("id=\"" + concept.ref().key() + "\""));
        });
    }

    @Test
    void theContextIsJsonLd() {
        var answer = server.get("/context", "*/*");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/ld+json");
        assertThat(answer.body()).isEqualTo(server.quoin().vocabulary().jsonLdContext());
    }

    @Test
    void whatIsNotThereIsSaidToBeMissing() {
        assertThat(server.get("/scheme/nothing", "text/turtle").statusCode()).isEqualTo(404);
        assertThat(server.get("/ns/9.9.9", "text/turtle").statusCode()).isEqualTo(404);
        assertThat(server.get("/alignments/nothing", "text/turtle").body()).contains(NAMESPACE + "/alignments/");
    }

    /// The rules for the permanent identifiers must lead to paths that this server has.
    @Test
    void theRedirectsCoverEverythingPublished() throws Exception {
        String rules = Files.readString(Path.of(System.getProperty("quoin.root", "."), "ontology/w3id/.htaccess"));
        List<Pattern> patterns = Pattern.compile("(?m)^RewriteRule (\\S+) https://SERVICE/")
                .matcher(rules)
                .results()
                .map((MatchResult rule) -> Pattern.compile(rule.group(1)))
                .toList();
        assertThat(server.quoin().vocabulary().published())
                .map(iri -> iri.substring(NAMESPACE.length() + 1))
                .allSatisfy(path -> assertThat(patterns)
                        .as(path)
                        .anyMatch(rule -> rule.matcher(path).matches()));
        assertThat(Vocabulary.alignmentIri("sepio")).isEqualTo(NAMESPACE + "/alignments/sepio");
    }
}
