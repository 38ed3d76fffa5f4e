// The pages on which people add papers and see what became of them.
package org.quoin.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quoin.app.Labels;
import org.quoin.app.Quoin;
import org.quoin.app.json.ImportReportView;
import org.quoin.app.report.ImportReportFile;
import org.quoin.model.PaperId;
import org.quoin.model.ProblemException;
import org.quoin.web.ImportRun.Snapshot;
import org.quoin.web.page.Download;
import org.quoin.web.page.ImportPage;
import org.quoin.web.page.ImportPage.Count;
import org.quoin.web.page.ImportPage.Link;
import org.quoin.web.page.ImportPage.Row;
import org.quoin.web.page.ImportsPage;
import org.quoin.web.page.ImportsPage.Past;

final class ImportPages {
    static final String PATH = "/imports";

    private static final String SECTION = "imports";
    private static final String REJECTED = "rejected";

    /// In the order in which they are counted and shown.
    private static final List<String> OUTCOMES = List.of(REJECTED, "imported", "updated", "duplicate", "unchanged");

    private static final Pattern SHA256 = Pattern.compile("\\b([0-9a-f]{12})[0-9a-f]{52}\\b");
    private static final int ROWS = 200;
    private static final int PAPERS_A_ROW = 5;
    private static final int ANNOUNCED_STEPS = 10;
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK).withZone(ZoneId.systemDefault());

    private final Quoin quoin;
    private final Imports imports;
    private final Uploads uploads;
    private final WriteAccess access;
    private final UploadLimits limits;
    private final Templates templates;

    ImportPages(
            Quoin quoin,
            Imports imports,
            Uploads uploads,
            WriteAccess access,
            UploadLimits limits,
            Templates templates) {
        this.quoin = quoin;
        this.imports = imports;
        this.uploads = uploads;
        this.access = access;
        this.limits = limits;
        this.templates = templates;
    }

    void register(RoutesConfig routes) {
        routes.get(PATH, ctx -> form(ctx, ""));
        routes.post(PATH, this::start);
        routes.get(PATH + "/{id}", this::show);
    }

    private void start(Context ctx) {
        try {
            Answers.seeOther(ctx, url(uploads.receive(ctx).id()));
        } catch (ProblemException e) {
            refuse(ctx, ProblemView.of(e.problem()));
        } catch (HttpRefusal e) {
            refuse(ctx, ProblemView.of(e.status(), e.detail()));
        }
    }

    private void refuse(Context ctx, ProblemView problem) {
        ctx.status(HttpStatus.forStatus(problem.status()));
        form(ctx, problem.detail());
    }

    private void form(Context ctx, String problem) {
        var page = new ImportsPage(
                access.isGiven(),
                problem,
                limits.fileBytes(),
                size(limits.fileBytes()),
                limits.requestBytes(),
                size(limits.requestBytes()),
                limits.files(),
                imports.recent().stream()
                        .map(ImportRun::snapshot)
                        .map(ImportPages::past)
                        .toList());
        Answers.html(ctx, templates.render("imports", SECTION, page));
    }

    private static String url(String id) {
        return PATH + "/" + id;
    }

    private static Past past(Snapshot run) {
        String what = switch (run.state()) {
            case WAITING -> "waiting, " + files(run.total());
            case RUNNING -> "running, " + run.done() + " of " + files(run.total());
            case DONE -> ImportReportFile.summary(ImportReportView.of(run.report()));
            case FAILED -> "broke off after " + files(run.done());
            case CANCELLED -> "cancelled after " + files(run.done());
        };
        return new Past(url(run.id()), run.received().toString(), WHEN.format(run.received()), what);
    }

    private void show(Context ctx) {
        Snapshot run = imports.get(ctx.pathParam("id")).snapshot();
        List<ImportReportView.File> files = ImportReportView.of(run.report()).files();
        boolean ended = run.state().isEnd();
        List<ImportReportView.File> shown = ended ? inOrder(files) : List.of();
        var page = new ImportPage(
                url(run.id()),
                heading(run),
                !ended,
                run.done() > 0,
                run.done(),
                run.total(),
                progress(run, Instant.now()),
                announcement(run),
                run.problem() == null ? "" : run.problem(),
                counts(files),
                shown.stream().limit(ROWS).map(this::row).toList(),
                Math.max(0, shown.size() - ROWS),
                run.aside(),
                ended && !files.isEmpty() ? downloads(run.id()) : List.of());
        Answers.html(ctx, templates.render("import", SECTION, page));
    }

    private static String heading(Snapshot run) {
        return switch (run.state()) {
            case WAITING -> "Waiting to be added";
            case RUNNING -> "Adding papers";
            case DONE -> "What became of " + (run.total() == 1 ? "the file" : "the " + files(run.total()));
            case FAILED -> "Adding papers broke off";
            case CANCELLED -> "Adding papers was cancelled";
        };
    }

    /// What is told of a run that goes on.
    private String progress(Snapshot run, Instant now) {
        return switch (run.state()) {
            case WAITING -> "The files are here. Other files are being added first.";
            case RUNNING ->
                run.done() == 0
                        ? "Reading " + files(run.total())
                        : run.done() + " of " + files(run.total()) + pace(run, now);
            case DONE, FAILED, CANCELLED -> "";
        };
    }

    private static String pace(Snapshot run, Instant now) {
        if (run.started() == null) {
            return "";
        }
        double seconds = Math.max(1, Duration.between(run.started(), now).toMillis() / 1000.0);
        double rate = run.done() / seconds;
        long left = Math.round((run.total() - run.done()) / rate);
        String speed = rate >= 1
                ? "about %,d a second".formatted(Math.round(rate))
                : "about %,d a minute".formatted(Math.max(1, Math.round(rate * 60)));
        return " · " + speed + " · " + (left < 60 ? left + " s left" : (left + 30) / 60 + " min left");
    }

    /// A screen reader that told every file would tell nothing else.
    private static String announcement(Snapshot run) {
        return switch (run.state()) {
            case WAITING -> "Waiting";
            case RUNNING ->
                run.done() == 0
                        ? "Reading the files"
                        : run.done() * ANNOUNCED_STEPS / run.total() * (100 / ANNOUNCED_STEPS) + " percent done";
            case DONE -> "Done: " + ImportReportFile.summary(ImportReportView.of(run.report()));
            case FAILED, CANCELLED -> heading(run);
        };
    }

    private static List<Count> counts(List<ImportReportView.File> files) {
        return OUTCOMES.stream()
                .map(outcome -> new Count(
                        outcome,
                        files.stream()
                                        .filter(file -> file.outcome().equals(outcome))
                                        .count()
                                + " " + outcome))
                .filter(count -> !count.words().startsWith("0 "))
                .toList();
    }

    /// Those first that somebody has to do something about, otherwise as they came.
    private static List<ImportReportView.File> inOrder(List<ImportReportView.File> files) {
        return Stream.concat(
                        files.stream().filter(file -> file.outcome().equals(REJECTED)),
                        files.stream().filter(file -> !file.outcome().equals(REJECTED)))
                .toList();
    }

    private Row row(ImportReportView.File file) {
        var details = new ArrayList<String>();
        file.violations().forEach(violation -> details.add(ImportReportFile.words(violation)));
        if (!file.by().isEmpty()) {
            details.add("in the base already, by "
                    + file.by().stream().map(ImportPages::shortened).collect(Collectors.joining(", ")));
        }
        details.addAll(file.notes());
        return new Row(
                file.file(),
                file.outcome(),
                links(file.papers()),
                Math.max(0, file.papers().size() - PAPERS_A_ROW),
                file.reason() == null ? "" : file.reason(),
                details,
                links(file.similar()));
    }

    /// A digest is known by its beginning.
    private static String shortened(String by) {
        return SHA256.matcher(by).replaceAll("$1…");
    }

    private List<Link> links(List<String> papers) {
        return papers.stream().limit(PAPERS_A_ROW).map(this::link).toList();
    }

    private Link link(String paper) {
        var id = new PaperId(paper);
        try {
            return new Link(Labels.of(quoin.paper(id)), Urls.paper(id));
        } catch (ProblemException takenOutSince) {
            return new Link(paper, "");
        }
    }

    private static List<Download> downloads(String id) {
        return Stream.of(ImportReportFile.CSV, ImportReportFile.JSON, ImportReportFile.TXT)
                .map(form -> new Download(form.name(), ImportApi.reportUrl(id, form)))
                .toList();
    }

    private static String files(long number) {
        return Show.count(number, "file", "files");
    }

    /// In units of 1,024, as file managers count.
    private static String size(long bytes) {
        String unit = bytes >= 1L << 30 ? "GB" : bytes >= 1L << 20 ? "MB" : "KB";
        int bits = unit.equals("GB") ? 30 : unit.equals("MB") ? 20 : 10;
        return (bytes >> bits) + " " + unit;
    }
}
