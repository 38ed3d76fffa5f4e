// Does search rank as well as docs/performance.md says, better than words alone and than fused ranks?
package org.quoin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.evaluation.Measures;
import org.quoin.evaluation.Run;
import org.quoin.evaluation.TestCollection;
import org.quoin.search.SearchRequest.Mode;

/// Reads collections that lie beside the repository. `-Dquoin.collections=scifact,nfcorpus` measures others than the
/// default, whose abstracts take twenty minutes to embed; `-Dquoin.vectors=FOLDER` remembers vectors.
@Tag("slow")
final class RetrievalTest {
    private static final Path COLLECTIONS =
            Path.of(System.getProperty("quoin.root", "."), "..", "shared", "corpora", "retrieval");

    /// nDCG@10 that the fused ranking had when it was chosen, less 0.007 for changes that mean nothing.
    private static final Map<String, Double> AT_LEAST =
            Map.of("scifact", 0.750, "nfcorpus", 0.369, "evinf-quotes", 0.80, "evinf-quotes-ctx", 0.90);

    @Test
    void fusionRanksBetterThanEitherSideAndThanFusedRanks(@TempDir Path folder) throws IOException {
        String vectors = System.getProperty("quoin.vectors");
        for (String name : System.getProperty("quoin.collections", "evinf-quotes,evinf-quotes-ctx")
                .split(",", -1)) {
            Path from = COLLECTIONS.resolve(name);
            if (!Files.isDirectory(from)) {
                Assumptions.abort("skipped: ../shared/corpora not there");
            }
            TestCollection collection = TestCollection.read(from, "test");
            try (Evaluator evaluator = Evaluator.open(
                    collection, folder.resolve(name), vectors == null ? null : Path.of(vectors), Progress.NONE)) {
                Run bm25 = evaluator.answer(Mode.BM25).run();
                Run dense = evaluator.answer(Mode.DENSE).run();
                double hybrid = ndcg(collection, evaluator.answer(Mode.HYBRID).run());
                assertThat(hybrid)
                        .as("hybrid on %s", name)
                        .isGreaterThan(ndcg(collection, bm25))
                        .isGreaterThan(ndcg(collection, dense))
                        .isGreaterThan(ndcg(collection, Run.reciprocalRanks(bm25, dense)))
                        .isGreaterThan(AT_LEAST.getOrDefault(name, 0.0));
            }
        }
    }

    private static double ndcg(TestCollection collection, Run run) {
        return run.measure(collection).stream()
                .mapToDouble(Measures::ndcg)
                .average()
                .orElseThrow();
    }
}
