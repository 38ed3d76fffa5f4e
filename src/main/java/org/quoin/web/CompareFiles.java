// A comparison as data and as files: JSON, tables, documents, and the papers in exchange forms.
package org.quoin.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quoin.app.Quoin;
import org.quoin.app.SelectionExport;
import org.quoin.app.export.ComparisonExport;
import org.quoin.app.export.ComparisonExport.Table;
import org.quoin.app.export.ExportFormat;
import org.quoin.app.export.report.ReportFormat;
import org.quoin.app.json.CompareView;
import org.quoin.app.report.ComparisonReport;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.synthesis.CellContent;
import org.quoin.synthesis.ComparisonBase;
import org.quoin.synthesis.Matrix;
import org.quoin.synthesis.MatrixRequest;
import org.quoin.web.CompareParameters.Opened;
import org.quoin.web.page.Download;

final class CompareFiles {
    static final String PATH = "/api/compare";

    private static final String NAME = "comparison";

    private final Quoin quoin;
    private final CompareParameters parameters;

    CompareFiles(Quoin quoin) {
        this.quoin = quoin;
        this.parameters = new CompareParameters(quoin);
    }

    /// @param usual what parameters are when they are not given
    void send(Context ctx, Map<String, String> usual) {
        boolean framework = parameters.framework(ctx);
        MatrixRequest request = parameters.read(ctx, usual);
        ComparisonBase base = quoin.comparison();
        Matrix matrix = base.matrix(request);
        var export = new ComparisonExport(base, matrix);
        String format = SearchParameters.single(ctx, "format", "json");
        switch (format) {
            case "json" -> {
                Opened opened = parameters.opened(ctx);
                CellContent content = opened == null ? null : base.open(request, opened.row(), opened.column());
                Answers.json(ctx, CompareView.of(base, matrix, framework, content));
            }
            case "csv" -> {
                Table table = Table.named(
                        SearchParameters.single(ctx, "table", framework ? CompareParameters.FRAMEWORK : "matrix"));
                Downloads.stream(ctx, table + ".csv", "text/csv", out -> export.csv(table, out));
            }
            case "xlsx" ->
                Downloads.whole(ctx, NAME + ".xlsx", ExportFormat.XLSX.mediaType(), out -> export.xlsx(framework, out));
            case "docx" -> report(ctx, ReportFormat.DOCX, base, matrix, framework);
            case "html" -> report(ctx, ReportFormat.HTML, base, matrix, framework);
            default -> Downloads.selection(ctx, paperFormat(format), new SelectionExport(quoin, export.quotes()));
        }
    }

    private static ExportFormat paperFormat(String name) {
        try {
            return SelectionExport.format(name);
        } catch (ProblemException e) {
            throw Problem.invalid(e.getMessage() + "; of a comparison also json, docx and html, and svg of /api/map");
        }
    }

    private void report(Context ctx, ReportFormat format, ComparisonBase base, Matrix matrix, boolean framework) {
        Downloads.report(ctx, NAME, format, ComparisonReport.of(quoin, base, matrix, framework));
    }

    /// @param data the address of the comparison as JSON
    static List<Download> links(CompareAddress data, boolean framework) {
        var links = new ArrayList<>(List.of(
                new Download("Word", data.with("format", "docx").url()),
                new Download("HTML", data.with("format", "html").url()),
                new Download("Excel", data.with("format", "xlsx").url()),
                new Download(
                        framework ? "Framework matrix as CSV" : "Matrix as CSV",
                        data.with("format", "csv")
                                .with("table", framework ? CompareParameters.FRAMEWORK : "matrix")
                                .url()),
                new Download(
                        "Quotes as CSV",
                        data.with("format", "csv").with("table", "quotes").url())));
        links.addAll(Downloads.ofPapers(
                "Studies", format -> data.with("format", format.formatName()).url()));
        links.add(new Download("JSON", data.url()));
        return links;
    }
}
