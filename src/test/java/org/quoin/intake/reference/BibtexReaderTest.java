// BibTeX: abbreviations, cross-references, TeX markup, and entries that break off.
package org.quoin.intake.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quoin.intake.document.Metadata.Author;
import org.quoin.intake.document.Metadata.Date;
import org.quoin.intake.document.Note;
import org.quoin.intake.document.Note.What;
import org.quoin.intake.document.ReadDocument;
import org.quoin.intake.document.Reading;

class BibtexReaderTest {
    @Test
    void anEntryIsReadWithItsAbbreviationsAndWithoutItsMarkup() {
        ReadDocument entry = References.only("""
                % Encoding: UTF-8
                @string{jr = "Journal of " # {Rounds}}
                @String (pub = {The {Press}})
                @comment{jabref-meta: databaseType:bibtex;}
                @Article{okafor2019,
                  author = {Okafor, Ada and Jos{\\'e} van der Berg and King, Jr, Martin and {Ministry of Health and Care, Malawi} and others},
                  title  = {{Joint} rounds in \\textit{H{\\"o}llenthal}: 5\\,\\% \\& $\\beta_{2}$ --- a \\emph{study}},
                  subtitle = "What {"}nurses{"} said",
                  journal = jr # { (Suppl)},
                  publisher = pub,
                  year = 2019, month = mar,
                  volume = {4}, number = "2",
                  pages = {11--19},
                  doi = {10.1000/a\\_b},
                  keywords = {rounds, {wards, acute}, caf\\'{e}},
                  abstract = {METHODS: We asked
                    nurses. RESULTS: They told.},
                  file = {:C\\:\\\\papers\\\\a.pdf:PDF},
                }
                """);

        assertThat(entry.format()).isEqualTo("BibTeX");
        assertThat(entry.metadata().title())
                .isEqualTo("Joint rounds in Höllenthal: 5 % & β2 — a study: What \"nurses\" said");
        assertThat(entry.text().value()).endsWith("METHODS:\n\nWe asked nurses.\n\nRESULTS:\n\nThey told.");
        assertThat(entry.metadata().authors())
                .containsExactly(
                        new Author.Person("Okafor", "Ada", null, null),
                        new Author.Person("van der Berg", "José", null, null),
                        new Author.Person("King", "Martin", "Jr", null),
                        new Author.Collective("Ministry of Health and Care, Malawi"));
        assertThat(entry.metadata().publication().container()).isEqualTo("Journal of Rounds (Suppl)");
        assertThat(entry.metadata().publication().publisher()).isEqualTo("The Press");
        assertThat(entry.metadata().publication().pages()).isEqualTo("11-19");
        assertThat(entry.metadata().publication().date()).isEqualTo(new Date(2019, 3, null));
        assertThat(entry.metadata().identifiers().doi()).isEqualTo("10.1000/a_b");
        assertThat(entry.metadata().keywords()).containsExactly("rounds", "wards, acute", "café");
    }

    @Test
    void aChapterHasWhatTheVolumeItRefersToSays() {
        Reading.Records reading = References.read("x", """
                @inproceedings{one, title = {A talk}, author = {Ann Bell}, crossref = {VOL}}
                @proceedings{vol, title = {Proceedings of talks}, year = 1999, publisher = {Press}, booktitle = {Talks}}
                """);

        ReadDocument talk = reading.documents().getFirst();
        assertThat(talk.metadata().publication().container()).isEqualTo("Talks");
        assertThat(talk.metadata().publication().date()).isEqualTo(new Date(1999, null, null));
        assertThat(reading.documents()).hasSize(2);
    }

    @Test
    void anEntryThatBreaksOffLosesNoOther() {
        Reading.Records reading = References.read("x", """
                @article{a, title = {First}}

                @article{b,
                  title = {Second},
                  abstract = {Never {closed},
                  year = 2001
                }

                @string{later = {Still known}}
                @article{c, title = "Third, journal = {Unclosed}
                }
                @article{d, title = {Fourth}, journal = later}
                @article{e, title = {Fifth, at the end of the file""");

        assertThat(References.titles(reading)).containsExactly("First", "Second", "Fourth");
        assertThat(reading.documents().getLast().metadata().publication().container())
                .isEqualTo("Still known");
        assertThat(reading.notes())
                .contains(
                        new Note(What.UNREADABLE, 3, "@article b; @article c; @article e"),
                        new Note(What.RECORD_WITHOUT_WORDS, 2, "record 3: c; record 5: e"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@article{, title={A title}, year=2001}",
                "@article{title={A title}}",
                "@article{a, title={A title} author={B}}",
                "@article{a, author={B} title={A title}}",
                "@article{Lang, B:1, title={A title}}",
                "@article{a, year = , title={A title}}",
                "@article{a b, title={A title}}",
                "@article(a, title={A title})",
                "@article{a, title={A title}}}",
                "@article{a, title={A title},,, }",
                "@ARTICLE { a , TITLE = {A title} , }",
                "@article{a,\u00A0title = {A title}\u00A0}",
                "@article{a, path = {C:\\papers\\}, title = {A title}}",
                "@preamble{\"\\newcommand{\\x}{y}\"} @comment{ {x} } @article{a, title={A title}}",
                "\uFEFF% a comment with an @ in it\r\n@article{a,\r\n  title={A\r\n title}\r\n}\r\n"
            })
    void whatProgramsAndHandsWriteIsRead(String content) {
        assertThat(References.only(content).metadata().title()).isEqualTo("A title");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "{\\\"o} \\\"{O} \\\"\\i|ö Ö ï",
                "\\'{\\i} \\v{s}\\c c \\~n \\H{o} \\k{a} \\aa\\AA|í šç ñ ő ą åÅ",
                "Stra{\\ss}e, \\ss, {\\O}resund, \\L{}ódź|Straße, ß, Øresund, Łódź",
                "\\textbf{bold} {\\it italic} \\textsc{Caps}|bold italic Caps",
                "a~b\\ c\\,d\\\\e|a b c d e",
                "x -- y --- z - w|x – y — z - w",
                "``quoted'' `one' it's|“quoted” `one' it's",
                "\\$5 \\{set\\} 50\\% \\#1 a\\_b A\\&B|$5 {set} 50% #1 a_b A&B",
                "$x^2 < y_{i}$ and a_b^c|x2 < yi and a_b^c",
                "\\href{http://x.invalid/a_b}{the page} \\url{http://y.invalid}|the page http://y.invalid",
                "\\textbackslash{} \\textasciitilde{} \\textasciicircum|\\ ~ ^",
                "-{}- '{}' `{}`|-- '' ``",
                "\\unknown{words} \\other stays|words \\other stays",
                "plain words|plain words",
                "𝔄 😀 日本語 {😀}|𝔄 😀 日本語 😀",
                "ends in \\|ends in \\"
            })
    void texBecomesWords(String tex, String words) {
        assertThat(Tex.plain(tex).strip()).isEqualTo(words);
    }

    @Test
    void anEmptyAccentIsNoCharacter() {
        assertThat(Tex.plain("a\\'{}b \\\"")).isEqualTo("ab ");
    }

    @Test
    void anExportOfPubMedByItsNumbers() {
        ReadDocument entry = References.only("""
                @article{x, title={T}, eprint={26957754}, eprinttype={pubmed}, pmcid={PMC1}, langid={german}}""");

        assertThat(entry.metadata().identifiers().pmid()).isEqualTo("26957754");
        assertThat(entry.metadata().identifiers().pmcid()).isEqualTo("PMC1");
        assertThat(entry.metadata().language()).isEqualTo("de");
    }

    @Test
    void aFileOfCommentsHoldsNoRecord() {
        assertThat(References.problem("a.bib", "Free text\n@comment{nothing}\n").detail())
                .isEqualTo("a.bib is BibTeX but holds no record");
        assertThat(List.of(
                        References.formatOf("a.bib", "Words first.\n\n@misc{a, title={T}}"),
                        References.formatOf("a.txt", "Words first.\n\n@misc{a, title={T}}")))
                .containsExactly("BibTeX", "plain text");
    }
}
