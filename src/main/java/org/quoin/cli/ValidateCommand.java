// `quoin validate`: checks everything in the base.
package org.quoin.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.quoin.app.Quoin;
import org.quoin.app.json.Json;
import org.quoin.model.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = {
            "Checks every quote against its text, every shape, and that the search index holds just what the graph holds.",
            "Exit code 1 when anything is wrong."
        },
        footer = {"", "Example:", "  quoin validate --json"})
@SuppressWarnings("NullAway.Init")
final class ValidateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOptions home;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Terminal terminal = RootCommand.of(spec);
        try (Quoin quoin = home.open("validate", terminal);
                var progress = new ProgressLine("validating", terminal.err())) {
            List<Violation> violations = quoin.validate(progress);
            if (json) {
                terminal.out().println(Json.write(Map.of("conforms", violations.isEmpty(), "violations", violations)));
            } else {
                terminal.violations(violations);
                terminal.out()
                        .println(
                                violations.isEmpty()
                                        ? "valid: " + quoin.papers().size() + " papers, every quote stands in its text"
                                        : violations.size() + " rules broken");
            }
            return violations.isEmpty() ? ExitCode.OK : ExitCode.FOUND_WRONG;
        }
    }
}
