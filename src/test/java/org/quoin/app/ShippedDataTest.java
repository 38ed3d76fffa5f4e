// The studies that come with the program: what stands in the base after they are imported.
package org.quoin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.quoin.app.ImportReport.Effect;
import org.quoin.graph.PaperMapper;
import org.quoin.graph.PaperRecord;
import org.quoin.model.ConceptRef;
import org.quoin.model.EvidenceItem;
import org.quoin.model.Kind;
import org.quoin.model.PaperId;
import org.quoin.model.Quotation;
import org.quoin.text.NormalisedText;

@ExtendWith(ShippedBase.class)
class ShippedDataTest {
    private static final PaperId SEED = new PaperId("integrated-care-rural-uk");

    /// Kind, start, end and words of the 26 items of the first study, as counted by hand before Quoin existed.
    private static final String EVIDENCE_OF_THE_FIRST_STUDY = """
            context | 584 | 649 | A qualitative study utilising in-depth semi-structured interviews
            context | 655 | 691 | representatives from strategic roles
            context | 957 | 998 | a rural setting within the United Kingdom
            context | 1043 | 1069 | thematic analysis approach
            theme | 1125 | 1168 | focus and purpose of the integrated concept
            theme | 1170 | 1215 | multidisciplinary team working and engagement
            theme | 1217 | 1256 | professional roles and responsibilities
            theme | 1258 | 1306 | contextual factors and challenges of integration
            theme | 1308 | 1351 | expectations and the reality of integration
            theme | 1357 | 1403 | aspirations and future goals for care delivery
            enabler | 1456 | 1477 | a clear shared vision
            enabler | 1479 | 1504 | organisational commitment
            enabler | 1506 | 1521 | cultural change
            enabler | 1523 | 1562 | individual behaviours and personalities
            enabler | 1568 | 1615 | period of stability in workforce and leadership
            barrier | 1617 | 1760 | The systemic, organisational, and professional challenges experienced are likely to be represented across initiatives aiming to integrate care.
            finding | 2380 | 2548 | the success of the initiative was largely perceived to be dependent upon the workforce, and individual behaviours and personalities rather than processes and structures
            finding | 2667 | 2726 | it was apparent that the initiative remained in its infancy
            finding | 2780 | 2939 | relational aspects and increased workforce investment may therefore hold the potential for success and sustainability of integrated approaches to care delivery
            lesson | 2970 | 2994 | start small and scale up
            lesson | 2996 | 3050 | invest time in building relationships and peer support
            lesson | 3056 | 3119 | focus on proactively supporting people, before expanding models
            limitation | 3269 | 3334 | the case study nature may limit the applicability of some aspects
            limitation | 3376 | 3493 | the inferred organisationally representative nature of the participants in their perspectives of strategy development
            suggestion | 3537 | 3664 | the need to develop approaches to measuring outcomes which account for impacts at the individual patient and professional level
            suggestion | 3666 | 3734 | Explorations into integrated workforce development is also advocated
            """;

    private final Quoin quoin;

    ShippedDataTest(Quoin quoin) {
        this.quoin = quoin;
    }

    @Test
    void theFirstStudyHasExactlyItsTwentySixItemsAtTheirPlaces() {
        List<String> rows = quoin.paper(SEED).items().stream()
                .flatMap(item -> item.quotations().stream().map(quotation -> row(item, quotation)))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(EVIDENCE_OF_THE_FIRST_STUDY.lines().toList());
        assertThat(rows).hasSize(26);
    }

    private static String row(EvidenceItem item, Quotation quotation) {
        return item.kind() + " | " + quotation.span().start() + " | "
                + quotation.span().end() + " | " + quotation.exact();
    }

    @Test
    void theOneBarrierNamesThreeLevels() {
        assertThat(quoin.paper(SEED).items())
                .filteredOn(item -> item.kind().equals(new Kind("barrier")))
                .singleElement()
                .extracting(EvidenceItem::levels)
                .isEqualTo(Stream.of("organisational", "professional", "systemic")
                        .map(key -> new ConceptRef("level", key))
                        .toList());
    }

    @Test
    void nothingIsInventedForTheFirstStudy() throws IOException {
        PaperRecord seed = quoin.paper(SEED);

        assertThat(seed.paper().title()).isNull();
        assertThat(seed.paper().authors()).isEmpty();
        assertThat(seed.paper().year()).isNull();
        assertThat(seed.paper().doi()).isNull();
        assertThat(seed.paper().fictional()).isFalse();
        Path file = Homes.SHIPPED.resolve("integrated-care-rural-uk/text.txt");
        assertThat(seed.text().value())
                .isEqualTo(
                        NormalisedText.ofUtf8(Files.readAllBytes(file), "seed").value());
    }

    @Test
    void everyQuoteOfEveryStudyIsTheSliceOfItsText() {
        assertThat(quoin.papers()).hasSize(7);
        for (PaperSummary summary : quoin.papers()) {
            PaperRecord record = quoin.paper(summary.id());
            assertThat(record.items())
                    .as(summary.label())
                    .isNotEmpty()
                    .allSatisfy(item -> assertThat(
                                    Stream.concat(item.quotations().stream(), item.illustrations().stream()))
                            .allSatisfy(quotation -> {
                                assertThat(record.text().slice(quotation.span()))
                                        .isEqualTo(quotation.exact());
                                assertThat(quotation.textSha256())
                                        .isEqualTo(record.text().sha256());
                            }));
        }
    }

    @Test
    void everyStudyBecomesTheSameTriplesAndTheSameRecordAgain() {
        var mapper = new PaperMapper(quoin.iris(), quoin.vocabulary());
        for (PaperSummary summary : quoin.papers()) {
            PaperRecord record = quoin.paper(summary.id());

            var graph = mapper.toGraph(record);

            assertThat(graph.isIsomorphicWith(
                            quoin.describe(quoin.iris().graph(summary.id()).getURI())
                                    .orElseThrow()))
                    .as(summary.label())
                    .isTrue();
            PaperRecord again = mapper.fromGraph(summary.id(), graph).orElseThrow();
            assertThat(again.paper()).isEqualTo(record.paper());
            assertThat(again.text().value()).isEqualTo(record.text().value());
            assertThat(again.items()).isEqualTo(record.items());
        }
    }

    @Test
    void theDemonstrationStudiesAreMarkedFictionalAndTheFirstIsNot() {
        assertThat(quoin.papers())
                .filteredOn(paper -> !paper.fictional())
                .extracting(PaperSummary::id)
                .containsExactly(SEED);
    }

    @Test
    void allOfItIsValid() {
        assertThat(quoin.validate(Progress.NONE)).isEmpty();
    }

    @Test
    void importingItAgainChangesNothing() throws IOException {
        long before = quoin.health().sequence();

        ImportReport report = quoin.importFiles(List.of(Homes.SHIPPED), Progress.NONE);

        assertThat(report.lines())
                .as("seven studies and a synthesis")
                .hasSize(8)
                .allSatisfy(line -> assertThat(line)
                        .isInstanceOfSatisfying(ImportReport.Line.Imported.class, imported -> {
                            assertThat(imported.effect()).isEqualTo(Effect.UNCHANGED);
                            assertThat(imported.notes())
                                    .allSatisfy(note -> assertThat(imported.papers())
                                            .as("only of the synthesis is there something to say: " + note)
                                            .isEmpty());
                        }));
        assertThat(quoin.health().sequence()).isEqualTo(before);
    }
}
