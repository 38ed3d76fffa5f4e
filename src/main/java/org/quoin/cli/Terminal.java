// Where a command writes: answers, messages for people, errors, reports.
package org.quoin.cli;

import java.io.PrintStream;
import java.util.List;
import org.quoin.model.Violation;
import picocli.CommandLine.Help.Ansi;

/// Colours only where picocli finds a terminal, and never when NO_COLOR is set.
record Terminal(PrintStream out, PrintStream err) {
    void say(String message) {
        err.println(message);
    }

    void error(String message) {
        err.println(Ansi.AUTO.string("@|bold,red quoin:|@ ") + message);
    }

    /// One line a broken rule: what, which rule, the message, the offending words.
    void violations(List<Violation> violations) {
        for (Violation violation : violations) {
            err.println("  " + violation.subject() + ": " + violation.shape() + ": " + violation.message()
                    + (violation.offending() == null ? "" : "\n      «" + violation.offending() + "»"));
        }
    }

    static String bold(String text) {
        return Ansi.AUTO.enabled() ? "\033[1m" + text + "\033[0m" : text;
    }

    static String faint(String text) {
        return Ansi.AUTO.enabled() ? "\033[2m" + text + "\033[0m" : text;
    }
}
