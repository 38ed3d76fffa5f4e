// Tests of uploads that are refused: each says why, and nothing of it is left.
package org.quoin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quoin.app.Homes;

class UploadRefusedTest {
    @TempDir
    Path home;

    private ImportServer server;

    @BeforeEach
    void start() {
        server = new ImportServer(home);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsTooLargeIsRefusedAsAWhole() throws IOException {
        byte[] large = new byte[Math.toIntExact(ImportServer.LIMITS.fileBytes()) + 1];
        HttpResponse<String> file = server.send(
                new Form().file("fine.md", ImportServer.paper("Fine")).file("large.pdf", large));
        assertThat(file.statusCode()).isEqualTo(413);
        assertThat(ImportServer.detail(file)).contains("«large.pdf»", "20000 bytes");

        var many = new Form();
        for (int i = 0; i <= ImportServer.LIMITS.files(); i++) {
            many.file(i + ".md", "x");
        }
        HttpResponse<String> files = server.send(many);
        assertThat(files.statusCode()).isEqualTo(413);
        assertThat(ImportServer.detail(files)).contains("more than 60 files", "zip archive");
        server.expectNothingLeft();
    }

    /// Said before a byte of it is read. More is not sent here: whoever goes on sending may find the connection
    /// closed before the answer.
    @Test
    void aRequestThatIsTooLongIsRefusedUnread() throws IOException {
        try (Socket socket = server.connect()) {
            socket.getOutputStream().write(ImportServer.head(ImportServer.LIMITS.requestBytes() + 1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 413 ").contains("at most 100000 are read");
        }
        server.expectNothingLeft();
    }

    @Test
    void onlyWhoeverHasTheTokenMayAddPapers() throws IOException {
        byte[] form = new Form().file("x.md", ImportServer.paper("X")).bytes();
        for (String header : List.of("Bearer wrong", "Bearer ", "Basic " + RunningServer.TOKEN)) {
            HttpResponse<String> answer = server.http()
                    .send(Form.to(server.http(), ImportServer.PATH, form).header("Authorization", header));
            assertThat(answer.statusCode()).as(header).isEqualTo(403);
        }
        assertThat(ImportServer.detail(server.http().send(Form.to(server.http(), ImportServer.PATH, form))))
                .contains("read-only without its write token");
        // In the form it stands before the files, so that nothing is written for whoever does not have it.
        for (Form wrong : List.of(
                new Form().field("token", "wrong").file("x.md", ImportServer.paper("X")),
                new Form().file("x.md", ImportServer.paper("X")).field("token", RunningServer.TOKEN),
                new Form().field("token", "wrong"))) {
            assertThat(server.http()
                            .send(Form.to(server.http(), ImportServer.PATH, wrong.bytes()))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(server.http()
                        .send(server.http().request(ImportServer.PATH + "/x").DELETE())
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.uploads()).doesNotExist();
        server.expectNothingLeft();

        Form right = new Form().field("token", RunningServer.TOKEN).file("x.md", ImportServer.paper("X"));
        assertThat(server.http()
                        .send(Form.to(server.http(), ImportServer.PATH, right.bytes()))
                        .statusCode())
                .isEqualTo(202);
    }

    /// A client that sends to the end must be able to read the answer.
    @Test
    void aLongUploadThatIsRefusedIsAnswered(@TempDir Path other) {
        try (var usual = new RunningServer(
                Homes.empty(other), ServerSettings.onLoopback(0).withWriteToken("another-token"))) {
            byte[] form = new Form().file("x.pdf", new byte[30_000_000]).bytes();
            HttpResponse<String> answer = usual.send(
                    Form.to(usual, ImportServer.PATH, form).header("Authorization", "Bearer " + RunningServer.TOKEN));
            assertThat(answer.statusCode()).isEqualTo(403);
        }
    }

    @Test
    void aServerWithoutATokenIsReadOnly(@TempDir Path other) {
        try (var readOnly = new RunningServer(Homes.empty(other), ServerSettings.onLoopback(0))) {
            Form form = new Form().field("token", "").file("x.md", ImportServer.paper("X"));
            HttpResponse<String> answer = readOnly.send(form.to(readOnly, ImportServer.PATH));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(ImportServer.detail(answer)).contains("read-only", "--write-token-file");
            HttpResponse<String> page = readOnly.page(ImportPages.PATH);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("This server is read-only", "quoin serve --write-token-file")
                    .doesNotContain("<form");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json                     | 415
            multipart/form-data                  | 415
            multipart/mixed; boundary=x          | 415
            multipart/form-data; boundary=other  | 400
            """)
    void aBodyOfAnotherKindIsRefused(String type, int status) throws IOException {
        HttpRequest.Builder request = server.http()
                .request(ImportServer.PATH)
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + RunningServer.TOKEN)
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        new Form().file("x.md", ImportServer.paper("X")).bytes()));
        assertThat(server.http().send(request).statusCode()).isEqualTo(status);
        server.expectNothingLeft();
    }

    @Test
    void aFormThatIsNoneOfFilesSaysWhatIsWrong() throws IOException {
        assertThat(ImportServer.detail(server.send(new Form()))).contains("choose at least one");
        byte[] cut = new Form()
                .field("token", RunningServer.TOKEN)
                .file("x.md", ImportServer.paper("X"))
                .unfinished();
        assertThat(ImportServer.detail(server.http().send(Form.to(server.http(), ImportServer.PATH, cut))))
                .contains("no whole form");
        // What a browser sends where nothing was chosen.
        assertThat(ImportServer.detail(server.send(new Form().file("", "")))).contains("choose at least one");
        assertThat(ImportServer.detail(server.send(new Form().field("folder", "x"))))
                .contains("«folder»", "«files»", "«token»");
        assertThat(ImportServer.detail(server.send(new Form().part("name=\"papers\"; filename=\"x.md\"", new byte[1]))))
                .contains("«papers»");
        assertThat(ImportServer.detail(server.send(new Form().field("token", "x".repeat(5000)))))
                .contains("4096 bytes");
        server.expectNothingLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/imports/nope", "/api/imports/nope/report", "/imports/nope", "/api/imports/..%2f.."})
    void anImportThatIsNotThereIsSaidToBeSo(String path) {
        assertThat(server.http().get(path, "*/*").statusCode()).isIn(400, 404);
    }
}
