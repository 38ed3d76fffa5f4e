// The collections beside the project that tests of readers may use.
package org.quoin.intake.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

public final class Shared {
    private static final Path CORPORA = Path.of(System.getProperty("quoin.root", "."), "..", "shared", "corpora");

    private Shared() {}

    /// The files of a collection, sorted; the test is skipped when it is not there.
    public static List<Path> files(String collection) {
        return filesOf(CORPORA.resolve(collection)).toList();
    }

    /// The XML files of some collections, sorted; the test is skipped when a collection is not there.
    static List<Path> xmlFiles(String... collections) {
        return Stream.of(collections)
                .flatMap(collection -> filesOf(CORPORA.resolve(collection)))
                .filter(file -> file.toString().endsWith("xml"))
                .toList();
    }

    private static Stream<Path> filesOf(Path folder) {
        if (!Files.isDirectory(folder)) {
            Assumptions.abort("skipped: ../shared/corpora not there");
        }
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
