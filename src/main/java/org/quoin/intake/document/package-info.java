/// Reading a paper: the bytes of one file in, its canonical text with its structure and metadata out. Pure:
/// nothing here knows the store, RDF or the network, and nothing outside the file is ever read.
///
/// What parses and unpacks files from strangers ([org.quoin.intake.document.Xml],
/// [org.quoin.intake.document.Zip], within a [org.quoin.intake.document.Budget]) serves the packages above too.
///
/// Start with [org.quoin.intake.document.DocumentReaders] and what it gives,
/// [org.quoin.intake.document.ReadDocument].
@NullMarked
package org.quoin.intake.document;

import org.jspecify.annotations.NullMarked;
