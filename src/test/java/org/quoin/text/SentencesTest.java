// Sentences, and what of them is shown around a quote.
package org.quoin.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quoin.text.NormalisedTextTest.assertInvalid;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quoin.model.Span;

class SentencesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "We asked (e.g. Nurses) and waited.|They came, i.e. Doctors came.",
                "This agrees with Smith et al. Nurses said so.|See Fig. 3 and p. 12.|Dr. J. K. Müller left.",
                "Smith et al.|The rest came later.",
                "In hub A.|The manager stayed in hub B. Nobody did.",
                "It rose by 2.5 points vs. Norway.|Was it so?|It was!",
                "No.|They did not.|“I left.”|So did I.|Then 😀 came.",
                "In the U.K. Health Service it was so.",
                "1. Start small.|2. Scale up."
            })
    void sentencesEndWhereTheyEnd(String parted) {
        assertSentences(parted.replace('|', ' '), List.of(parted.split("\\|", -1)));
    }

    @Test
    void lineBreaksInsideAParagraphAreSpaces() {
        assertSentences(
                "A title\nWe asked staff in the\nUnited Kingdom. They\nanswered\n\nAnother paragraph\n- first item\n- second\n  item",
                List.of(
                        "A title",
                        "We asked staff in the\nUnited Kingdom.",
                        "They\nanswered",
                        "Another paragraph",
                        "- first item",
                        "- second\n  item"));
    }

    @Test
    void headingsAreInNoSentence() {
        assertSentences(
                "A title\nFictional study\n\n# Results\nIt helped. Limitations: Few came.",
                List.of("A title", "Fictional study", "It helped.", "Few came."));
    }

    @Test
    void theSentenceAroundAQuoteOfTheFirstStudy() throws IOException {
        NormalisedText text = SeedText.read();

        assertThat(text.slice(Sentences.around(text, new Span(1456, 1477))))
                .startsWith("Transferable key enablers")
                .endsWith("workforce and leadership.");
        assertThat(text.slice(Sentences.around(text, new Span(2970, 2994))))
                .startsWith("The need to start")
                .endsWith("were highlighted.");
        // A heading is in no sentence.
        assertThat(Sentences.around(text, new Span(0, 12))).isEqualTo(new Span(0, 12));
    }

    @Test
    void aQuoteOverTwoSentencesHasBoth() {
        NormalisedText text = NormalisedText.of("😀 One. Two here. Three here. Four.");

        assertThat(text.slice(Sentences.around(text, new Span(11, 20)))).isEqualTo("Two here. Three here.");
    }

    @Test
    void aPartOfALongTextGivesTheSameSentencesAsTheWhole() {
        String paragraph =
                "Methods: We asked 😀 Dr. Smith et al. Nurses came.\nThey stayed, e.g. Anna.\n\nResults\nIt went well\n\n";
        NormalisedText text = NormalisedText.of(paragraph.repeat(400));

        List<Span> sentences = Sentences.of(text);

        assertThat(sentences).hasSize(3 * 400);
        assertThat(sentences)
                .allSatisfy(sentence -> assertThat(
                                Sentences.around(text, new Span(sentence.start() + 1, sentence.end())))
                        .isEqualTo(sentence));
    }

    @Test
    void aLongSentenceIsCutBetweenWords() {
        NormalisedText text = NormalisedText.of("😀ab ".repeat(3_000) + "the quote" + " cd😀".repeat(3_000));
        Span quote = new Span(12_000, 12_009);

        Span around = Sentences.around(text, quote);

        assertThat(around.contains(quote)).isTrue();
        assertThat(around.length()).isBetween(Sentences.MAX_AROUND - 8, Sentences.MAX_AROUND);
        assertThat(text.slice(around)).matches("(😀ab |ab )(😀ab )*the quote( cd😀)*( cd)?");
    }

    @Test
    void aSideThatIsShortLeavesItsRoomToTheOther() {
        NormalisedText text = NormalisedText.of("So the quote" + " abc".repeat(500));

        assertThat(Sentences.around(text, new Span(3, 12)).start()).isZero();
        assertThat(Sentences.around(text, new Span(3, 12)).length()).isBetween(597, 600);
    }

    @Test
    void aQuoteLongerThanThatIsGivenBack() {
        NormalisedText text = NormalisedText.of("abc ".repeat(500));

        assertThat(Sentences.around(text, new Span(4, 1_001))).isEqualTo(new Span(4, 1_001));
        assertInvalid(() -> Sentences.around(text, new Span(4, 2_001)), "beyond the text");
    }

    private static void assertSentences(String text, List<String> expected) {
        NormalisedText normalised = NormalisedText.of(text);
        assertThat(Sentences.of(normalised)).extracting(normalised::slice).isEqualTo(expected);
    }
}
