// An import as JSON.
package org.quoin.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quoin.app.json.ImportReportView;

/// @param state `waiting`, `running`, `done`, `failed` or `cancelled`
/// @param done files of which it is known what became of them
/// @param total files in all, those in archives included; until the archives are opened, files sent
/// @param received when the files were there (ISO 8601, UTC)
/// @param started when it began; null while it waits
/// @param finished when it ended; null until then
/// @param problem why it failed or was cancelled, else left out
/// @param imported files whose papers are in the base now under their names
/// @param duplicates files whose papers the base had under other names
/// @param rejected files of which nothing was written
/// @param files a line a file that is done; left out in a list of imports
/// @param aside files sent that were no papers to import: hidden ones, a README, a text that an evidence file
///     quotes; left out when there is none
record ImportView(
        String id,
        String state,
        long done,
        long total,
        String received,
        @Nullable String started,
        @Nullable String finished,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String problem,
        long imported,
        long duplicates,
        long rejected,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ImportReportView.File> files,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> aside) {
    static ImportView whole(ImportRun run) {
        ImportRun.Snapshot now = run.snapshot();
        return of(now, ImportReportView.of(now.report()).files());
    }

    static ImportView inList(ImportRun run) {
        return of(run.snapshot(), null);
    }

    private static ImportView of(ImportRun.Snapshot now, @Nullable List<ImportReportView.File> files) {
        return new ImportView(
                now.id(),
                now.state().key(),
                now.done(),
                now.total(),
                now.received().toString(),
                text(now.started()),
                text(now.finished()),
                now.problem(),
                now.report().imported(),
                now.report().duplicates(),
                now.report().rejected(),
                files,
                now.aside());
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
