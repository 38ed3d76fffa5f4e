// REFI-QDA as Quoin writes it: valid, the same bytes each time, and read back the same.
package org.quoin.intake.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quoin.intake.coding.Codings.guid;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.quoin.intake.coding.CodedSource.Bibliography;
import org.quoin.intake.coding.CodingNote.What;
import org.quoin.intake.coding.Selection.Application;
import org.quoin.model.Span;
import org.quoin.text.NormalisedText;

class QdaWriterTest {
    private static final Path SCHEMA = Path.of(
            System.getProperty("quoin.root", "."), "..", "shared", "corpora", "refi-qda", "sky-loom", "Project.xsd");

    @RepeatedTest(100)
    void whatIsWrittenIsReadBackTheSame() {
        long seed = Long.getLong("quoin.seed", System.nanoTime());
        CodedProject project = new RandomProject(new Random(seed)).project();

        byte[] written = QdaWriter.project(project);
        CodingFile.Project read = Codings.project("p.qdpx", written);

        assertThat(read.project()).as("-Dquoin.seed=%d", seed).isEqualTo(project);
        assertThat(read.notes())
                .as("-Dquoin.seed=%d", seed)
                .allSatisfy(note -> assertThat(note.what()).isEqualTo(What.SOURCE_WITHOUT_TEXT));
        assertThat(QdaWriter.project(read.project()))
                .as("-Dquoin.seed=%d", seed)
                .isEqualTo(written);
    }

    @RepeatedTest(20)
    void whatIsWrittenIsValid() throws Exception {
        Assumptions.assumeTrue(Files.exists(SCHEMA), "skipped: ../shared/corpora/refi-qda is not there");
        long seed = Long.getLong("quoin.seed", System.nanoTime());
        Validator validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(SCHEMA.toFile())
                .newValidator();

        byte[] written = QdaWriter.project(new RandomProject(new Random(seed)).project());

        validator.validate(new StreamSource(new StringReader(entries(written).getFirst().content)));
    }

    @Test
    void theProjectStandsFirstAndItsTextsInOneFolderWithoutTimes() throws IOException {
        List<Entry> entries = entries(QdaWriter.project(small(guid(1), guid(2))));

        assertThat(entries).extracting(Entry::name).containsExactly("project.qde", "sources/" + guid(1) + ".txt");
        assertThat(entries.get(1).content).isEqualTo("An 😀 emoji.");
        assertThat(entries).allSatisfy(entry -> assertThat(entry.time).startsWith("1980-01-01T00:00"));
        assertThat(entries.getFirst().content)
                .contains("plainTextPath=\"internal://" + guid(1) + ".txt\"")
                .contains("name=\"emoji\" startPosition=\"5\" endPosition=\"10\"");
    }

    @Test
    void anIdThatIsNoGuidIsWrittenAsOneAndAlwaysTheSame() {
        CodedProject read = Codings.project("p.qdpx", QdaWriter.project(small("paper-1", "quote 7")))
                .project();

        assertThat(read.sources().getFirst().id()).isEqualTo("82073705-8219-36fc-b9e9-2624c52c5925");
        assertThat(read.selections().getFirst().sourceId())
                .isEqualTo(read.sources().getFirst().id());
    }

    @Test
    void wordsWithoutAPlaceAreCounted() {
        CodedSource source = new CodedSource(guid(1), "A", null, null, Bibliography.NONE, null, null);
        Selection selection = new Selection(guid(2), guid(1), null, "words", true, null, null, List.of());
        CodedProject project = new CodedProject("P", null, List.of(), List.of(), List.of(source), List.of(selection));

        assertThat(QdaWriter.notWritten(project))
                .containsExactly(new CodingNote(What.SELECTION_WITHOUT_PLACE, 1, "words"));
        assertThat(Codings.project("p.qdpx", QdaWriter.project(project))
                        .project()
                        .selections())
                .isEmpty();
    }

    @Test
    void whatXmlForbidsIsWrittenAsAReplacement() {
        CodedProject project = new CodedProject("a\u0001b\uD800c", null, List.of(), List.of(), List.of(), List.of());

        assertThat(Codings.project("p.qdpx", QdaWriter.project(project))
                        .project()
                        .name())
                .isEqualTo("a�b�c");
    }

    @Test
    void aCodebookIsReadBackTheSame() {
        List<Code> codes = List.of(
                new Code(guid(1), null, "A <1>", "Says\r\n\"this\"", "#00FF00", true),
                new Code(guid(2), guid(1), "B", null, null, false),
                new Code(guid(3), null, "C", null, null, true));

        CodingFile.Codebook read = (CodingFile.Codebook) Codings.read("c.qdc", QdaWriter.codebook(codes));

        assertThat(read.codes()).isEqualTo(codes);
        assertThat(read.notes()).isEmpty();
    }

    private static CodedProject small(String sourceId, String selectionId) {
        CodedSource source =
                new CodedSource(sourceId, "A", null, NormalisedText.of("An 😀 emoji."), Bibliography.NONE, null, null);
        Selection selection =
                new Selection(selectionId, sourceId, new Span(5, 10), "emoji", true, null, null, List.of());
        return new CodedProject("P", null, List.of(), List.of(), List.of(source), List.of(selection));
    }

    private record Entry(String name, String content, String time) {}

    private static List<Entry> entries(byte[] written) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(written))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.add(new Entry(
                        entry.getName(),
                        new String(zip.readAllBytes(), StandardCharsets.UTF_8),
                        entry.getTimeLocal().toString()));
            }
        }
        return entries;
    }

    /// Projects with awkward names, texts and hierarchies; all ids are GUIDs.
    private static final class RandomProject {
        private static final String[] PIECES = {
            "trust",
            " ",
            " ",
            "\n",
            "é",
            "e\u0301",
            "😀",
            "👨‍👩‍👧",
            "<b>&amp;",
            "\"",
            "'",
            "…",
            "...",
            "\t",
            "信頼",
            "a",
            "]]>",
            "𝔊"
        };

        private final Random random;
        private int ids;

        RandomProject(Random random) {
            this.random = random;
        }

        CodedProject project() {
            List<Code> codes = new ArrayList<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                String parent = codes.isEmpty() || random.nextInt(3) == 0
                        ? null
                        : any(codes).id();
                String colour = random.nextBoolean() ? null : "#%06X".formatted(random.nextInt(1 << 24));
                codes.add(new Code(id(), parent, name(), optional(), colour, random.nextBoolean()));
            }
            List<Coder> coders = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                coders.add(new Coder(id(), name()));
            }
            List<CodedSource> sources = new ArrayList<>();
            List<Selection> selections = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                CodedSource source = source(coders);
                sources.add(source);
                for (int k = random.nextInt(8); k > 0; k--) {
                    selection(source, codes, coders, selections);
                }
            }
            return new CodedProject(words(), optional(), codes, coders, sources, selections);
        }

        private CodedSource source(List<Coder> coders) {
            NormalisedText text = random.nextInt(5) == 0 ? null : NormalisedText.of(words() + words() + words());
            Bibliography bibliography = random.nextBoolean()
                    ? Bibliography.NONE
                    : new Bibliography(
                            optional(),
                            random.nextBoolean() ? List.of() : List.of("Doe, J.", "Ó Sé, A."),
                            random.nextBoolean() ? null : 1900 + random.nextInt(130),
                            random.nextBoolean() ? null : "10.1234/a<b>",
                            random.nextBoolean() ? null : "12345",
                            optional());
            return new CodedSource(id(), name(), optional(), text, bibliography, coder(coders), moment());
        }

        private void selection(CodedSource source, List<Code> codes, List<Coder> coders, List<Selection> selections) {
            NormalisedText text = source.text();
            if (text == null) {
                return;
            }
            int start = boundary(text);
            int end = boundary(text);
            Span span = new Span(Math.min(start, end), Math.max(start, end));
            String words = text.slice(span);
            if (words.isBlank()) {
                return;
            }
            List<Application> applications = new ArrayList<>();
            for (int i = codes.isEmpty() ? 0 : random.nextInt(4); i > 0; i--) {
                applications.add(new Application(id(), any(codes).id(), coder(coders), moment()));
            }
            String label = random.nextInt(4) == 0 ? "Label " + ids : null;
            selections.add(new Selection(id(), source.id(), span, words, true, label, optional(), applications));
        }

        private int boundary(NormalisedText text) {
            int place = random.nextInt(text.codePointLength() + 1);
            while (!text.isBoundary(place)) {
                place--;
            }
            return place;
        }

        private @Nullable String coder(List<Coder> coders) {
            return coders.isEmpty() || random.nextBoolean() ? null : any(coders).id();
        }

        private @Nullable Instant moment() {
            return random.nextBoolean() ? null : Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
        }

        private @Nullable String optional() {
            return random.nextInt(3) > 0 ? null : "x" + words();
        }

        private String name() {
            return "n" + words();
        }

        private String words() {
            StringBuilder words = new StringBuilder();
            for (int i = random.nextInt(20); i >= 0; i--) {
                words.append(PIECES[random.nextInt(PIECES.length)]);
            }
            return words.toString();
        }

        private <T> T any(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }

        private String id() {
            return guid(++ids);
        }
    }
}
