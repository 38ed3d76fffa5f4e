// A stretch of text that is highlighted as a whole or not at all.
package org.quoin.web.page;

public record Piece(String text, boolean marked) {}
