// The shipped model: the embedder's contract, its meaning of words, and that it never opens a connection.
package org.quoin.search.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quoin.model.ProblemException;
import org.quoin.search.Embedder;
import org.quoin.search.EmbedderContract;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OnnxEmbedderTest implements EmbedderContract {
    private final Embedder embedder = OnnxEmbedder.lazy();

    @Override
    public Embedder embedder() {
        return embedder;
    }

    @BeforeAll
    void load() {
        assertThat(embedder.unavailableReason()).isEmpty();
    }

    @AfterAll
    void close() {
        embedder.close();
    }

    @Test
    void saysBeforeLoadingWhatTheLoadedModelIs() {
        try (Embedder loaded = OnnxEmbedder.load();
                Embedder lazy = OnnxEmbedder.lazy()) {
            assertThat(lazy.modelId()).isEqualTo(loaded.modelId());
            assertThat(lazy.dimensions()).isEqualTo(loaded.dimensions());
            assertThat(lazy.unrelatedBelow()).isEqualTo(loaded.unrelatedBelow());
        }
    }

    @Test
    void readsPastThe128TokensThatOtherWrappersStopAt() {
        String beginning = "The staff talked about the weather. ".repeat(30);
        assertThat(embedder.embedPassage(beginning + "Funding ended."))
                .isNotEqualTo(embedder.embedPassage(beginning + "Trust grew."));
    }

    @Test
    void knowsMeanings() {
        float[] query = embedder.embedQuery("management buy-in");
        double commitment = EmbedderContract.cosine(query, embedder.embedPassage("organisational commitment"));
        double rurality = EmbedderContract.cosine(query, embedder.embedPassage("remote and rural settings"));
        assertThat(commitment).isGreaterThan(rurality);
    }

    @ParameterizedTest
    @ValueSource(strings = {"qzxv", "asdf jkl qwertz", "Привет мир", "团队合作", "hjkl"})
    void doesNotRecogniseNonsenseAndForeignScripts(String text) {
        assertThat(embedder.recognises(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"trust", "management buy-in", "COPD", "MDT meetings", "AC/DC (foo", "GP"})
    void recognisesShortQuestions(String text) {
        assertThat(embedder.recognises(text)).isTrue();
    }

    @Test
    void refusesToEmbedWhenClosed() {
        Embedder closed = OnnxEmbedder.load();
        closed.close();
        closed.close();
        assertThatThrownBy(() -> closed.embedQuery("trust")).isInstanceOf(ProblemException.class);
    }

    /// In a process of its own with an empty library cache: DJL tracks usage and looks for libraries on first use.
    @Test
    void loadsForTheFirstTimeWithoutASocket(@TempDir Path folder) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-DDJL_CACHE_DIR=" + folder.resolve("djl"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadWithoutNetwork.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    }

    /// Native code opens its connections past Java. onnxruntime 1.29.0 began to send telemetry on Linux and
    /// macOS; a library that can be told not to is one that does.
    @Test
    void nativeLibraryHasNoTelemetry() throws IOException {
        try (InputStream library =
                OnnxEmbedder.class.getResourceAsStream("/ai/onnxruntime/native/linux-x64/libonnxruntime.so")) {
            assertThat(library).isNotNull();
            assertThat(new String(library.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("ORT_DISABLE_TELEMETRY")
                    .doesNotContain("events.data.microsoft.com");
        }
    }
}
