// Evidence as RDF: what goes out comes in again, additions join, and what belongs nowhere is refused.
package org.quoin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quoin.app.Homes;
import org.quoin.app.ImportReport;
import org.quoin.app.ImportReport.Effect;
import org.quoin.app.ImportReport.Line.Imported;
import org.quoin.app.ImportReport.Line.Rejected;
import org.quoin.app.PaperSummary;
import org.quoin.app.Progress;
import org.quoin.app.Quoin;
import org.quoin.app.export.ExportFormat;
import org.quoin.model.EvidenceItem;
import org.quoin.model.ItemId;
import org.quoin.model.PaperId;
import org.quoin.model.Violation;

/// One base for all tests, emptied after each: opening one takes longer than most of them.
class RdfImportTest extends ImportTest {
    private static final PaperId SEED = new PaperId("integrated-care-rural-uk");
    private static final Path SEED_FILE = Homes.SHIPPED.resolve("integrated-care-rural-uk/evidence.yaml");

    private static final String PREFIXES = """
            @base <https://w3id.org/quoin/id/> .
            @prefix oa: <http://www.w3.org/ns/oa#> .
            @prefix prov: <http://www.w3.org/ns/prov#> .
            @prefix quoin: <https://w3id.org/quoin/ns#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            """;

    /// One more item on words of the first study that no item quotes yet.
    private static final String ONE_MORE_ITEM = PREFIXES + """
            <item/integrated-care-rural-uk/more> a quoin:LessonLearned ;
                quoin:reportedIn <study/integrated-care-rural-uk> ;
                quoin:evidencedBy <paper/integrated-care-rural-uk/quotation/more> .
            <paper/integrated-care-rural-uk/quotation/more> a quoin:Quotation ;
                oa:hasSource <paper/integrated-care-rural-uk/text/TEXT> ;
                quoin:voice <https://w3id.org/quoin/scheme/voice/author> ;
                oa:hasSelector <paper/integrated-care-rural-uk/quotation/more#quote> ,
                    <paper/integrated-care-rural-uk/quotation/more#position> .
            <paper/integrated-care-rural-uk/quotation/more#quote> a oa:TextQuoteSelector ;
                oa:exact "building relationships" .
            <paper/integrated-care-rural-uk/quotation/more#position> a oa:TextPositionSelector ;
                oa:start 3011 ; oa:end 3033 .
            <coding/integrated-care-rural-uk/more> a quoin:Coding ;
                oa:hasBody <item/integrated-care-rural-uk/more> ;
                oa:hasTarget <paper/integrated-care-rural-uk/quotation/more> ;
                prov:wasAttributedTo <agent/jane> ;
                quoin:curationState <https://w3id.org/quoin/scheme/curation-state/suggested> .
            <agent/jane> a prov:Person ; rdfs:label "Jane Example" .
            """;

    @ParameterizedTest
    @CsvSource({"TRIG,trig", "TURTLE,ttl", "JSONLD,jsonld"})
    void whatIsExportedMakesTheSameBaseElsewhere(ExportFormat format, String extension, @TempDir Path elsewhere)
            throws IOException {
        quoin.importFiles(List.of(Homes.SHIPPED), Progress.NONE);
        Path file = folder.resolve("export." + extension);
        Files.write(file, exported(quoin, format));

        try (Quoin other = Homes.empty(elsewhere)) {
            ImportReport report = other.importFiles(List.of(file), Progress.NONE);

            assertThat(report.lines()).singleElement().isInstanceOfSatisfying(Imported.class, line -> {
                assertThat(line.papers()).hasSize(7);
                assertThat(line.effect()).isNotEqualTo(Effect.UNCHANGED);
            });
            assertThat(other.papers()).isEqualTo(quoin.papers());
            for (PaperSummary paper : quoin.papers()) {
                String graph = quoin.iris().graph(paper.id()).getURI();
                assertThat(other.describe(graph)
                                .orElseThrow()
                                .isIsomorphicWith(quoin.describe(graph).orElseThrow()))
                        .as(graph)
                        .isTrue();
            }
            assertThat(other.validate(Progress.NONE)).isEmpty();
        }
    }

    @Test
    void quoinsOwnContextIsTakenFromTheProgram() throws IOException {
        importing(SEED_FILE);

        Imported line = imported("more.jsonld", """
                {"@context": "https://w3id.org/quoin/context.jsonld",
                 "id": "https://w3id.org/quoin/id/item/integrated-care-rural-uk/%s",
                 "rationale": {"en": "It is what they say."}}
                """.formatted(firstItem().local()));

        assertThat(line.effect()).isNotEqualTo(Effect.UNCHANGED);
        assertThat(firstRationale()).isEqualTo("It is what they say.");
    }

    @ParameterizedTest
    @CsvSource({"https://schema.org/", "http://localhost:9/context.jsonld", "file:/etc/hosts", "classpath:x"})
    void aContextFromElsewhereIsRefused(String context) throws IOException {
        Rejected line = rejected("remote.jsonld", """
                {"@context": "%s", "@id": "https://w3id.org/quoin/id/paper/x", "title": "x"}
                """.formatted(context));

        assertThat(line.reason()).contains("remote.jsonld").contains(context).contains("Quoin fetches nothing");
        assertThat(quoin.papers()).isEmpty();
    }

    @Test
    void anItemOutsideANamedGraphJoinsWhatThePaperHas() throws IOException {
        importing(SEED_FILE);

        Imported line = imported("more.ttl", oneMoreItem());

        assertThat(line.papers()).containsExactly(SEED);
        assertThat(line.items()).isEqualTo(27);
        assertThat(quoin.item(new ItemId("integrated-care-rural-uk/more")).quotations())
                .singleElement()
                .satisfies(quotation -> assertThat(quotation.span().start()).isEqualTo(3011));
        assertThat(imported("more.ttl", oneMoreItem()).effect())
                .as("the same again")
                .isEqualTo(Effect.UNCHANGED);
    }

    @Test
    void aWrongAdditionIsNamedAndChangesNothing() throws IOException {
        importing(SEED_FILE);
        long before = quoin.health().sequence();

        Rejected line = rejected("more.ttl", oneMoreItem().replace("oa:start 3011", "oa:start 3012"));

        assertThat(line.violations())
                .extracting(Violation::subject, Violation::shape, Violation::offending)
                .contains(
                        tuple("paper/integrated-care-rural-uk/quotation/more", "SliceShape", "building relationships"));
        assertThat(quoin.paper(SEED).items()).hasSize(26);
        assertThat(quoin.health().sequence()).isEqualTo(before);
    }

    @Test
    void anAdditionToAPaperThatIsNotThereIsRefused() throws IOException {
        assertThat(rejected("more.ttl", oneMoreItem()).violations())
                .extracting(Violation::shape)
                .contains("PaperShape");
        assertThat(quoin.papers()).isEmpty();
    }

    @Test
    void aResourceThatBelongsToNoPaperIsNamed() throws IOException {
        importing(SEED_FILE);

        Rejected line = rejected(
                "stray.ttl", oneMoreItem() + "<https://example.org/stray> rdfs:label \"I belong to nobody\" .");

        assertThat(line.violations())
                .singleElement()
                .returns("https://example.org/stray", Violation::subject)
                .returns("PlaceShape", Violation::shape);
        assertThat(quoin.paper(SEED).items()).hasSize(26);
    }

    @Test
    void aNamedGraphReplacesItsPaper() throws IOException {
        importing(SEED_FILE);
        String trig = new String(exported(quoin, ExportFormat.TRIG), StandardCharsets.UTF_8);
        imported("more.ttl", oneMoreItem());

        assertThat(imported("export.trig", trig).items()).isEqualTo(26);
    }

    @Test
    void aNamedGraphThatIsNotAPapersIsRefused() throws IOException {
        assertThat(rejected("graph.trig", "<https://example.org/g> { <urn:x-test:a> <urn:x-test:b> 1 }")
                        .reason())
                .contains("https://example.org/g")
                .contains("graph/paper/PAPER");
    }

    @Test
    void onePaperInsideAndOutsideOfItsGraphIsRefused() throws IOException {
        importing(SEED_FILE);
        String trig = new String(exported(quoin, ExportFormat.TRIG), StandardCharsets.UTF_8);

        assertThat(rejected("both.trig", trig + oneMoreItem()).reason()).contains("choose one");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wrong.ttl    | <a> <b> .                    | line: 1, col: 9
            wrong.ttl    | <a> x:b 1 .                  | line: 1
            wrong.trig   | <g> { <a> <b> 1              | line: 1
            wrong.jsonld | { \"@id\": }                 | wrong.jsonld
            wrong.nt     | <http://a> <http://b> 1 .    | line: 1
            wrong.nq     | nothing                      | line: 1
            wrong.ttl    | # nothing                    | holds nothing about a paper
            wrong.jsonld | {}                           | holds nothing about a paper
            """)
    void whatDoesNotParseIsToldWithItsPlace(String name, String content, String said) throws IOException {
        Rejected line = rejected(name, content);

        assertThat(line.reason()).contains(name).contains(said);
        assertThat(quoin.papers()).isEmpty();
    }

    private ItemId firstItem() {
        return quoin.paper(SEED).items().getFirst().id();
    }

    private String firstRationale() {
        EvidenceItem item = quoin.item(firstItem());
        return String.valueOf(item.rationale());
    }

    private String oneMoreItem() {
        String digest = "TEXT";
        if (quoin.papers().stream().anyMatch(paper -> paper.id().equals(SEED))) {
            digest = quoin.paper(SEED).text().sha256().substring(0, 12);
        }
        return ONE_MORE_ITEM.replace("text/TEXT", "text/" + digest);
    }

    private static byte[] exported(Quoin from, ExportFormat format) {
        var out = new ByteArrayOutputStream();
        from.export(format, List.of(), out);
        return out.toByteArray();
    }

    private Imported imported(String name, String content) throws IOException {
        return assertThat(written(name, content))
                .asInstanceOf(type(Imported.class))
                .actual();
    }

    private Rejected rejected(String name, String content) throws IOException {
        return assertThat(written(name, content))
                .asInstanceOf(type(Rejected.class))
                .actual();
    }

    private ImportReport.Line written(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, content);
        return importing(file);
    }

    private ImportReport.Line importing(Path file) throws IOException {
        return quoin.importFiles(List.of(file), Progress.NONE).lines().getFirst();
    }
}
