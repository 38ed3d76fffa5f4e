// The identifier of a study. Counts are of studies, not of papers: one study may have several papers.
package org.quoin.model;

/// @param value lower-case letters, digits and single hyphens, at most 80 characters
public record StudyId(String value) implements Comparable<StudyId> {
    public StudyId {
        Slugs.require("study id", value);
    }

    @Override
    public int compareTo(StudyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
