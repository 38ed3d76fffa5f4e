// Times the same questions on Quoin and on Jena Fuseki with jena-text, over the same data and over HTTP;
// `src/bench/fuseki.sh` runs it, docs/performance.md keeps its figures.
package org.quoin.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quoin.app.Progress;
import org.quoin.app.Quoin;
import org.quoin.app.Settings;
import org.quoin.app.export.ExportFormat;
import org.quoin.web.QuoinServer;
import org.quoin.web.ServerSettings;

public final class FusekiBenchmark {
    private static final int ITEMS_PER_STUDY = 20;
    private static final long SEED = 20261122;
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 10;
    private static final int PORT = 3939;
    private static final List<String> WORDS = List.of(
            "shared records",
            "delays at discharge",
            "trust between nurses and managers",
            "transport in remote clinics",
            "board members settled disputes",
            "volunteers",
            "pooled budgets",
            "training and staff confidence",
            "co-location after the merger",
            "patients waiting in winter");
    private static final String PREFIXES = """
            PREFIX oa: <http://www.w3.org/ns/oa#>
            PREFIX quoin: <https://w3id.org/quoin/ns#>
            PREFIX text: <http://jena.apache.org/text#>
            """;
    private static final String JOINED = """
            ?item quoin:reportedIn ?study .
            ?context quoin:reportedIn ?study ; quoin:facetValue ?setting .
            FILTER(STRSTARTS(STR(?setting), "https://w3id.org/quoin/scheme/setting/"))
            """;
    private static final String RURAL = """
            ?item quoin:reportedIn ?study .
            ?context quoin:reportedIn ?study ; quoin:facetValue <https://w3id.org/quoin/scheme/setting/rural> .
            """;
    /// What jena-text must do without a limit, since kind and setting are only known after the join; it cuts the
    /// words' matches off at 10,000 without saying so.
    private static final String FUSEKI = """
            (?words ?score ?quote) text:query (oa:exact "%s") .
            ?quotation oa:hasSelector ?words . ?item quoin:evidencedBy ?quotation ; a quoin:Barrier .
            """;

    /// A question as each asks it, with a place for the words.
    private record Question(String quoin, String fuseki) {}

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private FusekiBenchmark() {}

    private static Map<String, Question> questions(boolean model) {
        var questions = new LinkedHashMap<String, Question>();
        questions.put("words alone", new Question(quoin("bm25", "", ""), """
                SELECT ?item ?score ?quote { (?item ?score ?quote) text:query (oa:exact "%s" 50) }"""));
        questions.put("joined", new Question(quoin("bm25", "\"kind:barrier\"", JOINED), fuseki(JOINED)));
        questions.put(
                "joined, rural",
                new Question(quoin("bm25", "\"kind:barrier\" \"setting:rural\"", RURAL), fuseki(RURAL)));
        if (model) {
            questions.put("joined, hybrid", new Question(quoin("hybrid", "\"kind:barrier\"", JOINED), fuseki(JOINED)));
        }
        return questions;
    }

    private static String quoin(String mode, String filters, String pattern) {
        return "SELECT * { (?item ?score ?rank ?quote) quoin:search (\"%s\" \"mode:" + mode + "\" " + filters
                + " 50) . " + pattern + " } ORDER BY ?rank";
    }

    private static String fuseki(String pattern) {
        return "SELECT * { " + FUSEKI + pattern + " } ORDER BY DESC(?score) LIMIT 50";
    }

    /// @param args number of items; folder for studies, home and Fuseki's database (made, and kept); Fuseki's
    ///     jar; the java to run it with; `model` or `no-model`
    public static void main(String[] args) throws IOException, InterruptedException {
        int studies = Integer.parseInt(args[0]) / ITEMS_PER_STUDY;
        Path folder = Path.of(args[1]).toAbsolutePath();
        boolean model = args[4].equals("model");
        var benchmark = new FusekiBenchmark();
        Settings settings = Settings.in(folder.resolve("home"), folder).withModel(model);
        Path trig = folder.resolve("base.trig");
        if (!Files.exists(trig)) {
            GeneratedStudies.write(folder.resolve("studies"), studies, ITEMS_PER_STUDY, SEED);
            Instant begin = Instant.now();
            try (Quoin quoin = Quoin.open(settings);
                    OutputStream out = Files.newOutputStream(trig)) {
                quoin.importFiles(List.of(folder.resolve("studies")), Progress.NONE);
                print(
                        "Quoin: %d items imported, checked and indexed in %.1f s",
                        quoin.health().items(), seconds(begin));
                quoin.export(ExportFormat.TRIG, List.of(), out);
            }
        }
        Process fuseki = start(folder, Path.of(args[2]).toAbsolutePath(), args[3]);
        try (Quoin quoin = Quoin.open(settings);
                QuoinServer server = QuoinServer.start(quoin, ServerSettings.onLoopback(0))) {
            benchmark.load(folder, trig);
            questions(model)
                    .forEach((name, question) -> benchmark.compare(
                            name,
                            question,
                            URI.create("http://127.0.0.1:" + server.port() + "/sparql"),
                            URI.create("http://127.0.0.1:" + PORT + "/ds/query")));
        } finally {
            fuseki.destroy();
            fuseki.waitFor();
        }
    }

    private static Process start(Path folder, Path jar, String java) throws IOException {
        Path home = Files.createDirectories(folder.resolve("fuseki"));
        Path configuration = home.resolve("config.ttl");
        Files.writeString(configuration, """
                @prefix fuseki: <http://jena.apache.org/fuseki#> .
                @prefix oa: <http://www.w3.org/ns/oa#> .
                @prefix quoin: <https://w3id.org/quoin/ns#> .
                @prefix tdb2: <http://jena.apache.org/2016/tdb#> .
                @prefix text: <http://jena.apache.org/text#> .
                <#service> a fuseki:Service ; fuseki:name "ds" ; fuseki:dataset <#text> ;
                  fuseki:endpoint [ fuseki:operation fuseki:query ; fuseki:name "query" ] ,
                    [ fuseki:operation fuseki:gsp-rw ; fuseki:name "data" ] .
                <#text> a text:TextDataset ; text:dataset <#data> ; text:index <#index> .
                <#data> a tdb2:DatasetTDB2 ; tdb2:location "%1$s/tdb2" ; tdb2:unionDefaultGraph true .
                <#index> a text:TextIndexLucene ; text:directory "%1$s/lucene" ; text:storeValues true ;
                  text:entityMap <#map> .
                <#map> a text:EntityMap ; text:entityField "uri" ; text:graphField "graph" ;
                  text:defaultField "exact" ; text:map ( [ text:field "exact" ; text:predicate oa:exact ;
                    text:analyzer [ a text:StandardAnalyzer ] ] ) .
                """.formatted(home));
        return new ProcessBuilder(
                        java,
                        "-Xmx4g",
                        "-cp",
                        jar.toString(),
                        "org.apache.jena.fuseki.main.cmds.FusekiServerCmd",
                        "--localhost",
                        "--port=" + PORT,
                        "--config=" + configuration)
                // It keeps a folder of its own where it is started.
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log.txt").toFile())
                .start();
    }

    private void load(Path folder, Path trig) throws IOException, InterruptedException {
        URI data = URI.create("http://127.0.0.1:" + PORT + "/ds/data");
        for (int attempt = 0; !isUp(data); attempt++) {
            if (attempt == 60) {
                throw new IOException("Fuseki does not start: see " + folder.resolve("fuseki/log.txt"));
            }
            Thread.sleep(1_000);
        }
        Path loaded = folder.resolve("fuseki/loaded");
        if (!Files.exists(loaded)) {
            Instant begin = Instant.now();
            send(data, "application/trig", BodyPublishers.ofFile(trig));
            print("Fuseki: the same loaded and indexed in %.1f s, nothing checked", seconds(begin));
            Files.createFile(loaded);
        }
    }

    private boolean isUp(URI data) throws InterruptedException {
        try {
            http.send(HttpRequest.newBuilder(data.resolve("query")).build(), BodyHandlers.discarding());
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void compare(String name, Question question, URI quoin, URI fuseki) {
        var millisOfQuoin = new double[ROUNDS * WORDS.size()];
        var millisOfFuseki = new double[ROUNDS * WORDS.size()];
        int rowsOfQuoin = 0;
        int rowsOfFuseki = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int i = 0; i < WORDS.size(); i++) {
                Answer ofQuoin = ask(quoin, question.quoin().formatted(WORDS.get(i)));
                Answer ofFuseki = ask(fuseki, question.fuseki().formatted(WORDS.get(i)));
                if (round >= 0) {
                    millisOfQuoin[round * WORDS.size() + i] = ofQuoin.millis();
                    millisOfFuseki[round * WORDS.size() + i] = ofFuseki.millis();
                    rowsOfQuoin += ofQuoin.rows();
                    rowsOfFuseki += ofFuseki.rows();
                }
            }
        }
        Arrays.sort(millisOfQuoin);
        Arrays.sort(millisOfFuseki);
        int n = millisOfQuoin.length;
        print(
                "%-15s Quoin p50 %6.1f p95 %6.1f ms (%d rows) · Fuseki p50 %6.1f p95 %6.1f ms (%d rows) · ratio %.1f, %.1f",
                name,
                millisOfQuoin[n / 2],
                millisOfQuoin[n * 95 / 100],
                rowsOfQuoin / n,
                millisOfFuseki[n / 2],
                millisOfFuseki[n * 95 / 100],
                rowsOfFuseki / n,
                millisOfFuseki[n / 2] / millisOfQuoin[n / 2],
                millisOfFuseki[n * 95 / 100] / millisOfQuoin[n * 95 / 100]);
    }

    private record Answer(double millis, int rows) {}

    private Answer ask(URI endpoint, String query) {
        long begin = System.nanoTime();
        try {
            String body = send(
                    endpoint,
                    "application/x-www-form-urlencoded",
                    BodyPublishers.ofString("query=" + URLEncoder.encode(PREFIXES + query, StandardCharsets.UTF_8)));
            return new Answer(
                    (System.nanoTime() - begin) / 1e6, (int) body.lines().count() - 1);
        } catch (IOException e) {
            throw new IllegalStateException(query, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(query, e);
        }
    }

    private String send(URI to, String type, BodyPublisher body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(to)
                        .header("Content-Type", type)
                        .header("Accept", "text/csv")
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(to + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private static double seconds(Instant begin) {
        return Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
