/// Codings made with other tools: reading them into one neutral form, [org.quoin.intake.coding.CodedProject],
/// and writing that form for other tools. Pure: nothing here knows the store or RDF, nothing outside the file
/// is ever read, and what a file has that this form has not is counted in
/// [org.quoin.intake.coding.CodingNote]s.
///
/// Formats and conventions are described in `docs/codings.md`. Start with
/// [org.quoin.intake.coding.CodingReaders] and what it gives, [org.quoin.intake.coding.CodingFile].
@NullMarked
package org.quoin.intake.coding;

import org.jspecify.annotations.NullMarked;
