// The page that lists what programs can ask.
package org.quoin.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param routes what can be called
/// @param filters parameters of the search that come from the vocabulary
/// @param problems what an answer can be instead
public record ApiPage(List<Route> routes, List<String> filters, List<ProblemKind> problems) implements Page {
    /// @param call method and path
    /// @param answer what comes back
    /// @param example an address that can be opened, or null
    public record Route(
            String call, String answer, @Nullable String example) {}

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
