// Keeps a home to one process at a time, and tells a second one who holds it.
package org.quoin.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Problem;

/// The operating system frees the lock when the process ends, however it ends; the name of the holder
/// is written into the locked file for people.
final class HomeLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private HomeLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /// @throws org.quoin.model.ProblemException ([Problem.Conflict]) naming the process that holds the home
    static HomeLock take(Path home, String holder) {
        Path file = home.resolve("lock");
        try {
            Files.createDirectories(home);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw Problem.conflict("the home " + home.toAbsolutePath().normalize() + " is held by "
                        + Files.readString(file, StandardCharsets.UTF_8).strip()
                        + ": stop that process, ask it over HTTP, or give another --home");
            }
            String words = "process " + ProcessHandle.current().pid() + " («" + holder + "», since "
                    + Instant.now().truncatedTo(ChronoUnit.SECONDS) + ")\n";
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8)), 0);
            channel.force(false);
            return new HomeLock(channel, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the home " + home, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot free the home", e);
        }
    }
}
