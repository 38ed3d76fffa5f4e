// The queries in docs/search-in-sparql.md find something, in the order that they ask for.
package org.quoin.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.app.Homes;
import org.quoin.app.Quoin;

class SearchInSparqlDocumentationTest {
    private static final Pattern EXAMPLE = Pattern.compile("```sparql\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyExampleIsAnswered(@TempDir Path home) throws IOException {
        String page = Files.readString(Homes.ROOT.resolve("docs/search-in-sparql.md"), StandardCharsets.UTF_8);
        List<String> examples =
                EXAMPLE.matcher(page).results().map(match -> match.group(1)).toList();
        assertThat(examples).hasSizeGreaterThan(3);
        try (Quoin quoin = Homes.filled(home)) {
            for (String example : examples) {
                var out = new ByteArrayOutputStream();
                quoin.sparql().prepare(example).write(ResultFormat.TSV, out);
                assertThat(out.toString(StandardCharsets.UTF_8).lines())
                        .as(example)
                        .hasSizeGreaterThan(1);
            }
        }
    }
}
