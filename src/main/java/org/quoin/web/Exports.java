// The exchange forms at their addresses: files, Web Annotations, nanopublications.
package org.quoin.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.quoin.app.Quoin;
import org.quoin.app.export.ExportFormat;
import org.quoin.graph.Nanopublication;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;

final class Exports {
    private final Quoin quoin;

    Exports(Quoin quoin) {
        this.quoin = quoin;
    }

    /// To be registered before the addresses of the data, which take every IRI for that of something stored.
    void register(RoutesConfig routes) {
        routes.get("/api/export", ctx -> export(ctx, List.of()));
        routes.get("/api/papers/{id}/export", ctx -> export(ctx, List.of(Api.paper(ctx))));
        routes.get("/api/annotations", ctx -> annotations(ctx, papers(ctx)));
        routes.get("/api/papers/{id}/annotations", ctx -> annotations(ctx, List.of(Api.paper(ctx))));
        routes.get("/api/evidence/{paper}/{name}/nanopub", ctx -> write(ctx, quoin.nanopublication(Api.item(ctx))));
        routes.get(DataIris.PATH + "annotations", ctx -> {
            String query = ctx.queryString();
            Answers.seeOther(ctx, "/api/annotations" + (query == null ? "" : "?" + query));
        });
        routes.get(
                DataIris.PATH + "paper/{id}/annotations",
                ctx -> Answers.seeOther(ctx, "/api/papers/" + Api.paper(ctx) + "/annotations"));
        routes.get(DataIris.PATH + "nanopub/{paper}/{name}/{code}", this::trusty);
    }

    private void export(Context ctx, List<PaperId> papers) {
        String named = ctx.queryParam("format");
        ExportFormat format = ExportFormat.named(named == null ? "trig" : named);
        papers.forEach(quoin::paper);
        String name = papers.isEmpty() ? "quoin" : papers.getFirst().value();
        Downloads.stream(
                ctx, name + "." + format.extension(), format.mediaType(), out -> quoin.export(format, papers, out));
    }

    /// Shown and not saved: annotation clients read the address itself.
    private void annotations(Context ctx, List<PaperId> papers) {
        papers.forEach(quoin::paper);
        Answers.stream(
                ctx, ExportFormat.ANNOTATIONS.mediaType(), out -> quoin.export(ExportFormat.ANNOTATIONS, papers, out));
    }

    private static void write(Context ctx, Nanopublication nanopublication) {
        Answers.stream(ctx, ExportFormat.NANOPUB.mediaType(), nanopublication::write);
    }

    /// The content must be that which the code in the address was made of: when the item has changed since, it
    /// is not there any more.
    private void trusty(Context ctx) {
        Nanopublication now = quoin.nanopublication(Api.item(ctx));
        String asked = quoin.iris()
                .nanopublication(Api.item(ctx), ctx.pathParam("code"))
                .getURI();
        if (!now.iri().equals(asked)) {
            throw Problem.notFound(
                    "the base does not hold <" + asked + ">; of that item it now holds <" + now.iri() + ">");
        }
        write(ctx, now);
    }

    private static List<PaperId> papers(Context ctx) {
        return ctx.queryParams("paper").stream().map(PaperId::new).toList();
    }
}
