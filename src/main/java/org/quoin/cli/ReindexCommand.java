// `quoin reindex`: makes the search index again from the graph.
package org.quoin.cli;

import java.util.concurrent.Callable;
import org.quoin.app.Quoin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "reindex",
        mixinStandardHelpOptions = true,
        description =
                "Makes the search index again from the graph. Nothing is lost: the index holds nothing of its own.",
        footer = {"", "Example:", "  quoin reindex --home /srv/review"})
@SuppressWarnings("NullAway.Init")
final class ReindexCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOptions home;

    @Override
    public Integer call() {
        Terminal terminal = RootCommand.of(spec);
        try (Quoin quoin = home.open("reindex", terminal);
                var progress = new ProgressLine("indexing", terminal.err())) {
            quoin.reindex(progress);
            quoin.completeSearch(progress);
            terminal.say(quoin.health().items() + " items indexed");
            return ExitCode.OK;
        }
    }
}
