// A test collection in BEIR form: passages, questions, and which passage answers which question how well.
package org.quoin.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The form of Thakur et al. 2021, "BEIR: A Heterogeneous Benchmark for Zero-shot Evaluation of
/// Information Retrieval Models": `corpus.jsonl` (`_id`, `title`, `text`), `queries.jsonl` (`_id`, `text`)
/// and `qrels/SPLIT.tsv` (query-id, corpus-id, score).
///
/// @param name of the folder it was read from
/// @param split which of its parts was read: `test`, `train`, `dev`
/// @param passages in the order of the file
/// @param queries those that the split judges, in the order of the file
public record TestCollection(String name, String split, List<Passage> passages, List<Query> queries) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// @param title empty when it has none
    public record Passage(String id, String title, String text) {}

    /// @param grades passage id to grade; above 0 is relevant. It may name passages that the corpus does
    ///     not have
    public record Query(String id, String text, Map<String, Integer> grades) {}

    public TestCollection {
        passages = List.copyOf(passages);
        queries = List.copyOf(queries);
    }

    /// Reads a folder whole.
    ///
    /// @param split name of a file below `qrels`, without `.tsv`
    /// @throws ProblemException ([Problem.NotFound]) when a file is not there; ([Problem.Invalid]) naming
    /// file and
    ///     line when one is malformed
    public static TestCollection read(Path folder, String split) throws IOException {
        Path corpus = folder.resolve("corpus.jsonl");
        Path questions = folder.resolve("queries.jsonl");
        Path judgements = folder.resolve("qrels").resolve(split + ".tsv");
        for (Path file : List.of(corpus, questions, judgements)) {
            if (!Files.isRegularFile(file)) {
                throw Problem.notFound("there is no file " + file + splits(folder, file.equals(judgements))
                        + ": a collection in BEIR form has corpus.jsonl, queries.jsonl and qrels/SPLIT.tsv");
            }
        }
        Map<String, Map<String, Integer>> grades = grades(judgements);
        List<Passage> passages = new ArrayList<>();
        readObjects(corpus, (id, object) -> passages.add(new Passage(id, string(object, "title"), text(object))));
        List<Query> queries = new ArrayList<>();
        readObjects(questions, (id, object) -> {
            Map<String, Integer> judged = grades.remove(id);
            if (judged != null) {
                queries.add(new Query(id, text(object), Map.copyOf(judged)));
            }
        });
        if (!grades.isEmpty()) {
            throw Problem.invalid(
                    judgements + ": judges «" + grades.keySet().iterator().next() + "»"
                            + (grades.size() == 1 ? "" : " and " + (grades.size() - 1) + " more queries")
                            + ", which " + questions + " does not have");
        }
        Path name = folder.toRealPath().getFileName();
        return new TestCollection(name == null ? folder.toString() : name.toString(), split, passages, queries);
    }

    /// How many judged passages the corpus does not have: they can never be found, and count against every
    /// system.
    public long judgedButMissing() {
        Set<String> ids = passages.stream().map(Passage::id).collect(Collectors.toSet());
        return queries.stream()
                .flatMap(query -> query.grades().entrySet().stream())
                .filter(judged -> judged.getValue() > 0 && !ids.contains(judged.getKey()))
                .count();
    }

    private static String splits(Path folder, boolean wanted) throws IOException {
        Path qrels = folder.resolve("qrels");
        if (!wanted || !Files.isDirectory(qrels)) {
            return "";
        }
        try (var files = Files.list(qrels)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".tsv"))
                    .map(name -> name.substring(0, name.length() - ".tsv".length()))
                    .sorted()
                    .collect(Collectors.joining(", ", " (splits that are there: ", ")"));
        }
    }

    /// Of two judgements of the same pair the later stands, as for BEIR's own reader.
    private static Map<String, Map<String, Integer>> grades(Path file) throws IOException {
        Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();
        readLines(
                file,
                (line, number) -> {
                    String[] cells = line.split("\t", -1);
                    if (cells.length != 3) {
                        throw malformed(file, number, "has " + cells.length + " cells separated by tabs, 3 are needed");
                    }
                    try {
                        grades.computeIfAbsent(cells[0], query -> new HashMap<>())
                                .put(cells[1], Integer.valueOf(cells[2].strip()));
                    } catch (NumberFormatException e) {
                        throw malformed(file, number, "the grade «" + cells[2] + "» is not a whole number", e);
                    }
                },
                true);
        return grades;
    }

    private interface ObjectReader {
        void read(String id, JsonNode object);
    }

    private static void readObjects(Path file, ObjectReader reader) throws IOException {
        Set<String> seen = new HashSet<>();
        readLines(
                file,
                (line, number) -> {
                    try {
                        JsonNode object = JSON.readTree(line);
                        String id = string(object, "_id");
                        if (id.isEmpty()) {
                            throw malformed(file, number, "has no «_id»");
                        }
                        if (!seen.add(id)) {
                            throw malformed(file, number, "the id «" + id + "» was used before");
                        }
                        reader.read(id, object);
                    } catch (JacksonException e) {
                        throw malformed(file, number, "is not a JSON object: " + e.getOriginalMessage(), e);
                    } catch (IllegalArgumentException e) {
                        throw malformed(file, number, String.valueOf(e.getMessage()), e);
                    }
                },
                false);
    }

    private static String text(JsonNode object) {
        if (!object.has("text")) {
            throw new IllegalArgumentException("has no «text»");
        }
        return string(object, "text");
    }

    /// A string, or a number as a string; empty when it is not there or null.
    private static String string(JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isString() && !value.isNumber()) {
            throw new IllegalArgumentException("«" + name + "» is not a string");
        }
        return value.asString();
    }

    interface LineReader {
        void read(String line, int number);
    }

    /// Gives every line that is not blank to a reader, with its number from 1.
    static void readLines(Path file, LineReader reader, boolean withHeader) throws IOException {
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (!text.isBlank() && !(withHeader && number == 1)) {
                    reader.read(text, number);
                }
            }
        } catch (CharacterCodingException e) {
            throw malformed(file, number + 1, "or one soon after it is not UTF-8", e);
        }
    }

    static ProblemException malformed(Path file, int line, String what) {
        return Problem.invalid(file + ": line " + line + " " + what);
    }

    static ProblemException malformed(Path file, int line, String what, Throwable cause) {
        return new ProblemException(new Problem.Invalid(file + ": line " + line + " " + what, List.of()), cause);
    }
}
