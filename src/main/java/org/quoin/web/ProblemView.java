// A problem as RFC 9457 writes it.
package org.quoin.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Problem;
import org.quoin.model.Violation;

/// @param type where the problem is described, relative to the server
/// @param title its name
/// @param status HTTP status
/// @param detail what is wrong, where, and what to do
/// @param incident names the log entry of an unexpected failure, else left out
/// @param violations each broken rule; left out when there is none
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProblemView(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String incident,
        List<Violation> violations) {
    static final String MEDIA_TYPE = "application/problem+json";

    /// The one place that says which status a problem has.
    static ProblemView of(Problem problem) {
        return switch (problem) {
            case Problem.NotFound p -> view(HttpStatus.NOT_FOUND, "Not found", p.detail(), List.of());
            case Problem.Invalid p
            when p.violations().isEmpty() -> view(HttpStatus.BAD_REQUEST, "Invalid", p.detail(), List.of());
            // The request was understood; it is the content that breaks the base's rules.
            case Problem.Invalid p ->
                view(HttpStatus.UNPROCESSABLE_CONTENT, "Rules broken", p.detail(), p.violations());
            case Problem.Conflict p -> view(HttpStatus.CONFLICT, "Conflict", p.detail(), List.of());
            case Problem.Forbidden p -> view(HttpStatus.FORBIDDEN, "Forbidden", p.detail(), List.of());
            // A request that is itself too long is refused with 413 before it gets here.
            case Problem.LimitReached p -> view(HttpStatus.SERVICE_UNAVAILABLE, "Limit reached", p.detail(), List.of());
            case Problem.Unavailable p -> view(HttpStatus.SERVICE_UNAVAILABLE, "Unavailable", p.detail(), List.of());
        };
    }

    static ProblemView of(HttpStatus status, String detail) {
        return view(status, status.getMessage(), detail, List.of());
    }

    /// Says nothing of the cause, which the log has under the same name.
    static ProblemView unexpected(String incident) {
        return new ProblemView(
                type("Unexpected"),
                "Unexpected",
                HttpStatus.INTERNAL_SERVER_ERROR.getCode(),
                "something went wrong that should not; the server's log has it under " + incident,
                incident,
                List.of());
    }

    private static ProblemView view(HttpStatus status, String title, String detail, List<Violation> violations) {
        return new ProblemView(type(title), title, status.getCode(), detail, null, violations);
    }

    private static String type(String title) {
        return "/api#" + anchor(title);
    }

    /// Where on the page of the API a problem is described.
    static String anchor(String title) {
        return "problem-" + title.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
