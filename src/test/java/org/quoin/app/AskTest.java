// Briefs over the shipped studies, with the real models: what they count, quote, set against it and leave out.
package org.quoin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quoin.model.ConceptRef;
import org.quoin.model.Kind;
import org.quoin.model.PaperId;
import org.quoin.model.ProblemException;
import org.quoin.search.SearchFilter;
import org.quoin.sparql.ResultFormat;
import org.quoin.synthesis.Brief;
import org.quoin.synthesis.Brief.Part;
import org.quoin.synthesis.Brief.Section;
import org.quoin.synthesis.BriefLine;
import org.quoin.synthesis.BriefLine.Factor;
import org.quoin.synthesis.BriefLine.Finding;
import org.quoin.synthesis.BriefQuote;
import org.quoin.synthesis.BriefRequest;
import org.quoin.testing.Reviews;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskTest {
    private static final String RURAL = "what helps rural areas join up health and social care?";

    private @SuppressWarnings("NullAway.Init") Quoin quoin;

    @BeforeAll
    void load(@TempDir Path home) throws IOException {
        quoin = Quoin.open(Settings.in(home, Homes.SHIPPED));
        quoin.loadShippedDataIfNew(true, Progress.NONE);
    }

    @AfterAll
    void close() {
        quoin.close();
    }

    private static BriefRequest with(String question, SearchFilter filter, String... lens) {
        return new BriefRequest(
                question, filter, Arrays.stream(lens).map(ConceptRef::parse).collect(Collectors.toSet()), 50);
    }

    private static List<BriefLine> lines(Brief brief, Part part) {
        return brief.sections().stream()
                .filter(section -> section.part() == part)
                .flatMap(section -> section.lines().stream())
                .toList();
    }

    private static BriefLine factor(Brief brief, Part part, String key) {
        return lines(brief, part).stream()
                .filter(line -> line.subject() instanceof Factor factor
                        && factor.concept().ref().key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line on " + key + " in " + part));
    }

    private static Stream<BriefQuote> quotes(Brief brief) {
        return Stream.of(
                        brief.sections().stream()
                                .flatMap(section -> section.lines().stream())
                                .flatMap(line -> Stream.of(
                                                line.quotes().stream(),
                                                line.against().quotes().stream(),
                                                line.against().disputes().stream()
                                                        .flatMap(
                                                                dispute -> Stream.of(dispute.claim(), dispute.other())))
                                        .flatMap(quotes -> quotes)),
                        brief.doubts().limitations().stream(),
                        brief.nearest().stream())
                .flatMap(quotes -> quotes);
    }

    /// By other means: the studies of the brief, and what was coded in them.
    @Test
    void everyNumberIsWhatSparqlCounts() {
        Brief brief = quoin.ask(with(RURAL, SearchFilter.NONE));
        int checked = 0;
        for (Part part : List.of(Part.HELPS, Part.HINDERS)) {
            for (BriefLine line : lines(brief, part)) {
                if (line.subject() instanceof Factor factor) {
                    String key = factor.concept().ref().key();
                    assertThat(line.direction().helps()).as(key).isEqualTo(counted(brief, key, "Enabler"));
                    assertThat(line.direction().hinders()).as(key).isEqualTo(counted(brief, key, "Barrier"));
                    assertThat(line.studies())
                            .as(key)
                            .isEqualTo(
                                    part == Part.HELPS
                                            ? line.direction().helps()
                                            : line.direction().hinders());
                    assertThat(line.against().studies())
                            .as(key)
                            .isEqualTo(
                                    part == Part.HELPS
                                            ? line.direction().hinders()
                                            : line.direction().helps());
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(10);
    }

    private int counted(Brief brief, String factor, String kind) {
        String studies = brief.scale().studies().stream()
                .map(study -> "<" + quoin.iris().study(study.id()).getURI() + ">")
                .collect(Collectors.joining(" "));
        var bytes = new ByteArrayOutputStream();
        quoin.sparql().prepare("""
                        PREFIX quoin: <https://w3id.org/quoin/ns#>
                        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                        SELECT (COUNT(DISTINCT ?study) AS ?n) WHERE {
                          VALUES ?study { %s }
                          ?item a quoin:%s ; quoin:reportedIn ?study ;
                                quoin:factor/skos:broader* <https://w3id.org/quoin/scheme/factor/%s> .
                        }""".formatted(studies, kind, factor)).write(ResultFormat.CSV, bytes);
        return Integer.parseInt(bytes.toString(StandardCharsets.UTF_8).split("\\R", -1)[1]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                RURAL,
                "what hinders sharing records",
                "what lessons were learned about volunteers",
                "bread recipes"
            })
    void everyQuoteIsItsSlice(String question) {
        Brief brief = quoin.ask(BriefRequest.of(question));
        assertThat(quotes(brief)).isNotEmpty().allSatisfy(quote -> {
            var text = quoin.paper(quote.claim().paper()).text();
            assertThat(text.slice(quote.words().span())).isEqualTo(quote.words().exact());
            assertThat(quote.words().textSha256()).isEqualTo(text.sha256());
            assertThat(brief.papers()).contains(quote.paper());
        });
    }

    @Test
    void whatPolicyAnalystsAskForComesFirst() {
        Brief brief = quoin.ask(BriefRequest.of(RURAL));

        assertThat(brief.verdict().answered()).isTrue();
        assertThat(brief.sections()).extracting(Section::part).containsExactly(Part.HELPS, Part.HINDERS, Part.LESSONS);
        BriefLine top = lines(brief, Part.HELPS).getFirst();
        assertThat(top.subject()).isInstanceOf(Finding.class);
        assertThat(top.subject().words()).contains("keep meeting the same people");
        assertThat(top.studies()).isGreaterThanOrEqualTo(3);
        assertThat(top.confidence())
                .singleElement()
                .satisfies(finding -> assertThat(finding.rating())
                        .satisfies(rating -> assertThat(rating.label()).containsIgnoringCase("moderate")));
        assertThat(top.quotes())
                .hasSizeBetween(2, 3)
                .extracting(quote -> quote.claim().study())
                .doesNotHaveDuplicates();
        assertThat(lines(brief, Part.HELPS))
                .extracting(line -> line.subject().words())
                .contains("Trust", "Communication");
    }

    @Test
    void whatSpeaksAgainstALineStandsBesideIt() {
        Brief brief = quoin.ask(with(RURAL, SearchFilter.NONE));

        BriefLine office = factor(brief, Part.HELPS, "co-location");
        assertThat(office.against().quotes())
                .extracting(quote -> quote.words().exact())
                .contains("sharing an office");
        BriefLine leaders = factor(brief, Part.HINDERS, "leadership-stability");
        assertThat(leaders.against().disputes())
                .anySatisfy(dispute -> assertThat(dispute.rationale()).contains("fresh start"));
        assertThat(leaders.confidence()).extracting(Finding::name).contains("change-of-leaders");
        BriefLine trust = factor(brief, Part.HELPS, "trust");
        assertThat(trust.against().gaps())
                .extracting(gap -> gap.study().id().value())
                .containsExactly("long-term-conditions-clinics-kenya");
        assertThat(brief.doubts().contradicted())
                .extracting(each -> each.factor().concept().ref().key())
                .contains("co-location", "trust");
        assertThat(brief.doubts().lowConfidence()).extracting(Finding::name).contains("change-of-leaders");
        assertThat(brief.doubts().limitations()).isNotEmpty();
    }

    @Test
    void theLensOrdersAndMarksAndLeavesNothingOut() {
        Brief plain = quoin.ask(with(RURAL, SearchFilter.NONE));
        Brief remote = quoin.ask(with(RURAL, SearchFilter.NONE, "country/AU"));

        assertThat(plain.lens().isGiven()).isFalse();
        assertThat(quotes(plain)).noneMatch(BriefQuote::fits);
        assertThat(remote.scale().fitting()).isEqualTo(1);
        assertThat(lines(remote, Part.HELPS)).hasSameSizeAs(lines(plain, Part.HELPS));
        List<BriefLine> factors = lines(remote, Part.HELPS).stream()
                .filter(line -> line.subject() instanceof Factor)
                .toList();
        assertThat(factors)
                .as("what fits comes before what does not")
                .extracting(line -> line.fitting() > 0)
                .isSortedAccordingTo((a, b) -> Boolean.compare(b, a))
                .contains(true, false);
        assertThat(factors.getFirst().quotes().getFirst().claim().study().value())
                .isEqualTo("shared-record-remote-australia");
    }

    @Test
    void aLensTakesInWhatIsNarrowerAndIsReadFromTheQuestion() {
        Brief brief = quoin.ask(BriefRequest.of(RURAL));
        assertThat(brief.lens().fromQuestion()).isTrue();
        assertThat(brief.lens().concepts())
                .as("social care is what is asked about, not where")
                .extracting(concept -> concept.ref().toString())
                .containsExactly("setting/rural");
        assertThat(quotes(brief)
                        .filter(BriefQuote::fits)
                        .map(quote -> quote.claim().study().value()))
                .as("remote is narrower than rural")
                .contains("shared-record-remote-australia", "health-hubs-rural-ireland")
                .doesNotContain("neighbourhood-teams-urban-netherlands");
        assertThat(quoin.ask(BriefRequest.of("what helps care in Kenya")).lens().concepts())
                .extracting(concept -> concept.ref().toString())
                .containsExactly("country/KE");
        assertThat(quoin.ask(with(RURAL, SearchFilter.NONE)).lens().isGiven()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"what is the best recipe for sourdough bread", "how do I reset my password", "zzz qqq"})
    void whatNothingSpeaksOfIsSaidToBeSo(String question) {
        Brief brief = quoin.ask(BriefRequest.of(question));

        assertThat(brief.verdict().answered()).isFalse();
        assertThat(brief.sections()).isEmpty();
        assertThat(brief.doubts().isEmpty()).isTrue();
        assertThat(brief.verdict().inWords().getFirst()).isEqualTo("The base has no evidence on this.");
    }

    @Test
    void unknownWordsAreNamed() {
        Brief brief = quoin.ask(BriefRequest.of("what helps submarine crews to trust each other"));

        assertThat(brief.verdict().unknown()).containsExactly("submarine", "crews");
        assertThat(brief.verdict().inWords()).contains("Nothing in the base speaks of “submarine”, “crews”.");
        assertThat(brief.verdict().answered()).isFalse();
        assertThat(brief.nearest())
                .as("what is nearest is shown apart")
                .anyMatch(quote -> quote.words().exact().contains("trust"));
    }

    @Test
    void aFilterThatLeavesNothingIsNotABaseThatHasNothing() {
        var filter = new SearchFilter(Set.of(), Set.of(), Set.of(), Set.of("accepted"), Set.of(), null);
        Brief brief = quoin.ask(new BriefRequest(RURAL, filter, null, 6));

        assertThat(brief.verdict().answered()).isFalse();
        assertThat(brief.verdict().inWords().getFirst())
                .isEqualTo("The base has no evidence on this within the filters; without them it has.");
    }

    @Test
    void theQuestionAndTheKindsSayWhichSectionsThereAre() {
        assertThat(quoin.ask(BriefRequest.of("what hinders sharing records"))
                        .sections()
                        .getFirst()
                        .part())
                .isEqualTo(Part.HINDERS);
        assertThat(quoin.ask(BriefRequest.of("what lessons were learned about volunteers"))
                        .sections()
                        .getFirst()
                        .part())
                .isEqualTo(Part.LESSONS);
        assertThat(quoin.ask(BriefRequest.of("what research gaps are there in integrated care"))
                        .sections()
                        .getFirst()
                        .part())
                .isEqualTo(Part.SUGGESTIONS);
        var barriers = new SearchFilter(Set.of(new Kind("barrier")), Set.of(), Set.of(), Set.of(), Set.of(), null);
        Brief brief = quoin.ask(with(RURAL, barriers));
        assertThat(brief.sections()).extracting(Section::part).containsExactly(Part.HINDERS);
        assertThat(factor(brief, Part.HINDERS, "co-location").against().studies())
                .as("what speaks against a line is no section")
                .isPositive();
    }

    @Test
    void theTopLineOfANarrowQuestionIsOnWhatItNames() {
        assertThat(lines(quoin.ask(BriefRequest.of("what hinders sharing records")), Part.HINDERS)
                        .getFirst()
                        .subject()
                        .words())
                .isEqualTo("Shared records");
        assertThat(lines(quoin.ask(BriefRequest.of("what helps staff to trust each other?")), Part.HELPS).stream()
                        .limit(2)
                        .map(line -> line.subject().words()))
                .anyMatch(words -> words.contains("Trust"));
    }

    @Test
    void withoutFictionalStudiesTheRealOneAnswersAlone() {
        var real = new SearchFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false);
        Brief brief = quoin.ask(with(RURAL, real));
        assertThat(brief.scale().studies())
                .singleElement()
                .satisfies(study -> assertThat(study.id().value()).isEqualTo("integrated-care-rural-uk"));
        assertThat(brief.scale().fictional()).isZero();
        assertThat(quoin.ask(BriefRequest.of(RURAL)).scale().fictional()).isPositive();
    }

    @Test
    void whatIsRetractedOrRejectedIsInNoBrief(@TempDir Path folder) throws IOException {
        for (String drink : List.of("tea", "coffee")) {
            Files.writeString(folder.resolve(drink + ".txt"), "The night shift was helped by " + drink + ".");
            Files.writeString(
                    folder.resolve(drink + ".yaml"), """
                    quoin: 1
                    paper: %1$s
                    text: %1$s.txt
                    title: What helps the night shift
                    coded-by: {id: jane, name: Jane Example}
                    evidence: [{id: drink, kind: enabler, factor: %2$s, quote: helped by %1$s}]
                    """.formatted(drink, drink.equals("tea") ? "time" : "trust"));
        }
        try (Quoin own = Quoin.open(Settings.in(folder.resolve("home"), Homes.SHIPPED))) {
            own.importFiles(List.of(folder.resolve("tea.yaml"), folder.resolve("coffee.yaml")), Progress.NONE);
            assertThat(lines(own.ask(BriefRequest.of("what helps the night shift")), Part.HELPS))
                    .hasSize(2);
            Reviews.decide(own, new PaperId("coffee"), "reject", "rejected");
            var question = BriefRequest.of("what helps the night shift");

            Brief brief = own.ask(question);
            assertThat(lines(brief, Part.HELPS))
                    .extracting(line -> line.subject().words())
                    .containsExactly("Time");

            own.retract(new PaperId("tea"), "made up");
            Brief none = own.ask(question);
            assertThat(none.verdict().answered()).isFalse();
            assertThat(quotes(none)).isEmpty();
            assertThat(none.leftOut()).singleElement().asString().contains("retracted");
        }
    }

    @Test
    void aQuestionMustBeAsked() {
        assertThatThrownBy(() -> BriefRequest.of("  "))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("question is missing");
    }
}
