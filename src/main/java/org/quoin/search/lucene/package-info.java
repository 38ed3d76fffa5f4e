/// The embedded index: Lucene in a folder, words (BM25) and vectors (HNSW) in one document an evidence item.
///
/// Start with [org.quoin.search.lucene.LuceneEvidenceIndex].
///
/// A write is seen by searches as soon as its commit of the graph returns; it is durable at the end of a run of
/// writes and every few seconds within one, and what a crash takes is made again from the graph. Segments are
/// merged as Lucene's TieredMergePolicy does, in the background, and into a single one when writes have ended and
/// it is worth it ([org.quoin.search.lucene.Pieces]); there is nothing to optimise by hand.
@NullMarked
package org.quoin.search.lucene;

import org.jspecify.annotations.NullMarked;
