// Cuts a string at the ends of its highlights.
package org.quoin.web;

import java.util.ArrayList;
import java.util.List;
import org.quoin.model.Span;
import org.quoin.web.page.Piece;

final class Marking {
    private Marking() {}

    /// @param spans in code points of the text, sorted, none overlapping another
    static List<Piece> of(String text, List<Span> spans) {
        var pieces = new ArrayList<Piece>();
        int at = 0;
        for (Span span : spans) {
            int start = text.offsetByCodePoints(0, span.start());
            int end = text.offsetByCodePoints(start, span.length());
            add(pieces, text.substring(at, start), false);
            add(pieces, text.substring(start, end), true);
            at = end;
        }
        add(pieces, text.substring(at), false);
        return List.copyOf(pieces);
    }

    /// The highlights of a part of a text, counted from the part's beginning.
    static List<Span> within(List<Span> spans, Span part) {
        return spans.stream()
                .filter(span -> span.overlaps(part))
                .map(span -> new Span(
                        Math.max(span.start(), part.start()) - part.start(),
                        Math.min(span.end(), part.end()) - part.start()))
                .toList();
    }

    private static void add(List<Piece> pieces, String text, boolean marked) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, marked));
        }
    }
}
