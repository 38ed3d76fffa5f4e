// Collects every document that matches, whatever its score.
package org.quoin.search.lucene;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.FixedBitSet;

/// The result has one bit a document of the reader.
///
/// @param documents of the reader, deleted ones too
record Matching(int documents) implements CollectorManager<Matching.Collected, FixedBitSet> {
    @Override
    public Collected newCollector() {
        return new Collected(new FixedBitSet(documents));
    }

    @Override
    public FixedBitSet reduce(Collection<Collected> collected) {
        FixedBitSet all = new FixedBitSet(documents);
        collected.forEach(some -> all.or(some.matching()));
        return all;
    }

    /// @param matching so far
    record Collected(FixedBitSet matching) implements Collector {
        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext leaf) {
            int base = leaf.docBase;
            return new LeafCollector() {
                @Override
                public void setScorer(Scorable scorer) {
                    // No score is asked for.
                }

                @Override
                public void collect(int document) {
                    matching.set(base + document);
                }

                @Override
                public void collect(DocIdStream stream) throws IOException {
                    stream.forEach(document -> matching.set(base + document));
                }
            };
        }
    }
}
