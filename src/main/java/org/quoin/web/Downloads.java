// Answers that are to be saved as a file.
package org.quoin.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.quoin.app.SelectionExport;
import org.quoin.app.export.ExportFormat;
import org.quoin.app.export.report.Report;
import org.quoin.app.export.report.ReportFormat;
import org.quoin.web.page.Download;

final class Downloads {
    private Downloads() {}

    /// Text, sent while it is made.
    ///
    /// @param name letters, digits, hyphens and full stops alone
    static void stream(Context ctx, String name, String mediaType, Consumer<OutputStream> content) {
        named(ctx, name);
        Answers.stream(ctx, mediaType, content);
    }

    /// Bytes that mean nothing before they are complete.
    static void whole(Context ctx, String name, String mediaType, Consumer<OutputStream> content) {
        var bytes = new ByteArrayOutputStream();
        content.accept(bytes);
        named(ctx, name);
        ctx.contentType(mediaType).result(bytes.toByteArray());
    }

    static void report(Context ctx, String name, ReportFormat format, Report report) {
        String file = name + "." + format.extension();
        switch (format) {
            case DOCX -> whole(ctx, file, format.mediaType(), out -> format.write(report, out));
            case HTML -> {
                // A page that stands alone brings its style with it, and nothing else is to come to life in it.
                ctx.header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
                whole(ctx, file, format.mediaType() + "; charset=utf-8", out -> format.write(report, out));
            }
        }
    }

    /// What was selected, as a table or as the papers that it is from.
    static void selection(Context ctx, ExportFormat format, SelectionExport selection) {
        String extension = "." + format.extension();
        switch (format) {
            case CSV -> stream(ctx, "quotes" + extension, format.mediaType(), out -> selection.write(format, out));
            case XLSX -> whole(ctx, "quotes" + extension, format.mediaType(), out -> selection.write(format, out));
            default -> stream(ctx, "studies" + extension, format.mediaType(), out -> selection.write(format, out));
        }
    }

    /// How the exchange forms of a selection are called.
    static List<Download> ofPapers(String noun, Function<ExportFormat, String> url) {
        return List.of(
                new Download(noun + " as RIS", url.apply(ExportFormat.RIS)),
                new Download("BibTeX", url.apply(ExportFormat.BIBTEX)),
                new Download("TriG", url.apply(ExportFormat.TRIG)),
                new Download("Turtle", url.apply(ExportFormat.TURTLE)),
                new Download("JSON-LD", url.apply(ExportFormat.JSONLD)),
                new Download("REFI-QDA", url.apply(ExportFormat.REFI_QDA)));
    }

    private static void named(Context ctx, String name) {
        ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
}
