// What every request has to pass and every answer has to carry.
package org.quoin.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.quoin.model.Problem;

/// A page of a foreign site may make a browser on this computer send requests here under that site's own name
/// (DNS rebinding), so the `Host` must be one of ours.
final class Guard {
    /// No script, style, picture or request from anywhere but this server. Pico.css draws its icons from
    /// `data:`.
    static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self' data:; connect-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";
    /// YASGUI sets styles from its script.
    static final String YASGUI_CONTENT_POLICY =
            CONTENT_POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

    private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");

    private final Set<String> hosts = new HashSet<>(THIS_COMPUTER);
    private final long maxRequestBytes;
    private final long maxUploadBytes;

    Guard(ServerSettings settings) {
        settings.hostNames().forEach(name -> hosts.add(name.toLowerCase(Locale.ROOT)));
        if (!EVERY_ADDRESS.contains(settings.host())) {
            hosts.add(settings.host().toLowerCase(Locale.ROOT));
        }
        maxRequestBytes = settings.maxRequestBytes();
        maxUploadBytes = settings.uploads().requestBytes();
    }

    void check(Context ctx) {
        ctx.header("Content-Security-Policy", CONTENT_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
                // The base may change at any moment; an ETag makes asking again cheap.
                .header("Cache-Control", "no-cache");
        String host = withoutPort(String.valueOf(ctx.host()));
        if (!hosts.contains(host)) {
            throw Problem.forbidden("this server does not answer for the host «" + host
                    + "»: use localhost, or name the host when starting it");
        }
        checkLength(ctx);
    }

    private void checkLength(Context ctx) {
        long length = ctx.req().getContentLengthLong();
        long most = Uploads.isUpload(ctx) ? maxUploadBytes : maxRequestBytes;
        if (length > most) {
            throw new HttpRefusal(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "the request body has " + length + " bytes, at most " + most + " are read");
        }
        if (ctx.header("Transfer-Encoding") != null) {
            throw new HttpRefusal(
                    HttpStatus.LENGTH_REQUIRED, "a request body must come with its Content-Length, not in chunks");
        }
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        boolean port = colon > host.lastIndexOf(']');
        return (port ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
    }
}
