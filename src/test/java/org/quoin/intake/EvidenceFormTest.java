// Evidence written by hand: what is taken, and how each mistake is told.
package org.quoin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quoin.app.ImportReport;
import org.quoin.app.ImportReport.Effect;
import org.quoin.app.ImportReport.Line.Imported;
import org.quoin.app.ImportReport.Line.Rejected;
import org.quoin.app.Progress;
import org.quoin.graph.PaperRecord;
import org.quoin.model.EvidenceItem;
import org.quoin.model.PaperId;
import org.quoin.model.Quotation;
import org.quoin.model.Span;
import org.quoin.model.Violation;

/// One base for all tests, emptied after each: opening one takes longer than most of them.
class EvidenceFormTest extends ImportTest {
    private static final PaperId PAPER = new PaperId("tea-study");

    private static final String TEXT = """
            Trust grew 🫖 over tea. One nurse said “it’s the tea that does it”.
            Later, trust grew when managers stayed. Managers left and trust was lost.
            """;

    private static final String HEAD = """
            quoin: 1
            paper: tea-study
            text: tea.txt
            coded-by: {id: jane, name: Jane Example}
            evidence:
            """;

    private static final String GOOD_ITEM = """
              - kind: enabler
                factor: trust
                quote: over tea
            """;

    @BeforeEach
    void writeText() throws IOException {
        Files.writeString(folder.resolve("tea.txt"), TEXT);
    }

    @Test
    void wordsAreFoundAndTheirPlaceIsCountedInCodePoints() throws IOException {
        imported(HEAD + GOOD_ITEM);

        PaperRecord record = quoin.paper(PAPER);
        assertThat(record.items()).singleElement().satisfies(item -> {
            assertThat(item.quotations())
                    .singleElement()
                    .returns(new Span(13, 21), Quotation::span)
                    .returns("over tea", Quotation::exact)
                    .returns("Trust grew 🫖 ", Quotation::prefix)
                    .returns("author", Quotation::voice);
            assertThat(item.state()).isEqualTo("suggested");
            assertThat(item.codedBy().name()).isEqualTo("Jane Example");
            assertThat(item.study().value()).isEqualTo("tea-study");
        });
        assertThat(record.paper().title()).isNull();
    }

    @Test
    void contextDecidesBetweenPlacesWhereWordsRepeat() throws IOException {
        imported(HEAD + """
                  - {kind: finding, quote: rust grew, after: when managers}
                  - {kind: enabler, quote: managers stayed}
                """);

        assertThat(quoin.paper(PAPER).items())
                .extracting(item -> item.quotations().getFirst().span())
                .containsExactly(new Span(75, 84), new Span(90, 105));
    }

    @Test
    void aParticipantAccountSpeaksInTheParticipantsVoice() throws IOException {
        imported(HEAD + """
                  - {kind: account, quote: it’s the tea that does it}
                  - kind: finding
                    quote: trust was lost
                    illustrated-by: [{quote: the tea that does it}]
                """);

        assertThat(quoin.paper(PAPER).items().getFirst().quotations())
                .extracting(Quotation::voice)
                .containsExactly("participant");
        assertThat(quoin.paper(PAPER).items().getLast().illustrations())
                .extracting(Quotation::voice)
                .containsExactly("participant");
    }

    @Test
    void severalQuotesMakeOneItemInTheOrderOfTheText() throws IOException {
        imported(HEAD + """
                  - kind: theme
                    statement: Trust comes and goes.
                    quotes:
                      - {quote: trust was lost}
                      - {quote: over tea}
                """);

        assertThat(quoin.paper(PAPER).items())
                .singleElement()
                .extracting(EvidenceItem::quotations)
                .satisfies(quotations -> assertThat(quotations)
                        .extracting(Quotation::exact)
                        .containsExactly("over tea", "trust was lost"));
    }

    @Test
    void wordsInAnotherDressAreRepairedAndTheRepairIsTold() throws IOException {
        Imported line = imported(HEAD + "  - {kind: finding, quote: \"said \\\"it's the tea\"}\n");

        assertThat(line.notes())
                .singleElement()
                .asString()
                .contains("line 6 (item 1)")
                .contains("quotation marks")
                .contains("said “it’s the tea");
        assertThat(quoin.paper(PAPER).items().getFirst().quotations().getFirst().exact())
                .isEqualTo("said “it’s the tea");
    }

    /// What is wrong in an item: its YAML, the rule that is named, and a piece of what is said about it.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {kind: enabler, quote: more tea}          | Lost      | the words do not stand in the text
            {kind: enabler, quote: rust grew}         | Ambiguous | 1-10 «…T[rust grew] 🫖 over tea. One nurse said “it’…»
            {kind: enabler, quote: rust grew}         | Ambiguous | add a few words «before:» or «after:»
            {kind: enabler, quote: over tea, before: under} | Lost | nearest
            {quote: over tea}                         | Form | the key «kind» is missing
            {kind: enabler}                           | Form | the key «quote» is missing
            {kind: enabler, quote: ' '}               | Form | the key «quote» is missing
            {kind: wish, quote: over tea}             | Form | there is no kind «wish»; the kinds are
            {kind: enabler, quote: over tea, factor: luck} | Form | there is no concept «factor/luck»; scheme factor has
            {kind: enabler, quote: over tea, level: high} | Form | there is no concept «level/high»
            {kind: context, quote: over tea, facet: mood} | Form | there is no concept «facet/mood»
            {kind: context, quote: over tea, facet: setting, value: [rural]} | Form | SCHEME/KEY
            {kind: context, quote: over tea, facet: setting, value: [place/moon]} | Form | there is no scheme «place»
            {kind: finding, quote: over tea, voice: angel} | Form | there is no concept «voice/angel»
            {kind: finding, quote: over tea, quotes: [{quote: over tea}]} | Form | either «quote» or «quotes»
            {kind: finding, quote: over tea, id: Not A Name} | Form | Not A Name
            """)
    void whatIsWrongWithAnItemIsToldWithItsLine(String item, String rule, String said) throws IOException {
        Rejected line = rejected(HEAD + GOOD_ITEM + "  - " + item + "\n");

        assertThat(line.reason()).contains("tea.yaml").contains("1 of 2 items").contains("nothing was written");
        assertThat(line.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.subject()).isEqualTo("tea.yaml line 9 (item 2)");
            assertThat(violation.shape()).isEqualTo(rule);
            assertThat(violation.message()).contains(said);
        });
        assertThat(quoin.papers()).isEmpty();
    }

    @Test
    void anAmbiguousQuoteListsEveryPlaceWithItsContext() throws IOException {
        Violation violation = rejected(HEAD + "  - {kind: finding, quote: rust}\n")
                .violations()
                .getFirst();

        assertThat(violation.message())
                .contains("3 places")
                .contains("1-5 «…T[rust] grew")
                .contains("75-79 «…")
                .contains("Later, t[rust] grew when managers")
                .contains("126-130");
        assertThat(violation.offending()).isEqualTo("rust");
    }

    @Test
    void aLostQuoteShowsTheNearestPlace() throws IOException {
        Violation violation = rejected(HEAD + "  - {kind: finding, quote: Managers left and trust was found}\n")
                .violations()
                .getFirst();

        assertThat(violation.shape()).isEqualTo("Lost");
        assertThat(violation.message()).contains("the nearest place is").contains("Managers left and trust was");
        assertThat(violation.offending()).isEqualTo("Managers left and trust was found");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() throws IOException {
        Rejected line = rejected(HEAD + """
                  - {kind: wish, quote: over tea}
                  - {kind: finding, quote: no such words}
                  - {kind: finding, quote: rust}
                """ + GOOD_ITEM);

        assertThat(line.violations())
                .extracting(Violation::subject, Violation::shape)
                .containsExactly(
                        tuple("tea.yaml line 6 (item 1)", "Form"),
                        tuple("tea.yaml line 7 (item 2)", "Lost"),
                        tuple("tea.yaml line 8 (item 3)", "Ambiguous"));
    }

    @Test
    void twoItemsWithOneIdAreToldApartByTheAuthor() throws IOException {
        assertThat(rejected(HEAD + """
                          - {kind: finding, id: one, quote: over tea}
                          - {kind: finding, id: one, quote: trust was lost}
                        """).violations())
                .singleElement()
                .returns("tea-study/one", Violation::subject)
                .extracting(Violation::message)
                .asString()
                .contains("give each its own");
    }

    /// What is wrong with a file as a whole: the piece of a good file, what stands there instead, what is said.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            quoin: 1         | quoin: 2          | the first key must be «quoin: 1»
            quoin: 1         | title: x          | the first key must be «quoin: 1»
            paper: tea-study | study: tea-study  | the key «paper» is missing
            paper: tea-study | paper: Tea Study  | paper id «Tea Study» must be
            text: tea.txt    | title: x          | the key «text» is missing
            text: tea.txt    | text: coffee.txt  | there is no text file
            text: tea.txt    | text: ../tea.txt  | must stand in the same folder
            text: tea.txt    | text: /etc/hosts  | must stand in the same folder
            coded-by: {id: jane, name: Jane Example} | state: suggested | «coded-by» with id and name is missing
            name: Jane Example | type: person    | «coded-by» with id and name is missing
            name: Jane Example | name: J, type: ghost | the coder's type «ghost» must be
            evidence:        | type: blog\\nevidence: | the type «blog» must be
            evidence:        | state: sure\\nevidence: | there is no concept «curation-state/sure»
            evidence:        | colour: red\\nevidence: | line 5: there is no key «colour» here; the keys are authors, coded-by, doi
            evidence:        | paper: other\\nevidence: | line 5, column
            evidence:        | year: soon\\nevidence: | line 5, column 7
            kind: enabler    | sort: enabler     | line 6: there is no key «sort» here; the keys are after, before
            quote: over tea  | quotes: [{words: over tea}] | line 8: there is no key «words» here
            Jane Example     | Jane, orcid: x    | line 4: there is no key «orcid» here; the keys are id, name, type
            quote: over tea  | quote: a: b       | line 8, column
            quote: over tea  | quote: "over tea  | line
            """)
    void whatIsWrongWithAFileIsToldWithItsPlace(String piece, String instead, String said) throws IOException {
        String good = HEAD + GOOD_ITEM;
        assertThat(good).contains(piece);

        Rejected line = rejected(good.replace(piece, instead.replace("\\n", "\n")));

        assertThat(line.file()).endsWith("tea.yaml");
        assertThat(line.reason()).contains(said);
        assertThat(quoin.papers()).isEmpty();
    }

    @Test
    void aFileThatIsNotUtf8IsToldTheFirstWrongByte() throws IOException {
        Path file = folder.resolve("tea.yaml");
        Files.write(file, (HEAD + "  - {kind: finding, quote: caf\u00E9}\n").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(importing(file).lines())
                .singleElement()
                .asInstanceOf(type(Rejected.class))
                .extracting(Rejected::reason)
                .asString()
                .contains("tea.yaml")
                .contains("is not UTF-8")
                .contains("offset " + (HEAD + "  - {kind: finding, quote: caf").length());
    }

    @Test
    void aTextThatIsNotUtf8IsTold() throws IOException {
        Files.write(folder.resolve("tea.txt"), new byte[] {'a', (byte) 0xE9, 'b'});

        assertThat(rejected(HEAD + GOOD_ITEM).reason()).contains("tea.txt").contains("is not UTF-8");
    }

    @Test
    void anEmptyFileIsTold() throws IOException {
        assertThat(rejected("").reason()).contains("tea.yaml").contains("empty");
    }

    @Test
    void aWrongFileLeavesThePaperAsItWasAndTheOthersGoOn() throws IOException {
        imported(HEAD + GOOD_ITEM);
        Files.writeString(folder.resolve("tea.yaml"), HEAD + GOOD_ITEM + "  - {kind: finding, quote: no such words}\n");
        Files.writeString(
                folder.resolve("z-other.yaml"), (HEAD + GOOD_ITEM).replace("paper: tea-study", "paper: other"));

        ImportReport report = importing(folder);

        assertThat(report.rejected()).isEqualTo(1);
        assertThat(report.imported()).isEqualTo(1);
        assertThat(report.lines().getFirst()).isInstanceOf(Rejected.class);
        assertThat(quoin.papers()).extracting(paper -> paper.id().value()).containsExactly("other", "tea-study");
        assertThat(quoin.paper(PAPER).items()).hasSize(1);
    }

    @Test
    void anItemKeepsItsNameWhenTheFileIsReordered() throws IOException {
        String other = "  - {kind: finding, quote: trust was lost}\n";
        imported(HEAD + GOOD_ITEM + other);
        List<String> before = ids();

        Imported again = imported(HEAD + other + GOOD_ITEM);

        assertThat(ids()).isEqualTo(before);
        assertThat(again.effect()).isEqualTo(Effect.UNCHANGED);
    }

    @Test
    void aLeftOutItemIsGoneAfterTheNextImport() throws IOException {
        imported(HEAD + GOOD_ITEM + "  - {kind: finding, quote: trust was lost}\n");

        Imported again = imported(HEAD + GOOD_ITEM);

        assertThat(again.effect()).isNotEqualTo(Effect.UNCHANGED);
        assertThat(again.items()).isEqualTo(1);
    }

    private List<String> ids() {
        return quoin.paper(PAPER).items().stream()
                .map(item -> item.id().value())
                .toList();
    }

    private Imported imported(String yaml) throws IOException {
        return assertThat(importYaml(yaml)).asInstanceOf(type(Imported.class)).actual();
    }

    private Rejected rejected(String yaml) throws IOException {
        return assertThat(importYaml(yaml)).asInstanceOf(type(Rejected.class)).actual();
    }

    private ImportReport.Line importYaml(String yaml) throws IOException {
        Path file = folder.resolve("tea.yaml");
        Files.writeString(file, yaml);
        return importing(file).lines().getFirst();
    }

    private ImportReport importing(Path path) throws IOException {
        return quoin.importFiles(List.of(path), Progress.NONE);
    }
}
