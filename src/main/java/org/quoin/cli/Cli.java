// Runs a command line and gives its exit code.
package org.quoin.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

public final class Cli {
    private Cli() {}

    /// Nothing in here ends the process: the exit code is the return value, so that commands can be tested
    /// in-process.
    ///
    /// @param out what the command answers
    /// @param err progress, reports for people, errors
    /// @return see [ExitCode]
    public static int run(PrintStream out, PrintStream err, String... args) {
        configureLogging();
        var terminal = new Terminal(out, err);
        return new CommandLine(new RootCommand(terminal))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, command, parsed) -> report(e, terminal))
                .execute(args);
    }

    private static int report(Exception e, Terminal terminal) {
        if (e instanceof ProblemException problem) {
            terminal.error(problem.problem().detail());
            if (problem.problem() instanceof Problem.Invalid invalid) {
                terminal.violations(invalid.violations());
            }
            return ExitCode.of(problem.problem());
        }
        if (e instanceof IOException || e instanceof UncheckedIOException) {
            terminal.error("cannot read or write: " + e.getMessage());
            return ExitCode.UNAVAILABLE;
        }
        terminal.error("something went wrong inside Quoin, which is a bug: " + e);
        LoggerFactory.getLogger(Cli.class).error("unexpected", e);
        return ExitCode.BUG;
    }

    private static void configureLogging() {
        if (System.getProperty("java.util.logging.config.file") != null) {
            return;
        }
        try (InputStream in = Cli.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own logging settings cannot be read", e);
        }
    }
}
