// A retracted paper: kept and shown, not found and not counted. A study with several papers: counted once.
package org.quoin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.StudyId;
import org.quoin.search.SearchRequest;
import org.quoin.sparql.ResultFormat;

class RetractionTest {
    private static final PaperId TEA = new PaperId("tea");
    private static final PaperId COFFEE = new PaperId("coffee");

    @TempDir
    Path folder;

    @BeforeEach
    void twoPapers() throws IOException {
        paper("tea");
        paper("coffee");
    }

    private void paper(String name) throws IOException {
        Files.writeString(folder.resolve(name + ".txt"), "Staff drank " + name + ".");
        Files.writeString(folder.resolve(name + ".yaml"), """
                quoin: 1
                paper: %1$s
                text: %1$s.txt
                coded-by: {id: jane, name: Jane Example}
                evidence: [{id: drink, kind: finding, quote: drank %1$s}]
                """.formatted(name));
    }

    @Test
    void aRetractedPaperIsShownAndNeitherFoundNorCounted() throws IOException {
        try (Quoin quoin = Homes.empty(folder.resolve("home"))) {
            quoin.importFiles(List.of(folder.resolve("tea.yaml"), folder.resolve("coffee.yaml")), Progress.NONE);

            quoin.retract(TEA, "  Retracted by the journal: made-up data. ");

            assertThat(quoin.paper(TEA).paper().retracted()).isEqualTo("Retracted by the journal: made-up data.");
            assertThat(quoin.paper(TEA).items()).hasSize(1);
            assertThat(found(quoin)).isEqualTo(1);
            assertThat(quoin.papers())
                    .extracting(PaperSummary::retracted)
                    .containsExactly(null, "Retracted by the journal: made-up data.");
            assertThat(quoin.validate(Progress.NONE)).isEmpty();
            quoin.importFiles(List.of(folder.resolve("tea.yaml")), Progress.NONE);
            assertThat(quoin.paper(TEA).paper().retracted())
                    .as("importing it again does not undo it")
                    .isNotNull();
            quoin.reindex(Progress.NONE);
            assertThat(found(quoin)).isEqualTo(1);

            quoin.restore(TEA);

            assertThat(found(quoin)).isEqualTo(2);
            assertThat(quoin.paper(TEA).paper().retracted()).isNull();
        }
    }

    @Test
    void papersOfOneStudyAreOneStudy() throws IOException {
        try (Quoin quoin = Homes.empty(folder.resolve("home"))) {
            quoin.importFiles(List.of(folder.resolve("tea.yaml"), folder.resolve("coffee.yaml")), Progress.NONE);

            quoin.assignStudy(COFFEE, new StudyId("tea"));

            assertThat(quoin.papers()).extracting(PaperSummary::study).containsOnly(new StudyId("tea"));
            assertThat(quoin.paper(COFFEE).items())
                    .allSatisfy(item -> assertThat(item.study()).isEqualTo(new StudyId("tea")));
            assertThat(quoin.validate(Progress.NONE)).isEmpty();
        }
    }

    @Test
    void whatCannotBeDoneIsSaid() throws IOException {
        try (Quoin quoin = Homes.empty(folder.resolve("home"))) {
            quoin.importFiles(List.of(folder.resolve("tea.yaml")), Progress.NONE);

            assertThatThrownBy(() -> quoin.retract(COFFEE, "why"))
                    .satisfies(e -> assertThat(problem(e)).isInstanceOf(Problem.NotFound.class));
            assertThatThrownBy(() -> quoin.retract(TEA, " "))
                    .satisfies(e -> assertThat(problem(e)).isInstanceOf(Problem.Invalid.class));
            assertThatThrownBy(() -> quoin.restore(TEA))
                    .satisfies(e -> assertThat(problem(e)).isInstanceOf(Problem.Conflict.class));
        }
    }

    private static Problem problem(Throwable thrown) {
        return ((ProblemException) thrown).problem();
    }

    private static long found(Quoin quoin) {
        return quoin.search(SearchRequest.of("drank", 10)).total();
    }

    @ParameterizedTest
    @CsvSource({
        "cq-02, health-hubs-rural-ireland",
        "cq-07, health-hubs-rural-ireland",
        "cq-08, health-hubs-rural-ireland",
        "cq-15, health-hubs-rural-ireland",
        "cq-17, health-hubs-rural-ireland",
        "cq-20, care-home-diaries-sweden",
        "cq-24, health-hubs-rural-ireland",
        "cq-25, care-home-diaries-sweden"
    })
    void questionsThatCountStudiesAnswerAsIfARetractedPaperWereNotThere(String number, String paper)
            throws IOException {
        Path without = Homes.SHIPPED.resolve("demo/" + paper);
        try (Quoin retracted = Homes.filled(folder.resolve("retracted"));
                Quoin never = Homes.empty(folder.resolve("never"))) {
            String before = answer(retracted, number);
            try (Stream<Path> studies = Files.walk(Homes.SHIPPED, 2)) {
                never.importFiles(
                        studies.filter(study -> Files.exists(study.resolve("evidence.yaml")))
                                .filter(study -> !study.equals(without))
                                .toList(),
                        Progress.NONE);
            }

            retracted.retract(new PaperId(paper), "Written for a demonstration.");

            assertThat(answer(retracted, number))
                    .isEqualTo(answer(never, number))
                    .isNotEqualTo(before);
        }
    }

    private static String answer(Quoin quoin, String number) {
        String query = quoin.vocabulary().queries().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(number))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        var out = new ByteArrayOutputStream();
        quoin.sparql().prepare(query).write(ResultFormat.CSV, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
