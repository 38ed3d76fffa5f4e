// What an import did: a line a file.
package org.quoin.app;

import java.util.List;
import org.quoin.model.PaperId;
import org.quoin.model.Violation;

public record ImportReport(List<Line> lines) {
    public ImportReport {
        lines = List.copyOf(lines);
    }

    /// What became of one file.
    public sealed interface Line {
        String file();

        /// In the base now.
        ///
        /// @param papers the papers it is about
        /// @param changed whether anything had to be written
        /// @param items evidence items these papers hold now
        /// @param notes what was repaired or left out
        record Imported(String file, List<PaperId> papers, boolean changed, long items, List<String> notes)
                implements Line {}

        /// Papers that the base has already, under other names; nothing was written.
        ///
        /// @param of the papers it has
        /// @param by what they have in common
        record Duplicate(String file, List<PaperId> of, List<String> by) implements Line {}

        /// Not in the base; nothing of it was written.
        ///
        /// @param reason what is wrong and what to do
        /// @param violations each item that is wrong
        record Rejected(String file, String reason, List<Violation> violations) implements Line {}
    }

    public long imported() {
        return lines.stream().filter(Line.Imported.class::isInstance).count();
    }

    public long duplicates() {
        return lines.stream().filter(Line.Duplicate.class::isInstance).count();
    }

    public long rejected() {
        return lines.stream().filter(Line.Rejected.class::isInstance).count();
    }
}
