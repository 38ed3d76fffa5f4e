// `quoin export` in the forms that other programs read.
package org.quoin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nanopub.NanopubImpl;
import org.nanopub.trusty.TrustyNanopubUtils;
import org.quoin.app.Homes;
import org.quoin.app.Quoin;
import org.quoin.model.PaperId;
import org.quoin.testing.AnnotationRules;
import org.quoin.testing.Reviews;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportCommandTest {
    private static final String SEED = "integrated-care-rural-uk";
    private static final String PENDING = "care-home-diaries-sweden";

    @TempDir
    static Path home;

    private static String accepted = "";
    private static String pending = "";

    @BeforeAll
    static void fill() throws IOException {
        try (Quoin quoin = Homes.filled(home)) {
            Reviews.acceptAll(quoin, new PaperId(SEED));
            accepted = quoin.paper(new PaperId(SEED)).items().getFirst().id().value();
            pending = quoin.paper(new PaperId(PENDING)).items().getFirst().id().value();
        }
    }

    @Test
    void annotationsOfOnePaperOfSomeAndOfAllAreCollectionsOfTheirOwn() {
        JsonNode one = json("export", "--format", "annotations", SEED);
        JsonNode two = json("export", "--format", "annotations", SEED, PENDING);
        JsonNode all = json("export", "--format", "annotations");

        assertThat(AnnotationRules.check(one)).hasSize(26);
        assertThat(AnnotationRules.check(two)).hasSizeGreaterThan(26);
        assertThat(AnnotationRules.check(all))
                .hasSizeGreaterThan(two.get("total").asInt());
        assertThat(new TreeSet<>(List.of(
                        one.get("id").asString(),
                        two.get("id").asString(),
                        all.get("id").asString())))
                .isEqualTo(new TreeSet<>(Set.of(
                        "https://w3id.org/quoin/id/paper/" + SEED + "/annotations",
                        "https://w3id.org/quoin/id/annotations?paper=" + SEED + "&paper=" + PENDING,
                        "https://w3id.org/quoin/id/annotations")));
    }

    @Test
    void whatASearchFindsIsWrittenAsAFile(@TempDir Path folder) throws Exception {
        CliRun table = CliRun.of(home, "search", "--kind", "enabler", "--format", "csv");
        Path file = folder.resolve("found.xlsx");
        CliRun workbook = CliRun.of(
                home,
                "search",
                "trust",
                "--limit",
                "1",
                "--mode",
                "bm25",
                "--format",
                "xlsx",
                "--output",
                file.toString());
        CliRun bibliography = CliRun.of(home, "search", "--kind", "enabler", "--format", "ris");
        CliRun compared = CliRun.of(home, "compare", "--kind", "enabler", "--format", "turtle");

        assertThat(table.out()).startsWith("study,paper,title,authors,year,doi,fictional,retracted,");
        assertThat(table.out().lines().count()).isGreaterThan(5);
        assertThat(workbook.code()).isZero();
        try (Workbook read = WorkbookFactory.create(file.toFile())) {
            assertThat(read.getSheet("Quotes").getLastRowNum()).isPositive();
        }
        assertThat(bibliography.out()).contains("ER  - ");
        assertThat(bibliography.err()).contains("left out: all but the bibliography of the papers");
        assertThat(compared.out()).contains("quoin:Enabler");
    }

    @Test
    void anEmptyBaseHasAnEmptyCollection(@TempDir Path empty) {
        CliRun run = CliRun.of(empty, "export", "--format", "annotations", "--empty");

        assertThat(run.code()).isZero();
        assertThat(AnnotationRules.check(JsonMapper.shared().readTree(run.out())))
                .isEmpty();
    }

    @Test
    void anAcceptedItemIsWrittenAsANanopublication(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("one.trig");

        CliRun run = CliRun.of(home, "export", "--format", "nanopub", "--item", accepted);
        CliRun toFile =
                CliRun.of(home, "export", "--format", "nanopub", "--item", accepted, "--output", file.toString());

        assertThat(run.code()).isZero();
        assertThat(toFile.code()).isZero();
        assertThat(run.out()).isEqualTo(Files.readString(file));
        assertThat(TrustyNanopubUtils.isValidTrustyNanopub(new NanopubImpl(run.out(), RDFFormat.TRIG)))
                .isTrue();
        assertThat(CliRun.of(home, "export", "--format", "nanopub", SEED).out().lines())
                .filteredOn(line -> line.contains("np:hasAssertion"))
                .hasSize(26);
    }

    @Test
    void whatIsNotAcceptedIsRefusedAndNoFileIsLeft(@TempDir Path folder) {
        Path file = folder.resolve("none.trig");

        CliRun run = CliRun.of(home, "export", "--format", "nanopub", "--item", pending, "--output", file.toString());

        assertThat(run.code()).isEqualTo(ExitCode.CONFLICT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(pending).contains("«suggested»");
        assertThat(folder).isEmptyDirectory();
        assertThat(CliRun.of(home, "export", "--format", "nanopub", PENDING).code())
                .isEqualTo(ExitCode.CONFLICT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            export --format csv --item a/b                  | 4 | --item goes with --format nanopub
            search trust --output found.csv                 | 4 | --output is for a file
            search trust --passages --format csv            | 4 | leave out --passages
            search trust --format cake                      | 4 | the formats are csv, xlsx, ris
            compare --format cake                           | 4 | also table, json, cells
            export --format nanopub --item a/b some-paper   | 4 | without papers
            export --format nanopub --item nope/nope        | 3 | there is no evidence «nope/nope»
            export --format rdfa                            | 4 | annotations, refi-qda, nanopub
            """)
    void whatIsWrongIsNamed(String command, int code, String words) {
        CliRun run = CliRun.of(home, command.split(" ", -1));

        assertThat(run.code()).isEqualTo(code);
        assertThat(run.err()).contains(words);
    }

    private static JsonNode json(String... args) {
        CliRun run = CliRun.of(home, args);
        assertThat(run.code()).as(run.err()).isZero();
        return JsonMapper.shared().readTree(run.out());
    }
}
