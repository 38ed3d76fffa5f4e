// The plain text of a paper, in which the places of its quotes are counted.
package org.quoin.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.quoin.app.Quoin;
import org.quoin.text.NormalisedText;

final class Texts {
    private static final String PLAIN = "text/plain";

    private final Quoin quoin;

    Texts(Quoin quoin) {
        this.quoin = quoin;
    }

    void register(RoutesConfig routes) {
        routes.get(
                "/api/papers/{id}/text",
                ctx -> write(ctx, quoin.paper(Api.paper(ctx)).text()));
        routes.before(DataIris.PATH + "paper/{id}/text/{name}", this::atItsIri);
    }

    /// The IRI of a text version answers with the text for whoever asks for plain text, and else as every IRI
    /// does.
    private void atItsIri(Context ctx) {
        if (ctx.method().equals(HandlerType.GET) && prefersPlain(ctx)) {
            String iri = quoin.iris().base() + ctx.path().substring(DataIris.PATH.length());
            quoin.text(iri).ifPresent(text -> {
                ctx.header("Vary", "Accept");
                write(ctx, text);
                ctx.skipRemainingHandlers();
            });
        }
    }

    private static boolean prefersPlain(Context ctx) {
        List<String> offered = Stream.concat(Stream.of(Negotiation.graphMediaTypes()), Stream.of(Accept.HTML, PLAIN))
                .toList();
        return ctx.queryParam("format") == null
                && Accept.of(ctx)
                        .best(offered, type -> type)
                        .filter(PLAIN::equals)
                        .isPresent();
    }

    /// The digest of the text is its entity tag.
    private static void write(Context ctx, NormalisedText text) {
        ctx.header("ETag", "\"" + text.sha256() + "\"")
                .contentType(PLAIN + "; charset=utf-8")
                .result(text.value().getBytes(StandardCharsets.UTF_8));
    }
}
