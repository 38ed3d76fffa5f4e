// Writes answers: JSON, streamed content, redirects.
package org.quoin.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.quoin.app.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private Answers() {}

    static void json(Context ctx, Object view) {
        ctx.contentType("application/json").result(utf8(Json.write(view)));
    }

    /// JSON is UTF-8 whatever its media type says of a charset, which Javalin would go by.
    static byte[] utf8(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    static void html(Context ctx, String html) {
        ctx.contentType("text/html; charset=utf-8").result(html);
    }

    /// The thing asked for is described elsewhere.
    static void seeOther(Context ctx, String path) {
        ctx.redirect(path, HttpStatus.SEE_OTHER);
    }

    /// Streams content. If it breaks after a part was sent, the connection is cut, so that no client takes the
    /// part for the whole.
    static void stream(Context ctx, String mediaType, Consumer<OutputStream> content) {
        // JSON has no such parameter (RFC 8259): it is UTF-8 always.
        ctx.contentType(mediaType.contains("json") ? mediaType : mediaType + "; charset=utf-8");
        var out = new DeferredOutput(ctx);
        try {
            content.accept(out);
            out.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("the answer could not be sent", e);
        } catch (RuntimeException e) {
            if (!out.streaming()) {
                throw e;
            }
            LOG.warn("an answer broke off after its beginning was sent, and so the connection is cut", e);
            ServletContextRequest.getServletContextRequest(ctx.req())
                    .getConnectionMetaData()
                    .getConnection()
                    .getEndPoint()
                    .close();
        }
    }
}
