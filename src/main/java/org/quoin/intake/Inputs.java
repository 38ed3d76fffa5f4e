// The files that a person means by what they named: files, folders, patterns, archives.
package org.quoin.intake;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.quoin.intake.document.ReadLimits;
import org.quoin.model.Problem;

/// Archives stay open, and their files can be read, until this is closed.
public final class Inputs implements AutoCloseable {
    /// Of one archive, folders included.
    private static final int MAX_ENTRIES = 200_000;

    /// A file of text packs to a tenth, one made to do harm to a thousandth.
    private static final int MAX_RATIO = 500;

    /// In bytes; below it even a harmful ratio does no harm.
    private static final long SMALL = 10L << 20;

    private final LinkedHashSet<Path> files = new LinkedHashSet<>();
    private final List<FileSystem> archives = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    /// A file that is not even opened.
    ///
    /// @param why what is wrong with it and what to do
    public record Refused(String file, String why) {}

    private Inputs() {}

    /// A file is itself; of a folder or a zip archive, every file in it but hidden ones, a README, and those
    /// papers that an evidence file beside them quotes; of a pattern (`papers/**.xml`), what it matches. No file
    /// comes twice.
    ///
    /// @throws IOException when a folder cannot be listed
    public static Inputs of(List<Path> named) throws IOException {
        var inputs = new Inputs();
        try {
            for (Path path : named) {
                for (Path one : Files.exists(path) ? List.of(path) : matching(path)) {
                    inputs.add(one);
                }
            }
            return inputs;
        } catch (IOException | RuntimeException e) {
            inputs.close();
            throw e;
        }
    }

    /// What people call a file; of a file in an archive, both names.
    public static String name(Path file) {
        return file.getFileSystem().equals(FileSystems.getDefault())
                ? file.toString()
                : file.getFileSystem() + "!" + file;
    }

    /// In the order in which they were named, those of a folder by name.
    public List<Path> files() {
        return List.copyOf(files);
    }

    /// Archives that cannot be opened and files in archives that are not opened.
    public List<Refused> refused() {
        return List.copyOf(refused);
    }

    private void add(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            for (Path file : inFolder(path)) {
                add(file);
            }
        } else if (Archives.isArchive(path)) {
            open(path);
        } else {
            files.add(path);
        }
    }

    private void open(Path archive) throws IOException {
        FileSystem content;
        try {
            content = FileSystems.newFileSystem(archive);
        } catch (IOException | ProviderNotFoundException | InvalidPathException e) {
            refused.add(new Refused(
                    archive.toString(), "the zip archive cannot be opened (" + e.getMessage() + "): pack it again"));
            return;
        }
        archives.add(content);
        Path root = content.getRootDirectories().iterator().next();
        try (var entries = Files.walk(root)) {
            if (entries.limit(MAX_ENTRIES + 1L).count() > MAX_ENTRIES) {
                refused.add(new Refused(
                        archive.toString(), "the zip archive has more than " + MAX_ENTRIES + " entries: split it"));
                return;
            }
        }
        for (Path file : inFolder(root)) {
            String name = name(file);
            long packed = ((Number) Files.getAttribute(file, "zip:compressedSize")).longValue();
            long size = Files.size(file);
            if (Archives.isArchive(file)) {
                refused.add(new Refused(name, "it is an archive in an archive: unpack the outer one first"));
            } else if (size > ReadLimits.DEFAULT.bytes()) {
                refused.add(new Refused(
                        name,
                        "unpacked it has " + size + " bytes; at most " + ReadLimits.DEFAULT.bytes() + " are read"));
            } else if (size > SMALL && size / Math.max(1, packed) > MAX_RATIO) {
                refused.add(new Refused(
                        name,
                        "it unpacks to " + size / Math.max(1, packed) + " times its size, as no paper does: unpack it"
                                + " yourself if you trust it"));
            } else {
                files.add(file);
            }
        }
    }

    private static List<Path> inFolder(Path folder) throws IOException {
        List<Path> all;
        try (var walk = Files.walk(folder)) {
            all = walk.filter(Files::isRegularFile)
                    .filter(file -> !isHidden(folder.relativize(file)))
                    .filter(file -> !file.getFileName().toString().equalsIgnoreCase("README.md"))
                    .sorted()
                    .toList();
        }
        var quoted = new HashSet<Path>();
        for (Path file : all) {
            if (Intake.isEvidenceFile(file)) {
                EvidenceFile.quotedText(file).ifPresent(text -> quoted.add(text.normalize()));
            }
        }
        return all.stream().filter(file -> !quoted.contains(file.normalize())).toList();
    }

    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".") || part.toString().equals("__MACOSX")) {
                return true;
            }
        }
        return false;
    }

    /// The path itself where it is no pattern: that it is not there is told when it is read.
    private static List<Path> matching(Path pattern) throws IOException {
        Path fixed = Objects.requireNonNullElse(pattern.getRoot(), Path.of(""));
        for (Path part : pattern) {
            if (part.toString().matches(".*[*?{\\[].*")) {
                break;
            }
            fixed = fixed.resolve(part);
        }
        if (fixed.equals(pattern) || !Files.isDirectory(fixed.toAbsolutePath())) {
            return List.of(pattern);
        }
        // The part that is fixed may hold what a pattern would take for a sign of its own.
        PathMatcher matcher = fixed.getFileSystem()
                .getPathMatcher("glob:" + (fixed.toString().isEmpty() ? pattern : fixed.relativize(pattern)));
        Path from = fixed;
        List<Path> found;
        try (var walk = Files.walk(from)) {
            found = walk.filter(Files::isRegularFile)
                    .filter(file -> matcher.matches(from.toString().isEmpty() ? file : from.relativize(file)))
                    .sorted()
                    .toList();
        }
        if (found.isEmpty()) {
            throw Problem.notFound("no file matches " + pattern);
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        IOException failed = null;
        for (FileSystem archive : archives) {
            try {
                archive.close();
            } catch (IOException e) {
                if (failed == null) {
                    failed = e;
                } else {
                    failed.addSuppressed(e);
                }
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
