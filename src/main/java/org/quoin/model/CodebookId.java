// The identifier of a codebook: codes that stand by themselves, without words they are tied to.
package org.quoin.model;

/// @param value lower-case letters, digits and single hyphens, at most 80 characters
public record CodebookId(String value) implements Comparable<CodebookId> {
    public CodebookId {
        Slugs.require("codebook id", value);
    }

    @Override
    public int compareTo(CodebookId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
