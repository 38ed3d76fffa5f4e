// One loaded model with its tokenizer: a text in, a vector of unit length out.
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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.quoin.search.onnx.ModelFiles.Pooling;

/// One text at a time, unpadded, on the caller's thread: on CPUs like those measured, batches and threads
/// inside one text cost more than they bring. To embed many texts, call from one thread a core.
///
/// Safe for many threads, but not while it is being closed.
final class OnnxModel {
    /// Longest input in word pieces, the two special ones included.
    private static final int MAX_TOKENS = 512;

    private final ModelFiles files;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;

    private OnnxModel(
            ModelFiles files, OrtEnvironment environment, OrtSession session, HuggingFaceTokenizer tokenizer) {
        this.files = files;
        this.environment = environment;
        this.session = session;
        this.tokenizer = tokenizer;
    }

    static OnnxModel load(ModelFiles files) throws IOException, OrtException {
        byte[] tokenizerJson = resource(files.tokenizer(), files.tokenizerSha256());
        byte[] model = resource(files.model(), files.modelSha256());
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
            return new OnnxModel(files, environment, environment.createSession(model, options), tokenizer);
        } catch (OrtException | RuntimeException | Error e) {
            tokenizer.close();
            throw e;
        }
    }

    /// The word pieces of a text, the special ones included.
    List<String> pieces(String text) {
        return List.of(tokenizer.encode(text).getTokens());
    }

    float[] query(String text) throws OrtException {
        return passage(files.queryInstruction() + text);
    }

    float[] passage(String text) throws OrtException {
        Encoding encoding = tokenizer.encode(text);
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
            FloatBuffer hiddenStates = ((OnnxTensor) result.get(0)).getFloatBuffer();
            return unit(pooled(hiddenStates, files.pooling() == Pooling.MEAN ? ids.length : 1));
        }
    }

    void close() throws OrtException {
        tokenizer.close();
        session.close();
    }

    /// The sum of the first tokens' hidden states: of unit length, it is their mean.
    private static float[] pooled(FloatBuffer hiddenStates, int tokens) {
        float[] sum = new float[ModelFiles.DIMENSIONS];
        float[] token = new float[ModelFiles.DIMENSIONS];
        for (int t = 0; t < tokens; t++) {
            hiddenStates.get(token);
            for (int d = 0; d < sum.length; d++) {
                sum[d] += token[d];
            }
        }
        return sum;
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float x : vector) {
            squares += (double) x * x;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    private static byte[] resource(String name, String sha256) throws IOException {
        try (InputStream in = OnnxModel.class.getResourceAsStream(name)) {
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
}
