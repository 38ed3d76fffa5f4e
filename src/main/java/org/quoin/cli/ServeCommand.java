// `quoin serve`: the web pages, the API and the SPARQL endpoint.
package org.quoin.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.quoin.app.Quoin;
import org.quoin.model.Problem;
import org.quoin.web.QuoinServer;
import org.quoin.web.ServerSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Serves pages, API and SPARQL until it is stopped (Ctrl+C). Only this computer can reach it, and nobody can",
            "change anything through it, unless options say otherwise."
        },
        footer = {
            "",
            "Examples:",
            "  quoin serve",
            "  quoin serve --port 9000 --home /srv/review --without-demo",
            "  quoin serve --write-token-file token.txt"
        })
@SuppressWarnings("NullAway.Init") // picocli sets every option
final class ServeCommand implements Callable<Integer> {
    private static final int TOKEN_BYTES = 32;
    private static final int SHORTEST_TOKEN = 16;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOptions home;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port to listen on; 0 for any free one (default: ${DEFAULT-VALUE}).",
            defaultValue = "" + ServerSettings.DEFAULT_PORT)
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Address to listen on (default: ${DEFAULT-VALUE}, this computer alone).",
            defaultValue = ServerSettings.LOOPBACK)
    private String host;

    @Option(
            names = "--host-name",
            paramLabel = "NAME",
            description = "A name by which others reach this computer; can be repeated.")
    private @Nullable List<String> hostNames;

    @Option(
            names = "--write-token-file",
            paramLabel = "FILE",
            description = "Allow changes (SPARQL updates, adding papers) to whoever gives the token in this file."
                    + " The file is made, with a random token, when it is not there.")
    private @Nullable Path writeTokenFile;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Terminal terminal = RootCommand.of(spec);
        ServerSettings settings =
                ServerSettings.onLoopback(port).withHost(host, hostNames == null ? Set.of() : Set.copyOf(hostNames));
        if (writeTokenFile != null) {
            settings = settings.withWriteToken(token(writeTokenFile));
        }
        var stopped = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        try (Quoin quoin = home.openFilled("serve", true, terminal);
                QuoinServer server = QuoinServer.start(quoin, settings)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stopped, closed), "stop"));
            terminal.say("Quoin is at http://" + host + ":" + server.port() + "/ with "
                    + quoin.papers().size() + " papers. Ctrl+C stops it.");
            quoin.warmUp();
            stopped.await();
        } finally {
            closed.countDown();
        }
        return ExitCode.OK;
    }

    /// The process waits for the store and the index to be closed.
    private static void stop(CountDownLatch stopped, CountDownLatch closed) {
        stopped.countDown();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String token(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[TOKEN_BYTES];
            new SecureRandom().nextBytes(random);
            boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            if (posix) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, HexFormat.of().formatHex(random) + "\n", StandardCharsets.UTF_8);
        }
        String token = Files.readString(file, StandardCharsets.UTF_8).strip();
        if (token.length() < SHORTEST_TOKEN) {
            throw Problem.invalid("the token in " + file + " has " + token.length() + " characters, at least "
                    + SHORTEST_TOKEN + " are needed; delete the file to have one made");
        }
        return token;
    }
}
