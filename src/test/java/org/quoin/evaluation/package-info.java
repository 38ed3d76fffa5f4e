/// Tests of the measures and of what they read.
@NullMarked
package org.quoin.evaluation;

import org.jspecify.annotations.NullMarked;
