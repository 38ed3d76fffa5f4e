// Reports over the shipped studies: every word in them is a source's or a person's, every number the matrix's.
package org.quoin.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.app.Homes;
import org.quoin.app.Quoin;
import org.quoin.app.ShippedBase;
import org.quoin.app.export.report.Report;
import org.quoin.app.export.report.ReportFormatTest;
import org.quoin.graph.PaperRecord;
import org.quoin.model.ConceptRef;
import org.quoin.model.Kind;
import org.quoin.model.PaperId;
import org.quoin.model.ProblemException;
import org.quoin.model.Quotation;
import org.quoin.model.SynthesisId;
import org.quoin.search.SearchFilter;
import org.quoin.synthesis.Axis;
import org.quoin.synthesis.Cell;
import org.quoin.synthesis.Claim;
import org.quoin.synthesis.ComparisonBase;
import org.quoin.synthesis.Matrix;
import org.quoin.synthesis.MatrixRequest;
import org.quoin.synthesis.MatrixRequest.Order;
import org.quoin.synthesis.MatrixRequest.Side;

@ExtendWith(ShippedBase.class)
class ReportsTest {
    private static final SynthesisId DEMO = new SynthesisId("what-keeps-care-joined-up");
    private static final SearchFilter BARRIERS =
            new SearchFilter(Set.of(new Kind("barrier")), Set.of(), Set.of(), Set.of(), Set.of(), null);

    @Test
    void theNumbersAreThoseOfTheMatrix(Quoin quoin) throws IOException {
        ComparisonBase base = quoin.comparison();
        Matrix matrix = base.matrix(request(quoin, "factor", "setting", 40, 40, BARRIERS));
        Report report = ComparisonReport.of(quoin, base, matrix, false);

        Document page = ReportFormatTest.html(report);
        Element table = Objects.requireNonNull(page.selectFirst("table"));
        List<List<Cell>> expected = withTotals(matrix);
        Elements rows = table.select("tbody tr");
        assertThat(rows).hasSize(matrix.rows().size() + 1);
        for (int r = 0; r < rows.size(); r++) {
            Elements cells = rows.get(r).select("td");
            assertThat(cells).hasSize(matrix.columns().size() + 1);
            for (int c = 0; c < cells.size(); c++) {
                Cell cell = expected.get(r).get(c);
                assertThat(cells.get(c).text())
                        .startsWith(
                                cell.state().hasEvidence()
                                        ? Integer.toString(cell.studies())
                                        : cell.state().label());
                assertThat(cells.get(c).text().contains("contradicted"))
                        .isEqualTo(cell.state().isContradicted());
            }
        }
        assertThat(page.text())
                .contains("state " + matrix.sequence() + " of its base", "Only with the kind barrier.")
                .contains(matrix.leftOutInWords());
        assertThat(onPaper(report))
                .isEqualTo(table.select("td > p:first-child, td:not(:has(p))").eachText().stream()
                        .sorted()
                        .toList());
    }

    /// The first line of each cell of a document, whichever part of a divided table it stands in.
    private static List<String> onPaper(Report report) throws IOException {
        try (XWPFDocument document = ReportFormatTest.docx(report)) {
            var lines = new ArrayList<String>();
            for (XWPFTable table : document.getTables()) {
                for (XWPFTableRow row :
                        table.getRows().subList(1, table.getRows().size())) {
                    row.getTableCells().stream()
                            .skip(1)
                            .map(cell -> cell.getParagraphArray(0).getText())
                            .forEach(lines::add);
                }
            }
            return lines.stream().sorted().toList();
        }
    }

    @Test
    void everyQuoteOfAFrameworkMatrixIsAStoredSlice(Quoin quoin) throws IOException {
        ComparisonBase base = quoin.comparison();
        Matrix matrix = base.matrix(request(quoin, "study", "factor:1", 50, 20, SearchFilter.NONE));
        List<String> expected = base.claims(matrix).stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .flatMap(claim -> claim.quotes().stream())
                .map(Claim.Words::exact)
                .sorted()
                .toList();
        Report report = ComparisonReport.of(quoin, base, matrix, true);

        Document page = ReportFormatTest.html(report);
        assertThat(page.select("q").stream().map(Element::wholeText).sorted()).isEqualTo(expected);
        for (Element quote : page.select("q")) {
            assertIsSlice(quoin, quote.attr("cite"), quote.wholeText());
        }
        try (XWPFDocument document = ReportFormatTest.docx(report)) {
            assertThat(ReportFormatTest.sourceWords(document).stream().sorted()).isEqualTo(expected);
        }
        assertThat(page.select(".references li"))
                .hasSize(base.studies().stream()
                        .mapToInt(study -> study.papers().size())
                        .sum());
        assertThat(page.select("tbody th a[href^=#ref-]").size())
                .as("studies are named as they are cited")
                .isGreaterThanOrEqualTo(matrix.rows().size());
    }

    @Test
    void aComparisonOfNothingSaysSo(Quoin quoin) throws IOException {
        ComparisonBase base = quoin.comparison();
        var none = new SearchFilter(
                Set.of(), Set.of(), Set.of(), Set.of("accepted"), Set.of(new ConceptRef("setting", "rural")), null);
        Matrix matrix = base.matrix(request(quoin, "factor", "setting", 5, 5, none));
        Report report = ComparisonReport.of(quoin, base, matrix, true);

        assertThat(ReportFormatTest.html(report).text()).contains("There is nothing to compare");
        try (XWPFDocument document = ReportFormatTest.docx(report)) {
            assertThat(document.getTables()).isEmpty();
        }
    }

    @Test
    void aSynthesisHasTheTablesOfGradeCerqualAndItsQuotes(Quoin quoin) throws IOException {
        Report report = SynthesisReport.of(quoin, DEMO);
        var synthesis = quoin.syntheses().get(DEMO);

        Document page = ReportFormatTest.html(report);
        List<Element> tables = page.select("table");
        assertThat(tables).hasSize(2);
        assertThat(tables.getFirst().select("thead th").eachText())
                .containsExactly(
                        "Summarised review finding",
                        "Studies contributing to the finding",
                        "CERQual assessment of confidence in the evidence",
                        "Explanation of the assessment");
        assertThat(tables.getLast().select("thead th").eachText())
                .contains("Methodological limitations", "Coherence", "Adequacy of data", "Relevance");
        for (var finding : synthesis.findings()) {
            var confidence = Objects.requireNonNull(finding.confidence());
            assertThat(tables.getFirst().text()).contains(finding.statement(), confidence.rationale());
            confidence
                    .judgements()
                    .values()
                    .forEach(judgement -> assertThat(tables.getLast().text()).contains(judgement.rationale()));
        }
        for (Element quote : page.select("blockquote")) {
            assertIsSlice(quoin, quote.attr("cite"), quote.wholeText());
        }
        Set<String> beneath = synthesis.categories().stream()
                .flatMap(category -> category.claims().stream())
                .flatMap(id -> quoin.item(id).quotations().stream())
                .map(Quotation::exact)
                .collect(Collectors.toSet());
        assertThat(page.select("blockquote").stream().map(Element::wholeText)).containsAll(beneath);
        assertThat(page.text())
                .contains("fictional studies", "What was left out", "Nothing beneath an assessment has changed");
        assertThat(page.select(".references li"))
                .as("all but the one real paper, which is among those that speak against")
                .filteredOn(entry -> !entry.text().contains("[Fictional:"))
                .hasSize(1);
        try (XWPFDocument document = ReportFormatTest.docx(report)) {
            assertThat(ReportFormatTest.sourceWords(document))
                    .isEqualTo(page.select("blockquote").stream()
                            .map(Element::wholeText)
                            .toList());
        }
        assertThatThrownBy(() -> SynthesisReport.of(quoin, new SynthesisId("none")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void whatARetractionChangesIsSaid(@TempDir Path home) throws IOException {
        try (Quoin quoin = Homes.filled(home)) {
            quoin.retract(new PaperId("shared-record-remote-australia"), "figures were made up");

            Document page = ReportFormatTest.html(SynthesisReport.of(quoin, DEMO));

            assertThat(page.text())
                    .contains("was retracted: figures were made up", "Its paper is retracted: it is not counted")
                    .contains("[Retracted: figures were made up]")
                    .contains("retracted papers, marked and not counted: shared-record-remote-australia");
        }
    }

    private static void assertIsSlice(Quoin quoin, String iri, String words) {
        PaperRecord record = quoin.iris().paperIn(iri).map(quoin::paper).orElseThrow();
        String[] ends = iri.substring(iri.lastIndexOf('/') + 1).split("-", -1);
        String text = record.text().value();
        int start = text.offsetByCodePoints(0, Integer.parseInt(ends[1]));
        int end = text.offsetByCodePoints(0, Integer.parseInt(ends[2]));
        assertThat(words).isEqualTo(text.substring(start, end));
    }

    private static List<List<Cell>> withTotals(Matrix matrix) {
        var all = new ArrayList<List<Cell>>();
        for (int r = 0; r < matrix.rows().size(); r++) {
            all.add(Stream.concat(
                            matrix.cells().get(r).stream(),
                            Stream.of(matrix.rowTotals().get(r)))
                    .toList());
        }
        all.add(Stream.concat(matrix.columnTotals().stream(), Stream.of(matrix.total()))
                .toList());
        return all;
    }

    private static MatrixRequest request(
            Quoin quoin, String rows, String columns, int maxRows, int maxColumns, SearchFilter filter) {
        return new MatrixRequest(
                new Side(Axis.parse(rows, quoin.vocabulary()), Order.TOTAL, List.of(), maxRows),
                new Side(Axis.parse(columns, quoin.vocabulary()), Order.TOTAL, List.of(), maxColumns),
                filter);
    }
}
