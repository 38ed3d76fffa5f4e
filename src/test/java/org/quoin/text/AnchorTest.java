// Where a quote stands, or why that cannot be said.
package org.quoin.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.quoin.text.NormalisedTextTest.assertInvalid;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quoin.model.PaperId;
import org.quoin.model.Quotation;
import org.quoin.model.Span;

class AnchorTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            584  | 649  | A qualitative study utilising in-depth semi-structured interviews
            957  | 998  | a rural setting within the United Kingdom
            1456 | 1477 | a clear shared vision
            1568 | 1615 | period of stability in workforce and leadership
            2970 | 2994 | start small and scale up
            3666 | 3734 | Explorations into integrated workforce development is also advocated
            """)
    void quotesOfTheFirstStudyStandWhereTheyStand(int start, int end, String words) throws IOException {
        assertThat(new Anchor(SeedText.read()).find(QuoteSelector.of(words)))
                .isEqualTo(new Anchoring.Exact(new Span(start, end)));
    }

    @Test
    void wordsThatStandTwiceNeedTheirContext() throws IOException {
        Anchor anchor = new Anchor(SeedText.read());
        String words = "individual behaviours and personalities";

        assertThat(anchor.find(QuoteSelector.of(words)))
                .asInstanceOf(type(Anchoring.Ambiguous.class))
                .satisfies(ambiguous -> {
                    assertThat(ambiguous.places())
                            .extracting(Anchoring.Place::span)
                            .containsExactly(new Span(1523, 1562), new Span(2472, 2511));
                    assertThat(ambiguous.places().getFirst().before()).endsWith("commitment, cultural change, ");
                    assertThat(ambiguous.places().getLast().after()).startsWith(" rather than processes");
                });
        assertThat(anchor.find(new QuoteSelector(words, "cultural change,", "")))
                .isEqualTo(new Anchoring.Exact(new Span(1523, 1562)));
        assertThat(anchor.find(new QuoteSelector(words, "", "rather than")))
                .isEqualTo(new Anchoring.Exact(new Span(2472, 2511)));
    }

    @Test
    void theFirstOfSeveralPlacesIsNotTaken() {
        Anchor anchor = new Anchor(NormalisedText.of("one two. one two. one two."));

        assertThat(anchor.find(new QuoteSelector("one two", "two.", "")))
                .asInstanceOf(type(Anchoring.Ambiguous.class))
                .extracting(Anchoring.Ambiguous::places)
                .satisfies(places -> assertThat(places)
                        .extracting(Anchoring.Place::span)
                        .containsExactly(new Span(9, 16), new Span(18, 25)));
    }

    @Test
    void overlappingOccurrencesAreSeveral() {
        assertThat(new Anchor(NormalisedText.of("banana")).find(QuoteSelector.of("ana")))
                .isEqualTo(new Anchoring.Ambiguous(List.of(
                        new Anchoring.Place(new Span(1, 4), "b", "na"),
                        new Anchoring.Place(new Span(3, 6), "ban", ""))));
    }

    @Test
    void offsetsCountCodePointsBehindAstralCharacters() {
        Anchor anchor = new Anchor(NormalisedText.of("😀😀 she 👩🏽‍⚕️ came; she stayed"));

        assertThat(anchor.find(QuoteSelector.of("came"))).isEqualTo(new Anchoring.Exact(new Span(13, 17)));
        assertThat(anchor.find(QuoteSelector.of("she 👩🏽‍⚕️ came"))).isEqualTo(new Anchoring.Exact(new Span(3, 17)));
        assertThat(anchor.find(new QuoteSelector("she", "came;", ""))).isEqualTo(new Anchoring.Exact(new Span(19, 22)));
        assertThat(anchor.find(QuoteSelector.of("came;  she")))
                .asInstanceOf(type(Anchoring.Moved.class))
                .returns(new Span(13, 22), Anchoring.Moved::span);
    }

    @Test
    void anOccurrenceThatWouldSplitACharacterIsNone() {
        Anchor anchor = new Anchor(NormalisedText.of("x\u0323 👨\u200D👩 🇬🇧🇳🇱 😀"));

        for (String part : new String[] {"x", "👨", "👩", "🇧🇳", "\uDE00", "\uD83D"}) {
            assertThat(anchor.find(QuoteSelector.of(part))).as(part).isInstanceOf(Anchoring.Lost.class);
        }
        assertThat(anchor.find(QuoteSelector.of("👨\u200D👩"))).isEqualTo(new Anchoring.Exact(new Span(3, 6)));
        assertThat(anchor.find(QuoteSelector.of("🇳🇱"))).isEqualTo(new Anchoring.Exact(new Span(9, 11)));
        assertThat(new Anchor(NormalisedText.of("cafe\u0301 x")).find(QuoteSelector.of("cafe")))
                .isInstanceOf(Anchoring.Lost.class);
    }

    @Test
    void accentsWrittenAsTwoCharactersAndOtherLineEndsAreTheSameWords() {
        Anchor anchor = new Anchor(NormalisedText.of("A café\r\nby night"));

        assertThat(anchor.find(QuoteSelector.of("cafe\u0301\r\nby"))).isEqualTo(new Anchoring.Exact(new Span(2, 9)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            the team\\u00A0said             | the team said        | white space
            the team\\n  said               | the team said        | white space
            the team said                   | \\s the team said\\n | white space
            it\\u2019s \\u201Cours\\u201D   | it's "ours"          | quotation marks
            \\u00ABours\\u00BB              | 'ours'               | quotation marks
            pre\\u2013post                  | pre-post             | dashes
            a \\u2014 b \\u2212 c           | a - b \\u2010 c      | dashes
            col\\u00ADlab\\u200Boration     | collaboration        | invisible characters
            collaboration                   | col\\u00ADlaboration | invisible characters
            ab\\u00ADc  d\\u2212e           | abc d-e              | white space and dashes and invisible characters
            """)
    void wordsThatDifferOnlyInTheirDressAreMoved(String inText, String wanted, String differing) {
        String found = unescaped(inText);
        Anchor anchor = new Anchor(NormalisedText.of("😀 so " + found + " then"));

        assertThat(anchor.find(QuoteSelector.of(unescaped(wanted))))
                .isEqualTo(new Anchoring.Moved(
                        new Span(5, 5 + found.length()), found, "the text has the same words with other " + differing));
    }

    @Test
    void wordsInAnotherDressTwiceAreNotGuessed() {
        Anchor anchor = new Anchor(NormalisedText.of("it’s ours, and it‘s ours"));

        assertThat(anchor.find(QuoteSelector.of("it's ours"))).isInstanceOf(Anchoring.Ambiguous.class);
        assertThat(anchor.find(new QuoteSelector("it's ours", "and", "")))
                .asInstanceOf(type(Anchoring.Moved.class))
                .returns("it‘s ours", Anchoring.Moved::found);
        assertThat(anchor.find(QuoteSelector.of("it’s ours"))).isEqualTo(new Anchoring.Exact(new Span(0, 9)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shared vision", "sharedvision", "shared visions", "shared, vision", "ﬁndings"})
    void everyOtherDifferenceCounts(String wanted) {
        Anchor anchor = new Anchor(NormalisedText.of("a shared vision of findings"));

        assertThat(anchor.find(QuoteSelector.of(wanted)))
                .isEqualTo(new Anchoring.Lost("the words do not stand in the text", Optional.empty()));
    }

    @Test
    void contextIsComparedWithWhiteSpaceFolded() {
        Anchor anchor = new Anchor(NormalisedText.of("named a\n  lack of trust.\nThe lack of trust\u00A0grew"));

        for (String before : new String[] {"named a", "named a ", " named\ta\n", "d a"}) {
            assertThat(anchor.find(new QuoteSelector("lack of trust", before, "")))
                    .as(before)
                    .isEqualTo(new Anchoring.Exact(new Span(10, 23)));
        }
        assertThat(anchor.find(new QuoteSelector("lack of trust", "", "grew")))
                .isEqualTo(new Anchoring.Exact(new Span(29, 42)));
        assertThat(anchor.find(new QuoteSelector("lack of trust", "", ".")))
                .isEqualTo(new Anchoring.Exact(new Span(10, 23)));
        assertThat(anchor.find(new QuoteSelector(" lack of trust", "The", "")))
                .isEqualTo(new Anchoring.Exact(new Span(28, 42)));
    }

    @Test
    void wordsInAnotherContextAreLostAndShown() {
        Anchor anchor = new Anchor(NormalisedText.of("a lack of trust grew"));

        assertThat(anchor.find(new QuoteSelector("lack of trust", "the", "fell")))
                .isEqualTo(new Anchoring.Lost(
                        "the words stand in the text, but not directly after «the» and directly before «fell»",
                        Optional.of(new Anchoring.Place(new Span(2, 15), "a ", " grew"))));
    }

    @Test
    void theBeginningOrTheEndOfLostWordsIsAHint() {
        Anchor anchor = new Anchor(NormalisedText.of("😀 we found that nobody at the clinic knew whom to call"));

        assertThat(anchor.find(QuoteSelector.of("we found that nobody at the hospital knew")))
                .asInstanceOf(type(Anchoring.Lost.class))
                .returns(Optional.of(new Span(2, 25)), lost -> lost.nearest().map(Anchoring.Place::span));
        assertThat(anchor.find(QuoteSelector.of("At the Clinic, knew whom to call and the clinic knew whom to call")))
                .asInstanceOf(type(Anchoring.Lost.class))
                .returns(Optional.of(new Span(30, 54)), lost -> lost.nearest().map(Anchoring.Place::span));
        assertThat(anchor.find(QuoteSelector.of("nobody here knew")))
                .isEqualTo(new Anchoring.Lost("the words do not stand in the text", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\u00A0", "\u00AD"})
    void aQuoteWithoutWordsIsRefused(String exact) {
        assertInvalid(() -> QuoteSelector.of(exact), "the quote is empty");
    }

    @Test
    void noMorePlacesAreListedThanAnybodyReads() {
        assertThat(new Anchor(NormalisedText.of("no ".repeat(5_000))).find(QuoteSelector.of("no")))
                .asInstanceOf(type(Anchoring.Ambiguous.class))
                .satisfies(found -> assertThat(found.places()).hasSize(Anchor.MAX_PLACES));
    }

    @Test
    void aQuotationCarriesItsContextCutBetweenCharacters() {
        NormalisedText text =
                NormalisedText.of("👨\u200D👩\u200D👧" + "b".repeat(30) + "words" + "a".repeat(31) + "x\u0323!");
        Span span = new Span(35, 40);

        assertThat(new Anchor(text).quotation(new PaperId("p"), span, "author"))
                .isEqualTo(new Quotation(
                        new PaperId("p"), text.sha256(), span, "words", "b".repeat(30), "a".repeat(31), "author"));
    }

    @Test
    void aQuotationOfAStoredTextHasWholeCharactersOnly() {
        Anchor anchor = new Anchor(NormalisedText.of("ax\u0323b"));
        PaperId paper = new PaperId("p");

        assertInvalid(() -> anchor.quotation(paper, new Span(0, 2), "author"), "inside a character");
        assertInvalid(() -> anchor.quotation(paper, new Span(2, 4), "author"), "inside a character");
        assertInvalid(() -> anchor.quotation(paper, new Span(1, 1), "author"), "empty");
        assertInvalid(() -> anchor.quotation(paper, new Span(1, 5), "author"), "beyond the text");
    }

    private static String unescaped(String written) {
        return Pattern.compile("\\\\u([0-9A-F]{4})")
                .matcher(written)
                .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)))
                .translateEscapes();
    }
}
