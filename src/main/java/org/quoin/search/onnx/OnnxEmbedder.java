// Two small embedding models side by side, run in this process from files that are on the class path.
package org.quoin.search.onnx;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.search.Embedder;

/// bge-small-en-v1.5 is the better judge of whole passages, all-MiniLM-L6-v2 of single sentences without
/// context; on every collection measured both together are better than either (docs/performance.md). A
/// vector is theirs one after the other.
///
/// A passage is embedded on the caller's thread; to embed many, call from one thread a core. For a query, which
/// somebody waits for, the smaller model works beside the larger on a thread of its own.
public final class OnnxEmbedder implements Embedder {
    private static final ModelFiles BGE = ModelFiles.BGE_SMALL;
    private static final ModelFiles MINI_LM = ModelFiles.MINI_LM;

    private static final String MODEL_ID = BGE.id() + "+" + MINI_LM.id();

    /// Cosines of bge-small spread half as much as those of MiniLM (among the 200 nearest passages of five
    /// collections' training queries 0.03 to 0.04 against 0.05 to 0.08): weighted like this, both have the
    /// same say in which passages are near.
    private static final double BGE_WEIGHT = 2.0 / 3;

    /// Shares chosen on training queries: bge-small is better by 0.09 nDCG@10 on abstracts (scifact),
    /// worse by 0.07 on single sentences without context.
    private static final List<Part> PARTS =
            List.of(new Part(ModelFiles.DIMENSIONS, 0.4, 0.6), new Part(ModelFiles.DIMENSIONS, 0.6, 0.4));

    /// Measured with 480 questions on 3,441 quotes: every right answer is above 0.5 when its article's
    /// title stands beside it, and 99 % are above 0.37 when it stands alone; for 15 questions of other
    /// fields (recipes, football, passwords) the median quote is at 0.25 to 0.28, the nearest one mostly
    /// at 0.40. On a collection of health questions in plain words 0.42 costs 0.003 nDCG@10, 0.38 nothing.
    private static final double UNRELATED_BELOW = 0.38;

    /// Begin and end of every text; `[UNK]`, for characters that no piece has, is counted.
    private static final Set<String> SPECIAL_PIECES = Set.of("[CLS]", "[SEP]");

    /// Fewest letters and digits a word piece of a meaningful text has on average. What the models have no words
    /// for falls apart into shorter ones (`qzxv`: 1.0, `asdf jkl qwertz`: 1.6, Cyrillic: 1.0); of 1,589 questions
    /// of two collections none was below, of a third's 3,237 were 45, all single abbreviations.
    private static final double LEAST_LETTERS_PER_PIECE = 2;

    private static final ThreadFactory BESIDE =
            Thread.ofPlatform().daemon().name("second-model-", 0).factory();

    private final OnnxModel bge;
    private final OnnxModel miniLm;

    /// Many embed at once (shared); closing (exclusive) waits for them, for native memory must not go under them.
    private final ReadWriteLock lifecycle = new ReentrantReadWriteLock();

    private boolean closed;

    private OnnxEmbedder(OnnxModel bge, OnnxModel miniLm) {
        this.bge = bge;
        this.miniLm = miniLm;
    }

    /// Loads the models now; takes some tenths of a second and about 150 MB outside the Java heap.
    ///
    /// @throws ProblemException ([Problem.Unavailable]) when their files or native libraries cannot be used here
    public static OnnxEmbedder load() {
        stayOffline();
        List<OnnxModel> loaded = new ArrayList<>();
        try {
            for (ModelFiles files : List.of(BGE, MINI_LM)) {
                loaded.add(OnnxModel.load(files));
            }
            return new OnnxEmbedder(loaded.getFirst(), loaded.getLast());
        } catch (IOException | OrtException | LinkageError | RuntimeException e) {
            // Linkage errors: no native library for this system, or no right to unpack or load it.
            for (OnnxModel model : loaded) {
                try {
                    model.close();
                } catch (OrtException | RuntimeException second) {
                    e.addSuppressed(second);
                }
            }
            throw new ProblemException(
                    new Problem.Unavailable("the embedding models cannot be loaded: " + e.getMessage()), e);
        }
    }

    /// Loads the models when they are first needed, see [Embedder#lazily].
    public static Embedder lazy() {
        return Embedder.lazily(MODEL_ID, PARTS, UNRELATED_BELOW, OnnxEmbedder::load);
    }

    @Override
    public String modelId() {
        return MODEL_ID;
    }

    @Override
    public List<Part> parts() {
        return PARTS;
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
            requireOpen();
            long letters = text.codePoints().filter(Character::isLetterOrDigit).count();
            // Both models have the same word pieces.
            long pieces = bge.pieces(text).stream()
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
        return embed(() -> {
            // Closed only when both models are done, as they must be before they may be closed.
            try (ExecutorService beside = Executors.newThreadPerTaskExecutor(BESIDE)) {
                Future<float[]> second = beside.submit(() -> miniLm.query(query));
                return together(bge.query(query), await(second));
            }
        });
    }

    @Override
    public float[] embedPassage(String passage) {
        return embed(() -> together(bge.passage(passage), miniLm.passage(passage)));
    }

    @Override
    public void close() {
        lifecycle.writeLock().lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            try {
                bge.close();
            } finally {
                miniLm.close();
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding models could not be closed", e);
        } finally {
            lifecycle.writeLock().unlock();
        }
    }

    private interface Embedding {
        float[] make() throws OrtException;
    }

    private float[] embed(Embedding embedding) {
        lifecycle.readLock().lock();
        try {
            requireOpen();
            return embedding.make();
        } catch (OrtException e) {
            throw new ProblemException(
                    new Problem.Unavailable("the embedding models failed on a text: " + e.getMessage()), e);
        } finally {
            lifecycle.readLock().unlock();
        }
    }

    private static float[] await(Future<float[]> embedded) throws OrtException {
        try {
            return embedded.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OrtException failed) {
                throw failed;
            }
            throw new IllegalStateException("a query could not be embedded", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(new Problem.Unavailable("embedding was interrupted"), e);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw Problem.unavailable("the embedding models are closed");
        }
    }

    /// Vectors of unit length weighted so that the whole has unit length, and the dot product of two such
    /// vectors is the weighted mean of both cosines.
    private static float[] together(float[] first, float[] second) {
        float[] whole = new float[first.length + second.length];
        for (int i = 0; i < first.length; i++) {
            whole[i] = (float) Math.sqrt(BGE_WEIGHT) * first[i];
        }
        for (int i = 0; i < second.length; i++) {
            whole[first.length + i] = (float) Math.sqrt(1 - BGE_WEIGHT) * second[i];
        }
        return whole;
    }

    /// DJL's tokenizer sends usage data on its first call and may download a native library that fits a GPU.
    /// Both are off when these properties are set before its classes are first used; the library inside
    /// its jar is then unpacked to `~/.djl.ai` once.
    private static void stayOffline() {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
    }
}
