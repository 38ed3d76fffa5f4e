// Port: turns text into vectors whose cosine says how alike two meanings are.
package org.quoin.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.quoin.model.ProblemException;

/// Implementations are safe for use by many threads and hold native resources until [#close()].
/// Vectors have unit length. A text longer than the model reads is cut at the model's limit.
///
/// A model that cannot be loaded is an `Embedder` too, one that only says why
/// ([#unavailableReason()]): search then goes on with words alone.
public interface Embedder extends AutoCloseable {
    /// Name and revision of the model; vectors of different models must not be compared. It stands in the index.
    /// Known without loading the model.
    String modelId();

    /// What a vector consists of, one part after the other: each has the same direction as one model's
    /// vector and the same length in every vector. None when there will never be a vector. Known without
    /// loading the model.
    List<Part> parts();

    /// Length of every vector; 0 when there will never be one.
    default int dimensions() {
        return parts().stream().mapToInt(Part::dimensions).sum();
    }

    /// The vector of one of the models that judge together. Models differ in what they are good at: the
    /// shares say how much each counts where passages are short or long.
    ///
    /// @param dimensions how many of the vector's numbers are its own
    /// @param shareOfShort weight of its cosine among passages of about twenty words, all parts together 1
    /// @param shareOfLong the same among passages of a hundred and fifty words and more
    record Part(int dimensions, double shareOfShort, double shareOfLong) {
        /// The only part of a vector.
        public static Part whole(int dimensions) {
            return new Part(dimensions, 1, 1);
        }
    }

    /// Cosine of a question and a passage below which the two have nothing to do with each other, as measured for
    /// this model: models differ in how much of [-1, 1] they use. Known without loading the model.
    double unrelatedBelow();

    /// Why there are no vectors, in a sentence fit for a person; empty when the model works. Waits while
    /// the model is being loaded; never changes afterwards.
    Optional<String> unavailableReason();

    /// Whether the model has words for a text. Nonsense and foreign scripts have a vector as well, and
    /// something that is nearest to it; only the model can tell that it means nothing.
    ///
    /// @throws ProblemException ([Problem.Unavailable]) when the model cannot be used
    boolean recognises(String text);

    /// The vector of a question.
    ///
    /// @throws ProblemException ([Problem.Unavailable]) when the model cannot be used
    float[] embedQuery(String query);

    /// The vector of a passage to be found.
    ///
    /// @throws ProblemException ([Problem.Unavailable]) when the model cannot be used
    float[] embedPassage(String passage);

    @Override
    void close();

    /// The inert embedder of a base without a model.
    ///
    /// @param reason why there is none, in a sentence fit for a person
    static Embedder unavailable(String reason) {
        return new NoEmbedder(reason);
    }

    /// An embedder that is loaded when it is first needed, once, by whoever needs it first; the others wait.
    /// To have it ready earlier, ask for [#unavailableReason()] on a thread of your own.
    ///
    /// @param modelId what the loaded embedder's [#modelId()] will be
    /// @param parts what its [#parts()] will be
    /// @param unrelatedBelow what its [#unrelatedBelow()] will be
    /// @param loader gives the embedder, or throws [ProblemException] with [Problem.Unavailable]: the embedder
    /// returned here is then unavailable for the same reason
    static Embedder lazily(String modelId, List<Part> parts, double unrelatedBelow, Supplier<Embedder> loader) {
        return new LazyEmbedder(modelId, parts, unrelatedBelow, loader);
    }
}
