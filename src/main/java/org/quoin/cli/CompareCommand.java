// `quoin compare`: what the studies say together, as a matrix.
package org.quoin.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quoin.app.Quoin;
import org.quoin.app.SelectionExport;
import org.quoin.app.export.ComparisonExport;
import org.quoin.app.export.ComparisonExport.Table;
import org.quoin.app.export.ExportFormat;
import org.quoin.app.export.report.Report;
import org.quoin.app.export.report.ReportFormat;
import org.quoin.app.json.CompareView;
import org.quoin.app.json.Json;
import org.quoin.app.report.ComparisonReport;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.synthesis.Axis;
import org.quoin.synthesis.ComparisonBase;
import org.quoin.synthesis.Matrix;
import org.quoin.synthesis.MatrixRequest;
import org.quoin.synthesis.MatrixRequest.Order;
import org.quoin.synthesis.MatrixRequest.Side;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Compares studies in a matrix: how many studies say something in each cell, which way it points, what",
            "contradicts it, and whether anybody looked where there is nothing. What is not shown is said."
        },
        footer = {
            "",
            "Examples:",
            "  quoin compare",
            "  quoin compare --rows factor --columns setting --kind enabler --kind barrier",
            "  quoin compare --rows category --columns country --without-fictional",
            "  quoin compare --format framework --columns factor:1 > framework.csv",
            "  quoin compare --format xlsx --output comparison.xlsx",
            "  quoin compare --format docx --quotes --output comparison.docx",
            "  quoin compare --format ris --concept setting/rural > studies.ris"
        })
@SuppressWarnings("NullAway.Init")
final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOptions home;

    @Mixin
    private FilterOptions filters;

    @Option(
            names = "--rows",
            paramLabel = "AXIS",
            defaultValue = "study",
            description = "study, kind, voice, state, category, a concept scheme such as factor or setting, or"
                    + " SCHEME:DEPTH (default: ${DEFAULT-VALUE}).")
    private String rows;

    @Option(
            names = "--columns",
            paramLabel = "AXIS",
            defaultValue = "factor",
            description = "Likewise (default: ${DEFAULT-VALUE}).")
    private String columns;

    @Option(
            names = "--sort-rows",
            paramLabel = "ORDER",
            defaultValue = "total",
            description = "total or name (default: ${DEFAULT-VALUE}).")
    private String sortRows;

    @Option(
            names = "--sort-columns",
            paramLabel = "ORDER",
            defaultValue = "total",
            description = "total or name (default: ${DEFAULT-VALUE}).")
    private String sortColumns;

    @Option(names = "--pin-row", paramLabel = "KEY", description = "A row to stand first; can be repeated.")
    private @Nullable List<String> pinnedRows;

    @Option(names = "--pin-column", paramLabel = "KEY", description = "A column to stand first; can be repeated.")
    private @Nullable List<String> pinnedColumns;

    @Option(
            names = "--max-rows",
            paramLabel = "N",
            defaultValue = "500",
            description = "Most rows (default: ${DEFAULT-VALUE}).")
    private int maxRows;

    @Option(
            names = "--max-columns",
            paramLabel = "N",
            defaultValue = "60",
            description = "Most columns (default: ${DEFAULT-VALUE}).")
    private int maxColumns;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, json (as GET /api/compare), csv (the matrix), cells (CSV, one row a cell), quotes"
                    + " (CSV, one row a quote), framework (CSV, the quotes in the cells), xlsx (all of these), docx or"
                    + " html (a report with references), or the papers of the selection as ris, bibtex, trig, turtle, jsonld or"
                    + " refi-qda (default:"
                    + " ${DEFAULT-VALUE}).")
    private String format;

    @Option(
            names = "--quotes",
            description = "In json, xlsx, docx and html: the quotes beneath the cells too (framework matrix).")
    private boolean quotes;

    @Option(names = "--output", paramLabel = "FILE", description = "Default: standard output.")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException {
        Terminal terminal = RootCommand.of(spec);
        try (Quoin quoin = home.openFilled("compare", terminal)) {
            var request = new MatrixRequest(
                    side(quoin, rows, sortRows, pinnedRows, maxRows),
                    side(quoin, columns, sortColumns, pinnedColumns, maxColumns),
                    filters.filter(quoin.searchNames()));
            ComparisonBase base = quoin.comparison();
            Matrix matrix = base.matrix(request);
            Documents.write(body(quoin, base, matrix), output, terminal);
            return ExitCode.OK;
        }
    }

    private static Side side(Quoin quoin, String axis, String order, @Nullable List<String> pinned, int limit) {
        return new Side(
                Axis.parse(axis, quoin.vocabulary()), Order.named(order), pinned == null ? List.of() : pinned, limit);
    }

    /// @return what writes the form and says what it left out
    private Function<OutputStream, List<String>> body(Quoin quoin, ComparisonBase base, Matrix matrix) {
        var export = new ComparisonExport(base, matrix);
        return switch (format) {
            case "table" -> comparison(matrix, printed(out -> MatrixTable.print(matrix, out)));
            case "json" ->
                comparison(matrix, printed(out -> out.println(Json.write(CompareView.of(base, matrix, quotes, null)))));
            case "csv" -> comparison(matrix, out -> export.csv(Table.MATRIX, out));
            case "cells" -> comparison(matrix, out -> export.csv(Table.CELLS, out));
            case "quotes" -> comparison(matrix, out -> export.csv(Table.QUOTES, out));
            case "framework" -> comparison(matrix, out -> export.csv(Table.FRAMEWORK, out));
            case "xlsx" -> comparison(matrix, out -> export.xlsx(quotes, out));
            case "docx" -> comparison(matrix, report(ReportFormat.DOCX, quoin, base, matrix));
            case "html" -> comparison(matrix, report(ReportFormat.HTML, quoin, base, matrix));
            default -> {
                ExportFormat papers = papers();
                yield out -> new SelectionExport(quoin, export.quotes()).write(papers, out);
            }
        };
    }

    private static Function<OutputStream, List<String>> comparison(Matrix matrix, Consumer<OutputStream> body) {
        return out -> {
            body.accept(out);
            return matrix.leftOutInWords();
        };
    }

    private ExportFormat papers() {
        try {
            return SelectionExport.format(format);
        } catch (ProblemException e) {
            throw Problem.invalid(
                    e.getMessage() + "; of a comparison also table, json, cells, quotes, framework, docx and html");
        }
    }

    private Consumer<OutputStream> report(ReportFormat format, Quoin quoin, ComparisonBase base, Matrix matrix) {
        Report report = ComparisonReport.of(quoin, base, matrix, quotes);
        return out -> format.write(report, out);
    }

    private static Consumer<OutputStream> printed(Consumer<PrintStream> body) {
        return out -> {
            var printer = new PrintStream(out, false, StandardCharsets.UTF_8);
            body.accept(printer);
            printer.flush();
        };
    }
}
