/// Tests of comparing, over real stores.
@NullMarked
package org.quoin.synthesis;

import org.jspecify.annotations.NullMarked;
