// Writes XML.
package org.quoin.intake.coding;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// By hand: the platform's writer lets line ends in attributes and characters that XML forbids through.
final class XmlOut {
    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /// Whether the tag last written still waits for its attributes.
    private boolean inTag;

    XmlOut open(String name) {
        endTag();
        out.append(INDENT.repeat(open.size())).append('<').append(name);
        open.push(name);
        inTag = true;
        return this;
    }

    /// Nothing is written for null.
    XmlOut attribute(String name, @Nullable Object value) {
        if (value != null) {
            out.append(' ').append(name).append("=\"");
            escape(value.toString(), true);
            out.append('"');
        }
        return this;
    }

    XmlOut close() {
        String name = open.pop();
        if (inTag) {
            out.append("/>\n");
            inTag = false;
        } else {
            out.append(INDENT.repeat(open.size())).append("</").append(name).append(">\n");
        }
        return this;
    }

    /// An element with words alone; nothing is written for null.
    XmlOut element(String name, @Nullable String words) {
        if (words != null) {
            endTag();
            out.append(INDENT.repeat(open.size())).append('<').append(name).append('>');
            escape(words, false);
            out.append("</").append(name).append(">\n");
        }
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void endTag() {
        if (inTag) {
            out.append(">\n");
            inTag = false;
        }
    }

    private void escape(String words, boolean inAttribute) {
        words.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                // A parser would make a line feed of the first, and spaces of all three in an attribute.
                case '\r' -> out.append("&#13;");
                case '\n' -> out.append(inAttribute ? "&#10;" : "\n");
                case '\t' -> out.append(inAttribute ? "&#9;" : "\t");
                case '"' -> out.append(inAttribute ? "&quot;" : "\"");
                default -> out.appendCodePoint(isAllowed(c) ? c : '\uFFFD');
            }
        });
    }

    private static boolean isAllowed(int c) {
        return (c >= ' ' && c <= '\uD7FF') || (c >= '\uE000' && c <= '\uFFFD') || c >= 0x10000;
    }
}
