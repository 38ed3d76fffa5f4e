// Port: what the search operators of SPARQL need from whoever wires search and graph together.
package org.quoin.sparql;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.quoin.search.PinnedIndex;
import org.quoin.search.SearchFilter;
import org.quoin.search.SearchRequest.Mode;

/// Safe for use by many threads.
public interface SearchAccess {
    /// The index as it is now. To be closed.
    PinnedIndex pin();

    /// Waits until the index shows a commit of the graph, or a later one.
    ///
    /// @throws org.quoin.model.ProblemException ([org.quoin.model.Problem.Unavailable]) when it does not until
    ///     the deadline, or cannot
    void await(long sequence, Instant deadline);

    /// Reads what a search is narrowed by.
    ///
    /// @param named values by name, as `GET /api/search` has them
    /// @throws org.quoin.model.ProblemException ([org.quoin.model.Problem.Invalid]) naming what is known instead
    SearchFilter filter(Map<String, List<String>> named);

    /// @throws org.quoin.model.ProblemException ([org.quoin.model.Problem.Invalid]) naming the modes
    Mode mode(String name);
}
