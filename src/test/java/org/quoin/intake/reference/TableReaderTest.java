// Tables of references as databases, reference managers and screening tools export them.
package org.quoin.intake.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quoin.intake.document.Metadata.Date;
import org.quoin.intake.document.Note;
import org.quoin.intake.document.Note.What;
import org.quoin.intake.document.ReadDocument;
import org.quoin.intake.document.Reading;

class TableReaderTest {
    @Test
    void columnsAreKnownByManyNames() {
        for (String table : List.of(
                // Scopus
                """
                Authors,Author full names,Title,Year,Source title,Volume,Issue,Art. No.,Page start,Page end,DOI,Link,Abstract,Author Keywords,Index Keywords,Document Type,Source
                "Okafor A., Bell B.","Okafor, Ada (5719); Bell, Ben (5720)","Joint rounds, tried",2019,Journal of Rounds,4,2,,11,19,10.1000/r,https://x.invalid,"Methods: We asked.","rounds; wards",Human; Female,Article,Scopus
                """,
                // Zotero
                """
                "Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Abstract Note","Date","Pages","Issue","Volume","Manual Tags","File Attachments"
                "AB12","journalArticle","2019","Okafor, Ada; Bell, Ben","Joint rounds, tried","Journal of Rounds","10.1000/r","Methods: We asked.","2019-03","11–19","2","4","rounds; wards","/a.pdf"
                """,
                // A spreadsheet where a comma is a decimal point
                """
                sep=;
                title;abstract;authors;publication_year;journal;volume;number;start_page;end_page;doi;keywords
                Joint rounds, tried;Methods: We asked.;['Okafor, Ada', "Bell, Ben"];2019.0;Journal of Rounds;4;2;11;19;10.1000/r;['rounds', 'wards']
                """,
                // Covidence, tabs
                """
                Title\tAuthors\tAbstract\tPublished Year\tJournal\tVolume\tIssue\tPages\tDOI\tTags\tKeywords
                Joint rounds, tried\tOkafor, A.; Bell, B.\tMethods: We asked.\t2019\tJournal of Rounds\t4\t2\t11-19\t10.1000/r\t\trounds|wards
                """,
                // Web of Science, tabs, nothing quoted
                """
                PT\tAU\tAF\tTI\tSO\tDE\tAB\tPY\tVL\tIS\tBP\tEP\tDI\tUT
                J\tOkafor, A; Bell, B\tOkafor, Ada; Bell, Ben\tJoint rounds, tried\tJournal of Rounds\trounds; wards\tMethods: We asked.\t2019\t4\t2\t11\t19\t10.1000/r\tWOS:1
                """)) {
            Reading.Records reading = References.read("export", table);

            assertThat(reading.documents()).as(table).hasSize(1);
            ReadDocument record = reading.documents().getFirst();
            assertThat(record.text().value()).as(table).isEqualTo("Joint rounds, tried\n\nMethods:\n\nWe asked.");
            assertThat(References.authors(record))
                    .as(table)
                    .hasSize(2)
                    .allMatch(name -> name.matches("(Ada|A\\.) Okafor|(Ben|B\\.) Bell"));
            assertThat(record.metadata().keywords()).as(table).containsExactly("rounds", "wards");
            assertThat(record.metadata().identifiers().doi()).as(table).isEqualTo("10.1000/r");
            assertThat(record.metadata().publication()).as(table).satisfies(publication -> {
                assertThat(publication.container()).isEqualTo("Journal of Rounds");
                assertThat(publication.volume()).isEqualTo("4");
                assertThat(publication.issue()).isEqualTo("2");
                assertThat(publication.pages()).isEqualTo("11-19");
                Date date = publication.date();
                assertThat(date).isNotNull().extracting(Date::year).isEqualTo(2019);
            });
        }
    }

    @Test
    void embaseGivesAFieldARowOrARowARecord() {
        Reading.Records fields = References.read("embase.csv", """
                "TITLE","Duplication cysts: diagnosis"
                "AUTHOR NAMES","Liu R.","Adler D.G."
                "CORRESPONDENCE ADDRESS","D.G. Adler, Utah"
                "SOURCE","Endoscopic Ultrasound (2014) 3:3 (152-160). Date of Publication: 2014"
                "ABSTRACT","Cysts, rare."
                "EMTREE MEDICAL INDEX TERMS","article","human"

                "TITLE","Second"
                "AUTHOR NAMES","Smith J."
                """);

        ReadDocument first = fields.documents().getFirst();
        assertThat(References.titles(fields)).containsExactly("Duplication cysts: diagnosis", "Second");
        assertThat(References.authors(first)).containsExactly("R. Liu", "D.G. Adler");
        assertThat(first.metadata().publication().container()).isEqualTo("Endoscopic Ultrasound");
        assertThat(first.metadata().publication().volume()).isEqualTo("3");
        assertThat(first.metadata().publication().issue()).isEqualTo("3");
        assertThat(first.metadata().publication().pages()).isEqualTo("152-160");
        assertThat(fields.notes()).contains(new Note(What.INDEX_TERM, 2, "emtree medical index terms"));

        Reading.Records rows = References.read("x", """
                Title,Author Names,Source,Abstract,keywords
                Duplication cysts,"Liu R., Adler D.G.",Cancer (2004) 102:4 (253-258). Date: 2004,Rare.,"cyst (surgery, diagnosis), human"
                """);
        assertThat(References.authors(rows.documents().getFirst())).containsExactly("R. Liu", "D.G. Adler");
        assertThat(rows.documents().getFirst().metadata().keywords())
                .containsExactly("cyst (surgery, diagnosis)", "human");
    }

    @Test
    void emptyRowsAreNoneAndRowsWithoutWordsAreLeftOut() {
        Reading.Records reading = References.read("x.csv", """
                title,abstract,doi,included
                First,,10.1000/1,1
                ,,,
                   ,   ,10.1000/3,0
                ,Only an abstract.,,
                """);

        assertThat(reading.documents()).hasSize(2);
        assertThat(reading.notes())
                .containsExactly(
                        new Note(What.RECORD_WITHOUT_WORDS, 1, "record 2: 10.1000/3"),
                        new Note(What.RECORD_WITHOUT_ABSTRACT, 1, ""),
                        new Note(What.SCREENING_LABEL, 2, "included"));
    }

    @Test
    void brokenQuotingBreaksNothingOff() {
        Reading.Records reading = References.read("x.csv", """
                title,abstract,year
                "A "quoted" word",An abstract,2001
                "Two
                lines",Another,2002,too many
                "Never closed,A third,2003
                """);

        assertThat(reading.documents()).hasSize(3);
        assertThat(reading.documents().get(1).metadata().title()).isEqualTo("Two lines");
        assertThat(References.count(reading, What.UNREADABLE)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "['Marx, Karl', \"O'Brien, Ada\"]|Karl Marx/Ada O'Brien",
                "Smith, J.; Doe, A.B.|J. Smith/A.B. Doe",
                "Smith J, Doe AB.|J Smith/AB. Doe",
                "Smith, J., Doe, A.B.|J. Smith/A.B. Doe",
                "Smith, John and Doe, Jane|John Smith/Jane Doe",
                "Karl Marx, Astrid Lindgren|Karl Marx/Astrid Lindgren",
                "Marx, Karl|Karl Marx",
                "van Dyk JM, O'Neill-Hay K.|JM van Dyk/K. O'Neill-Hay",
                "Diabetes UK|Diabetes UK",
                "World Health Organization,|World Health Organization",
                "Smith, J., et al.|J. Smith"
            })
    void authorsInOneCellAreDivided(String cell, String names) {
        String quoted = "\"" + cell.replace("\"", "\"\"") + "\"";
        assertThat(References.authors(References.only("title,authors\nT," + quoted + "\n")))
                .containsExactly(names.split("/", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"title,quote,abstract\nT,\"their words\",A\n", "paper;quote;code\np;q;c\n"})
    void aTableOfQuotesIsEvidenceAndNotRead(String table) {
        assertThat(References.formatOf("x.csv", table)).isEqualTo("plain text");
    }

    @Test
    void aTableWithoutATitleIsRefusedWithItsColumns() {
        assertThat(References.problem("sales.csv", "product,price\ntea,1\n").detail())
                .isEqualTo("sales.csv is a table without a column for titles or abstracts; its columns are «product»,"
                        + " «price». Name the columns title, abstract, authors, year, doi and so on in its first row.");
    }
}
