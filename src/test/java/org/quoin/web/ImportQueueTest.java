// Tests of imports that wait, break off, are cancelled and outlive their server.
package org.quoin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.app.Homes;
import org.quoin.app.Progress;
import org.quoin.app.Quoin;

class ImportQueueTest {
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
    void anUploadThatBreaksOffLeavesNothing() throws IOException {
        byte[] form = new Form().file("x.md", ImportServer.paper("X")).unfinished();
        try (Socket socket = server.connect()) {
            socket.getOutputStream().write(ImportServer.head(form.length + 1000));
            socket.getOutputStream().write(form);
            socket.getOutputStream().flush();
            await().untilAsserted(() -> assertThat(server.uploads()).isNotEmptyDirectory());
            // It holds one of two places; with the second one taken nobody else has any.
            try (Socket second = server.connect()) {
                second.getOutputStream().write(ImportServer.head(form.length + 1000));
                second.getOutputStream().write(form);
                second.getOutputStream().flush();
                await().untilAsserted(() -> assertThat(server.received()).hasSize(2));
                HttpResponse<String> busy = server.send(new Form().file("y.md", ImportServer.paper("Y")));
                assertThat(busy.statusCode()).isEqualTo(503);
                assertThat(busy.headers().firstValue("Retry-After")).hasValue("30");
            }
        }
        await().untilAsserted(() -> assertThat(server.uploads()).isEmptyDirectory());
        assertThat(server.papers()).isEmpty();
        server.imported(new Form().file("y.md", ImportServer.paper("Y")));
    }

    @Test
    void oneIsImportedWhileOthersWaitAndCanBeCancelled() {
        server.imported(new Form().file("first.md", ImportServer.paper("First")));
        try (var held = Held.imports(server.http().quoin())) {
            String running = server.accepted(
                    new Form().file("a.md", ImportServer.paper("A")).file("b.md", ImportServer.paper("B")));
            await().untilAsserted(() -> assertThat(
                            server.http().json(running).get("state").asString())
                    .isEqualTo("running"));
            String waiting = server.accepted(new Form().file("c.md", ImportServer.paper("C")));
            assertThat(server.http().json(waiting).get("state").asString()).isEqualTo("waiting");
            assertThat(server.http().json(running).get("total").asLong()).isEqualTo(2);
            assertThat(server.send(new Form().file("d.md", ImportServer.paper("D")))
                            .statusCode())
                    .isEqualTo(503);
            assertThat(server.http().get(running + "/report", "*/*").statusCode())
                    .isEqualTo(409);

            assertThat(server.delete(running).statusCode()).isEqualTo(409);
            HttpResponse<String> cancelled = server.delete(waiting);
            assertThat(ImportServer.json(cancelled).get("state").asString()).isEqualTo("cancelled");
            assertThat(ImportServer.json(cancelled).get("problem").asString()).contains("nothing was imported");
            assertThat(server.delete(waiting).statusCode()).isEqualTo(409);
            String next = server.accepted(new Form().file("e.md", ImportServer.paper("E")));

            held.release();
            assertThat(server.ended(running).get("state").asString()).isEqualTo("done");
            assertThat(server.ended(next).get("state").asString()).isEqualTo("done");
        }
        assertThat(server.papers()).containsExactly("a", "b", "e", "first");
        assertThat(server.uploads()).isEmptyDirectory();
    }

    /// The store must not be closed beneath an import.
    @Test
    void stoppingTheServerEndsAnImportBetweenTwoFiles() throws IOException, InterruptedException {
        server.imported(new Form().file("first.md", ImportServer.paper("First")));
        var many = new Form();
        for (int i = 0; i < ImportServer.LIMITS.files(); i++) {
            many.file(i + ".md", ImportServer.paper("Paper number " + i));
        }
        Path uploads = server.uploads();
        Thread stopping;
        try (var held = Held.imports(server.http().quoin())) {
            String running = server.accepted(many);
            await().untilAsserted(() -> assertThat(
                            server.http().json(running).get("state").asString())
                    .isEqualTo("running"));
            server.accepted(new Form().file("never.md", ImportServer.paper("Never")));
            stopping = Thread.ofPlatform().start(server::close);
            // What waits is dropped before the running one is waited for.
            await().untilAsserted(() -> assertThat(server.received()).hasSize(1));
            held.release();
        }
        stopping.join();
        assertThat(uploads).isEmptyDirectory();
        try (Quoin again = Homes.empty(home)) {
            assertThat(again.papers()).hasSizeBetween(2, ImportServer.LIMITS.files());
            assertThat(again.validate(Progress.NONE)).isEmpty();
        }
        server = new ImportServer(home);
    }

    @Test
    void whatAKilledServerLeftIsClearedAway() throws IOException {
        server.close();
        Path left = Files.createDirectories(server.uploads().resolve("0123"));
        Files.writeString(left.resolve("half.pdf"), "%PDF");
        server = new ImportServer(home);
        assertThat(server.uploads()).doesNotExist();
    }
}
