// A part of a text under a heading.
package org.quoin.text;

import org.quoin.model.Span;

/// @param heading its words, without marks, number and colon
/// @param headingSpan where these stand
/// @param body what follows, up to the next heading of any level, without white space around it; may be empty
public record Section(String heading, Span headingSpan, Span body) {}
