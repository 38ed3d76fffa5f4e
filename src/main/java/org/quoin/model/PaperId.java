// The identifier of a paper: the unit of import, replacement and export.
package org.quoin.model;

/// @param value lower-case letters, digits and single hyphens, at most 80 characters; it is part of
///     the paper's IRI
public record PaperId(String value) implements Comparable<PaperId> {
    public PaperId {
        Slugs.require("paper id", value);
    }

    /// Makes an identifier from any words: `PaperId.from("My Paper (2)")` is `my-paper-2`.
    ///
    /// @throws ProblemException ([Problem.Invalid]) when no letter or digit is left
    public static PaperId from(String words) {
        return new PaperId(Slugs.of(words, Slugs.MAX_LENGTH));
    }

    /// The study that a paper reports, as long as nobody says otherwise: one of the same name.
    public StudyId study() {
        return new StudyId(value);
    }

    @Override
    public int compareTo(PaperId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
