// Gives the operators of SPARQL that search the index, and waits for it.
package org.quoin.app;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.quoin.search.EvidenceIndex;
import org.quoin.search.PinnedIndex;
import org.quoin.search.SearchFilter;
import org.quoin.search.SearchRequest.Mode;
import org.quoin.sparql.SearchAccess;

record Searching(EvidenceIndex index, Indexer indexer, SearchNames names) implements SearchAccess {
    @Override
    public PinnedIndex pin() {
        return index.pin();
    }

    @Override
    public void await(long sequence, Instant deadline) {
        indexer.await(sequence, deadline);
    }

    @Override
    public SearchFilter filter(Map<String, List<String>> named) {
        return names.filter(named);
    }

    @Override
    public Mode mode(String name) {
        return SearchNames.mode(name);
    }
}
