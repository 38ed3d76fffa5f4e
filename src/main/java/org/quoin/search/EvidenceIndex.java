// Port: the derived index over evidence items. The graph is the record; this can always be made again from it.
package org.quoin.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quoin.model.ItemId;
import org.quoin.model.PaperId;

/// One writer thread at a time; any number of threads search meanwhile. Writes are seen by searches after
/// [#refresh()] and survive a crash after [#commit(long)].
public interface EvidenceIndex extends AutoCloseable {
    /// The graph's commit sequence number up to which the index on disk is complete; -1 when it is empty, was made
    /// with another model or mapping, or must be rebuilt for another reason.
    long committedSequence();

    /// Does what takes long of the writes that will follow, so that they take little: embeds the new passages.
    /// What an earlier call prepared and was not written is forgotten; what is too much to be held in memory
    /// is left for its write.
    ///
    /// @param upcoming the documents that papers are going to have
    void prepare(Map<PaperId, List<EvidenceDocument>> upcoming);

    /// Replaces all documents of a paper by these; an empty collection removes them.
    void replace(PaperId paper, Collection<EvidenceDocument> documents);

    /// Removes every document.
    void clear();

    /// Makes what was written visible to searches that start from now on; it belongs to no further commit of the
    /// graph.
    void refresh();

    /// Makes what was written visible to searches that start from now on.
    ///
    /// @param sequence the graph's commit sequence number that the index then shows; -1 when it is not that of
    ///     any commit
    void refresh(long sequence);

    /// Makes what was written durable, marked with the graph's sequence number, and visible.
    void commit(long sequence);

    /// The ids of all documents, sorted; for checking the index against the graph.
    List<ItemId> ids();

    /// Size on disk in bytes.
    long sizeInBytes();

    /// Answers a search. Never throws because of what the query's words are.
    SearchResult search(SearchRequest request);

    /// The index as it is now, with the graph's sequence number that it shows. To be closed.
    PinnedIndex pin();

    /// One document by its item.
    Optional<EvidenceDocument> get(ItemId id);

    @Override
    void close();
}
