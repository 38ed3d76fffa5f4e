// A plain-text paper: its text, and nothing that the text does not carry.
package org.quoin.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.quoin.graph.PaperMapper;
import org.quoin.graph.PaperRecord;
import org.quoin.intake.Incoming.Mode;
import org.quoin.model.Paper;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.StudyId;
import org.quoin.text.NormalisedText;

final class TextFile {
    private final PaperMapper mapper;

    TextFile(PaperMapper mapper) {
        this.mapper = mapper;
    }

    /// The paper's id is made of the file's name.
    Incoming read(Path file) throws IOException {
        NormalisedText text = NormalisedText.ofUtf8(Files.readAllBytes(file), file.toString());
        if (text.value().isBlank()) {
            throw Problem.invalid(file + " holds no text");
        }
        String name = file.getFileName().toString();
        PaperId id = PaperId.from(name.substring(0, name.lastIndexOf('.')));
        var paper = new Paper(id, new StudyId(id.value()), null, List.of(), null, null, "other", null, false);
        return new Incoming(id, mapper.toGraph(new PaperRecord(paper, text, List.of())), Mode.TEXT_ONLY, List.of());
    }
}
