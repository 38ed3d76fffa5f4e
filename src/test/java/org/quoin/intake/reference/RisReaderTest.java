// RIS in its dialects, and as it comes out of programs that do not keep to it.
package org.quoin.intake.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quoin.intake.document.Metadata.Author;
import org.quoin.intake.document.Metadata.Date;
import org.quoin.intake.document.Note;
import org.quoin.intake.document.Note.What;
import org.quoin.intake.document.PartKind;
import org.quoin.intake.document.ReadDocument;
import org.quoin.intake.document.Reading;
import org.quoin.intake.document.Source;

class RisReaderTest {
    @Test
    void aRecordIsItsTitleAndAbstractWithWhatElseItSays() {
        ReadDocument record = References.only("""
                TY  - JOUR
                AU  - Okafor, Ada
                AU  - van der Berg, Jan, Jr
                AU  - Ministry of Health,, Malawi
                PY  - 2019
                DA  - 2019/03/07
                TI  - Joint rounds in wards
                T2  - Journal of Rounds
                J2  - J Rounds
                VL  - 4
                IS  - 2
                SP  - 11
                EP  - 19
                SN  - 1234567X
                DO  - https://doi.org/10.1000/Rounds.7
                LA  - English
                KW  - rounds
                KW  - integration
                AB  - BACKGROUND: Rounds were apart. Methods: We asked nurses. RESULTS AND DISCUSSION: They told.
                ER  -
                """);

        assertThat(record.format()).isEqualTo("RIS");
        assertThat(record.text().value()).isEqualTo("""
                Joint rounds in wards

                BACKGROUND:

                Rounds were apart.

                Methods:

                We asked nurses.

                RESULTS AND DISCUSSION:

                They told.""");
        assertThat(record.allParts(PartKind.ABSTRACT)).hasSize(1);
        assertThat(record.metadata().authors())
                .containsExactly(
                        new Author.Person("Okafor", "Ada", null, null),
                        new Author.Person("van der Berg", "Jan", "Jr", null),
                        new Author.Collective("Ministry of Health, Malawi"));
        assertThat(record.metadata().publication()).satisfies(publication -> {
            assertThat(publication.container()).isEqualTo("Journal of Rounds");
            assertThat(publication.volume()).isEqualTo("4");
            assertThat(publication.issue()).isEqualTo("2");
            assertThat(publication.pages()).isEqualTo("11-19");
            assertThat(publication.date()).isEqualTo(new Date(2019, 3, 7));
        });
        assertThat(record.metadata().identifiers().doi()).isEqualTo("10.1000/Rounds.7");
        assertThat(record.metadata().identifiers().issns()).containsExactly("1234-567X");
        assertThat(record.metadata().language()).isEqualTo("en");
        assertThat(record.metadata().keywords()).containsExactly("rounds", "integration");
    }

    @Test
    void aRecordWithoutAnAbstractIsItsTitleAndOneWithoutWordsIsLeftOutByName() {
        Reading.Records reading = References.read("a.ris", """
                TY  - JOUR
                TI  - Only a title
                ER  -

                TY  - JOUR
                AU  - Nobody
                DO  - 10.1000/nothing
                ER  -

                TY  - JOUR
                AB  - Only an abstract.
                ER  -

                TY  - GEN
                ID  - 77
                ER  -
                """);

        assertThat(reading.documents())
                .extracting(document -> document.text().value())
                .containsExactly("Only a title", "Only an abstract.");
        assertThat(reading.notes())
                .contains(
                        new Note(What.RECORD_WITHOUT_WORDS, 2, "record 2: 10.1000/nothing; record 4: 77"),
                        new Note(What.RECORD_WITHOUT_ABSTRACT, 1, ""));
    }

    @Test
    void aFileWithoutAnyWordsIsRefusedWithTheirNumber() {
        assertThat(References.problem("a.ris", "TY  - GEN\nID  - 1\nER  -\nTY  - GEN\nER  -\n")
                        .detail())
                .isEqualTo("a.ris holds 2 records in RIS, none with a title or an abstract: record 1: 1; record 2");
    }

    @Test
    void aRecordEndsWhereTheNextBeginsWhenItsEndIsMissing() {
        assertThat(References.titles(References.read("x", """
                        TY  - JOUR
                        TI  - First

                        TY  - JOUR
                        TI  - Second
                        ER  -
                        TY  - JOUR
                        TI  - Third
                        TY  - JOUR
                        AU  - Right, Below
                        TI  - Fourth"""))).containsExactly("First", "Second", "Third", "Fourth");
    }

    @Test
    void aTypeThatIsRepeatedInsideARecordBeginsNone() {
        Reading.Records reading = References.read("x", """
                TY  - BOOK
                TY  - JOUR
                TI  - One paper
                TY  - OTHER
                AB  - Its abstract.
                ER  -
                """);

        assertThat(reading.documents()).hasSize(1);
        assertThat(reading.documents().getFirst().text().value()).isEqualTo("One paper\n\nIts abstract.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TY - JOUR\nTI - A title\nER - ",
                "TY\t- JOUR\nTI\t- A title\nER\t-",
                "TY  -JOUR\nTI  -A title\nER  -",
                "TY  – JOUR\nTI  – A title\nER  –",
                "\uFEFFTY  - JOUR\r\nTI  - A title\r\nER  - \r\n",
                "  TY  - JOUR\n  TI  - A title\n  ER  - ",
                "TY  - JOUR\rTI  - A title\rER  - \r",
                "Provider: A Publisher\nContent:text/plain; charset=\"UTF-8\"\n\nTY  - JOUR\nTI  - A title\nER  - ",
                "1.\nTY  - JOUR\nTI  - A title\nER  -\nNL  - Jour\n\nLink: http://x.invalid\n\n"
            })
    void otherSpacesLineEndsAndLinesAroundARecordDoNoHarm(String content) {
        assertThat(References.only(content).metadata().title()).isEqualTo("A title");
    }

    @Test
    void linesWithoutATagGoOnWithTheFieldBefore() {
        ReadDocument record = References.only("""
                TY  - JOUR
                TI  - A title that goes on
                 in the next line
                AB  - The first paragraph
                goes on: IS  this a tag?

                The second one.
                KW  - Accreditation
                Joint Commission
                Patient Safety
                ER  -
                """);

        assertThat(record.text().value())
                .isEqualTo("A title that goes on in the next line\n\n"
                        + "The first paragraph goes on: IS this a tag?\n\nThe second one.");
        assertThat(record.metadata().keywords()).containsExactly("Accreditation", "Joint Commission", "Patient Safety");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PY  - 2015/03//|2015|3|", "PY  - 10 15|||", "PY  - 2019//|2019||", "PY  - in press|||",
                "Y1  - 2015/october|2015|10|", "DA  - 2005/07/15|2005|7|15", "PY  - 99|||", "PY  - 2016/12/|2016|12|"
            })
    void datesAreReadAsFarAsTheyAreDates(String line, Integer year, Integer month, Integer day) {
        ReadDocument record = References.only("TY  - JOUR\nTI  - x\n" + line + "\nER  -");

        assertThat(record.metadata().publication().date()).isEqualTo(year == null ? null : new Date(year, month, day));
    }

    @Test
    void aMonthBesideAYearIsOfThatYear() {
        assertThat(References.only("TY  - JOUR\nTI  - x\nPY  - 2011\nDA  - Jun 14\nER  -")
                        .metadata()
                        .publication()
                        .date())
                .isEqualTo(new Date(2011, 6, 14));
    }

    @Test
    void pubMedNumbersAreFoundWhereEachProgramPutsThem() {
        List<ReadDocument> records = References.read("x", """
                        TY  - JOUR
                        TI  - EndNote
                        AN  - 21553931
                        DP  - NLM
                        C2  - PMC123456
                        ER  -
                        TY  - JOUR
                        TI  - PubMed Central
                        U1  - 26957754[pmid]
                        U2  - PMC4756000[pmcid]
                        ER  -
                        TY  - JOUR
                        TI  - Scopus
                        AN  - 1234
                        DB  - Scopus
                        UR  - https://pubmed.ncbi.nlm.nih.gov/99/
                        ER  -
                        TY  - JOUR
                        TI  - ProQuest
                        AN  - 2214991469
                        DB  - PTSDpubs
                        N1  - References: 10.1000/of.another
                        ER  -
                        """).documents();

        assertThat(records)
                .extracting(record -> record.metadata().identifiers().pmid())
                .containsExactly("21553931", "26957754", "99", null);
        assertThat(records)
                .extracting(record -> record.metadata().identifiers().pmcid())
                .containsExactly("PMC123456", "PMC4756000", null, null);
        assertThat(records.getLast().metadata().identifiers().doi()).isNull();
    }

    @Test
    void markupIsTakenOutOfWordsAndWordsThatLookLikeItStay() {
        ReadDocument record = References.only("""
                TY  - JOUR
                TI  - The <i>p</i> of CO<sub>2</sub> &amp; H&#x00f6;he, p < 0.05 and n > 3
                AB  - <jats:title>Abstract</jats:title><jats:p>One.</jats:p><jats:p class="x">Two &lt;i&gt;.</jats:p>
                DO  - 10.1002/(SICI)1097-0258(19980815)17:15&lt;1661::AID-SIM968&gt;3.0.CO;2-2
                ER  -
                """);

        assertThat(record.text().value())
                .isEqualTo("The p of CO2 & Höhe, p < 0.05 and n > 3\n\nAbstract\n\nOne.\n\nTwo <i>.");
        assertThat(record.metadata().identifiers().doi())
                .isEqualTo("10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2");
    }

    @Test
    void whatIsNotCarriedOverIsCountedByKind() {
        Reading.Records reading = References.read("x", """
                TY  - JOUR
                TI  - Labelled
                N1  - ASReview_relevant
                N1  - A note
                L1  - file:///a.pdf
                A2  - Editor, An
                TT  - Etikettiert
                ER  -
                TY  - JOUR
                TI  - Rayyan
                N1  - RAYYAN-INCLUSION: {"Ann"=>"Included"}
                ER  -
                """);

        assertThat(References.count(reading, What.SCREENING_LABEL)).isEqualTo(2);
        assertThat(References.count(reading, What.ATTACHMENT)).isEqualTo(1);
        assertThat(reading.notes()).contains(new Note(What.RECORD_FIELD, 3, "N1; A2; TT"));
    }

    @Test
    void aRecordThatLostItsFirstLineIsStillOne() {
        assertThat(References.only("\nJF  - A Journal\nT1  - An editorial\nVL  - 6\nPY  - 2001/09/01/\nER  -\n")
                        .metadata()
                        .title())
                .isEqualTo("An editorial");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16"})
    void encodingsAreFoundOut(Charset charset) {
        byte[] bytes = "TY  - JOUR\nTI  - Pflegende – „Müdigkeit“\nER  - \n".getBytes(charset);

        Reading.Records reading = References.read(Source.of("x", bytes));

        assertThat(reading.documents().getFirst().metadata().title()).isEqualTo("Pflegende – „Müdigkeit“");
        assertThat(References.count(reading, What.ENCODING))
                .isEqualTo(charset.equals(Charset.forName("windows-1252")) ? 1 : 0);
    }

    @Test
    void controlCharactersAreTakenOut() {
        byte[] bytes =
                "TY  - JOUR\nTI  - A\u0001 title\nAB  - An\u000B abstract\nER  - \n".getBytes(StandardCharsets.UTF_8);

        assertThat(References.read(Source.of("x.ris", bytes))
                        .documents()
                        .getFirst()
                        .text()
                        .value())
                .isEqualTo("A title\n\nAn abstract");
    }
}
