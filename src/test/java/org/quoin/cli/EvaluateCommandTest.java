// `quoin evaluate`: the whole way from files in BEIR form to figures, on a collection of four passages.
package org.quoin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void writeCollection() throws IOException {
        Files.createDirectories(folder.resolve("tiny/qrels"));
        Files.writeString(folder.resolve("tiny/corpus.jsonl"), """
                {"_id": "trust", "title": "Teams", "text": "Staff trusted one another after joint training."}
                {"_id": "bus", "title": "", "text": "There was one bus a day to the clinic."}
                {"_id": "money", "title": "Money", "text": ""}
                {"_id": "blank", "title": "", "text": " "}
                """);
        Files.writeString(folder.resolve("tiny/queries.jsonl"), """
                {"_id": "1", "text": "trust between professionals"}
                {"_id": "2", "text": "lack of funding"}
                {"_id": "bus", "text": "There was one bus a day to the clinic."}
                """);
        Files.writeString(
                folder.resolve("tiny/qrels/test.tsv"),
                "query-id\tcorpus-id\tscore\n1\ttrust\t1\n2\tmoney\t2\n2\tgone\t1\nbus\ttrust\t1\n");
    }

    @Test
    void measuresAgainstABaselineAndKeepsTheVectors() throws IOException {
        Path run = folder.resolve("hybrid.run");
        Path cache = folder.resolve("cache");
        JsonNode figures = JsonMapper.shared()
                .readTree(evaluate("--json", "--run", run.toString(), "--cache", cache.toString())
                        .out());
        assertThat(figures.get("queries").asInt()).isEqualTo(3);
        assertThat(figures.get("passages").asInt()).isEqualTo(4);
        assertThat(figures.get("baseline").asString()).isEqualTo("bm25");
        JsonNode recall = figures.at("/measures/recall@100");
        // Words alone do not find money for funding, and half of what is relevant to it is not there.
        assertThat(recall.get("baseline").asDouble())
                .isLessThan(recall.get("value").asDouble());
        assertThat(figures.get("notes").toString()).contains("without words, which nothing finds: 1", "not found: 1");
        assertThat(Files.readAllLines(run)).noneMatch(line -> line.startsWith("bus Q0 bus "));
        assertThat(cache).isNotEmptyDirectory();

        JsonNode again = JsonMapper.shared()
                .readTree(evaluate("--json", "--baseline", run.toString(), "--cache", cache.toString())
                        .out());
        JsonNode ndcg = again.at("/measures/ndcg@10");
        assertThat(ndcg.get("difference").asDouble()).isZero();
        assertThat(ndcg.get("p").asDouble()).isEqualTo(1);
        assertThat(ndcg.get("value").asDouble())
                .isCloseTo(figures.at("/measures/ndcg@10/value").asDouble(), within(1e-12));
    }

    @Test
    void printsATableForPeople() {
        CliRun run = evaluate("--mode", "dense", "--baseline", "rrf");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("tiny, test: 4 passages, 3 queries, ")
                .containsPattern("dense\\s+rrf\\s+difference\\s+p\n")
                .containsPattern("ndcg@10 +0\\.\\d{4} +0\\.\\d{4} +[+-]0\\.\\d{4} +[01]\\.\\d{5}\n")
                .contains("recall@100", "mrr@10");
    }

    @Test
    void saysWhichLineOfWhichFileIsWrong() throws IOException {
        Files.writeString(folder.resolve("tiny/queries.jsonl"), "{\"_id\": \"1\"}\n");
        CliRun run = evaluate();
        assertThat(run.code()).isEqualTo(ExitCode.INVALID);
        assertThat(run.err()).contains("queries.jsonl: line 1 has no «text»");
    }

    private CliRun evaluate(String... options) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        String[] args = Stream.concat(
                        Stream.of("evaluate", folder.resolve("tiny").toString()), Stream.of(options))
                .toArray(String[]::new);
        int code = Cli.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                args);
        return new CliRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
