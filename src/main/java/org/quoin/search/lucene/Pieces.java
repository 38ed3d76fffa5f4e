// Whether the segments of an index are to be joined into one.
package org.quoin.search.lucene;

import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;

/// Each segment has a graph of vectors of its own, and a search goes through every one: a million vectors in 32
/// segments took 16.9 ms for the nearest 300, in one 3.1 ms. To join them builds most of the graph again (ten
/// minutes for that million, on one core), so it is done only when it brings a good part of the documents
/// together: each is then joined a number of times that grows with the logarithm of their number.
///
/// @param sizes documents in each segment, deleted ones not counted
record Pieces(List<Integer> sizes) {
    /// As many do not hinder.
    private static final int FEW = 4;

    /// Part of all documents that stands outside the largest segment.
    private static final double WORTH_JOINING = 0.25;

    static Pieces of(IndexReader reader) {
        return new Pieces(reader.leaves().stream()
                .map(LeafReaderContext::reader)
                .map(IndexReader::numDocs)
                .toList());
    }

    boolean areWorthJoining() {
        int all = sizes.stream().mapToInt(Integer::intValue).sum();
        int largest = sizes.stream().mapToInt(Integer::intValue).max().orElse(0);
        return sizes.size() > FEW && all - largest >= WORTH_JOINING * all;
    }
}
