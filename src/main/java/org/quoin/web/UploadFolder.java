// The folder that one upload is received into: its files keep the names people gave them, made safe.
package org.quoin.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.quoin.model.Problem;

/// Folders within it are kept, because evidence names the text beside it; nothing leads out of it.
final class UploadFolder implements AutoCloseable {
    /// Of the folders that a file is in, the innermost are kept.
    private static final int MAX_DEPTH = 8;

    /// File systems take 255.
    private static final int MAX_NAME_BYTES = 200;

    private final Path folder;
    private final List<String> names = new ArrayList<>();

    private UploadFolder(Path folder) {
        this.folder = folder;
    }

    /// @throws IOException when it cannot be made
    static UploadFolder make(Path folder) throws IOException {
        // What it is called is told to people, and must be the same wherever it is told.
        return new UploadFolder(Files.createDirectories(folder.toAbsolutePath().normalize()));
    }

    Path path() {
        return folder;
    }

    /// Files placed in it, as people are told their names.
    List<String> names() {
        return List.copyOf(names);
    }

    /// Makes an empty file. One whose name is taken gets a number.
    ///
    /// @param given what the person's computer calls it; anything at all
    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) when a file of the upload is where it needs a
    ///     folder
    /// @throws IOException when it cannot be made
    Path place(String given) throws IOException {
        Path wanted = resolve(safe(given));
        try {
            Files.createDirectories(Objects.requireNonNull(wanted.getParent()));
        } catch (FileAlreadyExistsException aFile) {
            throw Problem.invalid("«" + given + "» is in a folder that has the name of another file of the upload:"
                    + " rename one of the two");
        }
        Path file = wanted;
        for (int number = 2; !isMade(file); number++) {
            file = wanted.resolveSibling(numbered(wanted.getFileName().toString(), number));
        }
        names.add(withoutFolder(file.toString()));
        return file;
    }

    /// What is said of a file in this folder, as it can be told to people.
    String withoutFolder(String words) {
        return words.replace(folder + folder.getFileSystem().getSeparator(), "");
    }

    /// Deletes the folder with all that is in it.
    ///
    /// @throws IOException when something in it cannot be deleted
    @Override
    public void close() throws IOException {
        delete(folder);
    }

    /// Deletes a folder, if it is there, with all that is in it.
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.delete(one);
        }
    }

    private static boolean isMade(Path file) throws IOException {
        try {
            Files.createFile(file);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
    }

    private Path resolve(String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException noSuchLetters) {
            // Where the locale is C, Java cannot name a file in other letters than those of ASCII.
            return folder.resolve(name.replaceAll("[^\\x20-\\x7e]", "_"));
        }
    }

    /// A relative path without `.`, `..` and signs that are not seen.
    static String safe(String given) {
        List<String> parts = Stream.of(
                        Normalizer.normalize(given, Normalizer.Form.NFC).split("[/\\\\]"))
                .map(part -> part.replaceAll("[\\p{Cc}\\p{Cf}]", "_").strip())
                .filter(part -> !part.isEmpty() && !part.equals(".") && !part.equals(".."))
                .map(UploadFolder::shortened)
                .toList();
        return parts.isEmpty()
                ? "unnamed"
                : String.join("/", parts.subList(Math.max(0, parts.size() - MAX_DEPTH - 1), parts.size()));
    }

    /// Cut before its ending, at a whole character.
    private static String shortened(String name) {
        int dot = ending(name);
        String stem = name.substring(0, dot);
        String ending = name.substring(dot);
        while (bytes(stem) + bytes(ending) > MAX_NAME_BYTES) {
            if (stem.isEmpty()) {
                return shortened(ending.replace('.', '_'));
            }
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem + ending;
    }

    private static String numbered(String name, int number) {
        int dot = ending(name);
        return name.substring(0, dot) + " (" + number + ")" + name.substring(dot);
    }

    /// Where the ending with its dot begins.
    private static int ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? dot : name.length();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
