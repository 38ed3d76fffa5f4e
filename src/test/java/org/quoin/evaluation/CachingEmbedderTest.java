// Vectors are made once, kept across processes, and never mixed up.
package org.quoin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.search.HashingEmbedder;

final class CachingEmbedderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void aPassageIsEmbeddedOnce() throws IOException {
        var model = new HashingEmbedder("hash@1");
        float[] vector;
        try (var caching = CachingEmbedder.open(model, folder)) {
            vector = caching.embedPassage("trust");
            vector[0] = 7;
            assertThat(caching.embedPassage("trust")).isEqualTo(model.embedQuery("trust"));
        }
        try (var caching = CachingEmbedder.open(model, folder)) {
            assertThat(caching.embedPassage("trust")).isEqualTo(model.embedQuery("trust"));
            assertThat(caching.embedPassage("funding")).isEqualTo(model.embedQuery("funding"));
        }
        assertThat(model.passages()).isEqualTo(2);
    }

    @Test
    void modelsAndQueriesAreKeptApart() throws IOException {
        try (var caching = CachingEmbedder.open(new HashingEmbedder("hash@1"), folder)) {
            caching.embedQuery("trust");
        }
        var other = new HashingEmbedder("hash@1");
        try (var caching = CachingEmbedder.open(other, folder)) {
            caching.embedPassage("trust");
        }
        var another = new HashingEmbedder("hash/2");
        try (var caching = CachingEmbedder.open(another, folder)) {
            caching.embedPassage("trust");
        }
        assertThat(other.passages()).isEqualTo(1);
        assertThat(another.passages()).isEqualTo(1);
        assertThat(folder)
                .isDirectoryContaining("glob:**hash@1.vectors")
                .isDirectoryContaining("glob:**hash_2.vectors");
    }

    @Test
    void aRecordCutShortIsMadeAgain() throws IOException {
        var model = new HashingEmbedder("hash@1");
        try (var caching = CachingEmbedder.open(model, folder)) {
            caching.embedPassage("trust");
            caching.embedPassage("funding");
        }
        Path file = folder.resolve("hash@1.vectors");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 3), StandardOpenOption.TRUNCATE_EXISTING);
        try (var caching = CachingEmbedder.open(model, folder)) {
            assertThat(caching.embedPassage("trust")).isEqualTo(model.embedQuery("trust"));
            assertThat(caching.embedPassage("funding")).isEqualTo(model.embedQuery("funding"));
        }
        assertThat(model.passages()).isEqualTo(3);
        assertThat(Files.readAllBytes(file)).hasSameSizeAs(bytes);
    }
}
