/// The embedded index: Lucene in a folder, words (BM25) and vectors (HNSW) in one document an evidence item.
///
/// Start with [org.quoin.search.lucene.LuceneEvidenceIndex].
@NullMarked
package org.quoin.search.lucene;

import org.jspecify.annotations.NullMarked;
