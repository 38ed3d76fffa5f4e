// A comparison as data and as files: JSON, tables, documents, bibliographies.
package org.quoin.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.quoin.app.Quoin;
import org.quoin.app.export.ComparisonExport;
import org.quoin.app.export.ComparisonExport.Table;
import org.quoin.app.export.ExportFormat;
import org.quoin.app.export.report.ReportFormat;
import org.quoin.app.json.CompareView;
import org.quoin.app.report.ComparisonReport;
import org.quoin.model.Problem;
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
        switch (SearchParameters.single(ctx, "format", "json")) {
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
                Downloads.whole(ctx, NAME + ".xlsx", ComparisonExport.XLSX_TYPE, out -> export.xlsx(framework, out));
            case "docx" -> report(ctx, ReportFormat.DOCX, base, matrix, framework);
            case "html" -> report(ctx, ReportFormat.HTML, base, matrix, framework);
            case "ris" ->
                Downloads.bibliography(
                        ctx, quoin, ExportFormat.RIS, export.quotes().papers());
            case "bibtex" ->
                Downloads.bibliography(
                        ctx, quoin, ExportFormat.BIBTEX, export.quotes().papers());
            default ->
                throw Problem.invalid("there is no format «" + ctx.queryParam("format") + "»; the formats are "
                        + "json, csv, xlsx, docx, html, ris and bibtex, and svg of /api/map");
        }
    }

    private void report(Context ctx, ReportFormat format, ComparisonBase base, Matrix matrix, boolean framework) {
        Downloads.report(ctx, NAME, format, ComparisonReport.of(quoin, base, matrix, framework));
    }

    /// @param data the address of the comparison as JSON
    static List<Download> links(CompareAddress data, boolean framework) {
        return List.of(
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
                        data.with("format", "csv").with("table", "quotes").url()),
                new Download("Studies as RIS", data.with("format", "ris").url()),
                new Download("Studies as BibTeX", data.with("format", "bibtex").url()),
                new Download("JSON", data.url()));
    }
}
