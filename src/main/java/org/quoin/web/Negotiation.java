// Chooses the form of an answer in SPARQL's and RDF's formats.
package org.quoin.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.quoin.sparql.ResultFormat;

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
