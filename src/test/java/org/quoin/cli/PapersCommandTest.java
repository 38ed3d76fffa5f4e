// `quoin papers`: what is in the base, and what of it has no evidence yet.
package org.quoin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.app.Homes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PapersCommandTest {
    @Test
    void itListsPapersAndThoseWithoutEvidence(@TempDir Path folder) throws IOException {
        Path home = folder.resolve("home");
        Path paper = Files.writeString(folder.resolve("tea.txt"), "Staff drank tea.");
        String seed = Homes.SHIPPED.resolve("integrated-care-rural-uk").toString();

        assertThat(CliRun.of(home, "import", paper.toString(), seed).code()).isZero();

        assertThat(CliRun.of(home, "papers").out())
                .contains("integrated-care-rural-uk", "5 enabler", "tea", "no evidence yet");
        JsonNode open = JsonMapper.shared()
                .readTree(CliRun.of(home, "papers", "--without-evidence", "--json")
                        .out());
        assertThat(open.get("total").asInt()).isEqualTo(1);
        assertThat(open.at("/papers/0/id").asString()).isEqualTo("tea");
    }

    @Test
    void aSecondCopyIsReportedAsADuplicate(@TempDir Path folder) throws IOException {
        Path home = folder.resolve("home");
        Path first = Files.writeString(folder.resolve("tea.txt"), "Staff drank tea.");
        Path second = Files.writeString(folder.resolve("copy.txt"), "Staff drank tea.");

        var run = CliRun.of(home, "import", "--json", first.toString(), second.toString());

        assertThat(run.code()).isZero();
        JsonNode report = JsonMapper.shared().readTree(run.out());
        assertThat(report.get("duplicates").asInt()).isEqualTo(1);
        assertThat(report.at("/files/1/outcome").asString()).isEqualTo("duplicate");
        assertThat(report.at("/files/1/papers/0").asString()).isEqualTo("tea");
    }
}
