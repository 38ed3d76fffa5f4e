// Passages of a text: whole sentences of one section.
package org.quoin.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.quoin.model.Span;
import org.quoin.text.Passages.Passage;

class PassagesTest {
    private static List<String> of(String raw) {
        NormalisedText text = NormalisedText.of(raw);
        return Passages.of(text, Sections.of(text), List.of()).stream()
                .map(passage -> text.slice(passage.span()))
                .toList();
    }

    @Test
    void aShortTextIsOne() {
        assertThat(of("Nurses walked. Managers drove.")).containsExactly("Nurses walked. Managers drove.");
        assertThat(of("")).isEmpty();
    }

    @Test
    void doNotRunFromOneSectionIntoTheNextAndHoldNoHeadings() {
        NormalisedText text = NormalisedText.of("# Methods\n\nWe asked nurses.\n\n# Results\n\nThey walked.\n");

        List<Passage> passages = Passages.of(text, Sections.of(text), List.of());

        assertThat(passages)
                .extracting(passage -> text.slice(passage.span()))
                .containsExactly("We asked nurses.", "They walked.");
        assertThat(passages)
                .extracting(passage -> Objects.requireNonNull(passage.section()).heading())
                .containsExactly("Methods", "Results");
    }

    @Test
    void longEnoughOnesEndWithTheirParagraphAndShortOnesShare() {
        String paragraph = "A sentence about the work of nurses in the community. "
                .repeat(6)
                .strip();

        assertThat(of(paragraph + "\n\n" + paragraph)).containsExactly(paragraph, paragraph);
        assertThat(of("One.\n\nTwo.\n\nThree.")).containsExactly("One.\n\nTwo.\n\nThree.");
    }

    @Test
    void neverCutASentenceAndCoverEverything() {
        String sentence = "The 𝔫urses said that " + "they walked and ".repeat(80) + "came home.";
        String text = ("Short ones come first. ".repeat(60) + sentence + " And one after it.").strip();

        List<String> passages = of(text);

        assertThat(passages).contains(sentence);
        assertThat(passages)
                .filteredOn(passage -> !passage.equals(sentence))
                .allSatisfy(passage -> assertThat(passage.codePointCount(0, passage.length()))
                        .isLessThanOrEqualTo(Passages.MAX_LENGTH));
        assertThat(String.join(" ", passages)).isEqualTo(text);
    }

    @Test
    void leaveReferencesOut() {
        assertThat(of("# Results\n\nThey walked.\n\n# References\n\n1. Doe J. Walking. 2020.\n"))
                .containsExactly("They walked.");
        NormalisedText text = NormalisedText.of("They walked. Doe J: Walking.");
        assertThat(Passages.of(text, List.of(), List.of(new Span(13, 28)))).hasSize(1);
    }
}
