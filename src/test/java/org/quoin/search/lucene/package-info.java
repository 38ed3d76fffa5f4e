/// The embedded index on a real folder.
@NullMarked
package org.quoin.search.lucene;

import org.jspecify.annotations.NullMarked;
