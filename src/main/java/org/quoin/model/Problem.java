// Everything that can go wrong in a way a caller must know of. The HTTP door turns each into a status, the command
// line into an exit code, by exhaustive switch.
package org.quoin.model;

import java.util.List;

public sealed interface Problem {
    /// What is wrong, where, and what to do, in one or two sentences.
    String detail();

    /// Something asked for by name is not in the base.
    record NotFound(String detail) implements Problem {}

    /// The input is wrong; `violations` names each item when there are several.
    record Invalid(String detail, List<Violation> violations) implements Problem {
        public Invalid {
            violations = List.copyOf(violations);
        }
    }

    /// The state of the base does not allow it now, for example another process holds it.
    record Conflict(String detail) implements Problem {}

    /// Asked for something that this caller may not do.
    record Forbidden(String detail) implements Problem {}

    /// A limit on size, rows or time was reached.
    record LimitReached(String detail) implements Problem {}

    /// A part is not working; others may be.
    record Unavailable(String detail) implements Problem {}

    static ProblemException invalid(String detail) {
        return new ProblemException(new Invalid(detail, List.of()));
    }

    static ProblemException invalid(String detail, List<Violation> violations) {
        return new ProblemException(new Invalid(detail, violations));
    }

    static ProblemException notFound(String detail) {
        return new ProblemException(new NotFound(detail));
    }

    static ProblemException conflict(String detail) {
        return new ProblemException(new Conflict(detail));
    }

    static ProblemException forbidden(String detail) {
        return new ProblemException(new Forbidden(detail));
    }

    static ProblemException limitReached(String detail) {
        return new ProblemException(new LimitReached(detail));
    }

    static ProblemException unavailable(String detail) {
        return new ProblemException(new Unavailable(detail));
    }
}
