/// What the studies say together: the base prepared for comparing, and the matrices made of it.
///
/// Start with [org.quoin.synthesis.ComparisonBase]: one state of the base, from which every number and every
/// quote of an answer is taken; [org.quoin.synthesis.Comparisons] keeps it level with the graph.
@NullMarked
package org.quoin.synthesis;

import org.jspecify.annotations.NullMarked;
