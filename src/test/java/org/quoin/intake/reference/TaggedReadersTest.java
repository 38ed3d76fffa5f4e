// The tagged formats besides RIS: MEDLINE, Web of Science, EndNote, Ovid; and EndNote's XML.
package org.quoin.intake.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quoin.intake.document.Metadata.Author;
import org.quoin.intake.document.Metadata.Date;
import org.quoin.intake.document.Note;
import org.quoin.intake.document.Note.What;
import org.quoin.intake.document.Part;
import org.quoin.intake.document.PartKind;
import org.quoin.intake.document.ReadDocument;
import org.quoin.intake.document.Reading;
import org.quoin.intake.document.Role;

class TaggedReadersTest {
    @Test
    void medlineRecordsAreDivided() {
        List<ReadDocument> documents =
                References.read("x", """
                        PMID- 26603604
                        OWN - NLM
                        IS  - 1472-6874 (Electronic)
                        TI  - Group psychological intervention for postnatal depression: a nested
                              qualitative study.
                        AB  - BACKGROUND: Postnatal depression affects many. METHODS: We asked 17 women: all
                              came. RESULTS AND DISCUSSION: They told us.
                        FAU - Masood, Yumna
                        AU  - Masood Y
                        FAU - Lovell, Karina
                        CN  - The Group
                        LA  - eng
                        OT  - depression
                        MH  - Female
                        MH  - Humans
                        JT  - BMC women's health
                        DP  - 2015 Nov 24
                        LID - 10.1186/s12905-015-0263-5 [doi]

                        PMID- 2
                        TI  - Second

                        PMID- 3
                        AID - 10.1000/x [doi]
                        """.replace("\n", "\r\n")).documents();

        ReadDocument first = documents.getFirst();
        assertThat(first.format()).isEqualTo("MEDLINE (nbib)");
        assertThat(first.text().value()).isEqualTo("""
                        Group psychological intervention for postnatal depression: a nested qualitative study.

                        BACKGROUND:

                        Postnatal depression affects many.

                        METHODS:

                        We asked 17 women: all came.

                        RESULTS AND DISCUSSION:

                        They told us.""");
        assertThat(first.allParts(PartKind.SECTION))
                .extracting(Part::roles)
                .containsExactly(Set.of(Role.BACKGROUND), Set.of(Role.METHODS), Set.of(Role.RESULTS, Role.DISCUSSION));
        assertThat(first.metadata().identifiers().doi()).isEqualTo("10.1186/s12905-015-0263-5");
        assertThat(first.metadata().identifiers().pmid()).isEqualTo("26603604");
        assertThat(first.metadata().identifiers().issns()).containsExactly("1472-6874");
        assertThat(first.metadata().publication().date()).isEqualTo(new Date(2015, 11, 24));
        assertThat(first.metadata().keywords()).containsExactly("depression");
        assertThat(first.metadata().authors())
                .containsExactly(
                        new Author.Person("Masood", "Yumna", null, null),
                        new Author.Person("Lovell", "Karina", null, null),
                        new Author.Collective("The Group"));
        assertThat(documents)
                .extracting(document -> document.metadata().title())
                .containsExactly(first.metadata().title(), "Second");
    }

    @Test
    void whatMedlineRecordsLoseIsCounted() {
        Reading.Records reading =
                References.read("x", "PMID- 1\nTI  - T\nMH  - A\nMH  - B\nGR  - 1/Trust\nSTAT- MEDLINE\n\nPMID- 2\n");

        assertThat(reading.notes())
                .containsExactly(
                        new Note(What.RECORD_WITHOUT_WORDS, 1, "record 2: PMID 2"),
                        new Note(What.RECORD_WITHOUT_ABSTRACT, 1, ""),
                        new Note(What.RECORD_FIELD, 1, "GR"),
                        new Note(What.INDEX_TERM, 2, "MH"));
    }

    @Test
    void webOfScienceUnwrapsItsLinesAndKeepsOneAuthorALine() {
        Reading.Records reading = References.read("savedrecs.txt", """
                \uFEFFFN Clarivate Analytics Web of Science
                VR 1.0
                PT J
                AU Alceste, F
                   Luke, TJ
                AF Alceste, Fabiana
                   Luke, Timothy J.
                CA Study Grp
                TI Holding Yourself Captive: Perceptions of
                   Custody in LiNbO/sub 3/ rooms
                SO JOURNAL OF MEMORY
                LA English
                DT Article
                DE Police custody; Perception of
                   freedom
                ID INNOCENCE; MIRANDA
                AB Police custody
                   activates safeguards.
                CR SMITH A, 1997, J MEM, V39, P1219
                   JONES B, 1998, J MEM, V40, P1
                SN 2211-3681
                EI 2211-369X
                PD JUN
                PY 2018
                VL 7
                IS 3
                BP 387
                EP 397
                DI 10.1016/j.jarmac.2018.07.004
                PM 12345
                UT WOS:000447980600009
                ER

                PT B
                AU Doe, J
                TI Second
                ER

                EF
                """);

        ReadDocument first = reading.documents().getFirst();
        assertThat(first.format()).isEqualTo("Web of Science");
        assertThat(first.text().value())
                .isEqualTo("Holding Yourself Captive: Perceptions of Custody in LiNbO3 rooms\n\n"
                        + "Police custody activates safeguards.");
        assertThat(References.authors(first)).containsExactly("Fabiana Alceste", "Timothy J. Luke", "Study Grp");
        assertThat(first.metadata().keywords()).containsExactly("Police custody", "Perception of freedom");
        assertThat(first.metadata().publication().pages()).isEqualTo("387-397");
        assertThat(first.metadata().publication().date()).isEqualTo(new Date(2018, 6, null));
        assertThat(first.metadata().identifiers().pmid()).isEqualTo("12345");
        assertThat(first.metadata().identifiers().issns()).containsExactly("2211-3681", "2211-369X");
        assertThat(first.metadata().language()).isEqualTo("en");
        assertThat(References.titles(reading)).hasSize(2).endsWith("Second");
        assertThat(reading.notes()).contains(new Note(What.INDEX_TERM, 1, "ID"), new Note(What.RECORD_FIELD, 1, "CR"));
    }

    @Test
    void endNotesTaggedRecordsBeginWithTheirTypeOrAfterABlankLine() {
        ReadDocument first = References.read("x", """
                        %0 Journal Article
                        %A Preißel, René
                        %A Stachmann, Bjørn
                        %T Git im Team
                        %J Journal
                        %D 2016
                        %8 March 3
                        %V 3
                        %N 4
                        %P 1-20
                        %@ 978-3-86490-311-3
                        %R 10.1000/git
                        %K Versionsverwaltung
                        Software
                        %X Ein Satz.
                        Noch einer.
                        %G ger
                        %> a.pdf

                        %0 Book
                        %T Second
                        """).documents().getFirst();

        assertThat(first.format()).isEqualTo("EndNote tagged");
        assertThat(first.text().value()).isEqualTo("Git im Team\n\nEin Satz. Noch einer.");
        assertThat(References.authors(first)).containsExactly("René Preißel", "Bjørn Stachmann");
        assertThat(first.metadata().keywords()).containsExactly("Versionsverwaltung", "Software");
        assertThat(first.metadata().publication().date()).isEqualTo(new Date(2016, 3, 3));
        assertThat(first.metadata().identifiers().isbns()).containsExactly("9783864903113");
        assertThat(first.metadata().language()).isEqualTo("de");
        assertThat(References.titles(References.read("x", "%T One\n%A A, B\n\n%T Two\n%A C, D\n")))
                .containsExactly("One", "Two");
    }

    @Test
    void ovidsLabelledTextIsRead() {
        List<ReadDocument> documents = References.read("x", """
                        <1>
                        Accession Number
                          00042637-900000000-99667.
                        Author
                          Holstiege, Jakob 1;  van Vugt, Arie MD, PhD +;  Bunkers, Sandra Schmidt RN; PhD; FAAN 1
                        Institution
                          (1)Institute of Research
                        Title
                          Effects of support: a
                          systematic review.[Review]
                        Source
                          Journal of Informatics.   8(6):1048-1064, September 2015.
                        Abstract
                          Background: It helps. Methods: We looked.
                        Author Keywords
                          decision support;  CDSS.
                        Language
                          English.
                        MeSH Subject Headings
                          Humans
                        DOI Number
                          10.1136/amiajnl-2014-002886

                        <2>
                        Title
                          A book
                        Chapter Title
                          A chapter
                        Source
                          Very Long Title. Vol 28(2) April 2015, 103-106.

                        <3>
                        TI  - With tags
                        AB  - And an abstract.
                        UI  - 123
                        """).documents();

        ReadDocument first = documents.getFirst();
        assertThat(first.format()).isEqualTo("Ovid");
        assertThat(first.text().value()).isEqualTo("""
                Effects of support: a systematic review

                Background:

                It helps.

                Methods:

                We looked.""");
        assertThat(References.authors(first))
                .containsExactly("Jakob Holstiege", "Arie van Vugt", "Sandra Schmidt Bunkers");
        assertThat(first.metadata().types()).containsExactly("Review");
        assertThat(first.metadata().keywords()).containsExactly("decision support", "CDSS");
        assertThat(first.metadata().publication()).satisfies(publication -> {
            assertThat(publication.container()).isEqualTo("Journal of Informatics");
            assertThat(publication.volume()).isEqualTo("8");
            assertThat(publication.issue()).isEqualTo("6");
            assertThat(publication.pages()).isEqualTo("1048-1064");
            assertThat(publication.date()).isEqualTo(new Date(2015, 9, null));
        });
        assertThat(documents.get(1).metadata().title()).isEqualTo("A chapter");
        assertThat(documents.get(1).metadata().publication().container()).isEqualTo("A book");
        assertThat(documents.get(1).metadata().publication().pages()).isEqualTo("103-106");
        assertThat(documents.get(2).text().value()).isEqualTo("With tags\n\nAnd an abstract.");
    }

    @Test
    void ovidsRecordsWithoutNumbersAreTold() {
        assertThat(References.titles(References.read("x", """

                        Score
                          *****
                        Accession Number
                          1
                        Author
                          A, B
                        Title
                          One

                        Score
                          *****
                        Title
                          Two
                        """))).containsExactly("One", "Two");
    }

    @Test
    void endNotesPiecesOfAValueAreOneAgain() {
        Reading.Records reading = References.read("x", """
                <?xml version="1.0" encoding="UTF-8"?><xml><records><record>
                  <ref-type name="Journal Article">17</ref-type>
                  <contributors><authors><author><style face="normal">Ainley, D.G.</style></author>
                    <author><style>Study Group,</style></author></authors></contributors>
                  <titles><title>
                      <style face="normal">The skua</style>
                      <style face="italic"> Catharacta</style>
                      <style face="normal"> and H</style><style face="subscript">2</style><style>O</style>
                    </title><secondary-title><style>Animals</style></secondary-title></titles>
                  <periodical><full-title><style>Journal of Animals</style></full-title></periodical>
                  <dates><year><style>1990</style></year><pub-dates><date><style>Jan 3</style></date></pub-dates></dates>
                  <volume>59</volume><number>1</number><pages>1-20</pages>
                  <isbn>1532-1827 (Electronic)&#xD;0007-0920 (Linking)</isbn>
                  <abstract><style>RESULTS: It flew.&#xD;&#xD;It landed.</style></abstract>
                  <keywords><keyword/><keyword><style>birds; ice</style></keyword></keywords>
                  <custom2>PMC4453943</custom2><accession-num>25647015</accession-num>
                  <remote-database-name>PubMed</remote-database-name>
                  <electronic-resource-num>10.1038/bjc.2014.606</electronic-resource-num>
                  <urls><related-urls><url>https://x.invalid</url></related-urls><pdf-urls><url>internal-pdf://a.pdf</url></pdf-urls></urls>
                </record><record><titles/></record></records></xml>""");

        ReadDocument first = reading.documents().getFirst();
        assertThat(first.format()).isEqualTo("EndNote XML");
        assertThat(first.metadata().title()).isEqualTo("The skua Catharacta and H2O");
        assertThat(References.authors(first)).containsExactly("D.G. Ainley", "Study Group");
        assertThat(first.metadata().publication().container()).isEqualTo("Journal of Animals");
        assertThat(first.metadata().publication().date()).isEqualTo(new Date(1990, 1, 3));
        assertThat(first.metadata().identifiers().issns()).containsExactly("1532-1827", "0007-0920");
        assertThat(first.metadata().identifiers().pmid()).isEqualTo("25647015");
        assertThat(first.metadata().identifiers().pmcid()).isEqualTo("PMC4453943");
        assertThat(first.metadata().keywords()).containsExactly("birds", "ice");
        assertThat(reading.notes())
                .containsExactly(
                        new Note(What.RECORD_WITHOUT_WORDS, 1, "record 2"),
                        new Note(What.RECORD_FIELD, 2, "remote-database-name; related-url"),
                        new Note(What.ATTACHMENT, 1, "pdf-url"));
    }
}
