// The JSON API.
package org.quoin.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quoin.app.Health;
import org.quoin.app.Quoin;
import org.quoin.app.json.EvidenceView;
import org.quoin.app.json.PaperListView;
import org.quoin.app.json.PaperView;
import org.quoin.app.json.PassagesView;
import org.quoin.graph.PaperRecord;
import org.quoin.model.ItemId;
import org.quoin.model.PaperId;
import org.quoin.search.SearchRequest;
import org.quoin.web.page.ApiPage;

final class Api {
    private final Quoin quoin;
    private final Templates templates;
    private final ApiDescription description;
    private final SearchParameters parameters;

    Api(Quoin quoin, ApiDescription description, Templates templates) {
        this.quoin = quoin;
        this.description = description;
        this.templates = templates;
        this.parameters = new SearchParameters(quoin);
    }

    void register(RoutesConfig routes) {
        routes.get("/api", this::index);
        routes.get(ApiDescription.PATH, ctx -> Answers.json(ctx, description.document()));
        routes.get(SearchFiles.PATH, new SearchFiles(quoin)::send);
        routes.get("/api/passages", this::passages);
        routes.get("/api/papers", ctx -> Answers.json(ctx, PaperListView.of(quoin.papers(), quoin)));
        routes.get("/api/papers/{id}", ctx -> Answers.json(ctx, PaperView.of(quoin.paper(paper(ctx)), quoin)));
        routes.get("/api/evidence/{paper}/{name}", this::evidence);
        routes.get("/api/health", this::health);
    }

    /// @param status `ok`, or `degraded` when a part does not work that search can do without
    /// @param version of the program
    /// @param lag commits that the index has not yet taken in
    private record HealthView(
            String status,
            String version,
            long papers,
            long items,
            long sequence,
            long indexSequence,
            long lag,
            @Nullable String model,
            @Nullable String modelProblem,
            @Nullable String indexProblem,
            long withoutVectors) {
        static HealthView of(Health health, String version) {
            return new HealthView(
                    health.ok() ? "ok" : "degraded",
                    version,
                    health.papers(),
                    health.items(),
                    health.sequence(),
                    health.indexSequence(),
                    health.lag(),
                    health.model(),
                    health.modelProblem(),
                    health.indexProblem(),
                    health.withoutVectors());
        }
    }

    private void index(Context ctx) {
        // RFC 8631: where the description for programs is.
        ctx.header("Vary", "Accept").header("Link", "<" + ApiDescription.PATH + ">; rel=\"service-desc\"");
        ApiPage page = description.page();
        if (Accept.of(ctx).prefersHtml("application/json")) {
            Answers.html(ctx, templates.render("api", "api", page));
        } else {
            Map<String, String> paths = new LinkedHashMap<>();
            page.routes().forEach(route -> paths.put(route.call(), route.answer()));
            Answers.json(ctx, paths);
        }
    }

    private void passages(Context ctx) {
        SearchRequest request = parameters.read(ctx);
        Answers.json(ctx, PassagesView.of(request, quoin.searchPassages(request)));
    }

    private void evidence(Context ctx) {
        Answers.json(ctx, Evidence.find(quoin, item(ctx)).view(quoin));
    }

    private void health(Context ctx) {
        Answers.json(ctx, HealthView.of(quoin.health(), Version.CURRENT));
    }

    static PaperId paper(Context ctx) {
        return new PaperId(ctx.pathParam("id"));
    }

    static ItemId item(Context ctx) {
        return new ItemId(ctx.pathParam("paper") + "/" + ctx.pathParam("name"));
    }

    /// An item with the paper it stands in.
    record Evidence(PaperRecord paper, int index) {
        static Evidence find(Quoin quoin, ItemId id) {
            PaperRecord paper = quoin.paper(id.paper());
            int index = paper.items().indexOf(quoin.item(id));
            return new Evidence(paper, index);
        }

        EvidenceView view(Quoin quoin) {
            return EvidenceView.of(
                    paper.items().get(index), quoin.documents(paper).get(index), quoin);
        }
    }
}
