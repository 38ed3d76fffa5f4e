// The options of every command that opens a base.
package org.quoin.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.quoin.app.ImportReport;
import org.quoin.app.Quoin;
import org.quoin.app.Settings;
import org.quoin.graph.Iris;
import org.quoin.model.Problem;
import picocli.CommandLine.Option;

@SuppressWarnings("NullAway.Init") // picocli sets every option
final class HomeOptions {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Folder of the store and the index (default: ${DEFAULT-VALUE}; made when it is not there).",
            defaultValue = ".quoin")
    private Path home;

    @Option(
            names = "--base",
            paramLabel = "IRI",
            description = "Where the data's IRIs begin (default: ${DEFAULT-VALUE}).",
            defaultValue = Iris.DEFAULT_BASE)
    private String base;

    @Option(names = "--no-model", description = "Rank by words alone; do not load the embedding model.")
    private boolean noModel;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "Longest time for one SPARQL query (default: ${DEFAULT-VALUE}).",
            defaultValue = "30")
    private int timeout;

    @Option(names = "--empty", description = "Do not load the shipped studies into a new home.")
    private boolean empty;

    @Option(
            names = "--without-demo",
            description = "Of the shipped studies, leave out the fictional ones when a new home is filled.")
    private boolean withoutDemo;

    /// Opens the home as it is.
    Quoin open(String command, Terminal terminal) {
        return open(command, false, terminal);
    }

    private Quoin open(String command, boolean upkeep, Terminal terminal) {
        if (timeout < 1) {
            throw Problem.invalid("--timeout " + timeout + " must be at least 1 second");
        }
        var settings = new Settings(
                home,
                shippedData(),
                base,
                "quoin " + command,
                !noModel,
                Duration.ofSeconds(timeout),
                Settings.DEFAULT_MAX_ROWS,
                upkeep);
        try (var progress = new ProgressLine("indexing", terminal.err())) {
            return Quoin.open(settings, progress);
        }
    }

    /// Opens the home and, when it is new, loads the shipped studies and says so.
    Quoin openFilled(String command, Terminal terminal) throws IOException {
        return openFilled(command, false, terminal);
    }

    /// @param upkeep as [Settings#upkeep()]
    Quoin openFilled(String command, boolean upkeep, Terminal terminal) throws IOException {
        Quoin quoin = open(command, upkeep, terminal);
        if (!empty) {
            try (var progress = new ProgressLine("loading the shipped studies", terminal.err())) {
                var loaded = quoin.loadShippedDataIfNew(!withoutDemo, progress);
                if (loaded.isPresent()) {
                    sayLoaded(quoin, loaded.get(), terminal);
                }
            } catch (RuntimeException | IOException e) {
                quoin.close();
                throw e;
            }
        }
        return quoin;
    }

    private void sayLoaded(Quoin quoin, ImportReport report, Terminal terminal) {
        long fictional =
                quoin.papers().stream().filter(paper -> paper.fictional()).count();
        terminal.say("New home " + home + ": loaded " + quoin.papers().size() + " shipped studies"
                + (fictional == 0 ? "." : ", " + fictional + " of them fictional (--without-demo leaves those out)."));
        report.lines().stream()
                .filter(ImportReport.Line.Rejected.class::isInstance)
                .forEach(line -> ImportCommand.print(line, terminal));
    }

    /// The launcher says where the program's own folder is; without it, the working folder is taken for it.
    private static Path shippedData() {
        return Path.of(System.getProperty("quoin.root", ".")).resolve("data");
    }
}
