// The two tables of GRADE-CERQual, as Lewin and others (2018) have them.
package org.quoin.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.app.export.References;
import org.quoin.app.export.report.Block;
import org.quoin.app.export.report.Block.Cell;
import org.quoin.app.export.report.Block.Column;
import org.quoin.app.export.report.Run;
import org.quoin.graph.Vocabulary;
import org.quoin.model.ConceptRef;
import org.quoin.model.PaperId;
import org.quoin.model.Synthesis;
import org.quoin.synthesis.WorkSheet;

/// Widths are in millimetres on paper.
final class CerqualTables {
    private static final String NOT_JUDGED = "not judged";

    private final List<Synthesis.Finding> findings;
    private final Function<Synthesis.Finding, WorkSheet> sheets;
    private final References references;
    private final Vocabulary vocabulary;

    CerqualTables(
            List<Synthesis.Finding> findings,
            Function<Synthesis.Finding, WorkSheet> sheets,
            References references,
            Vocabulary vocabulary) {
        this.findings = findings;
        this.sheets = sheets;
        this.references = references;
        this.vocabulary = vocabulary;
    }

    Block.Table summaryOfFindings() {
        return table(
                "Table 1. Summary of qualitative findings (GRADE-CERQual)",
                List.of(
                        new Column("Summarised review finding", 52),
                        new Column("Studies contributing to the finding", 42),
                        new Column("CERQual assessment of confidence in the evidence", 30),
                        new Column("Explanation of the assessment", 46)),
                finding ->
                        List.of(Cell.of(finding.statement()), studies(finding), rating(finding), explanation(finding)));
    }

    Block.Table evidenceProfile() {
        var columns = new ArrayList<Column>();
        columns.add(new Column("Summarised review finding", 40));
        Synthesis.Confidence.COMPONENTS.forEach(
                component -> columns.add(new Column(label("cerqual-component", component), 33)));
        columns.add(new Column("Overall CERQual assessment and explanation", 42));
        columns.add(new Column("Contributing studies", 42));
        return table(
                "Table 2. Evidence profile (GRADE-CERQual)",
                columns,
                finding -> Stream.of(
                                Stream.of(Cell.of(finding.statement())),
                                Synthesis.Confidence.COMPONENTS.stream()
                                        .map(component -> judgement(finding.confidence(), component)),
                                Stream.of(overall(finding), studies(finding)))
                        .flatMap(cells -> cells)
                        .toList());
    }

    private Block.Table table(String caption, List<Column> columns, Function<Synthesis.Finding, List<Cell>> row) {
        return new Block.Table(caption, columns, findings.stream().map(row).toList());
    }

    private Cell studies(Synthesis.Finding finding) {
        WorkSheet sheet = sheets.apply(finding);
        List<PaperId> papers = sheet.studies().stream()
                .flatMap(row -> row.claims().stream())
                .map(claim -> claim.id().paper())
                .distinct()
                .toList();
        String count = ReportParts.counted(sheet.studies().size(), "study", "studies");
        return papers.isEmpty()
                ? Cell.of(count)
                : new Cell(List.of(ReportParts.line(
                        List.of(new Run.Strong(count), ReportParts.text(": ")), references.citations(papers))));
    }

    private Cell rating(Synthesis.Finding finding) {
        Synthesis.Confidence confidence = finding.confidence();
        return confidence == null
                ? Cell.of(new Run.Emphasis(NOT_JUDGED))
                : Cell.of(new Run.Strong(label("cerqual-rating", confidence.rating())));
    }

    private static Cell explanation(Synthesis.Finding finding) {
        Synthesis.Confidence confidence = finding.confidence();
        return confidence == null
                ? Cell.of("Nobody has judged the confidence in this finding yet.")
                : new Cell(List.of(
                        List.of(ReportParts.text(confidence.rationale())),
                        List.of(new Run.Emphasis("Judged by " + confidence.by().name()))));
    }

    private Cell overall(Synthesis.Finding finding) {
        return new Cell(Stream.concat(rating(finding).paragraphs().stream(), explanation(finding).paragraphs().stream())
                .toList());
    }

    private Cell judgement(Synthesis.@Nullable Confidence confidence, String component) {
        Synthesis.Judgement judgement =
                confidence == null ? null : confidence.judgements().get(component);
        return judgement == null
                ? Cell.of(new Run.Emphasis(NOT_JUDGED))
                : new Cell(List.of(
                        List.of(new Run.Strong(label("cerqual-concern", judgement.concern()))),
                        List.of(ReportParts.text(judgement.rationale()))));
    }

    private String label(String scheme, String key) {
        return vocabulary.require(new ConceptRef(scheme, key)).label();
    }
}
