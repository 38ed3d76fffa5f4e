// Runs commands of ROBOT, the tool of the OBO community, in a JVM of their own.
package org.quoin.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// ROBOT brings a Jena and an OWL API of its own age, so it has the class path that the build wrote down
/// (`pom.xml`, maven-antrun-plugin) and none of the product's. Starting it takes most of the time: one JVM runs
/// many commands.
final class Robot {
    private static final Path CLASS_PATH = OntologyFiles.ROOT.resolve("target/robot.classpath");
    private static final int MINUTES = 5;
    private static final String PASSED = "passed";

    /// @param findings of a command that failed: what it and the others of its run said, and its findings file
    record Outcome(List<String> command, boolean passed, String findings) {}

    private record Command(List<String> words, Path said, Path findings) {}

    private final Path folder;
    private final List<Command> commands = new ArrayList<>();

    /// @param folder for inputs and outputs
    Robot(Path folder) {
        this.folder = folder;
    }

    /// Adds a command: its words without the output, which is the file that it writes its findings into.
    ///
    /// @param form ending of the findings' file: it says in which form ROBOT writes
    Robot command(String form, List<String> words) {
        int number = commands.size();
        commands.add(new Command(
                words, folder.resolve("robot-" + number + ".said"), folder.resolve("robot-" + number + "." + form)));
        return this;
    }

    /// Runs the commands one after the other, whether the one before passed or not; a report comes last.
    List<Outcome> run() throws IOException, InterruptedException {
        assertThat(CLASS_PATH)
                .as("written by the build: run ./mvnw without -Dquick")
                .exists();
        Path list = folder.resolve("commands");
        var lines = new ArrayList<String>();
        for (Command command : commands) {
            lines.add(command.said() + "\t" + String.join("\t", command.words()) + "\t--output\t" + command.findings());
        }
        Files.write(list, lines);
        Path said = folder.resolve("robot.out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "-cp",
                        OntologyFiles.ROOT.resolve("target/test-classes")
                                + System.getProperty("path.separator")
                                + Files.readString(CLASS_PATH).strip(),
                        Robot.class.getName(),
                        list.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("ROBOT did not end within " + MINUTES + " minutes: " + Files.readString(said));
        }
        var outcomes = new ArrayList<Outcome>();
        for (Command command : commands) {
            // A report that fails ends the JVM: it says nothing, and what comes after it is not run.
            String outcome = Files.exists(command.said())
                    ? Files.readString(command.said()).strip()
                    : "not run to its end";
            if (outcome.equals(PASSED)) {
                outcomes.add(new Outcome(command.words(), true, outcome));
            } else {
                String findings = Files.exists(command.findings()) ? Files.readString(command.findings()) : "";
                outcomes.add(new Outcome(
                        command.words(), false, String.join("\n", outcome, Files.readString(said), findings)));
            }
        }
        return outcomes;
    }

    /// @param args a file with one command a line: where its outcome goes, then its words, separated by tabs
    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            List<String> words = List.of(line.split("\t", -1));
            Files.writeString(Path.of(words.getFirst()), outcome(words.get(1), words.subList(2, words.size())) + "\n");
        }
    }

    /// ROBOT's own entry ends the JVM when a command fails; each of its commands, asked alone, throws instead.
    private static String outcome(String command, List<String> options) throws ReflectiveOperationException {
        String name = Stream.of(command.split("-", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining("", "org.obolibrary.robot.", "Command"));
        Class<?> state = Class.forName("org.obolibrary.robot.CommandState");
        Class<?> type = Class.forName(name);
        try {
            type.getMethod("execute", state, String[].class)
                    .invoke(
                            type.getConstructor().newInstance(),
                            state.getConstructor().newInstance(),
                            options.toArray(String[]::new));
            return PASSED;
        } catch (InvocationTargetException refusal) {
            return "failed: " + refusal.getCause();
        }
    }
}
