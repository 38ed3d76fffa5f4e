// Takes uploaded files in, from programs and from the page, by one rule.
package org.quoin.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Problem;

final class Uploads {
    private static final Set<String> PATHS = Set.of(ImportApi.PATH, ImportPages.PATH);

    /// What a client of a busy server is told to wait.
    private static final Duration RETRY = Duration.ofSeconds(30);

    /// How long a refused upload is read on: who goes on sending while the connection is closed may never see
    /// the answer.
    private static final Duration READ_ON = Duration.ofSeconds(30);

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Imports imports;
    private final WriteAccess access;
    private final UploadLimits limits;

    Uploads(Imports imports, WriteAccess access, UploadLimits limits) {
        this.imports = imports;
        this.access = access;
        this.limits = limits;
    }

    /// Whether a request may be as long as an upload.
    static boolean isUpload(Context ctx) {
        return ctx.method().equals(HandlerType.POST) && PATHS.contains(ctx.path());
    }

    /// Receives the files of a request and has them imported. Who asks is known from the request's header or
    /// from the form; before it is known to be allowed, nothing is written and no place in the queue is taken.
    ///
    /// @throws org.quoin.model.ProblemException ([Problem.Forbidden]); ([Problem.LimitReached]) when too many
    ///     wait already; ([Problem.Invalid]) when it is no form of files
    /// @throws HttpRefusal when the form's type is another, or it holds more than the limits allow
    ImportRun receive(Context ctx) {
        InputStream body = ctx.bodyInputStream();
        try (var receiving = new Receiving(ctx)) {
            receiving.requireHeader();
            UploadForm.read(body, ctx.contentType(), limits, receiving::open);
            return receiving.start();
        } catch (IOException e) {
            throw new UncheckedIOException("an upload could not be stored", e);
        } catch (RuntimeException refused) {
            // Who waits to be told to go on has not sent anything yet.
            if (ctx.header("Expect") == null) {
                readOn(body);
            }
            throw refused;
        }
    }

    private static void readOn(InputStream body) {
        Instant end = Instant.now().plus(READ_ON);
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            while (body.read(buffer) >= 0 && Instant.now().isBefore(end)) {
                // What was refused is dropped.
            }
        } catch (IOException gone) {
            // Nobody is there any more to be answered.
            return;
        }
    }

    /// One upload on its way in.
    private final class Receiving implements AutoCloseable {
        private final Context ctx;
        private Imports.@Nullable Place place;

        Receiving(Context ctx) {
            this.ctx = ctx;
        }

        void requireHeader() {
            if (WriteAccess.isClaimed(ctx) || !access.isGiven()) {
                access.require(ctx);
            }
        }

        UploadFolder open(@Nullable String token) throws IOException {
            if (!WriteAccess.isClaimed(ctx)) {
                access.require(token);
            }
            place = imports.place().orElseThrow(this::busy);
            return place.files();
        }

        ImportRun start() {
            if (place == null) {
                throw new IllegalStateException("a form is read without a place for its files");
            }
            return place.start();
        }

        private RuntimeException busy() {
            ctx.header("Retry-After", String.valueOf(RETRY.toSeconds()));
            return Problem.limitReached("as many uploads wait to be imported as this server keeps waiting ("
                    + limits.waiting() + "): try again in a while, or send all files as one zip archive");
        }

        @Override
        public void close() throws IOException {
            if (place != null) {
                place.close();
            }
        }
    }
}
