// A codebook of another tool: codes that are tied to no words yet.
package org.quoin.intake;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quoin.graph.CodebookMapper;
import org.quoin.graph.GraphName;
import org.quoin.graph.Iris;
import org.quoin.intake.coding.Code;
import org.quoin.intake.coding.CodingFile;
import org.quoin.intake.coding.CodingNote;
import org.quoin.intake.document.Source;
import org.quoin.model.CodeId;
import org.quoin.model.Codebook;
import org.quoin.model.CodebookId;
import org.quoin.model.Problem;
import org.quoin.model.Slugs;
import org.quoin.model.SourceFile;

/// Its codes have the names that a project with the same codes gives them, so that the two speak of the same
/// codes whichever comes first.
final class CodebookFile {
    private final CodebookMapper mapper;

    CodebookFile(Iris iris) {
        mapper = new CodebookMapper(iris);
    }

    /// @throws org.quoin.model.ProblemException ([Problem.Invalid]) when it holds no code
    Contents read(CodingFile.Codebook file, Source source) {
        if (file.codes().isEmpty()) {
            throw Problem.invalid(source.name() + " is a codebook without a code");
        }
        String name = source.fileName().replaceFirst("\\.[^.]*$", "");
        var id = new CodebookId(Slugs.of(name, Slugs.MAX_LENGTH));
        Map<String, CodeId> ids = file.codes().stream().collect(Collectors.toMap(Code::id, code -> idOf(code, name)));
        var codebook = new Codebook(
                id,
                name,
                new SourceFile(source.fileName(), source.sha256()),
                file.codes().stream().map(code -> stored(code, ids)).toList());
        return Contents.of(List.of(new Incoming.Triples(
                new GraphName.OfCodebook(id),
                mapper.toGraph(codebook),
                Stream.concat(
                                Stream.of(file.codes().size() + (file.codes().size() == 1 ? " code" : " codes")
                                        + " without words so far"),
                                file.notes().stream().map(CodebookFile::words))
                        .toList(),
                true)));
    }

    private static String words(CodingNote note) {
        return note.count() + " × " + note.what().meaning() + (note.where().isEmpty() ? "" : " (" + note.where() + ")");
    }

    /// A tool's own number is unique only within its project.
    static CodeId idOf(Code code, String project) {
        String id = code.id().matches("[0-9]+") ? project + " " + code.id() : code.id();
        return new CodeId(Slugs.of(id, Slugs.MAX_LENGTH));
    }

    /// @param ids what codes are called here, by what the tool calls them
    static org.quoin.model.Code stored(Code code, Map<String, CodeId> ids) {
        return new org.quoin.model.Code(
                Objects.requireNonNull(ids.get(code.id())),
                code.name(),
                code.description(),
                code.parentId() == null ? null : ids.get(code.parentId()),
                code.colour(),
                code.id());
    }
}
