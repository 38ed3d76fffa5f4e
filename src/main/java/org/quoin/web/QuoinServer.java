// The HTTP server: starts, says where it listens, stops.
package org.quoin.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.util.List;
import org.quoin.app.Quoin;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;

public final class QuoinServer implements AutoCloseable {
    /// A query in an address may be long; Jetty's own limit is 8 KiB.
    private static final int MAX_HEADER_BYTES = 64 * 1024;

    private final Javalin javalin;
    private final Imports imports;

    private QuoinServer(Javalin javalin, Imports imports) {
        this.javalin = javalin;
        this.imports = imports;
    }

    /// Starts to answer, and clears away uploads that a server which was killed left in the home. The base
    /// stays the caller's to close, after the server.
    ///
    /// @throws ProblemException ([Problem.Conflict]) when the port is taken
    public static QuoinServer start(Quoin quoin, ServerSettings settings) {
        var imports = new Imports(quoin, settings.uploads().waiting());
        Javalin javalin = Javalin.create(config -> configure(config, quoin, settings, imports));
        try {
            return new QuoinServer(javalin.start(), imports);
        } catch (JavalinBindException e) {
            imports.close();
            throw new ProblemException(
                    new Problem.Conflict("port " + settings.port() + " of " + settings.host()
                            + " is taken: stop what listens there, or choose another port"),
                    e);
        }
    }

    private static void configure(JavalinConfig config, Quoin quoin, ServerSettings settings, Imports imports) {
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.jetty.modifyHttpConfiguration(http -> {
            http.setRequestHeaderSize(MAX_HEADER_BYTES);
            http.setSendServerVersion(false);
        });
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.GZIP;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = settings.maxRequestBytes();

        var assets = new Assets();
        var templates = new Templates(assets);
        var access = new WriteAccess(settings.writeToken());
        var uploads = new Uploads(imports, access, settings.uploads());
        var description = new ApiDescription(quoin);
        config.routes.before(new Guard(settings)::check);
        config.routes.beforeMatched(description::check);
        config.routes.after(EntityTags::add);
        assets.register(config.routes);
        // First, because routes are tried in this order and some of the later ones take all that begins alike.
        new Exports(quoin).register(config.routes);
        new Texts(quoin).register(config.routes);
        new Api(quoin, description, templates).register(config.routes);
        new ImportApi(imports, uploads, access).register(config.routes);
        new ImportPages(quoin, imports, uploads, access, settings.uploads(), templates).register(config.routes);
        new SynthesisApi(quoin, access).register(config.routes);
        new SynthesisPages(quoin, access, templates).register(config.routes);
        new SparqlEndpoint(quoin, templates, access).register(config.routes);
        new DataIris(quoin, templates).register(config.routes);
        new OntologyIris(quoin, templates).register(config.routes);
        new AskPages(quoin, templates).register(config.routes);
        new ComparePages(quoin, templates).register(config.routes);
        new Pages(quoin, templates).register(config.routes);
        new Errors(templates).register(config.routes);
    }

    /// Method and path of every address that is answered.
    List<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .filter(parsed -> parsed.endpoint.method.isHttpMethod())
                .map(parsed -> parsed.endpoint.method.name() + " " + parsed.endpoint.path)
                .toList();
    }

    public int port() {
        return javalin.port();
    }

    /// Waits for the files that are being imported; uploads that wait are dropped.
    @Override
    public void close() {
        javalin.stop();
        imports.close();
    }
}
