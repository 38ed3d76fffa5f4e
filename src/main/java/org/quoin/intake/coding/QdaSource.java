// A source of a REFI-QDA project with the selections that are still to be read.
package org.quoin.intake.coding;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.document.XmlElement;

/// @param text null where the file does not hold it
/// @param selections elements that select words by positions: `PlainTextSelection`, `TranscriptSelection`
/// @param areas elements that select an area of a page: `PDFSelection`
/// @param syncPoints positions by the id of a point, for a transcript
record QdaSource(
        CodedSource source,
        @Nullable StoredText text,
        List<XmlElement> selections,
        List<XmlElement> areas,
        Map<String, String> syncPoints) {}
