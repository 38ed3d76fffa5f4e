// Reading collections in BEIR form: what is taken, and what is said of malformed files.
package org.quoin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quoin.evaluation.TestCollection.Passage;
import org.quoin.evaluation.TestCollection.Query;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;

final class TestCollectionTest {
    private static final String CORPUS = """
            {"_id": "d1", "title": "Trust", "text": "Trust grew."}
            {"_id": 2, "text": "Caf\u00e9s closed.", "metadata": {"url": "none"}}
            """;
    private static final String QUERIES = """
            {"_id": "q1", "text": "what builds trust"}
            {"_id": "q2", "text": "not judged"}
            """;
    private static final String QRELS = "query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\t2\t0\nq1\tgone\t1\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void write() throws IOException {
        write("corpus.jsonl", CORPUS);
        write("queries.jsonl", QUERIES);
        write("qrels/test.tsv", QRELS);
    }

    @Test
    void readsPassagesAndTheQueriesThatAreJudged() throws IOException {
        TestCollection collection = TestCollection.read(folder, "test");
        assertThat(collection.name()).isEqualTo(String.valueOf(folder.getFileName()));
        assertThat(collection.passages())
                .containsExactly(new Passage("d1", "Trust", "Trust grew."), new Passage("2", "", "Caf\u00e9s closed."));
        assertThat(collection.queries())
                .containsExactly(new Query("q1", "what builds trust", Map.of("d1", 2, "2", 0, "gone", 1)));
        assertThat(collection.judgedButMissing()).isEqualTo(1);
    }

    @Test
    void takesAByteOrderMarkBlankLinesAndWindowsLineEnds() throws IOException {
        write("corpus.jsonl", "\uFEFF" + CORPUS.replace("\n", "\r\n\r\n"));
        write("qrels/test.tsv", QRELS.replace("\n", "\r\n"));
        assertThat(TestCollection.read(folder, "test").passages()).hasSize(2);
        assertThat(TestCollection.read(folder, "test").queries().getFirst().grades())
                .containsEntry("d1", 2);
    }

    @Test
    void theLaterJudgementOfAPairStands() throws IOException {
        write("qrels/test.tsv", QRELS + "q1\td1\t1\n");
        assertThat(TestCollection.read(folder, "test").queries().getFirst().grades())
                .containsEntry("d1", 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    corpus.jsonl   | {"_id": "d3"}                 | line 3 has no «text»
                    corpus.jsonl   | {"text": "no id"}             | line 3 has no «_id»
                    corpus.jsonl   | {"_id": "d1", "text": "same"} | line 3 the id «d1» was used before
                    corpus.jsonl   | {"_id": "d3", "text": ["a"]}  | line 3 «text» is not a string
                    corpus.jsonl   | {"_id": "d3", "text": "cut    | line 3 is not a JSON object
                    corpus.jsonl   | "d3"                          | line 3 has no «_id»
                    queries.jsonl  | nonsense                      | line 3 is not a JSON object
                    qrels/test.tsv | q1 d1 1                       | line 5 has 1 cells separated by tabs, 3 are needed
                    qrels/test.tsv | q1\td1\thigh                  | line 5 the grade «high» is not a whole number
                    """)
    void aMalformedLineIsNamed(String file, String line, String message) throws IOException {
        Path path = folder.resolve(file);
        write(file, Files.readString(path) + line + "\n");
        assertThatThrownBy(() -> TestCollection.read(folder, "test"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(path + ": " + message);
    }

    @Test
    void textThatIsNotUtf8IsNamed() throws IOException {
        Files.write(folder.resolve("corpus.jsonl"), "{\"_id\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> TestCollection.read(folder, "test"))
                .hasMessageContaining("corpus.jsonl: line 1")
                .hasMessageContaining("UTF-8");
    }

    @Test
    void judgementsOfQueriesThatAreNotThereAreRefused() throws IOException {
        write("qrels/test.tsv", QRELS + "q9\td1\t1\nq8\td1\t1\n");
        assertThatThrownBy(() -> TestCollection.read(folder, "test"))
                .hasMessageContaining("test.tsv")
                .hasMessageContaining("«q9» and 1 more queries");
    }

    @Test
    void aMissingSplitIsNamedWithThoseThatAreThere() throws IOException {
        write("qrels/train.tsv", QRELS);
        assertThatThrownBy(() -> TestCollection.read(folder, "dev"))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isInstanceOf(Problem.NotFound.class))
                .hasMessageContaining("dev.tsv")
                .hasMessageContaining("test, train");
    }

    private void write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(folder.resolve("qrels"));
        Files.writeString(path, content);
    }
}
