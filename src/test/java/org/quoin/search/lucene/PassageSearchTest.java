// Passages of papers in the index: found by their words at once, by their meaning when they have been embedded.
package org.quoin.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.model.ConceptRef;
import org.quoin.model.PaperId;
import org.quoin.model.Span;
import org.quoin.model.StudyId;
import org.quoin.search.Embedder;
import org.quoin.search.Evidence;
import org.quoin.search.EvidenceDocument;
import org.quoin.search.EvidenceIndex;
import org.quoin.search.HashingEmbedder;
import org.quoin.search.PassageDocument;
import org.quoin.search.PassageHit;
import org.quoin.search.PassageResult;
import org.quoin.search.SearchFilter;
import org.quoin.search.SearchRequest;
import org.quoin.search.SearchRequest.Mode;

class PassageSearchTest {
    private static final PaperId ONE = new PaperId("one");
    private static final PaperId TWO = new PaperId("two");

    @TempDir
    Path folder;

    private static PassageDocument passage(PaperId paper, int start, String exact, String... concepts) {
        return new PassageDocument(
                paper,
                new StudyId(paper.value()),
                "A study",
                null,
                "Results",
                "0".repeat(64),
                new Span(start, start + exact.codePointCount(0, exact.length())),
                exact,
                List.of(),
                List.of(concepts).stream().map(ConceptRef::parse).toList(),
                List.of(),
                2020,
                false);
    }

    private static PassageResult search(EvidenceIndex index, String query, Mode mode) {
        return index.searchPassages(new SearchRequest(query, SearchFilter.NONE, mode, 0, 10));
    }

    private static EvidenceIndex filled(Path folder, Embedder embedder) {
        EvidenceIndex index = LuceneEvidenceIndex.open(folder, embedder);
        List<EvidenceDocument> evidence = List.of(Evidence.item(ONE, "a", "nurses trust"));
        index.prepare(Map.of(ONE, evidence));
        index.replace(
                ONE,
                evidence,
                List.of(
                        passage(ONE, 0, "Buses were rare in 𝔯ural places. Nurses walked."),
                        passage(ONE, 100, "Managers met every week.")));
        index.replace(TWO, List.of(), List.of(passage(TWO, 7, "Nurses and managers agreed.", "country/GB")));
        index.commit(1);
        return index;
    }

    @Test
    void areFoundApartFromEvidence() {
        try (EvidenceIndex index = filled(folder, Embedder.unavailable("there is no model in this test"))) {
            PassageResult result = search(index, "nurses", Mode.HYBRID);

            assertThat(result.hits())
                    .extracting(hit -> hit.document().id())
                    .containsExactly("two@00000007-00000034", "one@00000000-00000047");
            assertThat(result.total()).isEqualTo(2);
            assertThat(result.studies()).isEqualTo(2);
            assertThat(result.hits().getLast().highlights()).containsExactly(new Span(33, 39));
            assertThat(index.ids()).extracting(id -> id.value()).containsExactly("one/a");
            assertThat(index.search(SearchRequest.of("nurses", 10)).total()).isEqualTo(1);
            assertThat(index.search(SearchRequest.of("", 10)).total()).isEqualTo(1);
            assertThat(index.search(SearchRequest.of("-trust", 10)).total()).isZero();
            assertThat(search(index, "", Mode.HYBRID).total()).isEqualTo(3);
            assertThat(search(index, "-nurses", Mode.HYBRID).hits()).hasSize(1);
            assertThat(index.incomplete()).isEmpty();
        }
    }

    @Test
    void areNarrowedByWhatIsKnownOfTheirStudies() {
        try (EvidenceIndex index = filled(folder, Embedder.unavailable("there is no model in this test"))) {
            var inBritain = new SearchFilter(
                    Set.of(), Set.of(), Set.of(), Set.of(), Set.of(ConceptRef.parse("country/GB")), null);
            var accepted = new SearchFilter(Set.of(), Set.of(), Set.of(), Set.of("accepted"), Set.of(), null);

            assertThat(index.searchPassages(new SearchRequest("nurses", inBritain, Mode.BM25, 0, 10))
                            .total())
                    .isEqualTo(1);
            assertThat(index.searchPassages(new SearchRequest("nurses", accepted, Mode.BM25, 0, 10))
                            .total())
                    .isZero();
        }
    }

    @Test
    void areFoundByWordsUntilTheyHaveVectors() {
        try (EvidenceIndex index = filled(folder, new HashingEmbedder("hashing-1"))) {
            assertThat(index.withoutVectors()).isEqualTo(3);
            PassageHit before = search(index, "nurses", Mode.HYBRID).hits().getFirst();
            assertThat(before.bm25()).isPositive();
            assertThat(before.similarity()).isNull();
            assertThat(search(index, "nurses", Mode.DENSE).hits()).isEmpty();

            completeAll(index);

            assertThat(index.withoutVectors()).isZero();
            PassageHit after = search(index, "nurses", Mode.HYBRID).hits().getFirst();
            assertThat(after.similarity()).isPositive();
            assertThat(search(index, "nurses", Mode.DENSE).hits()).isNotEmpty();
            assertThat(index.ids()).as("the evidence stays").hasSize(1);
            assertThat(index.search(SearchRequest.of("trust", 10))
                            .hits()
                            .getFirst()
                            .similarity())
                    .isPositive();
        }
        try (EvidenceIndex again = LuceneEvidenceIndex.open(folder, new HashingEmbedder("hashing-1"))) {
            assertThat(again.withoutVectors()).isZero();
        }
    }

    @Test
    void keepTheirVectorsWhenThePaperIsWrittenAgain() {
        try (EvidenceIndex index = filled(folder, new HashingEmbedder("hashing-1"))) {
            completeAll(index);

            index.replace(
                    ONE,
                    List.of(),
                    List.of(
                            passage(ONE, 3, "Managers met every week."),
                            passage(ONE, 200, "Something new was added.")));
            index.commit(2);

            assertThat(index.withoutVectors()).isEqualTo(1);
            assertThat(index.missingVectors(ONE, 10)).containsOnlyKeys("Results. Something new was added.");
            index.replace(ONE, List.of(), List.of());
            index.commit(3);
            assertThat(index.incomplete()).isEmpty();
            assertThat(search(index, "managers", Mode.BM25).total()).isEqualTo(1);
        }
    }

    @Test
    void thatWentMeanwhileAreNotBroughtBack() {
        try (EvidenceIndex index = filled(folder, new HashingEmbedder("hashing-1"))) {
            Map<String, float[]> vectors = index.missingVectors(ONE, 10);
            index.replace(ONE, List.of(), List.of());

            index.complete(ONE, vectors);
            index.commit(2);

            assertThat(search(index, "buses", Mode.BM25).hits()).isEmpty();
        }
    }

    private static void completeAll(EvidenceIndex index) {
        for (var paper = index.incomplete(); paper.isPresent(); paper = index.incomplete()) {
            index.complete(paper.get(), index.missingVectors(paper.get(), 1));
            index.commit(1);
        }
    }
}
