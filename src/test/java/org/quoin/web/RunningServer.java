// A server on the shipped data, started once for all tests that only read, and a client that shows everything.
package org.quoin.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.quoin.app.Progress;
import org.quoin.app.Quoin;
import org.quoin.app.Settings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class RunningServer implements AutoCloseable {
    static final String TOKEN = "only-for-tests";
    static final String SEED = "integrated-care-rural-uk";

    private final Quoin quoin;
    private final QuoinServer server;
    private final DescribedAnswers described;
    private final HttpClient client = HttpClient.newHttpClient();

    /// Opens a base in this folder, loads the shipped data and serves it.
    RunningServer(Path home) {
        this(home, Settings.DEFAULT_MAX_ROWS);
    }

    /// @param maxRows most rows or triples one SPARQL answer may have
    RunningServer(Path home, long maxRows) {
        this(shipped(home, maxRows), ServerSettings.onLoopback(0).withWriteToken(TOKEN));
    }

    /// @param quoin closed with the server
    RunningServer(Quoin quoin, ServerSettings settings) {
        this.quoin = quoin;
        server = QuoinServer.start(quoin, settings);
        described = new DescribedAnswers(new ApiDescription(quoin).document());
    }

    private static Quoin shipped(Path home, long maxRows) {
        Path data = Path.of(System.getProperty("quoin.root"), "data");
        Settings usual = Settings.in(home, data);
        Quoin quoin = Quoin.open(new Settings(
                home, data, usual.base(), usual.holder(), usual.withModel(), usual.queryTimeout(), maxRows, false));
        try {
            quoin.loadShippedDataIfNew(true, Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return quoin;
    }

    Quoin quoin() {
        return quoin;
    }

    String url(String path) {
        return "http://localhost:" + server.port() + path;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url(path)));
    }

    /// Method and path of every address that is answered.
    List<String> routes() {
        return server.routes();
    }

    DescribedAnswers described() {
        return described;
    }

    /// Holds every answer to the description of the API.
    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            described.check(answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path, String accept) {
        return send(request(path).header("Accept", accept));
    }

    /// As a browser asks.
    HttpResponse<String> page(String path) {
        return get(path, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
    }

    HttpResponse<String> post(String path, String type, String body, String... headers) {
        HttpRequest.Builder request = request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    JsonNode json(String path) {
        return JsonMapper.shared().readTree(get(path, "*/*").body());
    }

    @Override
    public void close() {
        server.close();
        quoin.close();
    }

    /// Gives every test class that only reads the same server.
    static final class Shared implements BeforeAllCallback, ParameterResolver {
        private static final Namespace NAMESPACE = Namespace.create(RunningServer.class);

        @Override
        public void beforeAll(ExtensionContext context) {
            server(context);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RunningServer.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return server(context);
        }

        /// The store of the root closes what is AutoCloseable at the end of the run.
        private static RunningServer server(ExtensionContext context) {
            return context.getRoot()
                    .getStore(NAMESPACE)
                    .computeIfAbsent("shared", key -> new OwnHome(), OwnHome.class)
                    .server;
        }
    }

    /// A server with a home that goes with it: a `@TempDir` does not outlive a class.
    private static final class OwnHome implements AutoCloseable {
        private final Path home;
        private final RunningServer server;

        OwnHome() {
            try {
                home = Files.createTempDirectory("quoin-web-test");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server = new RunningServer(home);
        }

        @Override
        public void close() throws IOException {
            server.close();
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
