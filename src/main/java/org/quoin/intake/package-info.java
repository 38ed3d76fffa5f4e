/// Reading what people and tools hand in: evidence written by hand, plain-text papers, RDF. Each
/// reader finds the place of every quote or says what it could not place; none of them writes to the base.
///
/// Start with [org.quoin.intake.Intake].
@NullMarked
package org.quoin.intake;

import org.jspecify.annotations.NullMarked;
