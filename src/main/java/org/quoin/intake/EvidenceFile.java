// A file of evidence written by hand, in YAML, beside the text that it quotes.
package org.quoin.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quoin.graph.PaperRecord;
import org.quoin.graph.Vocabulary;
import org.quoin.model.Paper;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.Sha256;
import org.quoin.model.SourceFile;
import org.quoin.text.NormalisedText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

final class EvidenceFile {
    private static final int FORM_VERSION = 1;

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Vocabulary vocabulary;
    private final DocumentFile documents;

    /// @param documents reads the paper that a file quotes, where it is not plain text
    EvidenceFile(Vocabulary vocabulary, DocumentFile documents) {
        this.vocabulary = vocabulary;
        this.documents = documents;
    }

    /// The paper that an evidence file quotes, if the file can be read so far.
    static Optional<Path> quotedText(Path file) throws IOException {
        try {
            var tree = YAML.readTree(Files.readString(file, StandardCharsets.UTF_8));
            return tree.path("text").isString()
                    ? Optional.of(file.resolveSibling(tree.path("text").asString()))
                    : Optional.empty();
        } catch (JacksonException unreadable) {
            // Importing the file itself says what is wrong with it, with line and column.
            return Optional.empty();
        }
    }

    Incoming read(Path file) throws IOException {
        String yaml =
                NormalisedText.ofUtf8(Files.readAllBytes(file), file.toString()).value();
        EvidenceForm form = parse(file, yaml);
        if (!Objects.equals(form.quoin(), FORM_VERSION)) {
            throw Problem.invalid(
                    file + ": the first key must be «quoin: " + FORM_VERSION + "», the version of this form");
        }
        PaperId id = new PaperId(required(file, "paper", form.paper()));
        Path textFile = textFile(file, required(file, "text", form.text()));
        List<Integer> lines = itemLines(yaml);
        var reading = new FormReading(
                vocabulary,
                file.toString(),
                i -> file.getFileName() + " line " + (i < lines.size() ? lines.get(i) : "?") + " (item " + (i + 1)
                        + ")",
                form,
                readPaper(id, textFile));
        PaperRecord record = reading.read();
        return new Incoming.Evidence(record, reading.notes());
    }

    private static EvidenceForm parse(Path file, String yaml) {
        try {
            if (isEmpty(yaml)) {
                throw Problem.invalid(file + " is empty");
            }
            return YAML.readValue(yaml, EvidenceForm.class);
        } catch (UnrecognizedPropertyException e) {
            throw new ProblemException(
                    new Problem.Invalid(
                            file + " line " + lineOf(e.getPath(), yaml) + ": there is no key «" + e.getPropertyName()
                                    + "» here; the keys are "
                                    + e.getKnownPropertyIds().stream()
                                            .map(String::valueOf)
                                            .sorted()
                                            .collect(Collectors.joining(", ")),
                            List.of()),
                    e);
        } catch (JacksonException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new ProblemException(
                    new Problem.Invalid(
                            file + where + ": " + e.getOriginalMessage()
                                    + " (a quote with «: », «#» or a leading mark needs quotation marks around it)",
                            List.of()),
                    e);
        }
    }

    private static boolean isEmpty(String yaml) {
        try (JsonParser parser = YAML.createParser(yaml)) {
            return parser.nextToken() == null;
        }
    }

    /// The line of the key at a path. Jackson knows the path of a key that it does not know, but not its place.
    private static String lineOf(List<JacksonException.Reference> path, String yaml) {
        String wanted = path.stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                .collect(Collectors.joining());
        try (JsonParser parser = YAML.createParser(yaml)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME
                        && parser.streamReadContext().pathAsPointer().toString().equals(wanted)) {
                    return Integer.toString(parser.currentTokenLocation().getLineNr());
                }
            }
        }
        return "?";
    }

    /// The line on which each evidence item begins, counted from 1.
    private static List<Integer> itemLines(String yaml) {
        var lines = new ArrayList<Integer>();
        try (JsonParser parser = YAML.createParser(yaml)) {
            int depth = 0;
            boolean inEvidence = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME && depth == 1) {
                    inEvidence = parser.currentName().equals("evidence");
                } else if (token == JsonToken.START_OBJECT && depth == 2 && inEvidence) {
                    lines.add(parser.currentTokenLocation().getLineNr());
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
        }
        return lines;
    }

    /// Plain text is taken as it stands; of other files, what they say of the paper is taken too.
    private PaperRecord readPaper(PaperId id, Path textFile) throws IOException {
        if (textFile.toString().endsWith(".txt")) {
            byte[] bytes = Files.readAllBytes(textFile);
            var text = NormalisedText.ofUtf8(bytes, textFile.toString());
            var source = new SourceFile(textFile.getFileName().toString(), Sha256.hex(bytes));
            var paper = new Paper(id, id.study(), null, List.of(), null, null, "other", null, false);
            return new PaperRecord(paper, text, List.of(source), List.of(), List.of(), List.of(), List.of());
        }
        return documents.readOne(id, textFile);
    }

    private static Path textFile(Path file, String name) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
        Path textFile = folder.resolve(name).normalize();
        if (!textFile.startsWith(folder)) {
            throw Problem.invalid(file + ": the text «" + name + "» must stand in the same folder or below it");
        }
        if (!Files.isRegularFile(textFile)) {
            throw Problem.invalid(file + ": there is no text file " + textFile);
        }
        return textFile;
    }

    private static String required(Path file, String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid(file + ": the key «" + key + "» is missing");
        }
        return value;
    }
}
