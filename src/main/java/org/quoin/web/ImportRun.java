// One import of uploaded files: how far it is and what became of each file.
package org.quoin.web;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.quoin.app.ImportOptions;
import org.quoin.app.ImportReport;
import org.quoin.app.ImportReport.Line;
import org.quoin.app.Quoin;
import org.quoin.model.ProblemException;
import org.quoin.model.Violation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Run by one thread and looked at by others.
final class ImportRun {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);

    private final String id;
    private final UploadFolder folder;
    private final Instant received = Instant.now();
    private final List<Line> lines = new ArrayList<>();
    private State state = State.WAITING;
    private long total;
    private @Nullable Instant started;
    private @Nullable Instant finished;
    private @Nullable String problem;

    enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        boolean isEnd() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }

        /// As the API says it.
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How it stood at one moment.
    ///
    /// @param total files in all, those in archives included; until the archives are opened, files sent
    /// @param report a line for each file that is done
    /// @param aside files sent that stand in no line once it is done: hidden ones, a README, a text that an
    ///     evidence file quotes, an archive without papers
    /// @param problem why it was not done to the end
    record Snapshot(
            String id,
            State state,
            Instant received,
            @Nullable Instant started,
            @Nullable Instant finished,
            long total,
            ImportReport report,
            List<String> aside,
            @Nullable String problem) {
        long done() {
            return report.lines().size();
        }
    }

    /// @param folder with the files; deleted when they are imported
    ImportRun(String id, UploadFolder folder) {
        this.id = id;
        this.folder = folder;
        this.total = folder.names().size();
    }

    String id() {
        return id;
    }

    synchronized boolean isEnded() {
        return state.isEnd();
    }

    synchronized Snapshot snapshot() {
        return new Snapshot(
                id,
                state,
                received,
                started,
                finished,
                total,
                new ImportReport(lines),
                state == State.DONE ? aside() : List.of(),
                problem);
    }

    /// Keeps it from being begun.
    ///
    /// @return false when it has begun or ended
    synchronized boolean cancel() {
        if (state != State.WAITING) {
            return false;
        }
        deleteFolder();
        end(State.CANCELLED, "it was cancelled before it began; nothing was imported");
        return true;
    }

    /// @return false when it was cancelled and must not be run
    synchronized boolean begin() {
        if (state != State.WAITING) {
            return false;
        }
        state = State.RUNNING;
        started = Instant.now();
        return true;
    }

    /// Imports the files.
    ///
    /// @param stopping asked after each file; what is done then stays done
    void run(Quoin quoin, BooleanSupplier stopping) {
        State ended = State.FAILED;
        @Nullable String why = "it broke off; the server's log says why";
        try {
            quoin.importFiles(
                    List.of(folder.path()),
                    ImportOptions.DEFAULT,
                    line -> add(line, stopping),
                    (done, all, what) -> count(done, all));
            ended = State.DONE;
            why = null;
        } catch (CancellationException e) {
            ended = State.CANCELLED;
            why = String.valueOf(e.getMessage());
        } catch (ProblemException e) {
            why = folder.withoutFolder(e.problem().detail());
        } catch (IOException | RuntimeException e) {
            String incident = UUID.randomUUID().toString();
            LOG.error("import {} failed, incident {}", id, incident, e);
            why = "something went wrong that should not; the server's log has it under " + incident;
        } finally {
            deleteFolder();
            end(ended, why);
        }
    }

    private void add(Line line, BooleanSupplier stopping) {
        synchronized (this) {
            lines.add(asGiven(line));
        }
        if (stopping.getAsBoolean()) {
            throw new CancellationException("the server was stopped; what is reported here was imported");
        }
    }

    /// Files that were refused unopened have a line and are not counted in the steps.
    private synchronized void count(long done, long all) {
        total = lines.size() - done + all;
    }

    private synchronized void end(State ended, @Nullable String why) {
        state = ended;
        problem = why;
        finished = Instant.now();
    }

    private void deleteFolder() {
        try {
            folder.close();
        } catch (IOException e) {
            // The next start tries again.
            LOG.warn("the files of import {} could not be deleted", id, e);
        }
    }

    private List<String> aside() {
        return folder.names().stream()
                .filter(name -> lines.stream()
                        .noneMatch(
                                line -> line.file().equals(name) || line.file().startsWith(name + "!")))
                .toList();
    }

    /// With the names under which the files were sent, and not those they had here.
    private Line asGiven(Line line) {
        return switch (line) {
            case Line.Imported done ->
                new Line.Imported(
                        asGiven(done.file()),
                        done.effect(),
                        done.papers(),
                        done.similar(),
                        done.items(),
                        asGiven(done.notes()));
            case Line.Duplicate same ->
                new Line.Duplicate(asGiven(same.file()), same.of(), same.by(), same.completed());
            case Line.Rejected bad ->
                new Line.Rejected(
                        asGiven(bad.file()),
                        asGiven(bad.reason()),
                        bad.violations().stream().map(this::asGiven).toList());
        };
    }

    private Violation asGiven(Violation violation) {
        return new Violation(
                asGiven(violation.subject()), violation.shape(), asGiven(violation.message()), violation.offending());
    }

    private List<String> asGiven(List<String> all) {
        return all.stream().map(this::asGiven).toList();
    }

    private String asGiven(String words) {
        return folder.withoutFolder(words);
    }
}
