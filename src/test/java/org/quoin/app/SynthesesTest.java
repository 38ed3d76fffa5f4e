// A synthesis a step at a time, over the shipped studies: what is refused, what is suggested, and what is to be
// looked at again.
package org.quoin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quoin.app.ImportReport.Effect;
import org.quoin.app.ImportReport.Line.Imported;
import org.quoin.app.export.ExportFormat;
import org.quoin.model.Agent;
import org.quoin.model.AgentId;
import org.quoin.model.ItemId;
import org.quoin.model.PaperId;
import org.quoin.model.Problem;
import org.quoin.model.ProblemException;
import org.quoin.model.Synthesis;
import org.quoin.model.SynthesisId;
import org.quoin.model.Violation;
import org.quoin.synthesis.LookAgain;
import org.quoin.synthesis.LookAgain.What;
import org.quoin.synthesis.StudyClaim;
import org.quoin.synthesis.Suggestions.Suggestion;
import org.quoin.synthesis.WorkSheet;

class SynthesesTest {
    private static final SynthesisId DEMO = new SynthesisId("what-keeps-care-joined-up");
    private static final String CATEGORY = "trust-from-familiar-faces";
    private static final String FINDING = "familiar-faces";
    private static final PaperId AUSTRALIA = new PaperId("shared-record-remote-australia");
    private static final Agent ADA = new Agent(new AgentId("ada"), "Ada", Agent.Type.PERSON);

    @TempDir
    Path home;

    private Quoin quoin;
    private Syntheses syntheses;

    @BeforeEach
    void open() throws IOException {
        quoin = Homes.filled(home);
        syntheses = quoin.syntheses();
    }

    @AfterEach
    void close() {
        quoin.close();
    }

    @Test
    void theShippedSynthesisRestsOnTheFictionalStudies() {
        Synthesis demo = syntheses.get(DEMO);

        assertThat(demo.categories()).hasSize(2);
        assertThat(demo.findings()).hasSize(2).allSatisfy(finding -> {
            assertThat(finding.confidence()).isNotNull();
            assertThat(LookAgain.at(demo, finding, syntheses.claims())).isEmpty();
        });
        assertThat(quoin.validate(Progress.NONE)).isEmpty();
    }

    @Test
    void theWorkSheetIsFilledFromTheGraph() {
        Synthesis demo = syntheses.get(DEMO);

        WorkSheet sheet = WorkSheet.of(demo, demo.finding("change-of-leaders").orElseThrow(), syntheses.claims());

        assertThat(sheet.studies())
                .extracting(row -> row.study().value())
                .containsExactly(
                        "health-hubs-rural-ireland",
                        "long-term-conditions-clinics-kenya",
                        "shared-record-remote-australia");
        assertThat(sheet.studies()).allSatisfy(row -> {
            assertThat(row.fictional()).isTrue();
            assertThat(row.limitations()).isNotEmpty();
            assertThat(row.context()).anyMatch(ref -> ref.scheme().equals("country"));
        });
        assertThat(sheet.quotes()).containsExactlyEntriesOf(Map.of("author", 6));
        assertThat(sheet.dissent())
                .extracting(against -> against.claim().study().value())
                .contains("care-home-diaries-sweden");
    }

    @Test
    void aRetractedPaperMarksWhatRestsOnItAndCountsNoMore() {
        quoin.retract(AUSTRALIA, "made up");

        Synthesis demo = syntheses.get(DEMO);
        Synthesis.Finding finding = demo.finding(FINDING).orElseThrow();
        assertThat(LookAgain.at(demo, finding, syntheses.claims()))
                .filteredOn(mark -> mark.claim().paper().equals(AUSTRALIA))
                .isNotEmpty()
                .allSatisfy(mark -> {
                    assertThat(mark.what()).isEqualTo(What.RETRACTED);
                    assertThat(mark.words()).contains("made up");
                });
        WorkSheet sheet = WorkSheet.of(demo, finding, syntheses.claims());
        assertThat(sheet.retracted()).extracting(Object::toString).contains(AUSTRALIA.value());
        assertThat(sheet.studies()).hasSize(4);

        syntheses.confirm(DEMO, FINDING, ADA);

        Synthesis confirmed = syntheses.get(DEMO);
        Synthesis.Finding again = confirmed.finding(FINDING).orElseThrow();
        assertThat(LookAgain.at(confirmed, again, syntheses.claims())).isEmpty();
        assertThat(again.confidence()).satisfies(confidence -> {
            assertThat(confidence.by()).isEqualTo(ADA);
            assertThat(confidence.rating()).isEqualTo("moderate");
        });
    }

    @Test
    void whatWasPreparedIsNotShownAfterAChange() {
        assertThat(quoin.suggestions(DEMO))
                .flatExtracting(Suggestion::claims)
                .extracting(claim -> claim.id().paper())
                .contains(AUSTRALIA);
        int all = syntheses.claims().all().size();
        assertThat(syntheses.claims()).as("kept while nothing changes").isSameAs(syntheses.claims());

        quoin.retract(AUSTRALIA, "made up");

        assertThat(quoin.suggestions(DEMO))
                .flatExtracting(Suggestion::claims)
                .extracting(claim -> claim.id().paper())
                .doesNotContain(AUSTRALIA);
        assertThat(syntheses.claims().all())
                .hasSizeLessThan(all)
                .noneMatch(claim -> claim.id().paper().equals(AUSTRALIA));

        ItemId open = quoin.suggestions(DEMO).getFirst().claims().getFirst().id();
        syntheses.translate(DEMO, CATEGORY, null, null, List.of(open));
        assertThat(quoin.suggestions(DEMO))
                .flatExtracting(Suggestion::claims)
                .extracting(StudyClaim::id)
                .doesNotContain(open);
    }

    @Test
    void aNewStudyOnAFactorOfTheFindingMarksIt() throws IOException {
        Path folder = Files.createDirectories(home.resolve("new"));
        Files.writeString(folder.resolve("text.txt"), "Nurses said that trust came with the years.");
        Path file = Files.writeString(folder.resolve("evidence.yaml"), """
                quoin: 1
                paper: years
                text: text.txt
                coded-by: {id: ada, name: Ada}
                evidence:
                  - {kind: enabler, id: years, factor: trust, quote: trust came with the years}
                """);
        assertThat(quoin.importFiles(List.of(file), Progress.NONE).rejected()).isZero();

        Synthesis demo = syntheses.get(DEMO);
        assertThat(LookAgain.at(demo, demo.finding(FINDING).orElseThrow(), syntheses.claims()))
                .singleElement()
                .satisfies(mark -> {
                    assertThat(mark.claim()).isEqualTo(new ItemId("years/years"));
                    assertThat(mark.what()).isEqualTo(What.NEW);
                });
        assertThat(LookAgain.at(demo, demo.finding("change-of-leaders").orElseThrow(), syntheses.claims()))
                .isEmpty();

        syntheses.translate(DEMO, CATEGORY, null, null, List.of(new ItemId("years/years")));

        Synthesis more = syntheses.get(DEMO);
        assertThat(LookAgain.at(more, more.finding(FINDING).orElseThrow(), syntheses.claims()))
                .extracting(LookAgain::what)
                .containsExactly(What.ADDED);

        syntheses.takeBack(DEMO, CATEGORY, new ItemId("years/years"));

        assertThat(syntheses.get(DEMO)).isEqualTo(demo);
    }

    @Test
    void whatIsWrittenOutComesInAgainUnchanged() throws IOException {
        Synthesis demo = syntheses.get(DEMO);
        Path file = Files.writeString(home.resolve("s.yaml"), syntheses.yaml(DEMO));

        ImportReport report = quoin.importFiles(List.of(file), Progress.NONE);

        assertThat(report.lines())
                .singleElement()
                .isInstanceOfSatisfying(
                        Imported.class, line -> assertThat(line.effect()).isEqualTo(Effect.UNCHANGED));
        assertThat(syntheses.get(DEMO)).isEqualTo(demo);
    }

    @Test
    void theWholeBaseMovesToAnotherHomeWithItsSyntheses(@TempDir Path other) throws IOException {
        var out = new ByteArrayOutputStream();
        quoin.export(ExportFormat.TRIG, List.of(), out);
        Path file = Files.write(home.resolve("base.trig"), out.toByteArray());
        try (Quoin second = Homes.empty(other)) {
            assertThat(second.importFiles(List.of(file), Progress.NONE).rejected())
                    .isZero();

            assertThat(second.syntheses().get(DEMO)).isEqualTo(syntheses.get(DEMO));
            var again = new ByteArrayOutputStream();
            second.export(ExportFormat.JSONLD, List.of(), again);
            assertThat(again.toString(StandardCharsets.UTF_8)).contains(DEMO.value());
        }
    }

    @Test
    void suggestionsHaveReasonsAndChangeNothing() {
        Synthesis demo = syntheses.get(DEMO);

        List<Suggestion> suggestions = quoin.suggestions(DEMO);

        assertThat(suggestions).anySatisfy(suggestion -> {
            assertThat(suggestion.reason()).contains("in 6 studies");
            assertThat(suggestion.category()).isEmpty();
            assertThat(suggestion.claims())
                    .allSatisfy(claim -> assertThat(claim.item().factors())
                            .extracting(Object::toString)
                            .contains("factor/shared-records"));
        });
        assertThat(suggestions)
                .as("the seed's stable leadership and the contradicting study")
                .anySatisfy(suggestion -> assertThat(suggestion.category()).contains("leaders-who-come-and-go"));
        assertThat(syntheses.get(DEMO)).isEqualTo(demo);
    }

    @Test
    void misusesAreRefusedByName() {
        var id = new SynthesisId("mine");
        syntheses.create(id, "Mine", ADA);
        List<ItemId> two = syntheses.get(DEMO).category(CATEGORY).orElseThrow().claims().stream()
                .limit(2)
                .toList();

        assertThat(violations(() -> syntheses.translate(id, "trust", "Trust", "Says so.", two.subList(0, 1))))
                .anyMatch(message -> message.contains("fewer than two studies"));
        assertThat(violations(
                        () -> syntheses.translate(id, "trust", "Trust", "Says so.", List.of(new ItemId("no/such")))))
                .anyMatch(message -> message.contains("no such claim in the base"));
        assertThatThrownBy(() -> syntheses.translate(id, "trust", null, null, two))
                .hasMessageContaining("label of the new category is missing");
        syntheses.translate(id, "trust", "Trust", "Says so.", two);
        assertThat(violations(() -> syntheses.state(id, "trust", "Trust", List.of("trust"))))
                .anyMatch(message -> message.contains("bare title"));
        syntheses.state(id, "trust", "Trust grows where people meet the same faces.", List.of("trust"));
        assertThatThrownBy(() -> syntheses.judge(id, two.getFirst().value(), confidence(DEMO)))
                .hasMessageContaining("never judged for a finding of a single study");
        var part = new TreeMap<>(confidence(DEMO).judgements());
        part.remove("adequacy");
        assertThat(violations(() -> syntheses.judge(
                        id, "trust", new Synthesis.Confidence("high", "So it is.", part, ADA, null, List.of()))))
                .anyMatch(message -> message.contains("adequacy> is not judged"));
        assertThat(violations(() -> syntheses.takeBack(id, "trust", two.getFirst())))
                .anyMatch(message -> message.contains("fewer than two studies"));
        syntheses.judge(id, "trust", confidence(DEMO));
        syntheses.delete(id);
        assertThat(syntheses.all()).extracting(Synthesis::id).containsExactly(DEMO);
    }

    private Synthesis.Confidence confidence(SynthesisId id) {
        return Objects.requireNonNull(
                syntheses.get(id).finding(FINDING).orElseThrow().confidence());
    }

    private static Stream<String> violations(ThrowingCallable misuse) {
        Problem problem = catchThrowableOfType(ProblemException.class, misuse).problem();
        assertThat(problem).isInstanceOf(Problem.Invalid.class);
        return ((Problem.Invalid) problem).violations().stream().map(Violation::message);
    }
}
