// Questions that people ask, over the shipped studies and with the real models.
package org.quoin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quoin.model.StudyId;
import org.quoin.search.SearchFilter;
import org.quoin.search.SearchHit;
import org.quoin.search.SearchRequest;
import org.quoin.search.SearchRequest.Mode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuestionTest {
    private static final StudyId FIRST_STUDY = new StudyId("integrated-care-rural-uk");

    private @SuppressWarnings("NullAway.Init") Quoin quoin;

    @BeforeAll
    void load(@TempDir Path home) throws IOException {
        quoin = Quoin.open(Settings.in(home, Homes.SHIPPED));
        quoin.loadShippedDataIfNew(true, Progress.NONE);
    }

    @AfterAll
    void close() {
        quoin.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    what helps services work together         | enabler
                    which factors facilitate shared records   | enabler
                    What are the drivers of trust?            | enabler
                    what hinders sharing records              | barrier
                    Which obstacles do volunteers meet?       | barrier
                    what challenges are there in rural areas  | barrier
                    what lessons were learned about volunteers | lesson
                    """)
    void whatIsAskedForComesFirst(String question, String kind) {
        List<String> first = kinds(SearchFilter.NONE, question).subList(0, 5);
        assertThat(first.getFirst()).isEqualTo(kind);
        assertThat(first).filteredOn(kind::equals).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void theEnablersOfTheFirstStudyAreItsAnswerToWhatHelps() {
        var ofTheStudy = new SearchFilter(Set.of(), Set.of(FIRST_STUDY), Set.of(), Set.of(), Set.of(), null);
        List<String> kinds = kinds(ofTheStudy, "what helps services work together");
        // Five enablers in all, in one enumeration that has none of the words; the best finding may stand among them.
        assertThat(kinds.subList(0, 8)).filteredOn("enabler"::equals).hasSize(5);
    }

    @Test
    void otherKindsAreRankedLowerButFound() {
        assertThat(kinds(SearchFilter.NONE, "what helps services work together"))
                .contains("finding");
    }

    private List<String> kinds(SearchFilter filter, String question) {
        return quoin.search(new SearchRequest(question, filter, Mode.HYBRID, 0, 100)).hits().stream()
                .map(SearchHit::document)
                .map(document -> document.kind().key())
                .toList();
    }
}
