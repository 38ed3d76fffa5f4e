// Plain text and Markdown, in whatever encoding.
package org.quoin.intake.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextReadersTest {
    @Test
    void plainTextIsKeptToTheLastCharacter() {
        ReadDocument document = Documents.read(
                "a.txt",
                "\uFEFFA study of wards\r\n\r\nIntroduction: Why 🧱.  Methods: How.\r\n\r\nMore.\r\n\r\n> We had no say.\r\n");

        assertThat(document.format()).isEqualTo("plain text");
        assertThat(document.text().value())
                .isEqualTo("A study of wards\n\nIntroduction: Why 🧱.  Methods: How.\n\nMore.\n\n> We had no say.\n");
        assertThat(document.metadata().title()).isEqualTo("A study of wards");
        assertThat(Documents.headings(document)).containsExactly("Introduction", "Methods");
        assertThat(document.allParts(PartKind.SECTION))
                .extracting(Part::roles)
                .containsExactly(Set.of(Role.INTRODUCTION), Set.of(Role.METHODS));
        assertThat(Documents.words(document, PartKind.PARAGRAPH)).containsExactly("Why 🧱.", "How.", "More.");
        assertThat(Documents.words(document, PartKind.BLOCK_QUOTE)).containsExactly("> We had no say.");
    }

    @Test
    void aTextThatBeginsWithASentenceHasNoTitle() {
        assertThat(Documents.read("a.txt", "It was cold.\n\nIt was late.")
                        .metadata()
                        .title())
                .isNull();
        assertThat(Documents.read("a.txt", "Background: it was\n\ncold")
                        .metadata()
                        .title())
                .isNull();
    }

    @Test
    void theEncodingIsFoundAndSaid() {
        ReadDocument old = Documents.read("a.txt", "“Größe” – it’s café".getBytes(Charset.forName("windows-1252")));
        assertThat(old.text().value()).isEqualTo("“Größe” – it’s café");
        assertThat(old.notes()).containsExactly(new Note(Note.What.ENCODING, 1, "windows-1252"));

        String russian = "Медсёстры рассказали о нехватке времени и о том, что руководство не слышит их предложений.";
        ReadDocument cyrillic = Documents.read("a.txt", russian.getBytes(Charset.forName("windows-1251")));
        assertThat(cyrillic.text().value()).isEqualTo(russian);

        ReadDocument utf16 = Documents.read("a.txt", "\uFEFFGröße 🧱".getBytes(StandardCharsets.UTF_16LE));
        assertThat(utf16.text().value()).isEqualTo("Größe 🧱");
        assertThat(utf16.notes()).isEmpty();
    }

    @Test
    void twoCopiesInDifferentNormalFormsAreOneText() {
        assertThat(Documents.read("a.txt", "Cafe\u0301\r\n").text().sha256())
                .isEqualTo(Documents.read("b.txt", "Caf\u00E9\n").text().sha256());
    }

    @Test
    void markdownLosesItsMarksAndKeepsItsStructure() {
        ReadDocument document = Documents.read("notes", """
                # The **title** of it

                ## Abstract
                Short [see](http://x).

                ## Results
                First *line*
                second line.

                > We had no `say`.

                ### Barriers
                - time
                - money

                | a | b |
                |---|---|
                | 1 | 2 |

                ## Discussion
                ![image](x.png) End.
                """);

        assertThat(document.format()).isEqualTo("Markdown");
        assertThat(document.metadata().title()).isEqualTo("The title of it");
        assertThat(document.text().value()).isEqualTo("""
                        The title of it

                        Abstract

                        Short see.

                        Results

                        First line second line.

                        We had no say.

                        Barriers

                        time

                        money

                        a\tb
                        1\t2

                        Discussion

                        End.""");
        assertThat(Documents.headings(document)).containsExactly("Abstract", "Results", "Barriers", "Discussion");
        assertThat(Documents.words(document, PartKind.ABSTRACT)).containsExactly("Abstract\n\nShort see.");
        assertThat(document.allParts(PartKind.BLOCK_QUOTE)).allMatch(Part::participantVoice);
        assertThat(document.at(document.text().value().indexOf("money")))
                .extracting(Part::kind)
                .startsWith(PartKind.SECTION, PartKind.SECTION, PartKind.LIST, PartKind.LIST_ITEM);
        assertThat(document.notes()).containsExactly(new Note(Note.What.IMAGE, 1, "Discussion"));
    }
}
