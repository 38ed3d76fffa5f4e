// Tests of adding papers over HTTP: what comes in, under which names, and what is told of it.
package org.quoin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ImportApiTest {
    /// The server's home is in it, so that it is seen when something is written beside the home.
    @TempDir
    Path folder;

    private Path home;
    private ImportServer server;

    @BeforeEach
    void start() {
        home = folder.resolve("server").resolve("home");
        server = new ImportServer(home);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String jats(String title, String doi) {
        return """
                <article><front><article-meta><article-id pub-id-type="doi">%s</article-id>
                <title-group><article-title>%s</article-title></title-group>
                <abstract><p>We asked nurses about %s.</p></abstract></article-meta></front></article>
                """.formatted(doi, title, title);
    }

    private static byte[] zip(String... namesAndContents) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void filesOfAllKindsComeInAndEachIsAccountedFor() throws IOException {
        HttpResponse<String> answer = server.send(new Form()
                .file("Night shifts.xml", jats("Night shifts", "10.5555/night"))
                .file("again.xml", jats("Night shifts, reprinted", "10.5555/NIGHT"))
                .file("broken.xml", "<article><front></article>")
                .file(
                        "export.zip",
                        zip(
                                "a/wards.md",
                                ImportServer.paper("Wards"),
                                "b/meals.md",
                                ImportServer.paper("Meals"),
                                ".hidden",
                                "x"))
                .file("README.md", "Read me"));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(ImportServer.json(answer).get("state").asString()).isIn("waiting", "running", "done");
        assertThat(ImportServer.json(answer).propertyNames())
                .contains("id", "state", "done", "total", "received", "started", "files");
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location)
                .isEqualTo(ImportServer.PATH + "/"
                        + ImportServer.json(answer).get("id").asString());

        JsonNode run = server.ended(location);
        assertThat(ImportServer.lines(run))
                .containsExactlyInAnyOrder(
                        "imported Night shifts.xml: night-shifts",
                        "duplicate again.xml: night-shifts",
                        "rejected broken.xml: ",
                        "imported export.zip!/a/wards.md: wards",
                        "imported export.zip!/b/meals.md: meals");
        assertThat(run.get("aside").valueStream().map(JsonNode::asString)).containsExactly("README.md");
        assertThat(run.get("done").asLong()).isEqualTo(5);
        assertThat(run.get("total").asLong()).isEqualTo(5);
        assertThat(run.get("imported").asLong()).isEqualTo(3);
        assertThat(run.get("duplicates").asLong()).isEqualTo(1);
        assertThat(run.get("rejected").asLong()).isEqualTo(1);
        // Nobody learns from a report where the home is.
        assertThat(run.toString()).contains("broken.xml").doesNotContain(home.toString());
        assertThat(server.papers()).containsExactly("meals", "night-shifts", "wards");
        assertThat(server.uploads()).isEmptyDirectory();
    }

    @Test
    void theReportIsTheOneOfTheCommandLine() throws IOException {
        Form form = new Form().file("wards.md", ImportServer.paper("Wards")).file("empty.txt", "");
        String id = server.imported(form).get("id").asString();
        String report = ImportServer.PATH + "/" + id + "/report";

        JsonNode json = server.http().json(report);
        assertThat(json.get("imported").asLong()).isEqualTo(1);
        assertThat(json.get("files"))
                .isEqualTo(server.http().json(ImportServer.PATH + "/" + id).get("files"));
        HttpResponse<String> csv = server.http().get(report + "?format=csv", "*/*");
        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"import-" + id + ".csv\"");
        assertThat(csv.body())
                .startsWith("file,outcome,papers,items,may_be_the_same_as,details\r\n")
                .contains("wards.md,imported,wards,0,,");
        assertThat(server.http().get(report + "?format=txt", "*/*").body()).endsWith("1 imported, 1 rejected\n");
        assertThat(ImportServer.detail(server.http().get(report + "?format=pdf", "*/*")))
                .contains("txt, json or csv");
        assertThat(server.http().json(ImportServer.PATH).at("/imports/0/id").asString())
                .isEqualTo(id);
        assertThat(server.http().json(ImportServer.PATH).at("/imports/0").has("files"))
                .isFalse();
    }

    /// A folder is sent with the paths in it.
    @Test
    void evidenceFindsTheTextBesideIt() {
        JsonNode run = server.imported(new Form()
                .file("review/kitchen/evidence.yaml", """
                        quoin: 1
                        paper: kitchen
                        text: text.txt
                        coded-by: {id: tester, name: A tester, type: person}
                        evidence:
                          - kind: enabler
                            quote: Screens in the kitchen
                        """)
                .file("review/kitchen/text.txt", "Results: Screens in the kitchen spared people trips.\n"));
        assertThat(ImportServer.lines(run)).containsExactly("imported review/kitchen/evidence.yaml: kitchen");
        assertThat(run.at("/files/0/items").asLong()).isEqualTo(1);
        assertThat(run.get("aside").valueStream().map(JsonNode::asString)).containsExactly("review/kitchen/text.txt");
    }

    @Test
    void namesThatLeadOutLeadNowhere() throws IOException {
        JsonNode run = server.imported(new Form()
                .file("../../../evil.md", ImportServer.paper("Evil"))
                .file("..\\..\\worse.md", ImportServer.paper("Worse"))
                .file("/etc/passwd", ImportServer.paper("Passwords"))
                .file("a %22quoted%22 one.md", ImportServer.paper("Quotes"))
                .file("x.md", ImportServer.paper("One"))
                .file("x.md", ImportServer.paper("Another")));
        assertThat(ImportServer.lines(run))
                .containsExactlyInAnyOrder(
                        "imported evil.md: evil",
                        "imported worse.md: worse",
                        "imported etc/passwd: passwd",
                        "imported a \"quoted\" one.md: a-quoted-one",
                        "imported x.md: x",
                        "imported x (2).md: x-2");
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.toString().contains("evil"))).isEmpty();
        }
    }

    /// Evidence from a stranger must not quote what stands elsewhere on this computer.
    @Test
    void evidenceCannotReadOtherFilesOfTheServer() throws IOException {
        Files.writeString(home.resolve("secret.txt"), "Results: A secret.\n");
        JsonNode run = server.imported(new Form().file("evidence.yaml", """
                quoin: 1
                paper: secret
                text: ../../secret.txt
                coded-by: {id: tester, name: A tester, type: person}
                evidence:
                  - kind: enabler
                    quote: A secret
                """));
        assertThat(ImportServer.lines(run)).containsExactly("rejected evidence.yaml: ");
        assertThat(run.at("/files/0/reason").asString()).contains("same folder").doesNotContain(home.toString());
    }

    @Test
    void aPageForWhoeverHasNoScript() {
        Form form = new Form().field("token", RunningServer.TOKEN).file("x.md", ImportServer.paper("X"));
        HttpResponse<String> sent = server.http().send(Form.to(server.http(), ImportPages.PATH, form.bytes()));
        assertThat(sent.statusCode()).isEqualTo(303);
        String page = sent.headers().firstValue("Location").orElseThrow();
        assertThat(page).startsWith(ImportPages.PATH + "/");
        server.ended("/api" + page);
        assertThat(server.http().page(page).body()).contains("x.md", "href=\"/papers/x\"", "format=csv");

        Form wrong = new Form().field("token", "wrong").file("y.md", ImportServer.paper("Y"));
        HttpResponse<String> refused = server.http()
                .send(Form.to(server.http(), ImportPages.PATH, wrong.bytes()).header("Accept", "text/html"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("this is not the write token", "<form id=\"upload\"");
        assertThat(server.papers()).containsExactly("x");
    }

    /// The base has no page for it any more, and the report must not break.
    @Test
    void theReportOutlivesItsPapers() {
        String id = server.imported(new Form().file("x.md", ImportServer.paper("X")))
                .get("id")
                .asString();
        server.http()
                .quoin()
                .sparql()
                .update("DROP GRAPH <" + server.http().quoin().iris().base() + "graph/paper/x>");
        assertThat(server.papers()).isEmpty();
        assertThat(server.http().page(ImportPages.PATH + "/" + id).body())
                .contains("x.md")
                .doesNotContain("/papers/x");
    }
}
