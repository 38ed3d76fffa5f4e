// Texts, Web Annotations, nanopublications and the JSON-LD context at their addresses, as other programs ask
// for them.
package org.quoin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nanopub.NanopubImpl;
import org.nanopub.trusty.TrustyNanopubUtils;
import org.quoin.app.PaperSummary;
import org.quoin.graph.Iris;
import org.quoin.model.ItemId;
import org.quoin.model.PaperId;
import org.quoin.testing.AnnotationRules;
import org.quoin.testing.Reviews;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(RunningServer.Shared.class)
class ExportsTest {
    private static final String ANNOTATIONS = "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"";
    private static final String EMOJI = "shared-record-remote-australia";

    private final RunningServer server;

    ExportsTest(RunningServer server) {
        this.server = server;
    }

    @Test
    void theTextOfAPaperComesPlainUnderItsDigest() throws Exception {
        for (PaperSummary paper : server.quoin().papers()) {
            HttpResponse<String> answer = server.get("/api/papers/" + paper.id() + "/text", "*/*");
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(answer.body().getBytes(StandardCharsets.UTF_8)));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain;charset=utf-8");
            assertThat(answer.headers().firstValue("ETag")).hasValue("\"" + digest + "\"");
            assertThat(digest)
                    .isEqualTo(server.json("/api/papers/" + paper.id())
                            .get("sha256")
                            .asString());
            assertThat(server.send(server.request("/api/papers/" + paper.id() + "/text")
                                    .header("If-None-Match", "\"" + digest + "\""))
                            .statusCode())
                    .isEqualTo(304);
        }
        assertThat(server.get("/api/papers/nope/text", "*/*").statusCode()).isEqualTo(404);
    }

    @Test
    void theIriOfATextAnswersWithTheTextForWhoAsksForPlainText() {
        String path = "/id/paper/" + EMOJI + "/text/"
                + server.quoin().paper(new PaperId(EMOJI)).text().sha256().substring(0, 12);

        assertThat(server.get(path, "text/plain").body())
                .isEqualTo(server.get("/api/papers/" + EMOJI + "/text", "*/*").body());
        assertThat(server.get(path, "text/plain").headers().allValues("Vary")).contains("Accept");
        assertThat(server.get(path, "text/turtle").body()).contains("quoin:TextVersion");
        assertThat(server.get(path, "*/*").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/turtle"));
        assertThat(server.page(path).statusCode()).isEqualTo(303);
        for (String other : List.of("/id/paper/" + EMOJI + "/text/000000000000", "/id/paper/nope/text/0")) {
            assertThat(server.get(other, "text/plain").statusCode()).as(other).isNotEqualTo(200);
        }
    }

    /// A client that was never told of Quoin: it takes the collection, gets each source as plain text, and
    /// looks the quotes up by the words alone.
    @Test
    void aClientFindsEveryQuoteByItsWordsAloneWhereThePositionSaysItIs() {
        int found = 0;
        for (PaperSummary paper : server.quoin().papers()) {
            JsonNode collection = server.json("/api/papers/" + paper.id() + "/annotations");
            List<JsonNode> annotations = AnnotationRules.check(collection);
            assertThat(annotations)
                    .hasSize(server.quoin().paper(paper.id()).items().size());
            for (JsonNode annotation : annotations) {
                for (JsonNode place : AnnotationRules.places(annotation)) {
                    String text = dereferenced(place.get("source").asString());
                    JsonNode quote = place.at("/selector/0");
                    JsonNode position = place.at("/selector/1");
                    int start = position.get("start").asInt();
                    assertThat(slice(text, start, position.get("end").asInt()))
                            .isEqualTo(quote.get("exact").asString());
                    assertThat(placesByWords(
                                    text,
                                    quote.get("prefix").asString(),
                                    quote.get("exact").asString(),
                                    quote.get("suffix").asString()))
                            .as("%s", quote)
                            .containsExactly(start);
                    found++;
                }
            }
        }
        assertThat(found).isGreaterThan(150);
    }

    @Test
    void anAnnotationSaysWhatTheCodingSays() {
        JsonNode annotation = server.json("/api/papers/" + RunningServer.SEED + "/annotations")
                .at("/first/items")
                .valueStream()
                .filter(a -> a.at("/target/0/selector/0/exact").asString().equals("a clear shared vision"))
                .findFirst()
                .orElseThrow();
        String item = annotation.get("id").asString().replace("/id/coding/", "/id/item/");
        var tags = new ArrayList<String>();
        var resources = new ArrayList<String>();
        annotation
                .get("body")
                .forEach(body -> (body.has("value") ? tags : resources)
                        .add(body.get("purpose").asString() + " "
                                + body.path("value")
                                        .asString(body.path("source").asString(""))));

        assertThat(annotation.at("/creator/type").asString()).isEqualTo("Software");
        assertThat(annotation.has("created")).as("nobody wrote down when").isFalse();
        assertThat(tags).containsExactly("tagging enabler", "tagging Shared vision", "tagging Suggested");
        assertThat(resources)
                .containsExactly(
                        "identifying " + item,
                        "classifying https://w3id.org/quoin/ns#Enabler",
                        "classifying https://w3id.org/quoin/scheme/factor/shared-vision");
        assertThat(annotation.at("/target/0/id").asString()).startsWith(Iris.DEFAULT_BASE + "paper/");
        assertThat(server.get(local(annotation.get("id").asString()), "text/turtle")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void fictionalStudiesAreMarkedAndIllustrationsAreLinked() {
        JsonNode collection = server.json("/api/papers/" + EMOJI + "/annotations");

        assertThat(collection.get("label").asString()).contains("fictional");
        assertThat(collection.at("/first/items").valueStream())
                .allSatisfy(annotation -> assertThat(annotation.get("body").valueStream())
                        .anyMatch(body -> body.path("value").asString("").equals("fictional study")));
        assertThat(collection
                        .at("/first/items")
                        .valueStream()
                        .flatMap(a -> a.get("body").valueStream()))
                .anyMatch(body -> body.get("purpose").asString().equals("linking") && body.has("selector"));
    }

    @Test
    void annotationsComeUnderTheMediaTypeAndTheNameTheyGiveThemselves() {
        for (String path : List.of(
                "/api/papers/" + RunningServer.SEED + "/annotations",
                "/api/annotations",
                "/api/annotations?paper=" + RunningServer.SEED + "&paper=" + EMOJI)) {
            HttpResponse<String> answer = server.get(path, "*/*");
            assertThat(answer.headers().firstValue("Content-Type")).hasValue(ANNOTATIONS);
            JsonNode collection = JsonMapper.shared().readTree(answer.body());
            AnnotationRules.check(collection);

            HttpResponse<String> named = server.get(local(collection.get("id").asString()), "*/*");
            assertThat(named.statusCode()).isEqualTo(303);
            assertThat(server.get(named.headers().firstValue("Location").orElseThrow(), "*/*")
                            .body())
                    .isEqualTo(answer.body());
        }
        assertThat(server.get("/api/papers/nope/annotations", "*/*").statusCode())
                .isEqualTo(404);
        assertThat(server.get("/api/annotations?paper=nope", "*/*").statusCode())
                .isEqualTo(404);
        assertThat(server.get("/api/papers/" + EMOJI + "/export?format=annotations", "*/*")
                        .headers()
                        .firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"" + EMOJI + ".anno.jsonld\"");
    }

    @Test
    void theContextThatIsServedIsTheOneThatDocumentsCarry() {
        HttpResponse<String> context = server.get("/context", "*/*");
        HttpResponse<String> paper = server.get("/id/paper/" + RunningServer.SEED, "application/ld+json");

        JsonNode document = JsonMapper.shared().readTree(paper.body());
        assertThat(document.get("@context"))
                .isEqualTo(JsonMapper.shared().readTree(context.body()).get("@context"));
        assertThat(document.at("/graph/0/reportsStudy/0").asString()).endsWith("study/" + RunningServer.SEED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"study", "item", "coding"})
    void jsonLdAndTurtleOfAResourceAreTheSameGraph(String kind) {
        String item = server.json("/api/papers/" + EMOJI).at("/items/0/id").asString();
        String path = "/id/" + kind + "/" + (kind.equals("study") ? EMOJI : item);

        assertThat(parsed(server.get(path, "application/ld+json").body(), Lang.JSONLD11)
                        .getDefaultGraph()
                        .isIsomorphicWith(parsed(server.get(path, "text/turtle").body(), Lang.TURTLE)
                                .getDefaultGraph()))
                .isTrue();
    }

    @Test
    void whatIsNotAcceptedBecomesNoNanopublication() {
        String item = server.json("/api/papers/" + RunningServer.SEED)
                .at("/items/0/id")
                .asString();

        HttpResponse<String> answer = server.get("/api/evidence/" + item + "/nanopub", "*/*");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(JsonMapper.shared().readTree(answer.body()).get("detail").asString())
                .contains(item)
                .contains("«suggested»");
        assertThat(server.get("/api/export?format=nanopub", "*/*").statusCode()).isEqualTo(409);
        assertThat(server.get("/api/evidence/nope/nope/nanopub", "*/*").statusCode())
                .isEqualTo(404);
    }

    @Test
    void anAcceptedItemIsServedAsANanopublicationAndUnderItsTrustyUri(@TempDir Path home) throws Exception {
        try (var own = new RunningServer(home)) {
            PaperId paper = new PaperId(EMOJI);
            Reviews.acceptAll(own.quoin(), paper);
            ItemId item = own.quoin().paper(paper).items().getFirst().id();

            HttpResponse<String> answer = own.get("/api/evidence/" + item + "/nanopub", "*/*");

            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/trig"));
            var nanopub = new NanopubImpl(answer.body(), RDFFormat.TRIG);
            assertThat(TrustyNanopubUtils.isValidTrustyNanopub(nanopub)).isTrue();
            String self = nanopub.getUri().stringValue();
            assertThat(own.get(local(self), "*/*").body()).isEqualTo(answer.body());

            // The item is said anew: what the name stood for is not there any more.
            own.quoin().sparql().update("""
                    INSERT DATA { GRAPH <graph/paper/%s> {
                      <item/%s> <https://w3id.org/quoin/ns#rationale> "Said anew."@en } }
                    """.formatted(paper, item));
            HttpResponse<String> gone = own.get(local(self), "*/*");
            assertThat(gone.statusCode()).isEqualTo(404);
            assertThat(gone.body()).contains("now holds");
        }
    }

    private String dereferenced(String iri) {
        HttpResponse<String> answer = server.get(local(iri), "text/plain");
        assertThat(answer.statusCode()).as(iri).isEqualTo(200);
        return answer.body();
    }

    private static String local(String iri) {
        assertThat(iri).startsWith(Iris.DEFAULT_BASE);
        return DataIris.PATH + iri.substring(Iris.DEFAULT_BASE.length());
    }

    private static String slice(String text, int start, int end) {
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }

    /// Where the words stand with this before and this after them, in code points.
    private static List<Integer> placesByWords(String text, String prefix, String exact, String suffix) {
        var places = new ArrayList<Integer>();
        String whole = prefix + exact + suffix;
        for (int at = text.indexOf(whole); at >= 0; at = text.indexOf(whole, at + 1)) {
            places.add(text.codePointCount(0, at + prefix.length()));
        }
        return places;
    }

    private static DatasetGraph parsed(String content, Lang lang) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        RDFParser.fromString(content, lang).parse(dataset);
        return dataset;
    }
}
