// Reading and checking reference exports in tests, through the door that the program uses.
package org.quoin.intake.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.quoin.intake.document.DocumentReaders;
import org.quoin.intake.document.Documents;
import org.quoin.intake.document.Metadata;
import org.quoin.intake.document.Note;
import org.quoin.intake.document.ReadDocument;
import org.quoin.intake.document.ReadLimits;
import org.quoin.intake.document.Reading;
import org.quoin.intake.document.Source;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;

final class References {
    static final DocumentReaders READERS = new DocumentReaders(ReadLimits.DEFAULT, ReferenceReaders.all());

    private References() {}

    static Reading.Records read(String name, String content) {
        return read(Source.of(name, content.getBytes(StandardCharsets.UTF_8)));
    }

    static Reading.Records read(Source source) {
        Reading reading = READERS.read(source);
        assertThat(reading).isInstanceOf(Reading.Records.class);
        Reading.Records records = (Reading.Records) reading;
        records.documents().forEach(Documents::requireWellFormed);
        return records;
    }

    /// The one record of a file without a telling name.
    static ReadDocument only(String content) {
        List<ReadDocument> documents = read("export", content).documents();
        assertThat(documents).hasSize(1);
        return documents.getFirst();
    }

    static Problem problem(String name, String content) {
        try {
            READERS.read(Source.of(name, content.getBytes(StandardCharsets.UTF_8)));
        } catch (ProblemException e) {
            return e.problem();
        }
        return Assertions.fail("%s was read", name);
    }

    static String formatOf(String name, String content) {
        return READERS.formatOf(Source.of(name, content.getBytes(StandardCharsets.UTF_8)))
                .orElse("none");
    }

    static List<String> authors(ReadDocument document) {
        return document.metadata().authors().stream()
                .map(Metadata.Author::display)
                .toList();
    }

    static List<String> titles(Reading.Records records) {
        return records.documents().stream()
                .map(document -> String.valueOf(document.metadata().title()))
                .toList();
    }

    static int count(Reading.Records records, Note.What what) {
        return records.notes().stream()
                .filter(note -> note.what() == what)
                .mapToInt(Note::count)
                .sum();
    }
}
