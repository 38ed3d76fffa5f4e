// Finds the reader for a file.
package org.quoin.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.quoin.graph.GraphStore;
import org.quoin.intake.coding.CodingFile;
import org.quoin.intake.coding.CodingReaders;
import org.quoin.intake.document.ReadLimits;
import org.quoin.intake.document.Source;
import org.quoin.model.Problem;

/// Evidence is told by the ending of its name, since YAML and Turtle are plain text too; papers are told by
/// what stands in them.
public final class Intake {
    /// Largest file of evidence read, in bytes; papers have the limits of their readers.
    public static final long MAX_FILE_SIZE = 256L << 20;

    private static final Set<String> EVIDENCE = Set.of("yaml", "yml");
    private static final Set<String> RDF = Set.of("ttl", "trig", "jsonld", "nt", "nq");

    private final EvidenceFile evidenceFile;
    private final CodedTableFile tableFile;
    private final CodedProjectFile projectFile;
    private final CodebookFile codebookFile;
    private final DocumentFile documentFile = new DocumentFile();
    private final CodingReaders codings = new CodingReaders(ReadLimits.DEFAULT);
    private final RdfFile rdfFile;

    public Intake(GraphStore store) {
        evidenceFile = new EvidenceFile(store.vocabulary(), documentFile);
        tableFile = new CodedTableFile(store, documentFile);
        projectFile = new CodedProjectFile(store);
        codebookFile = new CodebookFile(store.iris());
        rdfFile = new RdfFile(store.iris(), store.vocabulary());
    }

    /// A file of papers or of another tool's codings, which can be known again by its bytes; empty for a file of
    /// evidence in Quoin's own forms, which is always read.
    ///
    /// @throws org.quoin.model.ProblemException ([Problem.NotFound]); ([Problem.LimitReached]) when the file is
    ///     too large
    /// @throws IOException when the file cannot be read
    public Optional<Source> papers(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw Problem.notFound("there is no file " + file);
        }
        String extension = extension(file);
        return EVIDENCE.contains(extension) || RDF.contains(extension)
                ? Optional.empty()
                : Optional.of(Source.of(Inputs.name(file), file, ReadLimits.DEFAULT));
    }

    /// Reads a file of papers or of another tool's codings.
    ///
    /// @param file where it stands
    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) naming the file, the place in it and what to
    ///     do; ([Problem.LimitReached]) when it holds too much
    public Contents read(Source source, Path file) {
        return codings.formatOf(source).isEmpty()
                ? documentFile.read(source)
                : switch (codings.read(source)) {
                    case CodingFile.Project project -> Contents.of(projectFile.read(project, source));
                    case CodingFile.Table table -> Contents.of(tableFile.read(table.table(), file));
                    case CodingFile.Codebook codebook -> codebookFile.read(codebook, source);
                };
    }

    /// Reads a file of evidence.
    ///
    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) naming the file, the place in it
    ///     and what to do; ([Problem.LimitReached]) when the file is too large
    /// @throws IOException when the file cannot be read
    public Contents read(Path evidence) throws IOException {
        if (Files.size(evidence) > MAX_FILE_SIZE) {
            throw Problem.limitReached(evidence + " has " + Files.size(evidence) + " bytes, at most " + MAX_FILE_SIZE
                    + " are read: split it");
        }
        if (!isEvidenceFile(evidence)) {
            return Contents.of(rdfFile.read(evidence));
        }
        return Contents.of(List.of(
                SynthesisFile.isOne(evidence)
                        ? new Incoming.Synthesised(SynthesisFile.read(evidence))
                        : evidenceFile.read(evidence)));
    }

    /// Whether a file is one of evidence written by hand.
    static boolean isEvidenceFile(Path file) {
        return EVIDENCE.contains(extension(file));
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }
}
