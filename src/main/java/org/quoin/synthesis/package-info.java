/// What studies say together. Open [WorkSheet] first: what a person has in view who judges a synthesised finding;
/// [LookAgain] says what has changed since they judged it, and [Suggestions] what might belong together.
///
/// Reads claims of studies and syntheses and writes nothing: what becomes of them is people's to say.
@NullMarked
package org.quoin.synthesis;

import org.jspecify.annotations.NullMarked;
