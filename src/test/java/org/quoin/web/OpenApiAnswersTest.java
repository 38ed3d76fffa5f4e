// Every described parameter is taken and any other refused; every described status is answered, and as described.
package org.quoin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.app.Homes;
import org.quoin.app.Progress;
import org.quoin.app.Quoin;
import org.quoin.app.Settings;
import org.quoin.model.PaperId;
import org.quoin.testing.Reviews;
import org.quoin.web.DescribedAnswers.Operation;
import tools.jackson.databind.JsonNode;

class OpenApiAnswersTest {
    private static final int MAX_ROWS = 50;
    private static final String SYNTHESIS = "/api/syntheses/what-keeps-care-joined-up";

    @TempDir
    static Path folder;

    static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        Settings usual = Homes.settings(folder.resolve("home"));
        Quoin quoin = Quoin.open(new Settings(
                usual.home(),
                usual.shippedData(),
                usual.base(),
                usual.holder(),
                usual.withModel(),
                usual.queryTimeout(),
                MAX_ROWS,
                false));
        quoin.loadShippedDataIfNew(true, Progress.NONE);
        Reviews.acceptAll(quoin, new PaperId("health-hubs-rural-ireland"));
        server = new RunningServer(
                quoin,
                ServerSettings.onLoopback(0).withWriteToken(RunningServer.TOKEN).withUploads(ImportServer.LIMITS));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyDescribedParameterIsTakenAndEachIsRead() {
        int taken = 0;
        for (Operation operation : reading("/api")) {
            for (JsonNode parameter : inQuery(operation)) {
                String name = parameter.get("name").asString();
                String address = address(operation, UnaryOperator.identity()) + also(operation, name);
                assertThat(get(address + query(name, parameter.get("example"))).statusCode())
                        .as("%s with its example of %s", operation.call(), name)
                        .isEqualTo(200);
                assertThat(get(address + name + "=" + wrong(name)).statusCode())
                        .as("%s with a wrong %s", operation.call(), name)
                        .isBetween(400, 404);
                taken++;
            }
        }
        assertThat(taken).isGreaterThan(100);
    }

    /// A question is never wrong but for its length.
    private static String wrong(String name) {
        return name.equals("q") ? "a".repeat(2_001) : "%C2%A7+nope";
    }

    /// `table` is of csv only; nothing is asked without a question.
    private static String also(Operation operation, String name) {
        if (operation.path().equals("/api/ask") && !name.equals("q")) {
            return "?q=what+helps&";
        }
        return name.equals("table") ? "?format=csv&" : "?";
    }

    @Test
    void whatIsNotDescribedIsRefusedByName() {
        for (Operation operation : server.described().operations()) {
            if (operation.path().startsWith("/api")) {
                String address = address(operation, UnaryOperator.identity()) + "?nope=1";
                HttpResponse<String> answer =
                        server.send(server.request(address).method(operation.method(), BodyPublishers.noBody()));
                assertThat(answer.statusCode()).as(operation.call()).isEqualTo(400);
                assertThat(answer.body()).as(operation.call()).contains("there is no parameter «nope»");
            }
        }
    }

    @Test
    void everyDescribedStatusIsAnsweredAsDescribed() throws IOException {
        Set<String> seen = new TreeSet<>();
        Stream.of(usual(), wrong(), exchange(), sparql(), syntheses(), imports(), empty())
                .flatMap(List::stream)
                .forEach(answer -> server.described().check(answer).ifPresent(seen::add));

        Set<String> described = new TreeSet<>();
        for (Operation operation : server.described().operations()) {
            operation.node().get("responses").propertyNames().forEach(status -> {
                if (!status.equals("default")) {
                    described.add(operation.call() + " " + status);
                }
            });
        }
        seen.removeIf(answer -> answer.endsWith(" default"));
        assertThat(seen).isEqualTo(described);
    }

    private static List<HttpResponse<String>> usual() {
        return reading("").stream()
                .filter(operation -> !operation.path().startsWith("/api/imports/{id}"))
                .filter(operation -> !operation.path().contains("nanopub"))
                .map(operation -> get(address(operation, UnaryOperator.identity())))
                .toList();
    }

    /// Names that are not there, parameters and forms that are not known.
    private static List<HttpResponse<String>> wrong() {
        return reading("").stream()
                .flatMap(operation -> {
                    String there = address(operation, UnaryOperator.identity());
                    return Stream.of(
                            get(address(operation, example -> "nope")),
                            get(address(operation, example -> "Not_a_slug")),
                            get(there + (operation.path().startsWith("/api") ? "?nope=1" : "?format=nope")),
                            server.get(there, "image/png"));
                })
                .toList();
    }

    private static List<HttpResponse<String>> exchange() {
        String accepted = server.json("/api/search?state=accepted&limit=1")
                .at("/hits/0/item/id")
                .asString();
        HttpResponse<String> nanopub = get("/api/evidence/" + accepted + "/nanopub");
        String trusty =
                nanopub.body().replaceAll("(?s).*/id(/nanopub/[^/\\s]+/[^/\\s]+/RA[A-Za-z0-9_-]{43}).*", "/id$1");
        String suggested = "integrated-care-rural-uk/enabler-a-clear-shared-vision-938cc459";
        return List.of(
                nanopub,
                get("/api/evidence/" + suggested + "/nanopub"),
                get(trusty),
                get(trusty.replaceAll("RA.{43}$", "RA" + "x".repeat(43))),
                get("/id/nanopub/" + suggested + "/RA" + "x".repeat(43)),
                get("/api/papers/integrated-care-rural-uk/export?format=nanopub"),
                get("/api/search?like=integrated-care-rural-uk/nope"),
                get("/api/passages?like=integrated-care-rural-uk/nope"),
                get("/api/annotations?paper=nope"),
                get("/api/ask?q=what+helps"),
                server.page("/id/paper/integrated-care-rural-uk"),
                server.page("/ns/0.1.0"),
                server.page("/ns"),
                server.page("/api"));
    }

    private static List<HttpResponse<String>> sparql() {
        String everything = "SELECT * { ?s ?p ?o }";
        return List.of(
                get("/sparql?query=" + encoded(everything)),
                get("/sparql?query=" + encoded("ASK {}")),
                get("/sparql?query=" + encoded("SELEKT")),
                server.page("/sparql"),
                sparql("query", everything),
                sparql("query", "ASK {}"),
                sparql("query", "SELEKT"),
                sparql("query", "#".repeat(1_000_001)),
                sparql("update", "INSERT DATA { <urn:a> <urn:b> 1 }"),
                server.post("/sparql", "text/plain", "ASK {}"),
                server.post("/sparql", "application/sparql-query", "ASK {}", "Accept", "image/png"),
                update("DELETE WHERE { GRAPH <urn:none> { ?s ?p ?o } }"),
                update("DELETE WHERE { GRAPH <https://w3id.org/quoin/id/graph/paper/integrated-care-rural-uk>"
                        + " { ?s <https://w3id.org/quoin/ns#evidencedBy> ?o } }"));
    }

    private static HttpResponse<String> sparql(String what, String text) {
        return server.post("/sparql", "application/sparql-" + what, text);
    }

    private static HttpResponse<String> update(String text) {
        return server.post(
                "/sparql", "application/sparql-update", text, "Authorization", "Bearer " + RunningServer.TOKEN);
    }

    private static List<HttpResponse<String>> syntheses() {
        String yaml = get(SYNTHESIS + "/file").body();
        String other = "/api/syntheses/another";
        return List.of(
                put(SYNTHESIS, yaml),
                put(other, yaml.replace("synthesis: what-keeps-care-joined-up", "synthesis: another")),
                // Leaves a category with one study.
                put(SYNTHESIS, yaml.replaceAll("(?m)^ *- \"?(long-term|shared-record)-.*\n", "")),
                put(other, "x".repeat((int) ServerSettings.DEFAULT_MAX_REQUEST_BYTES + 1)),
                put(other, "no: [yaml"),
                server.send(server.request(other).PUT(BodyPublishers.ofString(yaml))),
                server.send(server.request(other).DELETE()),
                server.send(server.request(other + "?nope=1").DELETE()),
                delete(other),
                delete(other));
    }

    private static HttpResponse<String> put(String path, String yaml) {
        return server.send(withToken(server.request(path).PUT(BodyPublishers.ofString(yaml)))
                .header("Content-Type", "application/yaml"));
    }

    private static HttpResponse<String> delete(String path) {
        return server.send(withToken(server.request(path).DELETE()));
    }

    private static HttpRequest.Builder withToken(HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + RunningServer.TOKEN);
    }

    private static List<HttpResponse<String>> imports() {
        try (var held = Held.imports(server.quoin())) {
            HttpResponse<String> started = upload(new Form().file("a.md", ImportServer.paper("A")));
            String running = started.headers().firstValue("Location").orElseThrow();
            await().untilAsserted(() ->
                    assertThat(server.json(running).get("state").asString()).isEqualTo("running"));
            String waiting = upload(new Form().file("b.md", ImportServer.paper("B")))
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            List<HttpResponse<String>> meanwhile = List.of(
                    started,
                    upload(new Form().file("c.md", ImportServer.paper("C"))),
                    get(running + "/report"),
                    delete(running),
                    server.send(server.request(waiting).DELETE()),
                    delete(waiting),
                    delete("/api/imports/nope"));
            held.release();
            await().until(() -> !server.json(running).get("finished").isNull());
            return Stream.concat(
                            meanwhile.stream(),
                            Stream.of(
                                    get(running),
                                    get(running + "?nope=1"),
                                    server.send(
                                            server.request(running + "?nope=1").DELETE()),
                                    get(running + "/report"),
                                    get(running + "/report?format=csv"),
                                    get(running + "/report?format=txt"),
                                    upload(new Form()),
                                    upload(new Form().file("big.txt", "x".repeat(50_000))),
                                    server.send(Form.to(
                                            server,
                                            ImportApi.PATH,
                                            new Form()
                                                    .file("d.md", ImportServer.paper("D"))
                                                    .bytes())),
                                    server.post(
                                            ImportApi.PATH,
                                            "text/plain",
                                            "x",
                                            "Authorization",
                                            "Bearer " + RunningServer.TOKEN)))
                    .toList();
        }
    }

    private static HttpResponse<String> upload(Form form) {
        return server.send(form.to(server, ImportApi.PATH));
    }

    /// What only a base without accepted items refuses.
    private static List<HttpResponse<String>> empty() throws IOException {
        try (var empty = new RunningServer(Homes.empty(folder.resolve("empty")), ServerSettings.onLoopback(0))) {
            return Stream.of("export?format=nanopub", "compare?format=ris", "map?format=ris", "search?format=ris")
                    .map(address -> empty.get("/api/" + address, "*/*"))
                    .toList();
        }
    }

    private static List<Operation> reading(String prefix) {
        return server.described().operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .filter(operation -> operation.path().startsWith(prefix))
                .toList();
    }

    private static List<JsonNode> inQuery(Operation operation) {
        // The report is there only when an import has ended, which has its own test.
        return operation.path().startsWith("/api/imports/{id}")
                ? List.of()
                : operation.parameters().stream()
                        .filter(parameter -> parameter.get("in").asString().equals("query"))
                        .toList();
    }

    /// @param changed what stands in the path in place of an example
    private static String address(Operation operation, UnaryOperator<String> changed) {
        String address = operation.path();
        for (JsonNode parameter : operation.parameters()) {
            if (parameter.get("in").asString().equals("path")) {
                address = address.replace(
                        "{" + parameter.get("name").asString() + "}",
                        changed.apply(parameter.get("example").asString()));
            }
        }
        return address;
    }

    private static String query(String name, JsonNode example) {
        Stream<JsonNode> values = example.isArray() ? example.valueStream() : Stream.of(example);
        return values.map(value -> name + "=" + encoded(value.asString())).collect(Collectors.joining("&"));
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> get(String path) {
        return server.get(path, "*/*");
    }
}
