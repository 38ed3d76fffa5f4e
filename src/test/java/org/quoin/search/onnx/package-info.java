/// The embedding model as it is shipped.
@NullMarked
package org.quoin.search.onnx;

import org.jspecify.annotations.NullMarked;
