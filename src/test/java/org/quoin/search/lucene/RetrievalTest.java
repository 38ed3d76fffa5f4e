// Does fusing words and meaning rank better than words alone, through the product's own index and model?
package org.quoin.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.model.PaperId;
import org.quoin.search.Embedder;
import org.quoin.search.Evidence;
import org.quoin.search.EvidenceDocument;
import org.quoin.search.EvidenceIndex;
import org.quoin.search.SearchFilter;
import org.quoin.search.SearchHit;
import org.quoin.search.SearchRequest;
import org.quoin.search.SearchRequest.Mode;
import org.quoin.search.onnx.OnnxEmbedder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads collections in BEIR form (corpus.jsonl, queries.jsonl, qrels/test.tsv) that lie beside the repository.
/// `-Dquoin.collections=scifact,nfcorpus` measures others than the default.
@Tag("slow")
final class RetrievalTest {
    private static final Path COLLECTIONS =
            Path.of(System.getProperty("quoin.root", "."), "..", "shared", "corpora", "retrieval");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void fusionRanksBetterThanWordsAlone(@TempDir Path folder) throws IOException {
        for (String name :
                System.getProperty("quoin.collections", "evinf-quotes-ctx").split(",", -1)) {
            Path collection = COLLECTIONS.resolve(name);
            if (!Files.isDirectory(collection)) {
                Assumptions.abort("skipped: ../shared/corpora not there");
            }
            Map<Mode, Double> figures = measure(collection, folder.resolve(name));
            assertThat(figures.get(Mode.HYBRID)).as("hybrid on %s", name).isGreaterThan(figures.get(Mode.BM25));
            if (name.equals("evinf-quotes-ctx")) {
                assertThat(figures.get(Mode.HYBRID)).isGreaterThan(0.89);
            }
        }
    }

    /// Mean nDCG@10 of each mode.
    private static Map<Mode, Double> measure(Path collection, Path folder) throws IOException {
        Map<String, String> names = new HashMap<>();
        List<EvidenceDocument> documents = new ArrayList<>();
        PaperId paper = new PaperId("collection");
        for (String line : Files.readAllLines(collection.resolve("corpus.jsonl"))) {
            JsonNode entry = JSON.readTree(line);
            String text = entry.get("text").asString();
            String local = "n" + documents.size();
            documents.add(Evidence.withTexts(paper, local, entry.path("title").asString(), text, text));
            names.put(local, entry.get("_id").asString());
        }
        Map<String, Map<String, Integer>> relevant = new TreeMap<>();
        List<String> judgements = Files.readAllLines(collection.resolve("qrels/test.tsv"));
        for (String line : judgements.subList(1, judgements.size())) {
            String[] cells = line.split("\t", -1);
            relevant.computeIfAbsent(cells[0], query -> new HashMap<>()).put(cells[1], Integer.valueOf(cells[2]));
        }
        try (Embedder embedder = OnnxEmbedder.load();
                EvidenceIndex index = LuceneEvidenceIndex.open(folder, embedder)) {
            index.replace(paper, documents);
            index.commit(1);
            Map<Mode, Double> means = new TreeMap<>();
            for (Mode mode : Mode.values()) {
                double sum = 0;
                for (String line : Files.readAllLines(collection.resolve("queries.jsonl"))) {
                    JsonNode query = JSON.readTree(line);
                    Map<String, Integer> grades = relevant.get(query.get("_id").asString());
                    if (grades != null) {
                        List<SearchHit> hits = index.search(
                                        new SearchRequest(query.get("text").asString(), SearchFilter.NONE, mode, 0, 10))
                                .hits();
                        sum += ndcg(hits, names, grades);
                    }
                }
                means.put(mode, sum / relevant.size());
            }
            System.out.printf("%s: nDCG@10 %s, %,d bytes%n", collection.getFileName(), means, index.sizeInBytes());
            return means;
        }
    }

    /// Järvelin & Kekäläinen 2002, "Cumulated gain-based evaluation of IR techniques", with linear gains as
    /// trec_eval has them, over the first ten.
    private static double ndcg(List<SearchHit> hits, Map<String, String> names, Map<String, Integer> grades) {
        double gain = 0;
        for (SearchHit hit : hits) {
            String name = names.getOrDefault(hit.document().id().local(), "");
            gain += grades.getOrDefault(name, 0) / discount(hit.rank());
        }
        List<Integer> best = new ArrayList<>(grades.values());
        best.sort((a, b) -> Integer.compare(b, a));
        double ideal = 0;
        for (int i = 0; i < Math.min(10, best.size()); i++) {
            ideal += best.get(i) / discount(i + 1);
        }
        return ideal == 0 ? 0 : gain / ideal;
    }

    private static double discount(int rank) {
        return Math.log(rank + 1) / Math.log(2);
    }
}
