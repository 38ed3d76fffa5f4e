// Who may change the base over HTTP: whoever has the token that the server was started with.
package org.quoin.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Problem;

/// The token comes with every request that changes something and is kept in no cookie, so that no page of
/// another site can make a browser send it.
final class WriteAccess {
    private static final String HEADER = "Authorization";
    private static final String BEARER = "Bearer ";

    private final @Nullable String token;

    WriteAccess(@Nullable String token) {
        this.token = token;
    }

    /// Whether anyone may; otherwise the server is read-only for all.
    boolean isGiven() {
        return token != null;
    }

    /// Whether the request has a token in its header. A form of a page has it in a field.
    static boolean isClaimed(Context ctx) {
        return inHeader(ctx) != null;
    }

    private static @Nullable String inHeader(Context ctx) {
        String given = ctx.header(HEADER);
        return given == null || !given.startsWith(BEARER) ? null : given.substring(BEARER.length());
    }

    /// @throws org.quoin.model.ProblemException ([Problem.Forbidden]) unless the request has the token as bearer
    ///     token
    void require(Context ctx) {
        require(inHeader(ctx));
    }

    /// @param given null for none
    /// @throws org.quoin.model.ProblemException ([Problem.Forbidden]) unless it is the token
    void require(@Nullable String given) {
        if (token == null) {
            throw Problem.forbidden("this server is read-only: start it with a write token («quoin serve"
                    + " --write-token-file FILE») to allow changes");
        }
        if (given == null) {
            throw Problem.forbidden("this server is read-only without its write token: send it as"
                    + " «Authorization: Bearer TOKEN», or give it in the page's form");
        }
        if (!isSame(token, given)) {
            throw Problem.forbidden("this is not the write token of this server: it stands in the file that"
                    + " --write-token-file named when the server was started");
        }
    }

    /// Takes the same time wherever the two differ, so that a token cannot be found out letter by letter.
    private static boolean isSame(String wanted, String given) {
        return MessageDigest.isEqual(wanted.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
