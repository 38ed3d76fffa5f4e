// Writes REFI-QDA, for every program that reads it: projects (.qdpx) and codebooks (.qdc).
package org.quoin.intake.coding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.quoin.intake.coding.CodingNote.What;
import org.quoin.intake.coding.QdaVariables.Field;
import org.quoin.intake.document.Tally;
import org.quoin.model.Span;

/// The same content gives the same bytes. Positions are code points, the end excluded. An id that is no GUID
/// is written as one made from it, always the same. Read back, a project is equal to what was written when
/// all its ids are GUIDs and all its selections have a span; [#notWritten] says what else is lost.
public final class QdaWriter {
    /// What a project names as the program that wrote it.
    static final String ORIGIN = "Quoin";

    private static final int NAME_LENGTH = 100;

    /// The earliest that a zip archive can say.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String PROJECT_NAMESPACE = "urn:QDA-XML:project:1.0";
    private static final String CODEBOOK_NAMESPACE = "urn:QDA-XML:codebook:1.0";

    private QdaWriter() {}

    /// What of a project the format has no form for.
    public static List<CodingNote> notWritten(CodedProject project) {
        Tally<What> tally = new Tally<>(What.class);
        project.selections().stream()
                .filter(selection -> selection.span() == null)
                .forEach(selection -> tally.add(What.SELECTION_WITHOUT_PLACE, selection.words()));
        return tally.all(CodingNote::new);
    }

    /// @return the bytes of a `.qdpx`
    public static byte[] project(CodedProject project) {
        TreeMap<String, String> texts = new TreeMap<>();
        project.sources().stream()
                .filter(source -> source.text() != null)
                .forEach(source -> texts.put(
                        "sources/" + textName(source),
                        Objects.requireNonNull(source.text()).value()));
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, QdaPackage.PROJECT, xml(project));
            for (Map.Entry<String, String> text : texts.entrySet()) {
                put(zip, text.getKey(), text.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written but into memory", e);
        }
        return bytes.toByteArray();
    }

    /// @param codes a code before those under it
    /// @return the bytes of a `.qdc`
    public static byte[] codebook(List<Code> codes) {
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("a codebook has at least one code");
        }
        XmlOut xml = new XmlOut();
        xml.open("CodeBook").attribute("xmlns", CODEBOOK_NAMESPACE).attribute("origin", ORIGIN);
        codes(xml, codes);
        return xml.close().toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String xml(CodedProject project) {
        XmlOut xml = new XmlOut();
        xml.open("Project")
                .attribute("xmlns", PROJECT_NAMESPACE)
                .attribute("name", project.name())
                .attribute("origin", ORIGIN);
        if (!project.coders().isEmpty()) {
            xml.open("Users");
            for (Coder coder : project.coders()) {
                xml.open("User")
                        .attribute("guid", Guids.of("coder", coder.id()))
                        .attribute("name", coder.name())
                        .close();
            }
            xml.close();
        }
        if (!project.codes().isEmpty()) {
            xml.open("CodeBook");
            codes(xml, project.codes());
            xml.close();
        }
        variables(xml, project.sources());
        if (!project.sources().isEmpty()) {
            Map<String, List<Selection>> selections =
                    project.selections().stream().collect(Collectors.groupingBy(Selection::sourceId));
            xml.open("Sources");
            for (CodedSource source : project.sources()) {
                source(xml, source, selections.getOrDefault(source.id(), List.of()));
            }
            xml.close();
        }
        return xml.element("Description", project.description()).close().toString();
    }

    private static void codes(XmlOut xml, List<Code> codes) {
        Map<String, List<Code>> children = new HashMap<>();
        List<Code> roots = new ArrayList<>();
        for (Code code : codes) {
            (code.parentId() == null ? roots : children.computeIfAbsent(code.parentId(), key -> new ArrayList<>()))
                    .add(code);
        }
        xml.open("Codes");
        roots.forEach(code -> code(xml, code, children));
        xml.close();
    }

    private static void code(XmlOut xml, Code code, Map<String, List<Code>> children) {
        boolean coloured = code.colour() != null && code.colour().matches("#\\p{XDigit}{6}");
        xml.open("Code")
                .attribute("guid", Guids.of("code", code.id()))
                .attribute("name", code.name())
                .attribute("isCodable", code.codable())
                .attribute("color", coloured ? code.colour() : null)
                .element("Description", code.description());
        children.getOrDefault(code.id(), List.of()).forEach(child -> code(xml, child, children));
        xml.close();
    }

    private static void variables(XmlOut xml, List<CodedSource> sources) {
        List<Field> used = Stream.of(Field.values())
                .filter(field -> sources.stream()
                        .anyMatch(source -> !field.value(source.bibliography()).isEmpty()))
                .toList();
        if (!used.isEmpty()) {
            xml.open("Variables");
            for (Field field : used) {
                xml.open("Variable")
                        .attribute("guid", field.guid())
                        .attribute("name", field.label())
                        .attribute("typeOfVariable", field.type())
                        .close();
            }
            xml.close();
        }
    }

    private static void source(XmlOut xml, CodedSource source, List<Selection> selections) {
        xml.open("TextSource")
                .attribute("guid", Guids.of("source", source.id()))
                .attribute("name", source.name())
                .attribute("plainTextPath", source.text() == null ? null : "internal://" + textName(source))
                .attribute("creatingUser", coder(source.createdBy()))
                .attribute("creationDateTime", source.created())
                .element("Description", source.description());
        for (Selection selection : selections) {
            Span span = selection.span();
            if (span != null) {
                selection(xml, selection, span);
            }
        }
        for (Field field : Field.values()) {
            String value = field.value(source.bibliography());
            if (!value.isEmpty()) {
                xml.open("VariableValue")
                        .open("VariableRef")
                        .attribute("targetGUID", field.guid())
                        .close()
                        .element(field.type() + "Value", value)
                        .close();
            }
        }
        xml.close();
    }

    private static void selection(XmlOut xml, Selection selection, Span span) {
        xml.open("PlainTextSelection")
                .attribute("guid", Guids.of("selection", selection.id()))
                .attribute("name", selection.label() == null ? shortened(selection.words()) : selection.label())
                .attribute("startPosition", span.start())
                .attribute("endPosition", span.end())
                .element("Description", selection.comment());
        for (Selection.Application application : selection.applications()) {
            xml.open("Coding")
                    .attribute("guid", Guids.of("coding", application.id()))
                    .attribute("creatingUser", coder(application.coderId()))
                    .attribute("creationDateTime", application.created())
                    .open("CodeRef")
                    .attribute("targetGUID", Guids.of("code", application.codeId()))
                    .close()
                    .close();
        }
        xml.close();
    }

    /// The words themselves or their beginning, so that whoever reads the file can check the positions by
    /// them.
    private static String shortened(String words) {
        return words.codePointCount(0, words.length()) <= NAME_LENGTH
                ? words
                : words.substring(0, words.offsetByCodePoints(0, NAME_LENGTH)) + "…";
    }

    private static @Nullable String coder(@Nullable String id) {
        return id == null ? null : Guids.of("coder", id);
    }

    private static String textName(CodedSource source) {
        return Guids.of("source", source.id()) + ".txt";
    }
}
