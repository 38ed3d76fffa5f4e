// Reads the sources of a REFI-QDA project.
package org.quoin.intake.coding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.coding.CodedSource.Bibliography;
import org.quoin.intake.coding.CodingNote.What;
import org.quoin.intake.document.Tally;
import org.quoin.intake.document.XmlElement;

/// A PDF is one source with its plain text, a picture one with the text that describes it. Each transcript of
/// a recording is a source of its own beside the recording.
final class QdaSources {
    private final XmlElement project;
    private final QdaIds ids;
    private final QdaReferences references;
    private final QdaTexts texts;
    private final Tally<What> tally;
    private final QdaVariables variables;
    private final List<QdaSource> sources = new ArrayList<>();

    QdaSources(XmlElement project, QdaIds ids, QdaReferences references, QdaTexts texts, Tally<What> tally) {
        this.project = project;
        this.ids = ids;
        this.references = references;
        this.texts = texts;
        this.tally = tally;
        this.variables = new QdaVariables(project, tally);
    }

    List<QdaSource> read() {
        Set<String> paths = project.all("Sources", "TextSource")
                .map(QdaSources::path)
                .filter(path -> !path.isEmpty())
                .collect(Collectors.toSet());
        project.all("Sources").flatMap(XmlElement::children).forEach(element -> {
            switch (element.name()) {
                case "TextSource" -> add(element, element);
                case "PDFSource" -> add(element, element.child("Representation").orElse(null));
                case "PictureSource" -> {
                    add(element, element.child("TextDescription").orElse(null));
                    count(What.PICTURE_SELECTION, element, "PictureSelection");
                }
                case "AudioSource", "VideoSource" -> {
                    add(element, null);
                    count(What.RECORDING_SELECTION, element, "AudioSelection");
                    count(What.RECORDING_SELECTION, element, "VideoSelection");
                    element.children("Transcript").forEach(transcript -> transcript(transcript, element, paths));
                }
                // The schema has no others.
                default -> {}
            }
        });
        return sources;
    }

    private void transcript(XmlElement transcript, XmlElement recording, Set<String> paths) {
        count(What.SYNC_POINT, transcript, "SyncPoint");
        boolean elsewhere = paths.contains(path(transcript))
                && transcript.children("TranscriptSelection").findAny().isEmpty();
        if (elsewhere) {
            tally.add(What.REPEATED_TRANSCRIPT, transcript.attribute("name"));
        } else {
            add(transcript, transcript, recording.attribute("name"));
        }
    }

    private void add(XmlElement element, @Nullable XmlElement withText) {
        add(element, withText, "");
    }

    /// @param fallbackName for a part without a name
    private void add(XmlElement element, @Nullable XmlElement withText, String fallbackName) {
        String id = ids.claim("source", element);
        String name = element.attribute("name").isBlank() ? fallbackName : element.attribute("name");
        StoredText text = withText == null ? null : texts.of(withText, name).orElse(null);
        if (text == null) {
            tally.add(What.SOURCE_WITHOUT_TEXT, name);
        }
        count(What.WHOLE_SOURCE_CODING, element, "Coding");
        List<XmlElement> selections = new ArrayList<>();
        Map<String, String> syncPoints = new HashMap<>();
        if (withText != null) {
            if (withText != element) {
                count(What.WHOLE_SOURCE_CODING, withText, "Coding");
            }
            withText.children()
                    .filter(child -> child.is("PlainTextSelection") || child.is("TranscriptSelection"))
                    .forEach(selections::add);
            withText.children("SyncPoint")
                    .forEach(point ->
                            syncPoints.put(Guids.canonical(point.attribute("guid")), point.attribute("position")));
        }
        Bibliography bibliography = variables.bibliography(element);
        CodedSource source = new CodedSource(
                id,
                name,
                QdaReader.description(element),
                text == null ? null : text.text(),
                bibliography,
                references.creator(element),
                references.created(element));
        sources.add(new QdaSource(
                source, text, selections, element.children("PDFSelection").toList(), syncPoints));
    }

    private void count(What what, XmlElement element, String child) {
        tally.add(what, (int) element.children(child).count(), element.attribute("name"));
    }

    private static String path(XmlElement element) {
        return element.attribute("plainTextPath").strip();
    }
}
