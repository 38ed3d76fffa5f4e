// The plain text of a paper, in which the places of its quotes are counted.
package org.quoin.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quoin.app.Quoin;
import org.quoin.graph.PaperRecord;
import org.quoin.model.Problem;
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
                ctx -> write(ctx, text(quoin.paper(Api.paper(ctx)), ctx.queryParam("sha256"))));
        routes.before(DataIris.PATH + "paper/{id}/text/{name}", this::atItsIri);
    }

    /// @param sha256 which of the paper's texts; null for the present one
    private static NormalisedText text(PaperRecord record, @Nullable String sha256) {
        return sha256 == null
                ? record.text()
                : Stream.concat(Stream.of(record.text()), record.earlier().stream())
                        .filter(text -> text.sha256().equals(sha256))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound(
                                "paper " + record.paper().id() + " has no text with the SHA-256 " + sha256));
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
