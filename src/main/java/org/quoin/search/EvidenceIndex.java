// Port: the derived index over evidence items and the passages of papers. The graph is the record; this can
// always be made again from it.
package org.quoin.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quoin.model.ItemId;
import org.quoin.model.PaperId;
import org.quoin.model.ProblemException;

/// One writer thread at a time; any number of threads search meanwhile. Writes are seen by searches after
/// [#refresh()] and survive a crash after [#commit(long)].
public interface EvidenceIndex extends AutoCloseable {
    /// The graph's commit sequence number up to which the index on disk is complete; -1 when it is empty, was
    /// made with another mapping, or must be rebuilt for another reason.
    long committedSequence();

    /// Reads the whole index and compares its checksums. Damage that does not hinder opening shows late
    /// otherwise, or as a wrong answer.
    boolean isIntact();

    /// Embeds the evidence of the writes that will follow, so that it is found by its meaning at once. What an
    /// earlier call prepared and was not written is forgotten; what is too much to be held in memory is left
    /// for [#complete].
    ///
    /// @param upcoming the evidence that papers are going to have
    void prepare(Map<PaperId, List<EvidenceDocument>> upcoming);

    /// Replaces everything of a paper by this; empty collections remove it. Texts that were there before keep
    /// their vectors; those of evidence that was [prepared][#prepare] are used; the others get theirs by
    /// [#complete], and are found by their words until then.
    void replace(PaperId paper, Collection<EvidenceDocument> documents, Collection<PassageDocument> passages);

    /// A paper with evidence or, when there is none, passages that have no vector of the model yet, so that they
    /// are found by their words alone; empty when there is none, or no model.
    Optional<PaperId> incomplete();

    /// How many items and passages have no vector of the model.
    long withoutVectors();

    /// Vectors that evidence and passages of a paper lack, by what they were made of. Takes long; may be called
    /// while another thread writes.
    ///
    /// @param most how many to make at once
    Map<String, float[]> missingVectors(PaperId paper, int most);

    /// Gives evidence and passages of a paper their vectors.
    ///
    /// @param vectors as [#missingVectors] gave them; what came since is left as it is
    void complete(PaperId paper, Map<String, float[]> vectors);

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

    /// Begins, if it is worth it, to join what many writes left in pieces, so that a search has few to look
    /// through, and returns at once. Searches and writes go on meanwhile; [#close] breaks it off. The next
    /// commit after its end makes it durable.
    ///
    /// @return whether it was begun, or goes on
    boolean compact();

    /// Whether something was written or joined that no commit has made durable.
    boolean isUncommitted();

    /// The ids of all documents, sorted; for checking the index against the graph.
    List<ItemId> ids();

    /// How many items there are; costs the same whatever their number.
    long size();

    /// Size on disk in bytes.
    long sizeInBytes();

    /// Answers a search among evidence. Never throws because of what the query's words are.
    ///
    /// @throws ProblemException ([Problem.NotFound]) when what is like an item is wanted that is not there
    SearchResult search(SearchRequest request);

    /// Answers a search among passages. Of the filter, what is said of a study counts; a search that wants a
    /// kind, a voice or a state finds no passage.
    PassageResult searchPassages(SearchRequest request);

    /// Measures every item against a question, however far it is from it. Never throws because of what the
    /// question's words are, none of which is a sign that narrows.
    QuestionFit fit(String question);

    /// The index as it is now, with the graph's sequence number that it shows. To be closed.
    PinnedIndex pin();

    /// One document by its item.
    Optional<EvidenceDocument> get(ItemId id);

    @Override
    void close();
}
