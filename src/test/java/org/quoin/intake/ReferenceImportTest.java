// Reference exports through the whole product: a paper a record, duplicates reported, and the same export again.
package org.quoin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quoin.app.ImportReport.Effect;
import org.quoin.app.ImportReport.Line;
import org.quoin.app.ImportReport.Line.Duplicate;
import org.quoin.app.ImportReport.Line.Imported;
import org.quoin.app.PaperSummary;
import org.quoin.app.Progress;
import org.quoin.graph.PaperRecord;
import org.quoin.model.PaperId;

class ReferenceImportTest extends ImportTest {
    private static final String FIRST = """
            TY  - JOUR
            AU  - Okafor, Ada
            PY  - 2019
            TI  - Joint rounds in 🧱 wards
            T2  - Journal of Rounds
            VL  - 4
            SP  - 11
            EP  - 19
            DO  - 10.1000/ROUNDS.7
            AB  - BACKGROUND: Rounds were apart. RESULTS: Nurses named trust.
            KW  - rounds
            KW  - integration
            N1  - A remark
            ER  -

            """;

    private static final String SECOND = """
            TY  - JOUR
            TI  - Editorial
            PY  - 2001
            ER  -

            """;

    private static final String THIRD = """
            TY  - JOUR
            TI  - Joint rounds in wards.
            DO  - https://doi.org/10.1000/rounds.7
            AB  - Rounds were apart; nurses named trust.
            ER  -

            """;

    private static final String WITHOUT_WORDS = "TY  - JOUR\nID  - 77\nER  -\n\n";

    @Test
    void ofThreeRecordsOneOfWhichIsADuplicateTwoComeIn() throws IOException {
        Imported line = (Imported) imported("export.ris", FIRST + SECOND + THIRD + WITHOUT_WORDS);

        assertThat(line.papers()).hasSize(2).first().isEqualTo(new PaperId("doi-10-1000-rounds-7"));
        assertThat(line.notes())
                .containsExactly(
                        "1 × a record without title and abstract, left out (record 4: 77)",
                        "1 × a record without an abstract: its text is its title",
                        "1 × a field of a record without a place in the metadata (N1)",
                        "1 of its records stands in it more than once: doi-10-1000-rounds-7 (doi 10.1000/rounds.7)");
        PaperRecord record = quoin.paper(new PaperId("doi-10-1000-rounds-7"));
        assertThat(record.paper().title()).isEqualTo("Joint rounds in 🧱 wards");
        assertThat(record.paper().authors()).containsExactly("Ada Okafor");
        assertThat(record.paper().year()).isEqualTo(2019);
        assertThat(record.paper().doi()).isEqualTo("10.1000/rounds.7");
        assertThat(record.paper().type())
                .as("its sections are those of an abstract")
                .isEqualTo("abstract");
        assertThat(record.paper().publication().container()).isEqualTo("Journal of Rounds");
        assertThat(record.paper().publication().pages()).isEqualTo("11-19");
        assertThat(record.paper().publication().keywords()).containsExactly("integration", "rounds");
        assertThat(record.parts())
                .filteredOn(part -> part.isA("http://purl.org/spar/deo/Results"))
                .extracting(part -> record.text().slice(part.span()))
                .containsExactly("RESULTS:\n\nNurses named trust.");
        assertThat(quoin.validate(Progress.NONE)).isEmpty();
    }

    @Test
    void theSameExportAgainChangesNothingInWhateverOrder() throws IOException {
        Imported first = (Imported) imported("export.ris", FIRST + SECOND);
        Imported again = (Imported) imported("export.ris", SECOND + FIRST);
        Imported more = (Imported) imported("export.ris", THIRD.replace("rounds.7", "rounds.8") + SECOND + FIRST);

        assertThat(first.effect()).isEqualTo(Effect.IMPORTED);
        assertThat(again.effect()).isEqualTo(Effect.UNCHANGED);
        assertThat(more.effect()).isEqualTo(Effect.IMPORTED);
        assertThat(quoin.papers()).hasSize(3);
    }

    @Test
    void whatAnotherDatabaseSaysOfAPaperIsADuplicate() throws IOException {
        imported("one.ris", FIRST);
        Line same = imported(
                "two.bib", "@article{x, title={Joint rounds}, doi={10.1000/Rounds.7}, abstract={Other words.}}");
        Line partly = imported("three.csv", "title,doi,year\nJoint,10.1000/rounds.7,2019\nNew,10.1000/new,2020\n");

        assertThat(same).isInstanceOfSatisfying(Duplicate.class, line -> {
            assertThat(line.of()).containsExactly(new PaperId("doi-10-1000-rounds-7"));
            assertThat(line.by()).containsExactly("doi 10.1000/rounds.7");
        });
        assertThat(partly).isInstanceOfSatisfying(Imported.class, line -> {
            assertThat(line.papers()).containsExactly(new PaperId("doi-10-1000-new"));
            assertThat(line.notes())
                    .contains(
                            "1 of its papers stands in the base already: doi-10-1000-rounds-7 (doi 10.1000/rounds.7)");
        });
    }

    @Test
    void papersWithOneTitleAndNothingElseInCommonAreTwo() throws IOException {
        Imported line = (Imported) imported("export.ris", SECOND + SECOND.replace("2001", "2005") + SECOND);
        Imported other = (Imported) imported("other.ris", SECOND.replace("2001", "2009"));

        assertThat(line.papers()).hasSize(2);
        assertThat(other.papers()).hasSize(1);
        assertThat(quoin.papers())
                .extracting(PaperSummary::title)
                .containsOnly("Editorial")
                .hasSize(3);
        assertThat(imported("again.ris", SECOND)).isInstanceOf(Duplicate.class);
    }

    @Test
    void aRecordAndTheFullTextOfItAreOnePaper() throws IOException {
        imported("rounds.xml", """
                <article><front><article-meta><article-id pub-id-type="doi">10.1000/rounds.7</article-id>
                <title-group><article-title>Joint rounds</article-title></title-group></article-meta></front>
                <body><sec><title>Results</title><p>Nurses named trust.</p></sec></body></article>""");

        assertThat(imported("export.ris", FIRST))
                .isInstanceOfSatisfying(
                        Duplicate.class, line -> assertThat(line.of()).containsExactly(new PaperId("rounds")));
    }

    private Line imported(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        return quoin.importFiles(List.of(file), Progress.NONE).lines().getFirst();
    }
}
