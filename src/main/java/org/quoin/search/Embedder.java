// Port: turns text into vectors whose cosine says how alike two meanings are.
package org.quoin.search;

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

    /// Length of every vector; 0 when there will never be one. Known without loading the model.
    int dimensions();

    /// Cosine of a question and a passage below which the two have nothing to do with each other, as measured for
    /// this model: models differ in how much of [-1, 1] they use. Known without loading the model.
    double unrelatedBelow();

    /// Why there are no vectors, in a sentence fit for a person; empty when the model works. Waits while the model
    /// is being loaded; never changes afterwards.
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
    /// @param dimensions what its [#dimensions()] will be
    /// @param unrelatedBelow what its [#unrelatedBelow()] will be
    /// @param loader gives the embedder, or throws [ProblemException] with [Problem.Unavailable]: the embedder
    /// returned here is then unavailable for the same reason
    static Embedder lazily(String modelId, int dimensions, double unrelatedBelow, Supplier<Embedder> loader) {
        return new LazyEmbedder(modelId, dimensions, unrelatedBelow, loader);
    }
}
