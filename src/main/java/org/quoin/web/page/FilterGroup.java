// One dimension that a search can be narrowed by.
package org.quoin.web.page;

import java.util.List;

/// @param name of the parameter
/// @param label for people
/// @param open whether its choices are shown
/// @param choices values with their numbers
public record FilterGroup(String name, String label, boolean open, List<Choice> choices) {
    /// @param value of the parameter
    /// @param label for people
    /// @param definition what it means; empty when nothing says so
    /// @param count items that would be found
    /// @param chosen whether the search is narrowed by it
    /// @param depth how many choices stand above it as broader ones
    public record Choice(String value, String label, String definition, long count, boolean chosen, int depth) {}
}
