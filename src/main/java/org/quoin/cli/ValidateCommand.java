// `quoin validate`: checks everything in the base.
package org.quoin.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.quoin.app.Quoin;
import org.quoin.app.json.Json;
import org.quoin.graph.ValidationReport;
import org.quoin.model.Problem;
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
        footer = {"", "Examples:", "  quoin validate --format json", "  quoin validate --format turtle > report.ttl"})
@SuppressWarnings("NullAway.Init")
final class ValidateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOptions home;

    /// The forms of the report.
    enum Form {
        TEXT,
        JSON,
        TURTLE
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text (default), json, or turtle: a SHACL validation report.")
    private @Nullable Form format;

    @Option(names = "--json", description = "The same as --format json.")
    private boolean json;

    @Override
    public Integer call() {
        Terminal terminal = RootCommand.of(spec);
        Form form = form();
        try (Quoin quoin = home.open("validate", terminal);
                var progress = new ProgressLine("validating", terminal.err())) {
            ValidationReport report = quoin.validationReport(progress);
            List<Violation> violations = report.violations();
            switch (form) {
                case TEXT -> {
                    terminal.violations(violations);
                    terminal.out()
                            .println(
                                    report.conforms()
                                            ? "valid: " + quoin.papers().size()
                                                    + " papers, every quote stands in its text"
                                            : violations.size() + " rules broken");
                }
                case JSON -> {
                    var view = new LinkedHashMap<String, Object>();
                    view.put("conforms", report.conforms());
                    view.put("violations", violations);
                    terminal.out().println(Json.write(view));
                }
                case TURTLE -> {
                    report.writeTurtle(terminal.out());
                    terminal.out().flush();
                }
            }
            return report.conforms() ? ExitCode.OK : ExitCode.FOUND_WRONG;
        }
    }

    private Form form() {
        if (json && format != null && format != Form.JSON) {
            throw Problem.invalid("--json is the same as --format json: give one of the two");
        }
        return json ? Form.JSON : format == null ? Form.TEXT : format;
    }
}
