// Port: the derived index over evidence items. The graph is the record; this can always be made again from it.
package org.quoin.search;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.quoin.model.ItemId;
import org.quoin.model.PaperId;

/// One writer thread at a time; any number of threads search meanwhile. Writes are seen by searches after
/// [#refresh()] and survive a crash after [#commit(long)].
public interface EvidenceIndex extends AutoCloseable {
    /// The graph's commit sequence number up to which the index on disk is complete; -1 when it is empty, was made
    /// with another model or mapping, or must be rebuilt for another reason.
    long committedSequence();

    /// Replaces all documents of a paper by these; an empty collection removes them.
    void replace(PaperId paper, Collection<EvidenceDocument> documents);

    /// Removes every document.
    void clear();

    /// Makes what was written visible to searches that start from now on.
    void refresh();

    /// Makes what was written durable, marked with the graph's sequence number, and visible.
    void commit(long sequence);

    /// The ids of all documents, sorted; for checking the index against the graph.
    List<ItemId> ids();

    /// Size on disk in bytes.
    long sizeInBytes();

    /// Answers a search. Never throws because of what the query's words are.
    SearchResult search(SearchRequest request);

    /// One document by its item.
    Optional<EvidenceDocument> get(ItemId id);

    @Override
    void close();
}
