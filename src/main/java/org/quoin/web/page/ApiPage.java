// The page that lists what programs can ask.
package org.quoin.web.page;

import java.util.List;

/// @param routes what can be called
/// @param filters parameters that narrow, of the routes that are filtered
/// @param problems what an answer can be instead
public record ApiPage(List<Route> routes, List<Parameter> filters, List<ProblemKind> problems) implements Page {
    /// @param call method and path
    /// @param answer what comes back
    /// @param example an address that can be opened; empty for none
    /// @param parameters what its address can have after the question mark
    /// @param filtered whether the filters are parameters too
    public record Route(String call, String answer, String example, List<Parameter> parameters, boolean filtered) {}

    /// @param name as it stands in an address
    /// @param meaning what it does
    public record Parameter(String name, String meaning) {}

    /// @param anchor id on the page
    /// @param title name of the problem
    /// @param status HTTP status
    /// @param meaning when it comes
    public record ProblemKind(String anchor, String title, int status, String meaning) {}

    @Override
    public String title() {
        return "API";
    }
}
