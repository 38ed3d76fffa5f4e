// Making and reading files of codings in tests.
package org.quoin.intake.coding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.Assertions;
import org.quoin.intake.document.ReadLimits;
import org.quoin.intake.document.Source;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;

final class Codings {
    private Codings() {}

    static byte[] utf8(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    static CodingFile read(String name, byte[] content) {
        return new CodingReaders(ReadLimits.DEFAULT).read(Source.of(name, content));
    }

    static CodingFile.Project project(String name, byte[] content) {
        return (CodingFile.Project) read(name, content);
    }

    static CodingFile.Table table(String name, byte[] content) {
        return (CodingFile.Table) read(name, content);
    }

    static Problem problem(String name, byte[] content) {
        return problem(name, content, ReadLimits.DEFAULT);
    }

    static Problem problem(String name, byte[] content, ReadLimits limits) {
        try {
            new CodingReaders(limits).read(Source.of(name, content));
        } catch (ProblemException e) {
            return e.problem();
        }
        return Assertions.fail("%s was read", name);
    }

    static int count(CodingFile file, CodingNote.What what) {
        return file.notes().stream()
                .filter(note -> note.what() == what)
                .mapToInt(CodingNote::count)
                .sum();
    }

    static String where(CodingFile file, CodingNote.What what) {
        return file.notes().stream()
                .filter(note -> note.what() == what)
                .map(CodingNote::where)
                .findFirst()
                .orElse("");
    }

    /// The same GUID for the same number.
    static String guid(int number) {
        return "00000000-0000-4000-8000-%012x".formatted(number);
    }

    /// The same as other tools write it.
    static String upperGuid(int number) {
        return "00000000-0000-4000-8000-%012X".formatted(number);
    }

    static byte[] zip(Map<String, byte[]> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static String projectXml(String origin, String content) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Project name=\"P\" origin=\"" + origin
                + "\" xmlns=\"urn:QDA-XML:project:1.0\">" + content + "</Project>";
    }

    /// A package with one project and one text called `text.txt`.
    static byte[] qdpx(String content, byte[] text) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("project.qde", utf8(projectXml("Some tool 1.0", content)));
        entries.put("Sources/text.txt", text);
        return zip(entries);
    }

    /// A selection in the numbers of a tool.
    record Numbers(int start, int end, String name) {
        static Numbers of(int start, int end) {
            return new Numbers(start, end, "");
        }
    }

    /// One source with that text and selections, each with the one code.
    static CodingFile.Project selecting(byte[] text, List<Numbers> selections) {
        String source = "<TextSource guid=\"" + guid(1) + "\" name=\"T\" plainTextPath=\"internal://text.txt\">"
                + selections(selections) + "</TextSource>";
        return project("p.qdpx", qdpx(CODEBOOK + "<Sources>" + source + "</Sources>", text));
    }

    static final String CODEBOOK =
            "<CodeBook><Codes><Code guid=\"" + guid(9) + "\" name=\"C\" isCodable=\"true\"/></Codes></CodeBook>";

    static String selections(List<Numbers> selections) {
        StringBuilder xml = new StringBuilder();
        IntStream.range(0, selections.size())
                .forEach(i -> xml.append("<PlainTextSelection guid=\"")
                        .append(guid(100 + i))
                        .append("\" name=\"")
                        .append(selections.get(i).name().replace("&", "&amp;").replace("\"", "&quot;"))
                        .append("\" startPosition=\"")
                        .append(selections.get(i).start())
                        .append("\" endPosition=\"")
                        .append(selections.get(i).end())
                        .append("\"><Coding guid=\"")
                        .append(guid(1000 + i))
                        .append("\"><CodeRef targetGUID=\"")
                        .append(guid(9))
                        .append("\"/></Coding></PlainTextSelection>"));
        return xml.toString();
    }

    /// Of a source.
    static String text(CodingFile.Project file, int source) {
        return Objects.requireNonNull(file.project().sources().get(source).text())
                .value();
    }

    static List<String> words(CodingFile.Project file) {
        return file.project().selections().stream().map(Selection::words).toList();
    }
}
