// The vectors of a paper's texts, embedded only where they are not in the index already.
package org.quoin.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.search.Embedder;

/// Embeds on one thread a core.
final class PassageVectors implements AutoCloseable {
    private final Embedder embedder;
    private final ExecutorService embedding = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("embedding-", 0).factory());

    PassageVectors(Embedder embedder) {
        this.embedder = embedder;
    }

    /// The vectors of some texts.
    ///
    /// @param present vectors that are known already, by text
    Map<String, float[]> of(Collection<String> texts, Map<String, float[]> present) {
        Map<String, float[]> vectors = new HashMap<>(present);
        Map<String, Future<float[]>> fresh = new HashMap<>();
        for (String text : texts) {
            if (!vectors.containsKey(text)) {
                fresh.computeIfAbsent(text, unknown -> embedding.submit(() -> embedder.embedPassage(unknown)));
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

    /// A document of a paper as it stands in the index.
    ///
    /// @param number in the reader
    record Stored(int number, Document document) {}

    /// Finds the documents of one sort that a paper has.
    static Query of(Term ofPaper, Target target) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(ofPaper), Occur.FILTER)
                .add(target.all(), Occur.FILTER)
                .build();
    }

    /// The documents of one sort that a paper has.
    static List<Stored> stored(IndexSearcher searcher, Term ofPaper, Target target) throws IOException {
        Query query = of(ofPaper, target);
        List<Stored> documents = new ArrayList<>();
        StoredFields stored = searcher.storedFields();
        int all = Math.max(1, searcher.count(query));
        for (ScoreDoc hit : searcher.search(query, all, Sort.INDEXORDER).scoreDocs) {
            documents.add(new Stored(hit.doc, stored.document(hit.doc, Set.of(Mapping.DOCUMENT))));
        }
        return documents;
    }

    /// The vectors that stand in a paper's documents, by what they were made of.
    ///
    /// @param made what the vector of a stored document is made of
    static Map<String, float[]> present(
            IndexSearcher searcher, Term ofPaper, Target target, Function<Document, String> made) throws IOException {
        Map<String, float[]> vectors = new HashMap<>();
        for (Stored document : stored(searcher, ofPaper, target)) {
            float[] vector = Mapping.vector(searcher.getIndexReader(), document.number(), target);
            if (vector != null) {
                vectors.put(made.apply(document.document()), vector);
            }
        }
        return vectors;
    }

    private static ProblemException unavailable(String what, Exception cause) {
        return new ProblemException(new Problem.Unavailable(what + ": " + cause.getMessage()), cause);
    }
}
