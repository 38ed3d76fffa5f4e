/// Reading what people and tools hand in: evidence written by hand, RDF, and papers, whose formats
/// [org.quoin.intake.document] reads. Each reader finds the place of every quote or says what it could not
/// place; none of them writes to the base.
///
/// Start with [org.quoin.intake.Intake].
@NullMarked
package org.quoin.intake;

import org.jspecify.annotations.NullMarked;
