// Reference files made to do harm: each ends in a problem or in documents, within its limits.
package org.quoin.intake.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quoin.intake.document.DocumentReaders;
import org.quoin.intake.document.Note;
import org.quoin.intake.document.ReadLimits;
import org.quoin.intake.document.Reading;
import org.quoin.intake.document.Source;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;

class HostileReferencesTest {
    /// Far more than a reader whose time grows with the square of a value could finish.
    private static final int MANY = 3_000_000;

    @Test
    void endNotesXmlReadsNothingOutsideTheFile(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
        Reading.Records reading = References.read(
                "a.xml",
                "<!DOCTYPE xml [<!ENTITY xxe SYSTEM \"" + secret.toUri()
                        + "\">]><xml><records><record><titles><title>Seen: &xxe;.</title></titles></record></records></xml>");

        assertThat(reading.documents().getFirst().text().value()).isEqualTo("Seen: .");
        assertThat(reading.notes()).contains(new Note(Note.What.EXTERNAL_ENTITY, 1, "xxe"));
    }

    @Test
    void aHugeFileIsRefusedUnread(@TempDir Path folder) throws IOException {
        Path huge = folder.resolve("huge.ris");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.write("TY  - JOUR\nTI  - x\n".getBytes(StandardCharsets.US_ASCII));
            file.setLength(2L << 30);
        }

        assertThatThrownBy(() -> References.READERS.read(huge))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("huge.ris has 2,147,483,648 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TY  - JOUR\nTI  - words\nER  - \n",
                "PMID- 1\nTI  - words\n\n",
                "%0 Book\n%T words\n",
                "PT J\nTI words\nER\n",
                "<1>\nTitle\n  words\n",
                "@misc{a, title = {words}}\n"
            })
    void tooManyFieldsAndTooMuchTextAreRefused(String record) {
        assertLimitReached(record, new ReadLimits(1 << 20, 1 << 20, 500, 50, 10, Duration.ofMinutes(1)), "elements");
        assertLimitReached(record, new ReadLimits(1 << 20, 500, 1 << 20, 50, 10, Duration.ofMinutes(1)), "characters");
    }

    @Test
    void aTableWithTooManyCellsIsRefused() {
        assertLimitReached(
                "title,abstract\n" + "a,b\n".repeat(300),
                new ReadLimits(1 << 20, 1 << 20, 500, 50, 10, Duration.ofMinutes(1)),
                "elements");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "<",
                "<i ",
                "&",
                "{",
                "}",
                "\"",
                "\\",
                "\\'",
                "$",
                "-",
                "'",
                ",",
                ";",
                "@a{b,",
                "\n@",
                "A ",
                "a, ",
                "(",
                "[",
                "METHODS",
                ". A: ",
                "10.",
                "and ",
                "\\textit{",
                "doi:",
                "2015 ",
                "\t",
                "; 1",
                "/sub "
            })
    void aValueThatRepeatsItselfTakesNoTimeToSpeakOf(String piece) {
        String many = piece.repeat(MANY / piece.length() / 10);
        for (String content : new String[] {
            "TY  - JOUR\nTI  - T\nAB  - " + many + "\nAU  - " + many + "\nKW  - " + many + "\nPY  - " + many
                    + "\nSP  - " + many + "\nUR  - " + many + "\nSN  - " + many + "\nDO  - " + many + "\nER  - \n",
            "@misc{a,\n title = {T},\n author = {" + many + "},\n abstract = {" + many + "},\n keywords = {" + many
                    + "}}\n",
            "@misc{a,\n title = {T},\n author = \"" + many,
            "title,authors,keywords,abstract,source\nT,\"" + many + "\",\"" + many + "\",\"" + many + "\",\"" + many
                    + "\"\n",
            "<1>\nTitle\n  T" + "\nAuthor\n  " + many + "\nSource\n  " + many + "\n",
            "PT J\nTI T\nAU " + many + "\nAB " + many + "\nER\n",
            "%0 Book\n%T T\n%X " + many + "\n%P " + many + "\n"
        }) {
            Reading reading = References.READERS.read(Source.of("x", content.getBytes(StandardCharsets.UTF_8)));

            assertThat(reading).as(content.substring(0, 20)).isNotNull();
        }
    }

    @Test
    void bracesNestedWithoutEndEnd() {
        Reading.Records reading =
                References.read("x", "@misc{a, title = {T}, note = " + "{".repeat(MANY) + "}".repeat(MANY) + "}\n");

        assertThat(References.titles(reading)).containsExactly("T");
    }

    @Test
    void entriesThatNeverCloseEnd() {
        Reading.Records reading = References.read("x", "@misc{a, title = {T}, note = {{\n".repeat(20_000));

        assertThat(reading.documents()).hasSize(20_000);
    }

    private static void assertLimitReached(String record, ReadLimits limits, String what) {
        assertThatThrownBy(() -> new DocumentReaders(limits, ReferenceReaders.all())
                        .read(Source.of("a", record.repeat(400).getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("a has more than 500 " + what)
                .extracting(e -> ((ProblemException) e).problem())
                .isInstanceOf(Problem.LimitReached.class);
    }
}
