// The identifier of a code.
package org.quoin.model;

/// @param value lower-case letters, digits and single hyphens, at most 80 characters
public record CodeId(String value) implements Comparable<CodeId> {
    public CodeId {
        Slugs.require("code id", value);
    }

    @Override
    public int compareTo(CodeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
