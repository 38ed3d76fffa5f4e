// Every IRI of the data, the ontology and the schemes as an address of this server: a page for people, RDF for
// programs.
package org.quoin.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.quoin.app.Quoin;
import org.quoin.graph.Iris;
import org.quoin.graph.Vocabulary;
import org.quoin.model.Problem;
import org.quoin.sparql.ResultFormat;
import org.quoin.web.page.Download;
import org.quoin.web.page.Page;

final class DataIris {
    static final String PATH = "/id/";
    static final String RESOURCES = "/resource/";
    static final String ONTOLOGY = "/ns";
    static final String SCHEMES = "/scheme/";

    private static final Pattern QUOTATION = Pattern.compile("paper/([^/]+)/quotation/[0-9a-f]+-(\\d+)-(\\d+)");

    private final Quoin quoin;
    private final Templates templates;
    private final Descriptions descriptions;

    DataIris(Quoin quoin, Templates templates) {
        this.quoin = quoin;
        this.templates = templates;
        this.descriptions = new Descriptions(quoin);
    }

    void register(RoutesConfig routes) {
        routes.get(PATH + "<rest>", this::resolve);
        routes.get(RESOURCES + "<rest>", this::page);
        routes.get(ONTOLOGY, this::ontology);
        routes.get(SCHEMES + "{name}", this::scheme);
        routes.get(SCHEMES + "{name}/{key}", this::concept);
    }

    private void resolve(Context ctx) {
        String rest = ctx.pathParam("rest");
        String iri = quoin.iris().base() + rest;
        Graph description = described(iri);
        if (wantsPage(ctx)) {
            Answers.seeOther(ctx, pageOf(rest, iri));
        } else {
            rdf(ctx, description);
        }
    }

    private void page(Context ctx) {
        String iri = quoin.iris().base() + ctx.pathParam("rest");
        Answers.html(ctx, templates.render("resource", "", descriptions.page(iri, described(iri))));
    }

    private void ontology(Context ctx) {
        vocabulary(ctx, quoin.vocabulary().ontologyIri(), descriptions::ontology);
    }

    private void scheme(Context ctx) {
        String name = ctx.pathParam("name");
        vocabulary(ctx, Vocabulary.schemeIri(name), graph -> descriptions.scheme(name, graph));
    }

    private void concept(Context ctx) {
        Answers.seeOther(ctx, SCHEMES + ctx.pathParam("name") + "#" + ctx.pathParam("key"));
    }

    private void vocabulary(Context ctx, String iri, Function<Graph, Page> page) {
        Graph graph = quoin.vocabulary()
                .graph(iri)
                .orElseThrow(() -> Problem.notFound("there is no scheme " + iri + "; the schemes are "
                        + String.join(", ", quoin.vocabulary().schemes().keySet())));
        if (wantsPage(ctx)) {
            Answers.html(ctx, templates.render("terms", "", page.apply(graph)));
        } else {
            rdf(ctx, graph);
        }
    }

    private static boolean wantsPage(Context ctx) {
        ctx.header("Vary", "Accept");
        return ctx.queryParam("format") == null && Accept.of(ctx).prefersHtml(Negotiation.graphMediaTypes());
    }

    private static void rdf(Context ctx, Graph graph) {
        ResultFormat format = Negotiation.choose(ctx, true);
        Answers.stream(ctx, format.mediaType(), out -> format.write(graph, out));
    }

    private Graph described(String iri) {
        return quoin.describe(iri).orElseThrow(() -> Problem.notFound("the base says nothing of <" + iri + ">"));
    }

    private String pageOf(String rest, String iri) {
        Iris iris = quoin.iris();
        var node = NodeFactory.createURI(iri);
        Matcher quotation = QUOTATION.matcher(rest);
        if (quotation.matches()) {
            return "/papers/" + quotation.group(1) + "#q-" + quotation.group(2) + "-" + quotation.group(3);
        }
        Optional<String> own = iris.itemOf(node)
                .map(Urls::evidence)
                .or(() -> iris.paperOf(node).map(Urls::paper))
                .or(() -> iris.paperOfGraph(node).map(Urls::paper));
        return own.orElse(RESOURCES + rest);
    }

    /// Forms in which a resource can be had.
    static List<Download> downloads(String path) {
        return ResultFormat.forGraphs(true).stream()
                .map(format -> new Download(
                        name(format), path + "?format=" + format.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static String name(ResultFormat format) {
        return switch (format) {
            case TURTLE -> "Turtle";
            case JSONLD -> "JSON-LD";
            case NTRIPLES -> "N-Triples";
            case RDFXML -> "RDF/XML";
            case JSON, XML, CSV, TSV, TABLE -> format.name();
        };
    }
}
