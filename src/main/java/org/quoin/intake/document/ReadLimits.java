// How much of a file is read before it is refused.
package org.quoin.intake.document;

import java.time.Duration;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;

/// Each limit bounds memory or time; a file that reaches one is refused whole with [Problem.LimitReached],
/// never cut short. Heap needed is about four times `bytes` and forty bytes a character at worst.
///
/// @param bytes size of the file, and of all that is unpacked from it where its format is packed (DOCX)
/// @param characters of the text in UTF-16 units: all documents of the file together
/// @param elements of markup (XML, HTML, DOCX)
/// @param depth to which elements may be nested
/// @param pages of a PDF
/// @param time for one file, looked at between steps that are themselves bounded
public record ReadLimits(long bytes, int characters, int elements, int depth, int pages, Duration time) {
    /// 128 MiB, 20 million characters, 4 million elements, 256 deep, 5,000 pages, two minutes: a book fits, and
    /// so does a PubMed export of ten thousand records.
    public static final ReadLimits DEFAULT =
            new ReadLimits(128L << 20, 20_000_000, 4_000_000, 256, 5_000, Duration.ofMinutes(2));

    public ReadLimits {
        if (bytes < 1 || characters < 1 || elements < 1 || depth < 1 || pages < 1 || !time.isPositive()) {
            throw new IllegalArgumentException("limits are above zero");
        }
    }

    /// @throws ProblemException ([Problem.LimitReached]) when a file of this many bytes is too large
    public void requireSize(String name, long size) {
        if (size > bytes) {
            throw Problem.limitReached("%s has %,d bytes; at most %,d are read. Split it, or raise the limit."
                    .formatted(name, size, bytes));
        }
    }
}
