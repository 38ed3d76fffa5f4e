// Comparison matrix and evidence map: their pages and their data.
package org.quoin.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quoin.app.Quoin;
import org.quoin.app.export.EvidenceMap;
import org.quoin.synthesis.ComparisonBase;
import org.quoin.synthesis.Matrix;
import org.quoin.synthesis.MatrixRequest;
import org.quoin.web.CompareParameters.Opened;
import org.quoin.web.page.CompareForm;
import org.quoin.web.page.ComparePage;
import org.quoin.web.page.Download;
import org.quoin.web.page.MapPage;
import org.quoin.web.page.OpenedCell;

final class ComparePages {
    static final String COMPARE = "/compare";
    static final String MAP = "/map";

    private static final Map<String, String> USUAL = CompareParameters.usual("study", "factor", 50, 20);
    /// Quotes take room: a framework matrix shows fewer at a time.
    private static final Map<String, String> USUAL_FRAMEWORK = CompareParameters.usual("study", "factor", 20, 8);

    private static final Map<String, String> USUAL_MAP = CompareParameters.usual("factor", "setting", 60, 20);
    private static final Map<String, String> USUAL_DATA = CompareParameters.usual("study", "factor", 500, 60);

    private final Quoin quoin;
    private final Templates templates;
    private final CompareParameters parameters;
    private final CompareForms forms;
    private final MatrixTables tables;
    private final Show show;
    private final CompareFiles files;

    ComparePages(Quoin quoin, Templates templates) {
        this.quoin = quoin;
        this.templates = templates;
        this.parameters = new CompareParameters(quoin);
        this.forms = new CompareForms(quoin);
        this.show = new Show(quoin);
        this.files = new CompareFiles(quoin);
        this.tables = new MatrixTables(show);
    }

    void register(RoutesConfig routes) {
        routes.get(COMPARE, this::compare);
        routes.get(MAP, this::map);
        routes.get(CompareFiles.PATH, ctx -> files.send(ctx, USUAL_DATA));
        routes.get("/api/map", this::mapData);
    }

    private void compare(Context ctx) {
        boolean framework = parameters.framework(ctx);
        Map<String, String> usual = framework ? USUAL_FRAMEWORK : USUAL;
        MatrixRequest request = parameters.read(ctx, usual);
        CompareAddress address = CompareAddress.of(ctx, COMPARE, usual);
        ComparisonBase base = quoin.comparison();
        Matrix matrix = base.matrix(request);
        CompareForm form = forms.of(address, request, base, usual, framework);
        var page = new ComparePage(
                title(request),
                summary(base, matrix),
                form,
                base.items() == 0,
                matrix.isEmpty(),
                tables.of(base, matrix, address, framework),
                MatrixTables.legend(),
                matrix.leftOutInWords(),
                more(matrix, address),
                openedCell(ctx, base, request, address),
                address.with("view", framework ? new String[0] : new String[] {CompareParameters.FRAMEWORK})
                        .with("cell")
                        .url(),
                framework,
                address.at(MAP)
                        .with("view")
                        .with("cell")
                        .with("rows", request.rows().axis().toString())
                        .with("columns", request.columns().axis().toString())
                        .url(),
                CompareFiles.links(asSeen(address.at(CompareFiles.PATH), request), framework));
        Answers.html(ctx, templates.render("compare", "compare", page));
    }

    private static String title(MatrixRequest request) {
        return "Compare " + CompareForms.plural(request.rows().axis()) + " by "
                + CompareForms.plural(request.columns().axis());
    }

    private static String summary(ComparisonBase base, Matrix matrix) {
        long fictional =
                base.studies().stream().filter(study -> study.fictional()).count();
        return "%s, %s, %s of evidence%s"
                .formatted(
                        Show.count(matrix.total().studies(), "study", "studies"),
                        Show.count(matrix.total().items(), "claim", "claims"),
                        Show.count(matrix.total().quotes(), "quote", "quotes"),
                        fictional == 0
                                ? "."
                                : ". " + Show.count(fictional, "study", "studies")
                                        + " in this base are fictional, written for demonstration.");
    }

    private OpenedCell openedCell(Context ctx, ComparisonBase base, MatrixRequest request, CompareAddress address) {
        Opened opened = parameters.opened(ctx);
        return opened == null
                ? OpenedCell.NONE
                : new OpenedCells(show, address).of(base, request, base.open(request, opened.row(), opened.column()));
    }

    /// Where all headings can be seen, when some are not shown.
    private static List<Download> more(Matrix matrix, CompareAddress address) {
        var more = new ArrayList<Download>();
        if (matrix.rows().size() < matrix.allRows()) {
            int all = Math.min(matrix.allRows(), MatrixRequest.MAX_LIMIT);
            more.add(new Download(
                    "Show " + all + " rows",
                    address.with("maxRows", Integer.toString(all)).url()));
        }
        if (matrix.columns().size() < matrix.allColumns()) {
            int all = Math.min(matrix.allColumns(), MatrixRequest.MAX_LIMIT);
            more.add(new Download(
                    "Show " + all + " columns",
                    address.with("maxColumns", Integer.toString(all)).url()));
        }
        return more;
    }

    /// With the limits of the page, so that a file shows what was seen.
    private static CompareAddress asSeen(CompareAddress address, MatrixRequest request) {
        return address.with("cell")
                .with("rows", request.rows().axis().toString())
                .with("columns", request.columns().axis().toString())
                .with("maxRows", Integer.toString(request.rows().limit()))
                .with("maxColumns", Integer.toString(request.columns().limit()));
    }

    private void map(Context ctx) {
        MatrixRequest request = parameters.read(ctx, USUAL_MAP);
        CompareAddress address = CompareAddress.of(ctx, MAP, USUAL_MAP);
        ComparisonBase base = quoin.comparison();
        Matrix matrix = base.matrix(request);
        var page = new MapPage(
                mapTitle(request),
                summary(base, matrix),
                forms.of(address, request, base, USUAL_MAP, false),
                base.items() == 0,
                matrix.isEmpty(),
                matrix.isEmpty() ? "" : draw(matrix, address, false),
                tables.of(base, matrix, asSeen(address.at(COMPARE), request), false),
                MatrixTables.legend(),
                matrix.leftOutInWords(),
                more(matrix, address),
                List.of(
                        new Download(
                                "SVG",
                                asSeen(address.at("/api/map"), request)
                                        .with("format", "svg")
                                        .url()),
                        new Download(
                                "CSV",
                                asSeen(address.at("/api/map"), request)
                                        .with("format", "csv")
                                        .with("table", "cells")
                                        .url()),
                        new Download(
                                "JSON", asSeen(address.at("/api/map"), request).url())));
        Answers.html(ctx, templates.render("map", "map", page));
    }

    private static String mapTitle(MatrixRequest request) {
        return "Evidence map: " + CompareForms.plural(request.rows().axis()) + " by "
                + CompareForms.plural(request.columns().axis());
    }

    private static String draw(Matrix matrix, CompareAddress address, boolean alone) {
        CompareAddress cells = asSeen(address.at(COMPARE).with("format"), matrix.request());
        return EvidenceMap.draw(matrix, mapTitle(matrix.request()), cells::opening, alone);
    }

    private void mapData(Context ctx) {
        if (!SearchParameters.single(ctx, "format", "json").equals("svg")) {
            files.send(ctx, USUAL_MAP);
            return;
        }
        Matrix matrix = quoin.comparison().matrix(parameters.read(ctx, USUAL_MAP));
        String svg = draw(matrix, CompareAddress.of(ctx, MAP, USUAL_MAP), true);
        // A picture that stands alone brings its colours with it.
        ctx.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
                .contentType("image/svg+xml; charset=utf-8")
                .result(svg);
    }
}
