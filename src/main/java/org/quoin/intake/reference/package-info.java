/// Reading reference exports: files of many bibliographic records, of each its title and its abstract with what
/// the file says about it. Like [org.quoin.intake.document], on which it builds, pure: bytes in, documents out.
///
/// Each reader turns its format into [org.quoin.intake.reference.RawRecord]s, values by the format's own names;
/// [org.quoin.intake.reference.RecordMapper] makes documents of these, by a table of what the names mean.
///
/// Start with [org.quoin.intake.reference.ReferenceReaders].
@NullMarked
package org.quoin.intake.reference;

import org.jspecify.annotations.NullMarked;
