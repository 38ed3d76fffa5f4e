// What came of reading a file of codings.
package org.quoin.intake.coding;

import java.util.List;
import org.jspecify.annotations.Nullable;

public sealed interface CodingFile {
    CodingFormat format();

    /// What was not carried over, or not as it was.
    List<CodingNote> notes();

    /// Sources with their codings.
    ///
    /// @param origin the program that wrote the file; null when it does not say
    record Project(CodingFormat format, @Nullable String origin, CodedProject project, List<CodingNote> notes)
            implements CodingFile {
        public Project {
            notes = List.copyOf(notes);
        }
    }

    /// Codes alone, a code before those under it.
    ///
    /// @param origin the program that wrote the file; null when it does not say
    record Codebook(CodingFormat format, @Nullable String origin, List<Code> codes, List<CodingNote> notes)
            implements CodingFile {
        public Codebook {
            codes = List.copyOf(codes);
            notes = List.copyOf(notes);
        }
    }

    /// One quote a row.
    record Table(CodingFormat format, CodedTable table, List<CodingNote> notes) implements CodingFile {
        public Table {
            notes = List.copyOf(notes);
        }
    }
}
