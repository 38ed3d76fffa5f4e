// Turns everything that was thrown into an answer: a problem for programs, a page for people.
package org.quoin.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.UUID;
import org.quoin.app.json.Json;
import org.quoin.model.ProblemException;
import org.quoin.web.page.ErrorPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private final Templates templates;

    Errors(Templates templates) {
        this.templates = templates;
    }

    void register(RoutesConfig routes) {
        routes.exception(ProblemException.class, (e, ctx) -> answer(ctx, ProblemView.of(e.problem())));
        routes.exception(HttpRefusal.class, (e, ctx) -> answer(ctx, ProblemView.of(e.status(), e.detail())));
        routes.exception(
                HttpResponseException.class,
                (e, ctx) -> answer(ctx, ProblemView.of(HttpStatus.forStatus(e.getStatus()), detail(e, ctx))));
        routes.exception(Exception.class, (e, ctx) -> {
            String incident = UUID.randomUUID().toString();
            LOG.error("{} {} failed, incident {}", ctx.method(), ctx.path(), incident, e);
            answer(ctx, ProblemView.unexpected(incident));
        });
    }

    private static String detail(HttpResponseException e, Context ctx) {
        return switch (HttpStatus.forStatus(e.getStatus())) {
            case NOT_FOUND -> "there is nothing at " + ctx.path() + "; /api lists what there is";
            case METHOD_NOT_ALLOWED -> ctx.method() + " is not answered at " + ctx.path();
            default -> String.valueOf(e.getMessage());
        };
    }

    private void answer(Context ctx, ProblemView problem) {
        ctx.status(problem.status());
        ctx.header("Vary", "Accept");
        ctx.removeHeader("Content-Disposition");
        // Programs get JSON from the API whatever else they say they take.
        if (!ctx.path().startsWith("/api/") && Accept.of(ctx).prefersHtml()) {
            var page = new ErrorPage(
                    problem.status(),
                    problem.title(),
                    problem.detail(),
                    problem.violations().stream().map(Object::toString).toList());
            Answers.html(ctx, templates.render("error", "", page));
        } else {
            ctx.contentType(ProblemView.MEDIA_TYPE).result(Answers.utf8(Json.write(problem)));
        }
    }
}
