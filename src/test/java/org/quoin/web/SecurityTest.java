// Tests of what every request has to pass and every answer has to carry.
package org.quoin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningServer.Shared.class)
class SecurityTest {
    private static final Pattern ASSET = Pattern.compile("/assets/[0-9a-f]+/[a-z.-]+");

    private final RunningServer server;

    SecurityTest(RunningServer server) {
        this.server = server;
    }

    @Test
    void everyAnswerForbidsForeignContent() {
        for (String path : List.of("/", "/search?q=x", "/api/papers", "/sparql", "/nope")) {
            HttpResponse<String> answer = server.page(path);
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'"));
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(answer.headers().firstValue("Server")).isEmpty();
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
        assertThat(server.page("/").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).doesNotContain("unsafe"));
    }

    @Test
    void onlyNamesOfThisComputerAreAnsweredFor() throws IOException {
        assertThat(raw("GET /api/health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(raw("GET /api/health HTTP/1.1\r\nHost: localhost.evil.example:80\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(raw("GET /api/health HTTP/1.1\r\nHost: LOCALHOST\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(raw("GET /api/health HTTP/1.1\r\nHost: [::1]:80\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../../../etc/passwd",
                "/assets/..%2f..%2fetc/passwd",
                "/assets/x/..",
                "/assets/%2e%2e/quoin.css",
                "/papers/..%2f..",
                "/id/../../api",
                "//etc/passwd"
            })
    void noPathLeadsOut(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).containsPattern("^HTTP/1.1 (400|404|405)");
        assertThat(answer).doesNotContain("root:").doesNotContain("\tat ");
    }

    @Test
    void aLongBodyIsRefusedUnread() throws IOException {
        // No more than the head is sent: whoever goes on sending may find the connection closed before the answer.
        String head = "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n";
        assertThat(raw(head + "Connection: close\r\nContent-Length: 5000000\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ");
        assertThat(raw(head + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n"))
                .startsWith("HTTP/1.1 411 ");
    }

    @Test
    void markupInAQueryIsShownAndNotRun() {
        String page =
                server.page("/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").body();
        assertThat(page).doesNotContain("<script>alert(1)").contains("&lt;script");
        String error =
                server.page("/search?kind=%3Cscript%3Ealert(1)%3C/script%3E").body();
        assertThat(error).doesNotContain("<script>alert(1)");
        String sparql = server.page(
                        "/sparql?query=SELECT%20(%22%3Cscript%3Ealert(1)%3C/script%3E%22%20AS%20%3Fx)%20%7B%7D")
                .body();
        assertThat(sparql).doesNotContain("<script>alert(1)").contains("&lt;script");
    }

    @Test
    void aScriptAddressInTheDataLeadsNowhere() {
        assertThat(new Links(server.quoin()).toResource("javascript:alert(1)").url())
                .isEmpty();
    }

    @Test
    void assetsAreKeptForGoodAndPagesAreAskedForAgain() {
        HttpResponse<String> page = server.page("/");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
        Matcher assets = ASSET.matcher(page.body());
        int found = 0;
        while (assets.find()) {
            HttpResponse<String> asset = server.get(assets.group(), "*/*");
            assertThat(asset.statusCode()).as(assets.group()).isEqualTo(200);
            assertThat(asset.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
            found++;
        }
        assertThat(found).isGreaterThanOrEqualTo(5);
    }

    @Test
    void anUnchangedAnswerIsNotSentAgain() {
        String etag =
                server.get("/api/papers", "*/*").headers().firstValue("ETag").orElseThrow();
        assertThat(server.send(server.request("/api/papers").header("If-None-Match", etag))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void answersAreCompressedAndHeadHasNoBody() {
        assertThat(server.send(server.request("/papers").header("Accept-Encoding", "gzip"))
                        .headers()
                        .firstValue("Content-Encoding"))
                .hasValue("gzip");
        HttpResponse<String> head = server.send(server.request("/papers").HEAD());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void anotherMethodIsNamedAsSuch() {
        assertThat(server.send(server.request("/api/papers").DELETE()).statusCode())
                .isEqualTo(405);
    }

    /// What no client library sends.
    private String raw(String request) throws IOException {
        try (var socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(server.url("/")).getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
