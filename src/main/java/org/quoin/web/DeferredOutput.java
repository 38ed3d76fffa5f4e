// Holds back the beginning of an answer, so that a failure near its start can still become a problem.
package org.quoin.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/// A short answer is given as a whole, with length and ETag; a long one is streamed from the moment the buffer
/// is full.
final class DeferredOutput extends OutputStream {
    private static final int HELD_BACK = 64 * 1024;

    private final Context ctx;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private @Nullable OutputStream open;

    DeferredOutput(Context ctx) {
        this.ctx = ctx;
    }

    /// Whether a part of the answer is already on its way.
    boolean streaming() {
        return open != null;
    }

    /// Gives out what is held back. To be called once the answer is complete, and not when it failed.
    void finish() throws IOException {
        if (open == null) {
            ctx.result(held.toByteArray());
        } else {
            open.flush();
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (open != null) {
            open.write(bytes, offset, length);
        } else if (held.size() + length <= HELD_BACK) {
            held.write(bytes, offset, length);
        } else {
            open = ctx.outputStream();
            held.writeTo(open);
            held.reset();
            open.write(bytes, offset, length);
        }
    }

    /// Writers flush when they like; what is held back stays so until the buffer is full.
    @Override
    public void flush() throws IOException {
        if (open != null) {
            open.flush();
        }
    }
}
