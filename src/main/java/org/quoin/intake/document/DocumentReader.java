// Reads papers of one format.
package org.quoin.intake.document;

import org.quoin.model.ProblemException;

/// Stateless; any number of threads may use one. Formats are told by content: a name decides only between
/// formats that content cannot part (plain text and Markdown).
public interface DocumentReader {
    /// Of the format, for people.
    String name();

    /// Whether a file is of this format; looks at its first bytes, and takes a time that does not grow with the
    /// file.
    boolean recognises(Source source);

    /// @throws ProblemException with [org.quoin.model.Problem.Invalid] naming the file and the place where it
    ///     is broken, or [org.quoin.model.Problem.LimitReached]; nothing else for whatever bytes
    Reading read(Source source, Budget budget);
}
