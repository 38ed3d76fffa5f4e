// A server on a base of its own that takes small uploads, and what tests ask of it.
package org.quoin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.quoin.app.Homes;
import org.quoin.app.PaperSummary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ImportServer implements AutoCloseable {
    static final String PATH = ImportApi.PATH;
    static final UploadLimits LIMITS = new UploadLimits(20_000, 100_000, 60, 1);

    private final Path home;
    private final RunningServer server;

    ImportServer(Path home) {
        this.home = home;
        server = new RunningServer(
                Homes.empty(home),
                ServerSettings.onLoopback(0).withWriteToken(RunningServer.TOKEN).withUploads(LIMITS));
    }

    RunningServer http() {
        return server;
    }

    Path uploads() {
        return home.resolve("uploads");
    }

    /// Folders of uploads that are received, wait or run.
    List<Path> received() throws IOException {
        if (!Files.exists(uploads())) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(uploads())) {
            return all.toList();
        }
    }

    static String paper(String title) {
        return "# " + title + "\n\nIntroduction: " + title + " was asked about in twelve wards.\n\n"
                + "Results: Those who were asked about " + title + " spoke of time.\n";
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    static String detail(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(ProblemView.MEDIA_TYPE);
        return json(answer).get("detail").asString();
    }

    HttpResponse<String> send(Form form) {
        return server.send(form.to(server, PATH));
    }

    String accepted(Form form) {
        HttpResponse<String> answer = send(form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    JsonNode ended(String location) {
        return await().until(
                        () -> server.json(location), run -> !run.get("finished").isNull());
    }

    JsonNode imported(Form form) {
        JsonNode run = ended(accepted(form));
        assertThat(run.get("state").asString()).isEqualTo("done");
        assertThat(uploads()).isEmptyDirectory();
        return run;
    }

    /// `outcome file: papers`, a line a file.
    static List<String> lines(JsonNode run) {
        return run.get("files")
                .valueStream()
                .map(file ->
                        file.get("outcome").asString() + " " + file.get("file").asString() + ": "
                                + String.join(
                                        ",",
                                        file.path("papers")
                                                .valueStream()
                                                .map(JsonNode::asString)
                                                .toList()))
                .toList();
    }

    List<String> papers() {
        return server.quoin().papers().stream()
                .map(PaperSummary::id)
                .map(Object::toString)
                .toList();
    }

    void expectNothingLeft() throws IOException {
        assertThat(papers()).isEmpty();
        assertThat(received()).isEmpty();
    }

    HttpResponse<String> delete(String path) {
        return server.send(server.request(path).DELETE().header("Authorization", "Bearer " + RunningServer.TOKEN));
    }

    /// For requests that no client sends.
    Socket connect() throws IOException {
        var socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(server.url("/")).getPort());
        socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
        return socket;
    }

    static byte[] head(long length) {
        return ("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + RunningServer.TOKEN
                        + "\r\nContent-Type: " + Form.TYPE + "\r\nContent-Length: " + length + "\r\n"
                        + "Connection: close\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
