// `quoin compare`: what the studies say together, as a matrix.
package org.quoin.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quoin.app.Quoin;
import org.quoin.app.export.ComparisonExport;
import org.quoin.app.export.ComparisonExport.Table;
import org.quoin.app.export.ExportFormat;
import org.quoin.app.export.report.Report;
import org.quoin.app.export.report.ReportFormat;
import org.quoin.app.json.CompareView;
import org.quoin.app.json.Json;
import org.quoin.app.report.ComparisonReport;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
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
    /// What is written; a table as a terminal shows it comes first.
    private enum Form {
        TABLE,
        JSON,
        CSV,
        CELLS,
        QUOTES,
        FRAMEWORK,
        XLSX,
        DOCX,
        HTML,
        RIS,
        BIBTEX;

        static Form named(String name) {
            return Arrays.stream(values())
                    .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("there is no format «" + name + "»; the formats are "
                            + Arrays.stream(values())
                                    .map(form -> form.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(", "))));
        }
    }

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
                    + " html (a report with references), ris or bibtex (the papers of the selection) (default:"
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
        Form form = Form.named(format);
        try (Quoin quoin = home.openFilled("compare", terminal)) {
            var request = new MatrixRequest(
                    side(quoin, rows, sortRows, pinnedRows, maxRows),
                    side(quoin, columns, sortColumns, pinnedColumns, maxColumns),
                    filters.filter(quoin.searchNames()));
            ComparisonBase base = quoin.comparison();
            Matrix matrix = base.matrix(request);
            Consumer<OutputStream> body = body(quoin, form, base, matrix);
            if (output == null) {
                body.accept(terminal.out());
                terminal.out().flush();
            } else {
                WholeFile.write(output, body);
            }
            matrix.leftOutInWords().forEach(note -> terminal.say("left out: " + note));
            return ExitCode.OK;
        }
    }

    private static Side side(Quoin quoin, String axis, String order, @Nullable List<String> pinned, int limit) {
        return new Side(
                Axis.parse(axis, quoin.vocabulary()), Order.named(order), pinned == null ? List.of() : pinned, limit);
    }

    private Consumer<OutputStream> body(Quoin quoin, Form form, ComparisonBase base, Matrix matrix) {
        var export = new ComparisonExport(base, matrix);
        return switch (form) {
            case TABLE -> printed(out -> MatrixTable.print(matrix, out));
            case JSON -> printed(out -> out.println(Json.write(CompareView.of(base, matrix, quotes, null))));
            case CSV -> out -> export.csv(Table.MATRIX, out);
            case CELLS -> out -> export.csv(Table.CELLS, out);
            case QUOTES -> out -> export.csv(Table.QUOTES, out);
            case FRAMEWORK -> out -> export.csv(Table.FRAMEWORK, out);
            case XLSX -> out -> export.xlsx(quotes, out);
            case DOCX -> report(ReportFormat.DOCX, quoin, base, matrix);
            case HTML -> report(ReportFormat.HTML, quoin, base, matrix);
            case RIS -> bibliography(quoin, ExportFormat.RIS, export.quotes().papers());
            case BIBTEX ->
                bibliography(quoin, ExportFormat.BIBTEX, export.quotes().papers());
        };
    }

    private Consumer<OutputStream> report(ReportFormat format, Quoin quoin, ComparisonBase base, Matrix matrix) {
        Report report = ComparisonReport.of(quoin, base, matrix, quotes);
        return out -> format.write(report, out);
    }

    private static Consumer<OutputStream> bibliography(Quoin quoin, ExportFormat format, List<PaperId> papers) {
        return out -> quoin.export(format, papers, out);
    }

    private static Consumer<OutputStream> printed(Consumer<PrintStream> body) {
        return out -> {
            var printer = new PrintStream(out, false, StandardCharsets.UTF_8);
            body.accept(printer);
            printer.flush();
        };
    }
}
