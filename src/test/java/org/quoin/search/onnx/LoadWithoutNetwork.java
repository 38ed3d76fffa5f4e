// A program that loads the model where no Java code can open a socket; run by OnnxEmbedderTest in a fresh process.
package org.quoin.search.onnx;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

final class LoadWithoutNetwork {
    private LoadWithoutNetwork() {}

    /// Ends with exit code 1 when anything asked for a socket, even if it got over not getting one.
    // The factory is the one place that sees every socket, also of code that by-passes proxies.
    @SuppressWarnings("deprecation")
    public static void main(String[] args) throws IOException {
        AtomicInteger sockets = new AtomicInteger();
        Socket.setSocketImplFactory(() -> {
            sockets.incrementAndGet();
            new Throwable("a socket was asked for").printStackTrace();
            throw new IllegalStateException("no network here");
        });
        try (OnnxEmbedder embedder = OnnxEmbedder.load()) {
            embedder.embedQuery("what helps services work together");
        }
        System.exit(sockets.get() == 0 ? 0 : 1);
    }
}
