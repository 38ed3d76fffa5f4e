// What the program's exit codes mean.
package org.quoin.cli;

import org.quoin.model.Problem;

/// Shown by `quoin --help`, so that scripts can rely on it.
final class ExitCode {
    static final int OK = 0;
    /// The work was done, and it found something wrong: broken rules, rejected files.
    static final int FOUND_WRONG = 1;
    /// The command line itself is wrong; picocli's own code for it.
    static final int USAGE = 2;
    static final int NOT_FOUND = 3;
    static final int INVALID = 4;
    static final int CONFLICT = 5;
    static final int FORBIDDEN = 6;
    static final int LIMIT = 7;
    static final int UNAVAILABLE = 8;
    static final int BUG = 70;

    static final String HELP = """
            Exit codes:
              0  done                       5  the base does not allow it now (home in use, item not accepted)
              1  done, found something      6  forbidden
                 wrong (see the report)     7  a limit of size, rows or time was reached
              2  wrong command line         8  a file or part is not available
              3  not found                 70  a bug in Quoin
              4  invalid input""";

    private ExitCode() {}

    static int of(Problem problem) {
        return switch (problem) {
            case Problem.NotFound p -> NOT_FOUND;
            case Problem.Invalid p -> INVALID;
            case Problem.Conflict p -> CONFLICT;
            case Problem.Forbidden p -> FORBIDDEN;
            case Problem.LimitReached p -> LIMIT;
            case Problem.Unavailable p -> UNAVAILABLE;
        };
    }
}
