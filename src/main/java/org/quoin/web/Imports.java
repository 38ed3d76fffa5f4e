// Imports of uploaded files: one at a time in the background, a few waiting, the last ones remembered.
package org.quoin.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.quoin.app.Quoin;
import org.quoin.model.Problem;

/// Uploads are received into folders below `uploads` in the home. Reports are kept in memory: the papers are the
/// record.
final class Imports implements AutoCloseable {
    private static final String FOLDER = "uploads";
    private static final int REMEMBERED = 20;

    private final Quoin quoin;
    private final Path folder;
    private final Semaphore places;
    private final List<ImportRun> runs = new ArrayList<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("import-uploads").factory());
    private volatile boolean stopping;

    /// Clears away what a process that was killed left behind: nobody else has this home open.
    ///
    /// @param waiting most uploads that are received or wait while one is imported
    /// @throws UncheckedIOException when what was left behind cannot be deleted
    Imports(Quoin quoin, int waiting) {
        this.quoin = quoin;
        this.folder = quoin.settings().home().resolve(FOLDER);
        this.places = new Semaphore(1 + waiting);
        try {
            UploadFolder.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("uploads of an earlier run cannot be deleted", e);
        }
    }

    /// A place in the queue with a folder to receive files into. Closing it gives both back, unless its import
    /// was started.
    final class Place implements AutoCloseable {
        private final String id =
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        private final UploadFolder files;
        private boolean started;

        private Place() throws IOException {
            files = UploadFolder.make(folder.resolve(id));
        }

        UploadFolder files() {
            return files;
        }

        ImportRun start() {
            var run = new ImportRun(id, files);
            worker.execute(() -> run(run));
            started = true;
            remember(run);
            return run;
        }

        @Override
        public void close() throws IOException {
            if (!started) {
                places.release();
                files.close();
            }
        }
    }

    /// Empty when as many as may already wait.
    ///
    /// @throws IOException when no folder can be made
    Optional<Place> place() throws IOException {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Place());
        } catch (IOException e) {
            places.release();
            throw e;
        }
    }

    private void run(ImportRun run) {
        if (!run.begin()) {
            return;
        }
        try {
            run.run(quoin, () -> stopping);
        } finally {
            places.release();
        }
    }

    /// Keeps an import that waits from being begun.
    ///
    /// @throws org.quoin.model.ProblemException ([Problem.NotFound]); ([Problem.Conflict]) when it has begun
    ImportRun cancel(String id) {
        ImportRun run = get(id);
        if (!run.cancel()) {
            throw Problem.conflict("import " + id + " is "
                    + run.snapshot().state().key() + ": only one that waits can be cancelled; what is imported stays");
        }
        places.release();
        return run;
    }

    /// @throws org.quoin.model.ProblemException ([Problem.NotFound])
    synchronized ImportRun get(String id) {
        return runs.stream()
                .filter(run -> run.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("there is no import «" + id + "»: the last " + REMEMBERED
                        + " are remembered until the server stops; the papers stay"));
    }

    /// The latest first.
    synchronized List<ImportRun> recent() {
        return List.copyOf(runs.reversed());
    }

    private synchronized void remember(ImportRun run) {
        runs.add(run);
        for (int i = 0; i < runs.size() && runs.size() > REMEMBERED; i++) {
            if (runs.get(i).isEnded()) {
                runs.remove(i--);
            }
        }
    }

    /// Those that wait are not begun; the one that runs ends after the files it is at, which may take as long as
    /// reading fifty files takes: the store must not be closed beneath it.
    @Override
    public void close() {
        stopping = true;
        recent().forEach(ImportRun::cancel);
        worker.close();
    }
}
