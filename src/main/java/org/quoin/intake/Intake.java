// Finds the reader for a file and the files of a folder.
package org.quoin.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.quoin.graph.GraphStore;
import org.quoin.graph.PaperMapper;
import org.quoin.model.Problem;

/// Evidence is told by the ending of its name, since YAML and Turtle are plain text too; papers are told by
/// what stands in them.
public final class Intake {
    /// Largest file of evidence read, in bytes; papers have the limits of their readers.
    public static final long MAX_FILE_SIZE = 256L << 20;

    private final EvidenceFile evidenceFile;
    private final DocumentFile documentFile;
    private final RdfFile rdfFile;

    public Intake(GraphStore store) {
        var mapper = new PaperMapper(store.iris(), store.vocabulary());
        documentFile = new DocumentFile(mapper);
        evidenceFile = new EvidenceFile(mapper, store.vocabulary(), documentFile);
        rdfFile = new RdfFile(store.iris(), store.vocabulary());
    }

    /// Reads one file into what it says of each paper.
    ///
    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) naming the file, the place in it
    ///     and what to do; ([Problem.LimitReached]) when the file is too large
    /// @throws IOException when the file cannot be read
    public List<Incoming> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw Problem.notFound("there is no file " + file);
        }
        if (Files.size(file) > MAX_FILE_SIZE) {
            throw Problem.limitReached(
                    file + " has " + Files.size(file) + " bytes, at most " + MAX_FILE_SIZE + " are read: split it");
        }
        return switch (extension(file)) {
            case "yaml", "yml" -> List.of(evidenceFile.read(file));
            case "ttl", "trig", "jsonld", "nt", "nq" -> rdfFile.read(file);
            default -> documentFile.read(file);
        };
    }

    /// The files to import from what a person named: a file is itself; of a folder, every file below it but
    /// hidden ones, a README, and those papers that an evidence file beside them quotes.
    ///
    /// @throws IOException when a folder cannot be listed
    public List<Path> expand(List<Path> named) throws IOException {
        var files = new ArrayList<Path>();
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                files.addAll(inFolder(path));
            } else {
                files.add(path);
            }
        }
        return files;
    }

    private static List<Path> inFolder(Path folder) throws IOException {
        List<Path> all;
        try (var walk = Files.walk(folder)) {
            all = walk.filter(Files::isRegularFile)
                    .filter(file -> !isHidden(folder.relativize(file)))
                    .filter(f -> !f.getFileName().toString().equalsIgnoreCase("README.md"))
                    .sorted()
                    .toList();
        }
        var quoted = new HashSet<Path>();
        for (Path file : all) {
            if (extension(file).equals("yaml") || extension(file).equals("yml")) {
                EvidenceFile.quotedText(file).ifPresent(text -> quoted.add(text.normalize()));
            }
        }
        return all.stream().filter(f -> !quoted.contains(f.normalize())).toList();
    }

    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }
}
