// `quoin update`: changes the base by SPARQL Update, through the same door as every import.
package org.quoin.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.quoin.app.Quoin;
import org.quoin.graph.Commit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "update",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a SPARQL update on papers' graphs. It is staged, checked against every shape and quote, and written",
            "as one transaction, or refused with a report and nothing written."
        },
        footer = {
            "",
            "Example:",
            "  quoin update \"DROP GRAPH <https://w3id.org/quoin/id/graph/paper/health-hubs-rural-ireland>\""
        })
@SuppressWarnings("NullAway.Init")
final class UpdateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOptions home;

    @Parameters(paramLabel = "UPDATE", description = "A file, or the update itself.")
    private String update;

    @Override
    public Integer call() throws IOException {
        Terminal terminal = RootCommand.of(spec);
        String text = QueryCommand.textOrFile(update);
        try (Quoin quoin = home.open("update", terminal)) {
            Commit commit = quoin.sparql().update(text);
            terminal.say(
                    commit.changedNothing()
                            ? "nothing had to change"
                            : "commit " + commit.sequence() + ": " + commit.added() + " triples added, "
                                    + commit.removed() + " removed in " + commit.papers());
            return ExitCode.OK;
        }
    }
}
