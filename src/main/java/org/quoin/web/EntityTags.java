// Entity tags: an answer that has not changed is not sent again.
package org.quoin.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayInputStream;
import org.quoin.model.Sha256;

/// Javalin compares the tag with the one that the client has. The tags it can make itself take longer than a
/// large page does: they are counted up a byte at a time.
final class EntityTags {
    private EntityTags() {}

    /// To what is given whole and has no tag yet.
    static void add(Context ctx) {
        if (ctx.method().equals(HandlerType.GET)
                && ctx.status().equals(HttpStatus.OK)
                && ctx.res().getHeader("ETag") == null
                && ctx.resultInputStream() instanceof ByteArrayInputStream body) {
            String digest = Sha256.hex(body.readAllBytes());
            body.reset();
            ctx.header("ETag", "\"" + digest + "\"");
        }
    }
}
