// The commands in the README and the guides are run, and answer what these say.
package org.quoin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentationTest {
    private static final Path ROOT = Path.of(System.getProperty("quoin.root", "."));
    private static final Pattern BLOCK = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    /// Shown on slow machines only.
    private static final Pattern PROGRESS = Pattern.compile("(?m)^[a-z ]+: \\d+ of \\d+ after \\d+ s\n");
    private static final String PROMPT = "$ ./quoin ";

    private record Example(String command, List<String> expected) {}

    @ParameterizedTest
    @ValueSource(
            strings = {"README.md", "docs/asking.md", "docs/comparing.md", "docs/searching.md", "docs/synthesising.md"})
    void commandsAnswerWhatIsSaid(String file, @TempDir Path folder) throws IOException {
        Path home = folder.resolve("home");
        List<Example> examples = examples(ROOT.resolve(file));
        assertThat(examples).hasSizeGreaterThan(2);
        if (!String.join("", examples.getFirst().expected()).contains("New home")) {
            // What is said of a home that is not there yet stands where it is told how to begin.
            run("search trust", home);
        }
        for (Example example : examples) {
            String answer = run(example.command(), home);
            assertThat(answer).as("$ ./quoin %s", example.command()).matches(pattern(example.expected()));
        }
    }

    private static List<Example> examples(Path file) throws IOException {
        var examples = new ArrayList<Example>();
        Matcher block = BLOCK.matcher(Files.readString(file, StandardCharsets.UTF_8));
        while (block.find()) {
            for (String line : block.group(1).split("\n", -1)) {
                if (line.startsWith(PROMPT)) {
                    examples.add(new Example(line.substring(PROMPT.length()), new ArrayList<>()));
                } else if (!line.isEmpty() && !line.startsWith("$ ")) {
                    examples.getLast().expected().add(line);
                }
            }
        }
        // `serve` runs until it is stopped; the tests of the web start it.
        return examples.stream().filter(e -> !e.command().startsWith("serve")).toList();
    }

    private static String run(String command, Path home) {
        var args = new ArrayList<String>();
        Matcher words = WORD.matcher(command);
        while (words.find()) {
            args.add(words.group(1) != null ? words.group(1) : words.group(2));
        }
        args.add("--home");
        args.add(home.toString());
        var bytes = new ByteArrayOutputStream();
        var stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Cli.run(stream, stream, args.toArray(String[]::new));
        String answer = bytes.toString(StandardCharsets.UTF_8).replace(home.toString(), ".quoin");
        return PROGRESS.matcher(answer).replaceAll("");
    }

    /// A line that is only `...` stands for any lines; within a line it stands for any words.
    private static Pattern pattern(List<String> lines) {
        return Pattern.compile(lines.stream()
                .map(line -> line.equals("...")
                        ? "(?:[^\n]*\n)*?"
                        : java.util.Arrays.stream(line.split("\\.\\.\\.", -1))
                                        .map(Pattern::quote)
                                        .collect(Collectors.joining("[^\n]*"))
                                + "\\s*\n")
                .collect(Collectors.joining()));
    }
}
