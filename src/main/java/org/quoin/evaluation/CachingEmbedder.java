// An embedder that remembers vectors in a folder, so that measuring again costs no embedding.
package org.quoin.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.quoin.search.Embedder;

/// One file a model: records of the text's SHA-256 digest and its vector, appended as they come and held
/// in memory (about 1.7 kB a text and 384 dimensions). A record that was cut short when a process ended is
/// dropped.
public final class CachingEmbedder implements Embedder {
    private static final int DIGEST_BYTES = 32;

    private final Embedder embedder;
    private final FileChannel file;
    private final Map<String, float[]> vectors = new ConcurrentHashMap<>();

    private CachingEmbedder(Embedder embedder, FileChannel file) {
        this.embedder = embedder;
        this.file = file;
    }

    /// @param embedder makes the vectors that are not known yet; closed with the one returned
    /// @param folder made when it is not there; may hold the vectors of many models
    public static CachingEmbedder open(Embedder embedder, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path path = folder.resolve(embedder.modelId().replaceAll("[^A-Za-z0-9.@+-]", "_") + ".vectors");
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            var caching = new CachingEmbedder(embedder, file);
            caching.load();
            return caching;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private void load() throws IOException {
        int length = DIGEST_BYTES + embedder.dimensions() * Float.BYTES;
        long whole = file.size() / length * length;
        file.truncate(whole);
        ByteBuffer record = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        byte[] digest = new byte[DIGEST_BYTES];
        for (long at = 0; at < whole; at += length) {
            record.clear();
            while (record.hasRemaining() && file.read(record, at + record.position()) >= 0) {
                // One read may give less than was asked for.
            }
            record.flip().get(digest);
            float[] vector = new float[embedder.dimensions()];
            record.asFloatBuffer().get(vector);
            vectors.put(HexFormat.of().formatHex(digest), vector);
        }
    }

    @Override
    public String modelId() {
        return embedder.modelId();
    }

    @Override
    public List<Part> parts() {
        return embedder.parts();
    }

    @Override
    public double unrelatedBelow() {
        return embedder.unrelatedBelow();
    }

    @Override
    public Optional<String> unavailableReason() {
        return embedder.unavailableReason();
    }

    @Override
    public boolean recognises(String text) {
        return embedder.recognises(text);
    }

    @Override
    public float[] embedQuery(String query) {
        return remembered("query\n" + query, () -> embedder.embedQuery(query));
    }

    @Override
    public float[] embedPassage(String passage) {
        return remembered("passage\n" + passage, () -> embedder.embedPassage(passage));
    }

    @Override
    public void close() {
        embedder.close();
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the cache of vectors could not be closed", e);
        }
    }

    private float[] remembered(String text, Supplier<float[]> make) {
        byte[] digest = sha256(text);
        String key = HexFormat.of().formatHex(digest);
        float[] vector = vectors.get(key);
        if (vector == null) {
            vector = make.get();
            if (vectors.putIfAbsent(key, vector) == null) {
                append(digest, vector);
            }
        }
        return vector.clone();
    }

    private synchronized void append(byte[] digest, float[] vector) {
        ByteBuffer record =
                ByteBuffer.allocate(DIGEST_BYTES + vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        record.put(digest);
        record.asFloatBuffer().put(vector);
        record.rewind();
        try {
            long end = file.size();
            while (record.hasRemaining()) {
                end += file.write(record, end);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the cache of vectors cannot be written", e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
