// The modelling guide works through the seed abstract as it is shipped: every sentence, every item, nothing else.
package org.quoin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.graph.PaperRecord;
import org.quoin.graph.Vocabulary.KindInfo;
import org.quoin.model.PaperId;

class ModellingGuideTest {
    private static final PaperId SEED = new PaperId("integrated-care-rural-uk");
    private static final Pattern ITEM = Pattern.compile("- `([a-z]+)` (\\d+)–(\\d+) “(.*)”");
    private static final Pattern KIND_ROW = Pattern.compile("\\| [^|]+ \\| `([a-z]+)` \\|.*");

    @Test
    void itGoesThroughEverySentenceAndEveryItem(@TempDir Path home) throws IOException {
        List<String> guide = Files.readAllLines(Homes.ROOT.resolve("docs/modelling-guide.md"));
        try (Quoin quoin = Homes.filled(home)) {
            PaperRecord seed = quoin.paper(SEED);

            assertThat(guide.stream().filter(line -> line.startsWith("> ")).map(line -> line.substring(2)))
                    .as("the sentences")
                    .hasSize(22)
                    .satisfies(sentences -> assertThat(String.join(" ", sentences))
                            .isEqualTo(seed.text().value().strip()));
            assertThat(guide.stream()
                            .map(ITEM::matcher)
                            .filter(Matcher::matches)
                            .map(ModellingGuideTest::item))
                    .as("the items")
                    .containsExactlyInAnyOrderElementsOf(seed.items().stream()
                            .flatMap(item -> item.quotations().stream()
                                    .map(quotation -> item.kind() + " "
                                            + quotation.span().start() + " "
                                            + quotation.span().end() + " " + quotation.exact()))
                            .toList());
            assertThat(sections(guide).filter(section -> section.stream().noneMatch(line -> line.startsWith("- `"))))
                    .as("sentences without an item")
                    .isNotEmpty()
                    .allSatisfy(section ->
                            assertThat(section).as("says why").anyMatch(line -> line.startsWith("Not coded")));
            assertThat(guide.stream()
                            .map(KIND_ROW::matcher)
                            .filter(Matcher::matches)
                            .map(row -> row.group(1)))
                    .as("the kinds a study can have")
                    .containsExactlyInAnyOrderElementsOf(quoin.vocabulary().kinds().stream()
                            .filter(kind -> kind.order() < 100)
                            .map((KindInfo kind) -> kind.kind().key())
                            .toList());
        }
    }

    private static String item(Matcher line) {
        return Stream.of(1, 2, 3, 4).map(line::group).collect(Collectors.joining(" "));
    }

    /// The lines under each numbered heading.
    private static Stream<List<String>> sections(List<String> guide) {
        return Pattern.compile("(?m)^### \\d+\n")
                .splitAsStream(String.join("\n", guide))
                .skip(1)
                .map(section -> section.split("\n## ", 2)[0].lines().toList());
    }
}
