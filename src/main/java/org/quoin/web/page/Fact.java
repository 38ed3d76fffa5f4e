// A line of what is known: a name and a value.
package org.quoin.web.page;

/// @param name of the property
/// @param value what is known; says so plainly when the source carries nothing
/// @param missing whether the source carries nothing
public record Fact(String name, String value, boolean missing) {
    public static Fact of(String name, String value) {
        return new Fact(name, value, false);
    }

    public static Fact missing(String name, String words) {
        return new Fact(name, words, true);
    }
}
