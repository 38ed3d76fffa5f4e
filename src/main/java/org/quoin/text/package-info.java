/// What makes a quote exact: normalising a text once, hashing it, counting it in Unicode code points,
/// anchoring quotes in it, dividing it into sections and sentences. Pure functions; nothing here reads
/// or writes anything.
///
/// Start with [org.quoin.text.Anchor].
@NullMarked
package org.quoin.text;

import org.jspecify.annotations.NullMarked;
