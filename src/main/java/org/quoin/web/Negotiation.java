// Chooses the form of an answer in SPARQL's and RDF's formats.
package org.quoin.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.quoin.sparql.ResultFormat;
import org.quoin.web.page.Download;

final class Negotiation {
    private Negotiation() {}

    private record Offer(String mediaType, ResultFormat format) {}

    /// By the parameter `format` if it is there, else by `Accept`.
    ///
    /// @param graphs whether the answer is a graph and not a table
    /// @throws HttpRefusal 406, naming what there is
    static ResultFormat choose(Context ctx, boolean graphs) {
        ctx.header("Vary", "Accept");
        String named = ctx.queryParam("format");
        if (named == null && ctx.isFormUrlencoded()) {
            named = ctx.formParam("format");
        }
        if (named != null) {
            return ResultFormat.named(named);
        }
        List<Offer> offers = offers(graphs);
        return Accept.of(ctx)
                .best(offers, Offer::mediaType)
                .map(Offer::format)
                .orElseThrow(() -> new HttpRefusal(
                        HttpStatus.NOT_ACCEPTABLE,
                        "this answer comes as "
                                + offers.stream().map(Offer::mediaType).collect(Collectors.joining(", "))));
    }

    /// Whether a page is wanted rather than data; a parameter `format` always asks for data.
    static boolean wantsPage(Context ctx) {
        ctx.header("Vary", "Accept");
        return ctx.queryParam("format") == null && Accept.of(ctx).prefersHtml(graphMediaTypes());
    }

    /// Answers with a graph in the form asked for.
    static void rdf(Context ctx, Graph graph) {
        ResultFormat format = choose(ctx, true);
        Answers.stream(ctx, format.mediaType(), out -> format.write(graph, out));
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

    static String[] graphMediaTypes() {
        return offers(true).stream().map(Offer::mediaType).toArray(String[]::new);
    }

    static String[] tableMediaTypes() {
        return offers(false).stream().map(Offer::mediaType).toArray(String[]::new);
    }

    /// The general names that clients send as well stand last, so that they decide only when nothing else fits.
    private static List<Offer> offers(boolean graphs) {
        List<Offer> offers = new ArrayList<>(ResultFormat.forGraphs(graphs).stream()
                .map(format -> new Offer(format.mediaType(), format))
                .toList());
        offers.add(new Offer("application/json", graphs ? ResultFormat.JSONLD : ResultFormat.JSON));
        offers.add(new Offer("application/xml", graphs ? ResultFormat.RDFXML : ResultFormat.XML));
        return offers;
    }
}
