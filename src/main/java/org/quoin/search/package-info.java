/// Hybrid search over evidence: BM25 and vectors, fused. Knows nothing of the graph.
///
/// Start with the two ports: [org.quoin.search.EvidenceIndex]
/// (adapter in `search.lucene`) and [org.quoin.search.Embedder] (adapter in `search.onnx`).
@NullMarked
package org.quoin.search;

import org.jspecify.annotations.NullMarked;
