// The competency questions, asked of the shipped studies.
package org.quoin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quoin.graph.Vocabulary;
import org.quoin.sparql.ResultFormat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompetencyQueriesTest {
    private static final Path EXPECTED = Homes.ROOT.resolve("src/test/resources/queries");
    private static final Pattern NUMBER = Pattern.compile("cq-[0-9]{2}");

    /// The shipped data has no synthesis, no decision of a reviewer and no comparison yet: these have no answer.
    private static final Set<String> WITHOUT_AN_ANSWER =
            Set.of("cq-09", "cq-13", "cq-14", "cq-16", "cq-18", "cq-22", "cq-23");

    private Quoin quoin;

    @BeforeAll
    void load(@TempDir Path home) throws IOException {
        quoin = Homes.filled(home);
    }

    @AfterAll
    void close() {
        quoin.close();
    }

    static Stream<String> all() {
        return Vocabulary.load().queries().keySet().stream();
    }

    static Stream<String> withExpectedAnswer() throws IOException {
        try (var files = Files.list(EXPECTED)) {
            return files.map(file -> file.getFileName().toString().replace(".csv", "")).sorted().toList().stream();
        }
    }

    @Test
    void thereAreTwentyFiveAndTheProgramKnowsThemAll() throws IOException {
        try (var files = Files.list(Homes.ROOT.resolve("ontology/queries"))) {
            assertThat(all())
                    .hasSize(25)
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString().replace(".rq", ""))
                                    .collect(Collectors.toSet()));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachSaysWhatItAsksAndIsAnswered(String name) {
        String query = query(name);

        assertThat(query.lines().toList().get(0)).matches("# Title: \\S.*");
        assertThat(query.lines().toList().get(1)).matches("# Question: \\S.*\\?");
        String number = name.substring(0, 5);
        assertThat(number).matches(NUMBER);
        assertThat(answer(name).lines().skip(1))
                .as(
                        "rows of %s; the shipped data %s an answer",
                        name, WITHOUT_AN_ANSWER.contains(number) ? "has not" : "has")
                .satisfies(rows -> assertThat(rows.isEmpty()).isEqualTo(WITHOUT_AN_ANSWER.contains(number)));
    }

    /// The expected answers were worked out from the evidence files and the schemes by a script that shares no code
    /// with Quoin.
    @ParameterizedTest
    @MethodSource("withExpectedAnswer")
    void theAnswerIsTheOneWorkedOutFromTheFilesByOtherMeans(String name) throws IOException {
        assertThat(answer(name).lines()).containsExactlyElementsOf(Files.readAllLines(EXPECTED.resolve(name + ".csv")));
    }

    @Test
    void sixOfThemHaveSuchAnAnswer() throws IOException {
        assertThat(withExpectedAnswer()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(all().toList()).containsAll(withExpectedAnswer().toList());
    }

    private String query(String name) {
        return Objects.requireNonNull(quoin.vocabulary().queries().get(name));
    }

    private String answer(String name) {
        var out = new ByteArrayOutputStream();
        quoin.sparql().prepare(query(name)).write(ResultFormat.CSV, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
