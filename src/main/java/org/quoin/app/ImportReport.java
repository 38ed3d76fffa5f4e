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
        /// @param effect the greatest that it had on any of its papers
        /// @param papers the papers it is about
        /// @param similar other papers of the base that may be the same ones
        /// @param items evidence items its papers hold now
        /// @param notes what was repaired, left out, carried over or lost
        record Imported(
                String file, Effect effect, List<PaperId> papers, List<PaperId> similar, long items, List<String> notes)
                implements Line {
            public Imported {
                papers = List.copyOf(papers);
                similar = List.copyOf(similar);
                notes = List.copyOf(notes);
            }
        }

        /// Papers that the base has already, under other names.
        ///
        /// @param of the papers it has
        /// @param by what they have in common
        /// @param completed whether something the base did not know of them was taken over
        record Duplicate(String file, List<PaperId> of, List<String> by, boolean completed) implements Line {}

        /// Not in the base; nothing of it was written.
        ///
        /// @param reason what is wrong and what to do
        /// @param violations each item that is wrong
        record Rejected(String file, String reason, List<Violation> violations) implements Line {}
    }

    /// What an import did to a paper, the least first.
    public enum Effect {
        UNCHANGED,
        UPDATED,
        IMPORTED
    }

    /// Files whose papers are in the base now under their names.
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
