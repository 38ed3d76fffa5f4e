// A range of a text, counted in Unicode code points.
package org.quoin.model;

/// @param start the first code point, counted from 0
/// @param end one past the last code point (Web Annotation and REFI-QDA count the same way)
public record Span(int start, int end) implements Comparable<Span> {
    public Span {
        if (start < 0 || end < start) {
            throw Problem.invalid("the range " + start + "-" + end + " is not one: 0 <= start <= end is needed");
        }
    }

    /// In code points.
    public int length() {
        return end - start;
    }

    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    @Override
    public int compareTo(Span other) {
        int byStart = Integer.compare(start, other.start);
        return byStart != 0 ? byStart : Integer.compare(end, other.end);
    }
}
