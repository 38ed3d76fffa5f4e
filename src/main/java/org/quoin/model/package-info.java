/// The words every other package speaks: identifiers, evidence, quotations, problems. Records and
/// sealed interfaces only; no third-party types.
///
/// Start with [org.quoin.model.EvidenceItem] and [org.quoin.model.Quotation].
@NullMarked
package org.quoin.model;

import org.jspecify.annotations.NullMarked;
