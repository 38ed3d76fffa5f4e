// What an import did, as JSON.
package org.quoin.app.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quoin.app.ImportReport;
import org.quoin.app.ImportReport.Line;
import org.quoin.model.PaperId;
import org.quoin.model.Violation;

/// @param imported files whose papers are in the base now under their names
/// @param duplicates files whose papers the base had under other names
/// @param rejected files of which nothing was written
/// @param files a line a file
public record ImportReportView(long imported, long duplicates, long rejected, List<File> files) {
    /// @param file its name
    /// @param outcome `imported`, `updated`, `unchanged`, `duplicate` or `rejected`
    /// @param papers the papers it is about
    /// @param similar other papers that may be the same ones
    /// @param items evidence items its papers hold now; null when it is not known under its name
    /// @param by what a duplicate has in common with the paper it is
    /// @param notes what was repaired, left out, carried over or lost
    /// @param reason why it was rejected
    /// @param violations each item that is wrong
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record File(
            String file,
            String outcome,
            List<String> papers,
            List<String> similar,
            @Nullable Long items,
            List<String> by,
            List<String> notes,
            @Nullable String reason,
            List<Violation> violations) {
        public static File of(Line line) {
            String outcome = outcome(line);
            return switch (line) {
                case Line.Imported done ->
                    new File(
                            done.file(),
                            outcome,
                            ids(done.papers()),
                            ids(done.similar()),
                            done.items(),
                            List.of(),
                            done.notes(),
                            null,
                            List.of());
                case Line.Duplicate same ->
                    new File(
                            same.file(),
                            outcome,
                            ids(same.of()),
                            List.of(),
                            null,
                            same.by(),
                            same.completed() ? List.of("what the base did not know of it was taken over") : List.of(),
                            null,
                            List.of());
                case Line.Rejected bad ->
                    new File(
                            bad.file(),
                            outcome,
                            List.of(),
                            List.of(),
                            null,
                            List.of(),
                            List.of(),
                            bad.reason(),
                            bad.violations());
            };
        }

        private static String outcome(Line line) {
            return switch (line) {
                case Line.Imported done ->
                    switch (done.effect()) {
                        case IMPORTED -> "imported";
                        case UPDATED -> "updated";
                        case UNCHANGED -> "unchanged";
                    };
                case Line.Duplicate same -> "duplicate";
                case Line.Rejected bad -> "rejected";
            };
        }

        private static List<String> ids(List<PaperId> papers) {
            return papers.stream().map(PaperId::value).toList();
        }
    }

    public static ImportReportView of(ImportReport report) {
        return new ImportReportView(
                report.imported(),
                report.duplicates(),
                report.rejected(),
                report.lines().stream().map(File::of).toList());
    }
}
