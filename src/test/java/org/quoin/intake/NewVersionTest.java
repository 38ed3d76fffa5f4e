// A corrected paper: its new text beside the earlier one, its quotations carried over or marked as lost.
package org.quoin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quoin.app.ImportReport.Effect;
import org.quoin.app.ImportReport.Line;
import org.quoin.app.ImportReport.Line.Duplicate;
import org.quoin.app.ImportReport.Line.Imported;
import org.quoin.app.ImportReport.Line.Rejected;
import org.quoin.app.Progress;
import org.quoin.graph.PaperRecord;
import org.quoin.model.EvidenceItem;
import org.quoin.model.PaperId;
import org.quoin.model.Quotation;
import org.quoin.search.SearchRequest;
import org.quoin.sparql.ResultFormat;
import org.quoin.text.NormalisedText;

class NewVersionTest extends ImportTest {
    private static final PaperId PAPER = new PaperId("rounds");
    private static final String FIRST = """
            Joint rounds in 🧱 wards.

            Nurses named trust before anything else, and said that trust grew with time.
            Managers named money. Time was short in every ward that we saw.
            """;
    /// «named trust» has moved, «money» reads otherwise, «Time was short» stands twice.
    private static final String SECOND = """
            Joint rounds in 🧱🧱 wards: a corrected text.

            Nurses named trust before anything else, and said that trust grew with time.
            Managers named budgets. Time was short in every ward that we saw.
            Time was short in every ward that we saw.
            """;

    @BeforeEach
    void paperWithEvidence() throws IOException {
        write("rounds.txt", FIRST);
        write("rounds.yaml", """
                quoin: 1
                paper: rounds
                text: rounds.txt
                title: Joint rounds
                coded-by: {id: tester, name: A tester, type: person}
                evidence:
                  - {id: trust, kind: enabler, factor: trust, quote: Nurses named trust}
                  - {id: money, kind: barrier, factor: funding, quote: Managers named money.}
                  - {id: time, kind: barrier, factor: time, quote: Time was short in every ward}
                """);
        Files.delete(folder.resolve("rounds.yaml"));
    }

    @Test
    void whatStillStandsIsCarriedOverAndTheRestIsMarkedAsLostInItsOwnText() throws IOException {
        Imported line = (Imported) write("rounds.txt", SECOND);

        assertThat(line.effect()).isEqualTo(Effect.UPDATED);
        assertThat(line.items()).isEqualTo(3);
        assertThat(line.notes())
                .anySatisfy(note -> assertThat(note).contains("new text", "1 stand", "2 are lost"))
                .anySatisfy(note -> assertThat(note).contains("lost", "Managers named money."))
                .anySatisfy(note -> assertThat(note).contains("lost", "Time was short", "2 places"));
        PaperRecord record = quoin.paper(PAPER);
        assertThat(record.text().value()).startsWith("Joint rounds in 🧱🧱 wards: a corrected text.");
        assertThat(record.earlier()).extracting(NormalisedText::value).containsExactly(FIRST.strip() + "\n");
        assertThat(record.paper().title()).as("what a person wrote stays").isEqualTo("Joint rounds");
        Quotation trust = quotation(record, "trust");
        assertThat(record.isLost(trust)).isFalse();
        assertThat(record.text().slice(trust.span())).isEqualTo("Nurses named trust");
        for (String lost : List.of("money", "time")) {
            Quotation quotation = quotation(record, lost);
            assertThat(record.isLost(quotation)).as(lost).isTrue();
            assertThat(record.textOf(quotation).slice(quotation.span())).isEqualTo(quotation.exact());
        }
        assertThat(quoin.validate(Progress.NONE)).isEmpty();
        assertThat(select("SELECT ?q { ?q quoin:lostIn ?text . ?text quoin:sha256 \""
                        + record.text().sha256() + "\" }"))
                .hasSize(2);
        assertThat(quoin.search(SearchRequest.of("budgets money", 10)).total())
                .as("what is lost is still found by the words it rests on")
                .isPositive();
    }

    @Test
    void theEarlierTextComingBackBringsTheLostQuotationsBack() throws IOException {
        write("rounds.txt", SECOND);

        assertThat(write("rounds.txt", FIRST))
                .isInstanceOfSatisfying(
                        Imported.class, line -> assertThat(line.effect()).isEqualTo(Effect.UPDATED));

        PaperRecord record = quoin.paper(PAPER);
        assertThat(record.text().value()).startsWith("Joint rounds in 🧱 wards.");
        assertThat(record.earlier()).hasSize(1);
        assertThat(record.items()).flatExtracting(EvidenceItem::quotations).noneMatch(record::isLost);
        assertThat(quoin.validate(Progress.NONE)).isEmpty();
    }

    @Test
    void evidenceCodedAnewLeavesTheEarlierTextsInTheBase() throws IOException {
        write("rounds.txt", SECOND);
        String evidence = """
                quoin: 1
                paper: rounds
                text: rounds.txt
                coded-by: {id: tester, name: A tester, type: person}
                evidence:
                  - {id: money, kind: barrier, factor: funding, quote: Managers named budgets.}
                """;

        write("rounds.yaml", evidence);
        Imported again = (Imported) write("rounds.yaml", evidence);

        assertThat(again.effect()).isEqualTo(Effect.UNCHANGED);
        PaperRecord record = quoin.paper(PAPER);
        assertThat(record.earlier()).hasSize(1);
        assertThat(record.items())
                .hasSize(1)
                .flatExtracting(EvidenceItem::quotations)
                .noneMatch(record::isLost);
        assertThat(quoin.validate(Progress.NONE)).isEmpty();
    }

    @Test
    void whatRestsOnAQuotationElsewhereIsCarriedOverWithIt() throws IOException {
        write("other.txt", "Staff named trust.");
        write("other.yaml", """
                quoin: 1
                paper: other
                text: other.txt
                coded-by: {id: tester, name: A tester, type: person}
                evidence:
                  - {id: trust, kind: enabler, factor: trust, quote: Staff named trust.}
                """);
        String quoted =
                select("SELECT ?q { <item/rounds/trust> quoin:evidencedBy ?q }").getFirst();
        quoin.sparql().update("""
                PREFIX quoin: <https://w3id.org/quoin/ns#>
                PREFIX prov: <http://www.w3.org/ns/prov#>
                INSERT DATA { GRAPH <graph/paper/other> {
                  <comparison/other/c1> a quoin:FindingComparison ;
                    quoin:from <item/other/trust> ; quoin:to <item/rounds/trust> ;
                    quoin:relation <https://w3id.org/quoin/scheme/relation/corroborates> ;
                    quoin:basedOn <%s> ; prov:wasAttributedTo <agent/tester> } }
                """.formatted(quoted));

        Line line = write("rounds.txt", SECOND);

        assertThat(line).isInstanceOf(Imported.class);
        assertThat(select("SELECT ?s { <" + quoted + "> oa:hasSource ?s }")).isEmpty();
        assertThat(
                        select(
                                "SELECT ?q { <comparison/other/c1> quoin:basedOn ?q . <item/rounds/trust> quoin:evidencedBy ?q }"))
                .as("the comparison rests on the words where they stand now")
                .hasSize(1);
        assertThat(quoin.validate(Progress.NONE)).isEmpty();
    }

    @Test
    void aRecordOfADatabaseThatComesAfterTheArticleDoesNotTakeItsPlace() throws IOException {
        write("article.xml", article("<body><sec><title>Results</title><p>Nurses named trust.</p></sec></body>"));

        Duplicate line = (Duplicate) write("record.nbib", """
                PMID- 123456
                TI  - Joint rounds in wards
                AB  - Joint rounds were tried.
                AID - 10.1000/rounds.7 [doi]
                LA  - eng
                """);

        assertThat(line.of()).containsExactly(new PaperId("article"));
        assertThat(line.completed()).isTrue();
        PaperRecord record = quoin.paper(new PaperId("article"));
        assertThat(record.text().value()).contains("Nurses named trust.");
        assertThat(record.paper().publication().pmid()).isEqualTo("123456");
    }

    @Test
    void theArticleThatComesAfterItsRecordBecomesTheTextOfTheSamePaper() throws IOException {
        write("record.nbib", """
                PMID- 123456
                TI  - Joint rounds in wards
                AB  - Joint rounds were tried.
                AID - 10.1000/rounds.7 [doi]
                LA  - eng
                """);
        Files.delete(folder.resolve("record.nbib"));

        Imported line = (Imported) write(
                "article.xml", article("<body><sec><title>Results</title><p>Nurses named trust.</p></sec></body>"));

        assertThat(line.papers()).containsExactly(new PaperId("pmid-123456"));
        PaperRecord record = quoin.paper(new PaperId("pmid-123456"));
        assertThat(record.text().value()).contains("Nurses named trust.");
        assertThat(record.paper().type()).isEqualTo("article");
        assertThat(record.earlier()).hasSize(1);
        assertThat(quoin.papers()).hasSize(2);
    }

    @Test
    void anotherPaperInAFileOfTheSameNameComesInUnderAnotherName() throws IOException {
        write("fulltext.xml", article("<body><sec><title>Results</title><p>Nurses named trust.</p></sec></body>"));

        Imported line = (Imported) write(
                "fulltext.xml",
                article("<body><sec><title>Results</title><p>Doctors named pay.</p></sec></body>")
                        .replace("rounds.7", "pay.9")
                        .replace("Joint rounds", "Pay and rank"));

        assertThat(line.papers()).containsExactly(new PaperId("fulltext-2"));
        assertThat(line.notes()).anySatisfy(note -> assertThat(note).contains("fulltext is another paper"));
        assertThat(((Imported) write(
                                "fulltext.xml",
                                article("<body><sec><title>Results</title><p>Doctors named pay.</p></sec></body>")
                                        .replace("rounds.7", "pay.9")
                                        .replace("Joint rounds", "Pay and rank")))
                        .effect())
                .isEqualTo(Effect.UNCHANGED);
    }

    @Test
    void aTextOfOtherWordsUnderTheNameOfAPaperIsNotTakenForIt() throws IOException {
        Rejected line =
                (Rejected) write("rounds.txt", "Quarterly figures of the canteen, in pounds and pence, by week.");

        assertThat(line.reason()).contains("rounds", "another text", "3 items");
        assertThat(quoin.paper(PAPER).earlier()).isEmpty();
    }

    private static String article(String body) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <article article-type="research-article"><front>
                  <journal-meta><journal-title-group><journal-title>Journal of Rounds</journal-title></journal-title-group></journal-meta>
                  <article-meta><article-id pub-id-type="doi">10.1000/rounds.7</article-id>
                  <title-group><article-title>Joint rounds in wards</article-title></title-group></article-meta></front>
                %s</article>
                """.formatted(body);
    }

    private static Quotation quotation(PaperRecord record, String local) {
        return record.items().stream()
                .filter(item -> item.id().local().equals(local))
                .flatMap(item -> item.quotations().stream())
                .findFirst()
                .orElseThrow();
    }

    private List<String> select(String where) {
        var out = new ByteArrayOutputStream();
        quoin.sparql()
                .prepare("PREFIX quoin: <https://w3id.org/quoin/ns#> PREFIX oa: <http://www.w3.org/ns/oa#> " + where)
                .write(ResultFormat.CSV, out);
        return out.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
    }

    private Line write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, content);
        return quoin.importFiles(List.of(file), Progress.NONE).lines().getFirst();
    }
}
