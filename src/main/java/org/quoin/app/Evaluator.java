// Measures the product's own ranking on a test collection: its index, its models, its fusion.
package org.quoin.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quoin.evaluation.CachingEmbedder;
import org.quoin.evaluation.Run;
import org.quoin.evaluation.TestCollection;
import org.quoin.evaluation.TestCollection.Passage;
import org.quoin.evaluation.TestCollection.Query;
import org.quoin.graph.Vocabulary;
import org.quoin.model.ItemId;
import org.quoin.model.Kind;
import org.quoin.model.PaperId;
import org.quoin.model.ProblemException;
import org.quoin.model.Quotation;
import org.quoin.model.Span;
import org.quoin.model.StudyId;
import org.quoin.search.Embedder;
import org.quoin.search.EvidenceDocument;
import org.quoin.search.EvidenceIndex;
import org.quoin.search.QuestionFit;
import org.quoin.search.SearchFilter;
import org.quoin.search.SearchHit;
import org.quoin.search.SearchRequest;
import org.quoin.search.SearchRequest.Mode;
import org.quoin.search.SearchResult;
import org.quoin.search.lucene.LuceneEvidenceIndex;
import org.quoin.search.onnx.OnnxEmbedder;

/// A passage is indexed as an evidence item is: its text is the quote and the quote's context, its title
/// the study's.
public final class Evaluator implements AutoCloseable {
    private static final int PASSAGES_PER_PAPER = 1000;
    private static final String NO_TEXT_SHA256 = "0".repeat(64);

    /// Hits asked for: more than any measure looks at, so that leaving the query itself out leaves enough.
    private static final int HITS = SearchRequest.MAX_LIMIT;

    private final TestCollection collection;
    private final Embedder embedder;
    private final EvidenceIndex index;
    private final Map<ItemId, String> names = new HashMap<>();

    private Evaluator(TestCollection collection, Embedder embedder, EvidenceIndex index) {
        this.collection = collection;
        this.embedder = embedder;
        this.index = index;
    }

    /// @param run what was found
    /// @param p50 milliseconds that half of the queries took at most, embedding them included where they
    ///     were not remembered
    /// @param p95 the same of 95 % of them
    public record Answers(Run run, double p50, double p95) {}

    /// Indexes a collection.
    ///
    /// @param folder of the index; what an index in it holds is replaced
    /// @param cache folder in which vectors are remembered, or null
    /// @param progress told of the passages indexed
    /// @throws ProblemException ([Problem.Unavailable]) when the models cannot be used: a ranking by words
    /// alone would
    ///     pass for another one
    public static Evaluator open(TestCollection collection, Path folder, @Nullable Path cache, Progress progress)
            throws IOException {
        Embedder embedder = OnnxEmbedder.load();
        try {
            if (cache != null) {
                embedder = CachingEmbedder.open(embedder, cache);
            }
            EvidenceIndex index =
                    LuceneEvidenceIndex.open(folder, embedder, Vocabulary.load().kindNames());
            try {
                var evaluator = new Evaluator(collection, embedder, index);
                evaluator.write(progress);
                return evaluator;
            } catch (RuntimeException e) {
                index.close();
                throw e;
            }
        } catch (RuntimeException | IOException e) {
            embedder.close();
            throw e;
        }
    }

    /// Names of the models that make the vectors.
    public String model() {
        return embedder.modelId();
    }

    /// Passages that have neither a title nor a text: nothing can find them.
    public int emptyPassages() {
        return collection.passages().size() - names.size();
    }

    /// Asks every query. A query longer than a search may be is cut. A passage with the query's own id
    /// that was not judged is left out, as BEIR's evaluation does: in some collections queries are
    /// passages themselves.
    public Answers answer(Mode mode) {
        Map<String, List<Run.Hit>> rankings = new LinkedHashMap<>();
        double[] millis = new double[collection.queries().size()];
        for (Query query : collection.queries()) {
            var request = new SearchRequest(cut(query.text()), SearchFilter.NONE, mode, 0, HITS);
            long started = System.nanoTime();
            SearchResult result = index.search(request);
            millis[rankings.size()] = (System.nanoTime() - started) / 1e6;
            List<Run.Hit> hits = new ArrayList<>();
            for (SearchHit hit : result.hits()) {
                String name = names.getOrDefault(hit.document().id(), "");
                if (!name.equals(query.id()) || query.grades().containsKey(name)) {
                    hits.add(new Run.Hit(name, hit.score()));
                }
            }
            rankings.put(query.id(), hits);
        }
        Arrays.sort(millis);
        return new Answers(
                new Run(mode.name().toLowerCase(Locale.ROOT), rankings),
                percentile(millis, 50),
                percentile(millis, 95));
    }

    /// How far each passage speaks of a question.
    public QuestionFit fit(String question) {
        return index.fit(cut(question));
    }

    @Override
    public void close() {
        index.close();
        embedder.close();
    }

    private void write(Progress progress) {
        index.clear();
        List<EvidenceDocument> documents = new ArrayList<>();
        int done = 0;
        for (Passage passage : collection.passages()) {
            done++;
            if (!(passage.title() + passage.text()).isBlank()) {
                EvidenceDocument document = document(passage, done);
                names.put(document.id(), passage.id());
                documents.add(document);
            }
            if (done % PASSAGES_PER_PAPER == 0 || done == collection.passages().size()) {
                index.prepare(Map.of(paper(done), documents));
                index.replace(paper(done), documents, List.of());
                documents.clear();
                progress.step(done, collection.passages().size(), passage.id());
            }
        }
        index.commit(1);
    }

    private static PaperId paper(int number) {
        return new PaperId("part-" + (number - 1) / PASSAGES_PER_PAPER);
    }

    private static EvidenceDocument document(Passage passage, int number) {
        PaperId paper = paper(number);
        // A passage that is all title is found by that.
        String text = passage.text().isBlank() ? passage.title() : passage.text();
        String title = passage.title().isBlank() ? null : passage.title();
        var whole = new Span(0, text.codePointCount(0, text.length()));
        return new EvidenceDocument(
                new ItemId(paper, "passage-" + number),
                new Kind("finding"),
                paper,
                new StudyId(paper.value()),
                passage.title(),
                title,
                null,
                null,
                List.of(new Quotation(paper, NO_TEXT_SHA256, whole, text, "", "", "author")),
                text,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "accepted",
                null,
                false);
    }

    private static String cut(String query) {
        if (query.length() <= SearchRequest.MAX_QUERY_LENGTH) {
            return query;
        }
        int end = SearchRequest.MAX_QUERY_LENGTH;
        return query.substring(0, Character.isHighSurrogate(query.charAt(end - 1)) ? end - 1 : end);
    }

    private static double percentile(double[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
