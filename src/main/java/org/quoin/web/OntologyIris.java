// The IRIs of the ontology, its schemes, shapes, alignments and JSON-LD context as addresses of this server.
package org.quoin.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.quoin.app.Quoin;
import org.quoin.graph.Vocabulary;
import org.quoin.model.Problem;
import org.quoin.web.page.Page;

/// The paths are those of the permanent identifiers (`ontology/w3id/.htaccess`), so that one redirect rule
/// serves all.
final class OntologyIris {
    static final String ONTOLOGY = "/ns";
    static final String SCHEMES = "/scheme/";
    static final String SHAPES = "/shapes";

    private final Quoin quoin;
    private final Templates templates;
    private final OntologyPages pages;

    OntologyIris(Quoin quoin, Templates templates) {
        this.quoin = quoin;
        this.templates = templates;
        this.pages = new OntologyPages(quoin);
    }

    void register(RoutesConfig routes) {
        Vocabulary vocabulary = quoin.vocabulary();
        routes.get(ONTOLOGY, ctx -> document(ctx, vocabulary.ontologyIri(), "ontology", pages::ontology));
        routes.get(ONTOLOGY + "/{version}", this::version);
        routes.get(SHAPES, ctx -> document(ctx, vocabulary.shapesIri(), "shapes", pages::shapes));
        routes.get(SCHEMES + "{name}", this::scheme);
        routes.get(SCHEMES + "{name}/{key}", this::concept);
        routes.get("/alignments/{name}", this::alignment);
        routes.get("/context", this::context);
    }

    private void document(Context ctx, String iri, String template, Supplier<Page> page) {
        Graph graph = published(iri);
        if (Negotiation.wantsPage(ctx)) {
            Answers.html(ctx, templates.render(template, "ontology", page.get()));
        } else {
            Negotiation.rdf(ctx, graph);
        }
    }

    private void scheme(Context ctx) {
        String name = ctx.pathParam("name");
        document(ctx, Vocabulary.schemeIri(name), "terms", () -> pages.scheme(name));
    }

    private void concept(Context ctx) {
        Answers.seeOther(ctx, SCHEMES + ctx.pathParam("name") + "#" + ctx.pathParam("key"));
    }

    /// Released versions are there as data; people are shown the current one.
    private void version(Context ctx) {
        Graph graph = published(quoin.vocabulary().ontologyIri() + "/" + ctx.pathParam("version"));
        if (Negotiation.wantsPage(ctx)) {
            Answers.seeOther(ctx, ONTOLOGY);
        } else {
            Negotiation.rdf(ctx, graph);
        }
    }

    private void alignment(Context ctx) {
        Negotiation.rdf(ctx, published(Vocabulary.alignmentIri(ctx.pathParam("name"))));
    }

    private void context(Context ctx) {
        ctx.contentType("application/ld+json")
                .result(quoin.vocabulary().jsonLdContext().getBytes(StandardCharsets.UTF_8));
    }

    private Graph published(String iri) {
        return quoin.vocabulary()
                .graph(iri)
                .orElseThrow(() -> Problem.notFound("nothing is published as " + iri + "; there are "
                        + String.join(", ", quoin.vocabulary().published())));
    }
}
