// Tests of the names under which uploaded files are stored.
package org.quoin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quoin.model.ProblemException;

class UploadFolderTest {
    @TempDir
    Path parent;

    private UploadFolder folder;

    @BeforeEach
    void make() throws IOException {
        folder = UploadFolder.make(parent.resolve("upload"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            paper.pdf                         | paper.pdf
            study 1/evidence.yaml             | study 1/evidence.yaml
            ../../etc/passwd                  | etc/passwd
            /etc/passwd                       | etc/passwd
            ..\\..\\boot.ini                  | boot.ini
            a/./b//../c.txt                   | a/b/c.txt
            ..                                | unnamed
            /                                 | unnamed
            '   '                             | unnamed
            '  padded .txt '                  | padded .txt
            1/2/3/4/5/6/7/8/9/10/x.xml        | 3/4/5/6/7/8/9/10/x.xml
            Müdigkeit & «Pflege» 看護.html     | Müdigkeit & «Pflege» 看護.html
            """)
    void aNameStaysWhatItIsAndInTheFolder(String given, String safe) throws IOException {
        Path file = folder.place(given);
        assertThat(file).isEqualTo(folder.path().resolve(safe)).isEmptyFile();
        assertThat(file.normalize()).startsWith(folder.path());
        assertThat(folder.names()).containsExactly(safe);
    }

    @Test
    void signsThatAreNotSeenAreTakenOut() {
        assertThat(UploadFolder.safe("a\u0000b\nc\u202Efdp.exe")).isEqualTo("a_b_c_fdp.exe");
        assertThat(UploadFolder.safe("Cafe\u0301.txt")).isEqualTo("Caf\u00E9.txt");
    }

    @Test
    void aLongNameIsCutBeforeItsEndingAndAtAWholeCharacter() throws IOException {
        String name =
                folder.place("\uD83D\uDCD6".repeat(300) + ".pdf").getFileName().toString();
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(200);
        assertThat(name).matches("(\uD83D\uDCD6)+\\.pdf");
        assertThat(UploadFolder.safe("a." + "b".repeat(300))).hasSize(200);
    }

    @Test
    void filesOfOneNameAreAllKept() throws IOException {
        folder.place("article.xml");
        folder.place("article.xml");
        folder.place("article.xml");
        folder.place("LICENSE");
        folder.place("LICENSE");
        assertThat(folder.names())
                .containsExactly("article.xml", "article (2).xml", "article (3).xml", "LICENSE", "LICENSE (2)");
    }

    @Test
    void aFileWhereAFolderHasToBeIsRefusedByName() throws IOException {
        folder.place("a");
        assertThatThrownBy(() -> folder.place("a/b.txt"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("«a/b.txt»");
    }

    @Test
    void itIsGoneWithAllThatIsInIt() throws IOException {
        Files.writeString(folder.place("a/b/c.txt"), "c");
        folder.close();
        assertThat(parent).isEmptyDirectory();
    }
}
