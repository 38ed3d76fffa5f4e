// The index as it was when it was pinned, however much is written meanwhile.
package org.quoin.search;

import java.util.List;
import org.quoin.model.Span;
import org.quoin.search.SearchRequest.Mode;

/// May be used by many threads until it is closed; keeps what it shows from being cleaned up, so close it soon.
public interface PinnedIndex extends AutoCloseable {
    /// The graph's commit sequence number that it shows; -1 when it shows no state of the graph, because
    /// a commit could not be taken in.
    long sequence();

    /// The best hits of a search, ranked as by [EvidenceIndex#search], without highlights and facets.
    ///
    /// @param query as [SearchRequest#query()]
    /// @param most most hits to return, up to [SearchRequest#MAX_WINDOW]
    BestHits best(String query, SearchFilter filter, Mode mode, int most);

    /// Where the words of a query stand in a text, in code points of the text; in its order.
    List<Span> matches(String query, String text);

    @Override
    void close();
}
