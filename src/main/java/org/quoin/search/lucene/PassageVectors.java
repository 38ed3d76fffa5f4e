// The vectors of a paper's passages, embedded only where they are not in the index already.
package org.quoin.search.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.search.Embedder;
import org.quoin.search.EvidenceDocument;

/// Embeds on one thread a core.
final class PassageVectors implements AutoCloseable {
    private final Embedder embedder;
    private final ExecutorService embedding = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("embedding-", 0).factory());

    PassageVectors(Embedder embedder) {
        this.embedder = embedder;
    }

    /// The vector of every passage of some documents.
    ///
    /// @param present vectors that are known already, by passage
    Map<String, float[]> of(Collection<EvidenceDocument> documents, Map<String, float[]> present) {
        Map<String, float[]> vectors = new HashMap<>(present);
        Map<String, Future<float[]>> fresh = new HashMap<>();
        for (EvidenceDocument document : documents) {
            String passage = document.passage();
            if (!vectors.containsKey(passage)) {
                fresh.computeIfAbsent(passage, text -> embedding.submit(() -> embedder.embedPassage(text)));
            }
        }
        try {
            for (Map.Entry<String, Future<float[]>> passage : fresh.entrySet()) {
                vectors.put(passage.getKey(), passage.getValue().get());
            }
            return vectors;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw unavailable("a passage could not be embedded", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("writing to the search index was interrupted", e);
        } finally {
            fresh.values().forEach(passage -> passage.cancel(false));
        }
    }

    @Override
    public void close() {
        embedding.shutdownNow();
    }

    /// The vectors that stand in a paper's documents, by passage.
    static Map<String, float[]> present(IndexSearcher searcher, Term ofPaper) throws IOException {
        Map<String, float[]> vectors = new HashMap<>();
        int all = Math.max(1, searcher.getIndexReader().maxDoc());
        StoredFields stored = searcher.storedFields();
        for (ScoreDoc hit : searcher.search(new TermQuery(ofPaper), all, Sort.INDEXORDER).scoreDocs) {
            float[] vector = Mapping.vector(searcher.getIndexReader(), hit.doc);
            if (vector != null) {
                vectors.put(
                        Mapping.fromLucene(stored.document(hit.doc, Set.of(Mapping.DOCUMENT)))
                                .passage(),
                        vector);
            }
        }
        return vectors;
    }

    private static ProblemException unavailable(String what, Exception cause) {
        return new ProblemException(new Problem.Unavailable(what + ": " + cause.getMessage()), cause);
    }
}
