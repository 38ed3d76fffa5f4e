/// What the studies say together.
///
/// Comparing starts with [org.quoin.synthesis.ComparisonBase]: one state of the base, from which every number and
/// every quote of an answer is taken; [org.quoin.synthesis.Comparisons] keeps it level with the graph.
///
/// Synthesising starts with [org.quoin.synthesis.WorkSheet]: what a person has in view who judges a synthesised
/// finding; [org.quoin.synthesis.LookAgain] says what has changed since they judged it, and
/// [org.quoin.synthesis.Suggestions] what might belong together. It writes nothing: what becomes of claims is
/// people's to say.
@NullMarked
package org.quoin.synthesis;

import org.jspecify.annotations.NullMarked;
