// Imports for programs: upload, look, cancel, fetch the report.
package org.quoin.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.quoin.app.json.ImportReportView;
import org.quoin.app.report.ImportReportFile;
import org.quoin.model.Problem;

final class ImportApi {
    static final String PATH = "/api/imports";

    private final Imports imports;
    private final Uploads uploads;
    private final WriteAccess access;

    ImportApi(Imports imports, Uploads uploads, WriteAccess access) {
        this.imports = imports;
        this.uploads = uploads;
        this.access = access;
    }

    void register(RoutesConfig routes) {
        routes.get(
                PATH,
                ctx -> Answers.json(
                        ctx,
                        new ImportListView(imports.recent().stream()
                                .map(ImportView::inList)
                                .toList())));
        routes.post(PATH, this::start);
        routes.get(PATH + "/{id}", ctx -> Answers.json(ctx, ImportView.whole(run(ctx))));
        routes.delete(PATH + "/{id}", this::cancel);
        routes.get(PATH + "/{id}/report", this::report);
    }

    /// @param imports the latest first
    private record ImportListView(List<ImportView> imports) {}

    /// Where the report of an import is.
    static String reportUrl(String id, ImportReportFile form) {
        return PATH + "/" + id + "/report?format=" + form.name().toLowerCase(Locale.ROOT);
    }

    private ImportRun run(Context ctx) {
        return imports.get(ctx.pathParam("id"));
    }

    private void start(Context ctx) {
        ImportRun run = uploads.receive(ctx);
        ctx.status(HttpStatus.ACCEPTED).header("Location", PATH + "/" + run.id());
        Answers.json(ctx, ImportView.whole(run));
    }

    private void cancel(Context ctx) {
        access.require(ctx);
        Answers.json(ctx, ImportView.whole(imports.cancel(ctx.pathParam("id"))));
    }

    /// Only of an import that has ended, so that no part is taken for the whole.
    private void report(Context ctx) {
        String named = ctx.queryParam("format");
        ImportReportFile form = ImportReportFile.named(named == null ? "json" : named);
        ImportRun.Snapshot now = run(ctx).snapshot();
        if (!now.state().isEnd()) {
            throw Problem.conflict("import " + now.id() + " is " + now.state().key()
                    + ": its report is there when it has ended; " + PATH + "/" + now.id() + " says how far it is");
        }
        ctx.header(
                "Content-Disposition",
                "attachment; filename=\"import-" + now.id() + "." + form.name().toLowerCase(Locale.ROOT) + "\"");
        Answers.stream(ctx, form.mediaType(), out -> {
            try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
                form.write(ImportReportView.of(now.report()), writer);
            } catch (IOException e) {
                throw new UncheckedIOException("the report could not be sent", e);
            }
        });
    }
}
