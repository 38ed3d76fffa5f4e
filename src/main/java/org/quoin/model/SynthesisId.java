// The identifier of a synthesis.
package org.quoin.model;

/// @param value lower-case letters, digits and single hyphens, at most 80 characters
public record SynthesisId(String value) implements Comparable<SynthesisId> {
    public SynthesisId {
        Slugs.require("synthesis id", value);
    }

    @Override
    public int compareTo(SynthesisId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
