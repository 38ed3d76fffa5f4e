// The index as it was when it was pinned, however much is written meanwhile.
package org.quoin.search;

import java.util.List;
import org.quoin.model.Span;

/// May be used by many threads until it is closed; keeps what it shows from being cleaned up, so close it soon.
public interface PinnedIndex extends AutoCloseable {
    /// The graph's commit sequence number that it shows; -1 when it shows no state of the graph, because
    /// a commit could not be taken in.
    long sequence();

    /// As [EvidenceIndex#search].
    SearchResult search(SearchRequest request);

    /// Where the words of a query stand in a text, in code points of the text; in its order.
    List<Span> matches(String query, String text);

    @Override
    void close();
}
