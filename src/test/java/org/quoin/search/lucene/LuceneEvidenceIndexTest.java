// The Lucene index with each kind of embedder: the index's contract, and what is Lucene's own.
package org.quoin.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quoin.model.Kind;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.search.Embedder;
import org.quoin.search.Embedder.Part;
import org.quoin.search.Evidence;
import org.quoin.search.EvidenceDocument;
import org.quoin.search.EvidenceIndex;
import org.quoin.search.EvidenceIndexContract;
import org.quoin.search.HashingEmbedder;
import org.quoin.search.SearchRequest;
import org.quoin.search.SearchRequest.Mode;
import org.quoin.search.SearchResult;
import org.quoin.search.onnx.OnnxEmbedder;

final class LuceneEvidenceIndexTest {
    private static final PaperId PAPER = new PaperId("paper");

    @Nested
    final class WithATestModel extends EvidenceIndexContract {
        @Override
        protected EvidenceIndex open(Path folder) {
            return LuceneEvidenceIndex.open(folder, new HashingEmbedder("hashing-1"));
        }

        @Override
        protected EvidenceIndex openWithOtherModel(Path folder) {
            return LuceneEvidenceIndex.open(folder, new HashingEmbedder("hashing-2"));
        }
    }

    @Nested
    final class WithoutAModel extends EvidenceIndexContract {
        @Override
        protected EvidenceIndex open(Path folder) {
            return LuceneEvidenceIndex.open(folder, Embedder.unavailable("there is no model in this test"));
        }

        @Override
        protected EvidenceIndex openWithOtherModel(Path folder) {
            return LuceneEvidenceIndex.open(folder, new HashingEmbedder("hashing-1"));
        }

        @Test
        void countsManyOnASample() {
            for (int i = 0; i < 6; i++) {
                PaperId paper = new PaperId("many-" + i);
                Evidence.write(index(), paper, Evidence.some(paper, 4_000));
            }
            SearchResult all = search("", Mode.BM25);
            assertThat(all.total()).isEqualTo(24_000);
            assertThat(all.facetsEstimated()).isTrue();
            assertThat(all.studies()).isEqualTo(6);
            assertThat(Objects.requireNonNull(all.facets().get("study")).values())
                    .allSatisfy(count -> assertThat(count).isBetween(3_990L, 4_010L));
            assertThat(search("many", Mode.BM25).facetsEstimated()).isFalse();
        }

        @Test
        void saysThatItRanksByWordsAlone() {
            write(PAPER, Evidence.item(PAPER, "a", "trust"));
            for (Mode mode : List.of(Mode.DENSE, Mode.HYBRID)) {
                SearchResult result = search("trust", mode);
                assertThat(result.mode()).isEqualTo(Mode.BM25);
                assertThat(result.note()).contains("words alone").contains("there is no model in this test");
                assertThat(result.hits()).hasSize(1);
            }
            assertThat(search("trust", Mode.BM25).note()).isNull();
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    final class WithTheShippedModel extends EvidenceIndexContract {
        private final Embedder embedder = OnnxEmbedder.lazy();

        @Override
        protected EvidenceIndex open(Path folder) {
            return LuceneEvidenceIndex.open(folder, embedder);
        }

        @Override
        protected EvidenceIndex openWithOtherModel(Path folder) {
            return LuceneEvidenceIndex.open(folder, new HashingEmbedder("hashing-1"));
        }

        @AfterAll
        void closeModel() {
            embedder.close();
        }

        @Test
        void findsByMeaning() {
            List<String> quotes = List.of(
                    "organisational commitment",
                    "a clear shared vision",
                    "individual behaviours and personalities",
                    "lack of sustained funding",
                    "remote and rural settings",
                    "electronic patient records that do not talk to each other",
                    "trust between professionals",
                    "training days for nurses",
                    "long distances to travel",
                    "high turnover of staff",
                    "joint meetings every month",
                    "unclear roles",
                    "patients told their story many times",
                    "competition between hospitals",
                    "interviews were held in one region only",
                    "small sample",
                    "co-location of teams",
                    "different pay scales",
                    "volunteers drove people to appointments",
                    "data protection rules");
            EvidenceDocument[] documents = new EvidenceDocument[quotes.size()];
            for (int i = 0; i < documents.length; i++) {
                documents[i] = Evidence.item(PAPER, "item-" + i, quotes.get(i));
            }
            write(PAPER, documents);
            for (Mode mode : List.of(Mode.DENSE, Mode.HYBRID)) {
                SearchResult result = search("management buy-in", mode);
                assertThat(result.hits().subList(0, 3))
                        .extracting(hit -> hit.document().headline())
                        .contains("organisational commitment");
                assertThat(result.hits().getFirst().similarity()).isBetween(embedder.unrelatedBelow(), 1.0);
            }
            assertThat(search("management buy-in", Mode.BM25).hits()).isEmpty();
        }
    }

    @Test
    void embedsAnUnchangedPassageOnce(@TempDir Path folder) {
        HashingEmbedder embedder = new HashingEmbedder("hashing");
        try (EvidenceIndex index = LuceneEvidenceIndex.open(folder, embedder)) {
            Evidence.write(
                    index, PAPER, List.of(Evidence.item(PAPER, "a", "trust"), Evidence.item(PAPER, "b", "time")));
            Evidence.write(
                    index, PAPER, List.of(Evidence.item(PAPER, "a", "trust"), Evidence.item(PAPER, "b", "funding")));
            assertThat(embedder.passages()).isEqualTo(3);
            SearchResult result = index.search(SearchRequest.of("trust", 10));
            assertThat(result.hits().getFirst().similarity()).isGreaterThan(0.99);
        }
    }

    @Test
    void embedsNothingInAWriteThatWasPrepared(@TempDir Path folder) {
        HashingEmbedder embedder = new HashingEmbedder("hashing");
        List<EvidenceDocument> documents =
                List.of(Evidence.item(PAPER, "a", "trust"), Evidence.item(PAPER, "b", "time"));
        try (EvidenceIndex index = LuceneEvidenceIndex.open(folder, embedder)) {
            index.prepare(Map.of(PAPER, documents));
            index.refresh();
            assertThat(index.ids()).isEmpty();
            assertThat(embedder.passages()).isEqualTo(2);
            index.replace(PAPER, documents, List.of());
            index.refresh();
            assertThat(index.ids()).hasSize(2);
            assertThat(embedder.passages()).isEqualTo(2);
            index.prepare(Map.of(PAPER, List.of(Evidence.item(PAPER, "c", "never written"))));
            index.prepare(Map.of());
            index.replace(PAPER, List.of(Evidence.item(PAPER, "c", "never written")), List.of());
            index.refresh();
            assertThat(index.withoutVectors())
                    .as("what was prepared for a write that did not come is forgotten")
                    .isEqualTo(1);
        }
    }

    @Test
    void theKindThatAQuestionAsksForComesFirstAndItsNameIsNotLookedFor(@TempDir Path folder) {
        Map<Kind, List<String>> names = Map.of(
                new Kind("enabler"), List.of("Enabler", "facilitator", "helping factor"),
                new Kind("barrier"), List.of("Barrier", "obstacle", "hindering factor"));
        try (EvidenceIndex index = LuceneEvidenceIndex.open(folder, new HashingEmbedder("hashing"), names)) {
            Evidence.write(
                    index,
                    PAPER,
                    List.of(
                            Evidence.ofKind("barrier", PAPER, "a", "Services worked together on trust."),
                            Evidence.ofKind("enabler", PAPER, "b", "Services worked together on trust."),
                            Evidence.ofKind("finding", PAPER, "c", "Nothing helps, and no factor hinders.")));
            for (String question : List.of(
                    "what helps services work together",
                    "Which factors facilitate that services work together?",
                    "what are the facilitators of services working together")) {
                SearchResult result = index.search(SearchRequest.of(question, 10));
                assertThat(result.hits().getFirst().document().kind().key())
                        .as(question)
                        .isEqualTo("enabler");
                assertThat(result.hits())
                        .filteredOn(hit -> hit.document().id().local().equals("c"))
                        .allSatisfy(hit -> assertThat(hit.bm25()).isNull());
            }
            assertThat(first(index, "what hinders services").kind().key()).isEqualTo("barrier");
            assertThat(first(index, "obstacles to trust").kind().key()).isEqualTo("barrier");
            assertThat(first(index, "what helps").id().local())
                    .as("nothing else is asked for, so the words are looked for")
                    .isEqualTo("c");
        }
    }

    @Test
    void wordsNextToEachOtherAsInTheQuestionComeFirst(@TempDir Path folder) {
        try (EvidenceIndex index = LuceneEvidenceIndex.open(folder, new HashingEmbedder("hashing"))) {
            index.replace(
                    PAPER,
                    List.of(
                            Evidence.item(PAPER, "a", "Life was rated; quality of records grew."),
                            Evidence.item(PAPER, "b", "Records grew; quality of life was rated.")),
                    List.of());
            index.refresh();
            assertThat(first(index, "quality of life").id().local()).isEqualTo("b");
            assertThat(first(index, "quality of the records").id().local()).isEqualTo("a");
        }
    }

    private static EvidenceDocument first(EvidenceIndex index, String query) {
        return index.search(SearchRequest.of(query, 10)).hits().getFirst().document();
    }

    @Test
    void writesWordsWhenEmbeddingFails(@TempDir Path folder) {
        Embedder failing = Embedder.lazily("failing", List.of(Part.whole(2)), 0, FailingEmbedder::new);
        List<EvidenceDocument> documents = List.of(Evidence.item(PAPER, "a", "trust"));
        try (EvidenceIndex index = LuceneEvidenceIndex.open(folder, failing)) {
            assertThatThrownBy(() -> index.prepare(Map.of(PAPER, documents)))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("it failed");
            index.replace(PAPER, documents, List.of());
            index.refresh();
            assertThat(index.search(SearchRequest.of("trust", 10)).hits()).hasSize(1);
            assertThat(index.withoutVectors()).isEqualTo(1);
        }
    }

    @Test
    void keepsItsVectorsWhileTheModelIsUnavailable(@TempDir Path folder) {
        Embedder broken = Embedder.lazily("hashing", List.of(Part.whole(512)), 0.2, () -> {
            throw Problem.unavailable("the library is missing");
        });
        HashingEmbedder working = new HashingEmbedder("hashing");
        commit(folder, working, "a");
        try (EvidenceIndex index = LuceneEvidenceIndex.open(folder, broken)) {
            assertThat(index.committedSequence()).isEqualTo(1);
            assertThat(index.search(SearchRequest.of("trust", 10)).note()).contains("the library is missing");
        }
        try (EvidenceIndex index = LuceneEvidenceIndex.open(folder, Embedder.unavailable("none here"))) {
            assertThat(index.committedSequence()).isEqualTo(1);
        }
        try (EvidenceIndex index = LuceneEvidenceIndex.open(folder, working)) {
            assertThat(index.committedSequence())
                    .as("nothing was written in between")
                    .isEqualTo(1);
        }
        commit(folder, broken, "b");
        try (EvidenceIndex index = LuceneEvidenceIndex.open(folder, working)) {
            assertThat(index.committedSequence()).isEqualTo(1);
            assertThat(index.withoutVectors())
                    .as("of what was written meanwhile")
                    .isEqualTo(1);
            assertThat(index.incomplete()).contains(new PaperId("b"));
        }
    }

    @Test
    void ranksItemsWithAndWithoutVectorsTogether(@TempDir Path folder) {
        commit(folder, new HashingEmbedder("hashing"), "a");
        commit(folder, Embedder.unavailable("none here"), "b");
        try (EvidenceIndex index = LuceneEvidenceIndex.open(folder, Embedder.unavailable("none here"))) {
            assertThat(index.search(SearchRequest.of("trust", 10)).hits()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"segments_", ".si", ".cf"})
    void beginsAnewWhenItsFilesAreBroken(String part, @TempDir Path folder) throws IOException {
        commit(folder, new HashingEmbedder("hashing"), "a");
        for (Path file : files(folder)) {
            if (file.getFileName().toString().contains(part)) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        try (EvidenceIndex index = LuceneEvidenceIndex.open(folder, new HashingEmbedder("hashing"))) {
            assertThat(index.committedSequence()).isEqualTo(-1);
            assertThat(index.ids()).isEmpty();
        }
        commit(folder, new HashingEmbedder("hashing"), "b");
        try (EvidenceIndex index = LuceneEvidenceIndex.open(folder, new HashingEmbedder("hashing"))) {
            assertThat(index.ids()).hasSize(1);
        }
    }

    @Test
    void findsDamageThatDoesNotHinderOpening(@TempDir Path folder) throws IOException {
        PaperId paper = new PaperId("a");
        try (EvidenceIndex index = LuceneEvidenceIndex.open(folder, new HashingEmbedder("hashing"))) {
            Evidence.write(index, paper, Evidence.some(paper, 200));
            index.commit(1);
            assertThat(index.isIntact()).isTrue();
        }
        for (Path file : files(folder)) {
            if (file.toString().endsWith(".cfs")) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
        }
        try (EvidenceIndex index = LuceneEvidenceIndex.open(folder, new HashingEmbedder("hashing"))) {
            assertThat(index.committedSequence()).as("it opens").isEqualTo(1);
            assertThat(index.isIntact()).isFalse();
        }
    }

    @Test
    void beginsAnewWhenAFileIsMissing(@TempDir Path folder) throws IOException {
        commit(folder, new HashingEmbedder("hashing"), "a");
        for (Path file : files(folder)) {
            if (file.toString().endsWith(".cfs")) {
                Files.delete(file);
            }
        }
        try (EvidenceIndex index = LuceneEvidenceIndex.open(folder, new HashingEmbedder("hashing"))) {
            assertThat(index.committedSequence()).isEqualTo(-1);
        }
    }

    @Test
    void saysWhoHoldsItWhenItIsOpenAlready(@TempDir Path folder) {
        Embedder embedder = new HashingEmbedder("hashing");
        try (EvidenceIndex index = LuceneEvidenceIndex.open(folder, embedder)) {
            index.commit(3);
            assertThatThrownBy(() -> LuceneEvidenceIndex.open(folder, embedder))
                    .isInstanceOfSatisfying(
                            ProblemException.class, e -> assertThat(e.problem()).isInstanceOf(Problem.Conflict.class));
            assertThat(index.committedSequence()).isEqualTo(3);
        }
    }

    private static void commit(Path folder, Embedder embedder, String paper) {
        PaperId id = new PaperId(paper);
        try (EvidenceIndex index = LuceneEvidenceIndex.open(folder, embedder)) {
            Evidence.write(index, id, List.of(Evidence.item(id, "item", "trust")));
            index.commit(1);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class FailingEmbedder implements Embedder {
        @Override
        public String modelId() {
            return "failing";
        }

        @Override
        public List<Part> parts() {
            return List.of(Part.whole(2));
        }

        @Override
        public double unrelatedBelow() {
            return 0;
        }

        @Override
        public Optional<String> unavailableReason() {
            return Optional.empty();
        }

        @Override
        public boolean recognises(String text) {
            return true;
        }

        @Override
        public float[] embedQuery(String query) {
            throw Problem.unavailable("it failed");
        }

        @Override
        public float[] embedPassage(String passage) {
            throw Problem.unavailable("it failed");
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }
}
