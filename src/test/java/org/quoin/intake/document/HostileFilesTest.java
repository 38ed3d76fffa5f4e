// Files made to do harm, and broken ones: each ends in a named problem, soon and within bounded memory.
package org.quoin.intake.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;

class HostileFilesTest {
    @Test
    void aFileOutsideIsNeverRead(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
        ReadDocument document = Documents.read(
                "a.xml",
                "<!DOCTYPE article [<!ENTITY xxe SYSTEM \"" + secret.toUri()
                        + "\">]><article><body><p>Seen: &xxe;.</p></body></article>");

        assertThat(document.text().value()).isEqualTo("Seen: .");
        assertThat(document.notes()).containsExactly(new Note(Note.What.EXTERNAL_ENTITY, 1, "xxe"));
    }

    @Test
    void aParameterEntityOutsideIsNeverRead(@TempDir Path folder) throws IOException {
        Path dtd = Files.writeString(folder.resolve("evil.dtd"), "<!ENTITY leak 'the secret'>");
        ReadDocument document = Documents.read(
                "a.xml",
                "<!DOCTYPE article SYSTEM \"" + dtd.toUri() + "\" [<!ENTITY % p SYSTEM \"" + dtd.toUri()
                        + "\"> %p;]><article><body><p>Seen: &leak;.</p></body></article>");

        assertThat(document.text().value()).doesNotContain("secret");
    }

    @Test
    void aBillionLaughsAreNotLaughed() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE article [<!ENTITY a0 'haha'>");
        for (int i = 1; i < 12; i++) {
            bomb.append(
                    "<!ENTITY a%d '%s'>".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
        }
        bomb.append("]><article><body><p>&a11;</p></body></article>");

        requireLimitReached(Documents.problem("bomb.xml", utf8(bomb.toString())), "bomb.xml has entities that grow");
    }

    @Test
    void aQuadraticBombIsStopped() {
        String bomb = "<!DOCTYPE article [<!ENTITY a '" + "x".repeat(100_000) + "'>]><article><body><p>"
                + "&a;".repeat(100_000) + "</p></body></article>";

        requireLimitReached(Documents.problem("bomb.xml", utf8(bomb)), "bomb.xml has entities that grow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<article><body><sec>", "<PubmedArticleSet><PubmedArticle><b>"})
    void elementsNestedWithoutEndAreStopped(String start) {
        String deep = start + "<sec>".repeat(100_000) + "</sec>".repeat(100_000);

        requireLimitReached(Documents.problem("deep.xml", utf8(deep)), "nests its elements more than 256 deep");
    }

    @Test
    void markdownNestedWithoutEndEnds() {
        ReadDocument document = Documents.read("deep.md", "# T\n\n" + "> ".repeat(100_000) + "x\n");

        assertThat(document.metadata().title()).isEqualTo("T");
        requireLimitReached(Documents.problem("wide.md", utf8("*a **b ".repeat(50_000))), "has more than 10,000 marks");
    }

    @Test
    void aHugeFileIsRefusedUnread(@TempDir Path folder) throws IOException {
        Path huge = folder.resolve("huge.xml");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(2L << 30);
        }

        assertThatThrownBy(() -> new DocumentReaders(ReadLimits.DEFAULT, List.of()).read(huge))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("huge.xml has 2,147,483,648 bytes; at most 134,217,728 are read")
                .extracting(e -> ((ProblemException) e).problem())
                .isInstanceOf(Problem.LimitReached.class);
    }

    @Test
    void tooMuchTextIsRefused() {
        ReadLimits limits = new ReadLimits(1 << 20, 1000, 1000, 50, 10, Duration.ofMinutes(1));

        requireLimitReached(
                Documents.problem(
                        "a.xml", utf8("<article><body><p>" + "x ".repeat(600) + "</p></body></article>"), limits),
                "a.xml has more than 1,000 characters of text");
        requireLimitReached(
                Documents.problem("a.xml", utf8("<article><body>" + "<p/>".repeat(1000) + "</body></article>"), limits),
                "a.xml has more than 1,000 elements");
        requireLimitReached(Documents.problem("a.txt", utf8("word ".repeat(300)), limits), "a.txt has more than 1,000");
    }

    @Test
    void timeIsLimited() {
        ReadLimits limits = new ReadLimits(1 << 20, 1 << 20, 1 << 20, 50, 10, Duration.ofNanos(1));

        requireLimitReached(
                Documents.problem("a.xml", utf8("<article><body><p>x</p></body></article>"), limits),
                "a.xml takes longer to read than 0 seconds");
    }

    @Test
    void aTruncatedFileIsNamedWithThePlaceItEndsAt() {
        Problem problem = Documents.problem("cut.xml", utf8("<article>\n<body>\n<p>And then"));

        assertThat(problem).isInstanceOf(Problem.Invalid.class);
        assertThat(problem.detail()).startsWith("cut.xml is not well-formed XML at line 3, column ");
    }

    @ParameterizedTest
    @CsvSource({
        "ISO-8859-1, <?xml version='1.0' encoding='UTF-8'?>, 'cut.xml is not well-formed XML at line 1, column 57: Invalid byte'",
        "UTF-8, <?xml version='1.0' encoding='x-none'?>, cut.xml is not",
    })
    void xmlInAnotherEncodingThanItSaysIsRefused(Charset charset, String declaration, String message) {
        Problem problem = Documents.problem(
                "cut.xml", (declaration + "<article><body><p>Müller sagt</p></body></article>").getBytes(charset));

        assertThat(problem).isInstanceOf(Problem.Invalid.class);
        assertThat(problem.detail()).startsWith(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "windows-1252"})
    void xmlInTheEncodingItSaysIsRead(Charset charset) {
        String doctype = "<!DOCTYPE article SYSTEM 'JATS.dtd'>";
        String xml = (charset.name().startsWith("UTF") ? "\uFEFF" : "") + "<?xml version='1.0' encoding='"
                + (charset.name().startsWith("UTF") ? "UTF-16" : charset.name())
                + "'?>" + doctype + "<article><body><p>Müller sagt &alpha;</p></body></article>";

        assertThat(Documents.read("a.xml", xml.getBytes(charset)).text().value())
                .isEqualTo("Müller sagt α");
    }

    @Test
    void zeroBytesAreNoText() {
        Problem problem = Documents.problem("a.txt", utf8("A text\0with a hole"));

        assertThat(problem).isInstanceOf(Problem.Invalid.class);
        assertThat(problem.detail()).startsWith("a.txt is a binary file of an unknown format, not a paper in ");
        assertThat(Documents.problem("a.xml", utf8("<article><body><p>a\0b</p></body></article>")))
                .isInstanceOf(Problem.Invalid.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'', a is empty",
        "'   ', a holds no text",
        "<article/>, a is an article without a word",
        "<pmc-articleset/>, a is a collection of articles without an article",
        "<foo>x</foo>, a is XML with the root element <foo>",
        "'<article xmlns=\"http://docbook.org/ns/docbook\"><para>x</para></article>', a is XML with the root element",
        "'{\\rtf1 x}', a is Rich Text Format",
    })
    void whatIsNoPaperIsNamed(String content, String message) {
        Problem problem = Documents.problem("a", utf8(content));

        assertThat(problem).isInstanceOf(Problem.Invalid.class);
        assertThat(problem.detail()).startsWith(message);
    }

    private static byte[] utf8(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static void requireLimitReached(Problem problem, String detail) {
        assertThat(problem).isInstanceOf(Problem.LimitReached.class);
        assertThat(problem.detail()).contains(detail);
    }
}
