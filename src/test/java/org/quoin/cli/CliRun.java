// What a command answered, when it was run inside the test.
package org.quoin.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

/// @param code exit code
/// @param out what went to standard output
/// @param err what went to standard error
record CliRun(int code, String out, String err) {
    /// Runs a command on a home, ranking by words alone.
    static CliRun of(Path home, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Cli.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Stream.concat(Stream.of(args), Stream.of("--home", home.toString(), "--no-model"))
                        .toArray(String[]::new));
        return new CliRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
