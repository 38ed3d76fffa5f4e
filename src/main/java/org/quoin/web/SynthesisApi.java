// Syntheses for programs: read by all, written by whoever has the write token.
package org.quoin.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.quoin.app.Quoin;
import org.quoin.app.export.report.ReportFormat;
import org.quoin.app.json.SuggestionView;
import org.quoin.app.json.SynthesisListView;
import org.quoin.app.json.SynthesisView;
import org.quoin.app.report.SynthesisReport;
import org.quoin.model.SynthesisId;

final class SynthesisApi {
    private static final String PATH = "/api/syntheses";
    private static final String ONE = PATH + "/{id}";

    private final Quoin quoin;
    private final WriteAccess access;

    SynthesisApi(Quoin quoin, WriteAccess access) {
        this.quoin = quoin;
        this.access = access;
    }

    void register(RoutesConfig routes) {
        routes.get(PATH, ctx -> Answers.json(ctx, SynthesisListView.of(quoin)));
        routes.get(ONE, this::show);
        routes.get(
                ONE + "/suggestions",
                ctx -> Answers.json(ctx, SuggestionView.of(quoin.suggestions(id(ctx)), quoin.vocabulary())));
        routes.get(
                ONE + "/file",
                ctx -> ctx.contentType("application/yaml; charset=utf-8")
                        .header("Content-Disposition", "attachment; filename=\"" + id(ctx) + ".yaml\"")
                        .result(quoin.syntheses().yaml(id(ctx))));
        routes.get(ONE + "/report", this::report);
        routes.put(ONE, this::put);
        routes.delete(ONE, this::delete);
    }

    private void show(Context ctx) {
        Answers.json(ctx, SynthesisView.of(quoin.syntheses().get(id(ctx)), quoin));
    }

    private void report(Context ctx) {
        SynthesisId id = id(ctx);
        ReportFormat format = ReportFormat.named(SearchParameters.single(ctx, "format", "html"));
        Downloads.report(ctx, id.value(), format, SynthesisReport.of(quoin, id));
    }

    private void put(Context ctx) {
        access.require(ctx);
        SynthesisId id = id(ctx);
        boolean there = quoin.syntheses().find(id).isPresent();
        quoin.syntheses().put(id, ctx.body());
        ctx.status(there ? HttpStatus.OK : HttpStatus.CREATED);
        show(ctx);
    }

    private void delete(Context ctx) {
        access.require(ctx);
        quoin.syntheses().delete(id(ctx));
        ctx.status(HttpStatus.NO_CONTENT);
    }

    static SynthesisId id(Context ctx) {
        return new SynthesisId(ctx.pathParam("id"));
    }
}
