/// Embeddings computed in this process by onnxruntime, from a model that comes inside a Maven artifact.
///
/// Start with [org.quoin.search.onnx.OnnxEmbedder].
@NullMarked
package org.quoin.search.onnx;

import org.jspecify.annotations.NullMarked;
