// Where a page of the file stands in the text.
package org.quoin.intake.document;

import org.quoin.model.Span;

/// @param label as the document numbers it (`xii`, `1045`) where it says so, otherwise its place from 1
/// @param span what stands on the page; empty for a page without text. A paragraph that runs over a page's end
///     is one block, and its words are divided between the two pages
public record PageRange(String label, Span span) {}
