// A concept that is added to a scheme's file is there everywhere, without a line of Java.
package org.quoin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.app.Homes;
import org.quoin.app.Progress;
import org.quoin.app.Quoin;
import org.quoin.graph.Vocabulary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NewConceptTest {
    private static final String TELEHEALTH = """

            :telehealth a skos:Concept ;
                skos:notation "telehealth" ;
                skos:prefLabel "Care at a distance"@en ;
                skos:altLabel "video visit"@en ;
                skos:definition "Whether care is given over a line."@en ;
                skos:broader :information-sharing ;
                skos:inScheme <https://w3id.org/quoin/scheme/factor> .
            """;

    @TempDir
    Path folder;

    @Test
    void itIsReadFromEvidenceSearchedForFilteredByAndDocumented() throws IOException, InterruptedException {
        SortedMap<String, String> files = Vocabulary.files();
        files.merge("schemes/factor.ttl", TELEHEALTH, String::concat);
        Path study = Files.createDirectories(folder.resolve("study"));
        Files.writeString(
                study.resolve("text.txt"), "Results: Screens in the kitchen spared people the trip to town.\n");
        Files.writeString(study.resolve("evidence.yaml"), """
                quoin: 1
                paper: kitchen
                text: text.txt
                coded-by: {id: tester, name: A tester, type: person}
                evidence:
                  - kind: enabler
                    factor: telehealth
                    quote: Screens in the kitchen
                """);

        try (Quoin quoin = Quoin.open(Homes.settings(folder.resolve("home")), Vocabulary.of(files), Progress.NONE);
                QuoinServer server = QuoinServer.start(quoin, ServerSettings.onLoopback(0))) {
            assertThat(quoin.importFiles(List.of(study), Progress.NONE).rejected())
                    .isZero();
            String base = "http://localhost:" + server.port();

            JsonNode found = JsonMapper.shared().readTree(get(base + "/api/search?q=video+visit"));
            assertThat(found.at("/hits/0/item/id").asString()).startsWith("kitchen/");
            assertThat(found.at("/facets/factor/telehealth").asLong()).isEqualTo(1);
            for (String filter : List.of("telehealth", "information-sharing")) {
                assertThat(JsonMapper.shared()
                                .readTree(get(base + "/api/search?factor=" + filter))
                                .get("total")
                                .asLong())
                        .as(filter)
                        .isEqualTo(1);
            }
            assertThat(get(base + "/search")).contains("value=\"telehealth\"").contains("Care at a distance");
            assertThat(get(base + "/scheme/factor")).contains("Whether care is given over a line.");
        }
    }

    /// What the API calls a thing that the ontology has a short name for, it calls by that name.
    @Test
    void theFieldsOfTheApiAreTheNamesOfTheContext() throws IOException {
        try (Quoin quoin = Homes.filled(folder.resolve("home"));
                QuoinServer server = QuoinServer.start(quoin, ServerSettings.onLoopback(0))) {
            JsonNode item = JsonMapper.shared()
                    .readTree(get("http://localhost:" + server.port() + "/api/evidence/" + RunningServer.SEED + "/"
                            + quoin.paper(new org.quoin.model.PaperId(RunningServer.SEED))
                                    .items()
                                    .getFirst()
                                    .id()
                                    .local()));
            var names = new TreeSet<String>(item.propertyNames());
            names.addAll(item.at("/quotes/0").propertyNames());
            JsonNode context = JsonMapper.shared()
                    .readTree(quoin.vocabulary().jsonLdContext())
                    .get("@context");
            names.removeAll(context.propertyNames());

            assertThat(names)
                    .as("names that the context does not have: made for showing, or grouped for the reader")
                    .containsExactlyInAnyOrder(
                            "codedBy",
                            "concepts",
                            "context",
                            "headline",
                            "illustrations",
                            "iri",
                            "kind",
                            "kindLabel",
                            "paper",
                            "quotes",
                            "section",
                            "state",
                            "study",
                            "studyConcepts",
                            "studyLabel",
                            "studyTitle",
                            "textSha256");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String get(String url) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(url))
                                    .header("Accept", "text/html, application/json")
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
