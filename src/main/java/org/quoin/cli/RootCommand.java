// `quoin` itself: what it is, its commands, its version.
package org.quoin.cli;

import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "quoin",
        description = "An evidence knowledge base in which no claim stands without its words.",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        footer = {
            "",
            "Examples:",
            "  quoin serve",
            "  quoin search \"what helps services work together\" --kind enabler",
            "  quoin query \"SELECT ?s WHERE { ?s a <https://w3id.org/quoin/ns#Study> }\"",
            "",
            ExitCode.HELP
        },
        subcommands = {
            ServeCommand.class,
            ImportCommand.class,
            PapersCommand.class,
            PaperCommand.class,
            SearchCommand.class,
            CompareCommand.class,
            AskCommand.class,
            QueryCommand.class,
            UpdateCommand.class,
            ExportCommand.class,
            ValidateCommand.class,
            ReindexCommand.class,
            SynthesisCommand.class,
            EvaluateCommand.class
        })
final class RootCommand implements Runnable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the spec before anything runs
    RootCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    Terminal terminal() {
        return terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which command: serve, import, search, query, ...");
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = RootCommand.class.getPackage().getImplementationVersion();
            return new String[] {
                "quoin " + Objects.requireNonNullElse(version, "(not packed)"),
                "Java " + Runtime.version() + " on " + System.getProperty("os.name")
            };
        }
    }

    static Terminal of(CommandLine.Model.CommandSpec command) {
        return ((RootCommand) command.root().userObject()).terminal();
    }
}
