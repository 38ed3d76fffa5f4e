// The parts of a text under its headings.
package org.quoin.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quoin.model.Span;

class SectionsTest {
    @Test
    void theFirstStudyHasTheSectionsOfItsAbstract() throws IOException {
        NormalisedText text = SeedText.read();

        List<Section> sections = Sections.of(text);

        assertThat(sections)
                .extracting(Section::heading)
                .containsExactly(
                        "Introduction",
                        "Methods",
                        "Results",
                        "Discussions",
                        "Conclusions",
                        "Lessons learned",
                        "Limitations",
                        "Suggestions for future research");
        assertThat(sections).allSatisfy(section -> {
            assertThat(text.slice(section.headingSpan())).isEqualTo(section.heading());
            assertThat(text.slice(section.body())).endsWith(".");
        });
        assertThat(text.slice(sections.get(5).body()))
                .startsWith("The need to start small")
                .endsWith("were highlighted.");
        assertThat(Sections.at(sections, 1456)).map(Section::heading).hasValue("Results");
        assertThat(Sections.at(sections, 0)).map(Section::heading).hasValue("Introduction");
        assertThat(Sections.at(sections, 3733)).map(Section::heading).hasValue("Suggestions for future research");
    }

    @Test
    void headingsStandAloneOnALineOrAreMarked() {
        NormalisedText text = NormalisedText.of("""
                A title of a study 😀
                By nobody

                BACKGROUND
                Care is shared.

                ## Data *collection* ##
                We asked. We asked again.

                3.1 Waiting for the next manager

                One theme was about managers.

                Results:
                They left.
                Limitations of the study
                """);

        assertThat(Sections.of(text))
                .extracting(Section::heading, section -> text.slice(section.body()))
                .containsExactly(
                        tuple("BACKGROUND", "Care is shared."),
                        tuple("Data *collection*", "We asked. We asked again."),
                        tuple("Waiting for the next manager", "One theme was about managers."),
                        tuple("Results", "They left."),
                        tuple("Limitations of the study", ""));
        assertThat(Sections.of(text).getFirst().headingSpan()).isEqualTo(new Span(32, 42));
        assertThat(Sections.at(Sections.of(text), 3)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "There are two kinds: those who came and those who left.",
                "We kept to the aims: to start small.",
                "It was so. The results: nobody came.",
                "Participant: I felt alone. Interviewer: Why?",
                "The ratio was 2:1 in Methods:A.",
                "We used the following\nmethods\nand others.",
                "Themes were\n\nTrust\nLeadership\nMoney",
                "She said:\n\n\"Nobody came\"\n\nThen she left.",
                "A title on the first line\n\nA paragraph that is a sentence.",
                "#hashtag\n#\n"
            })
    void ordinaryWordsAreNoHeadings(String text) {
        assertThat(Sections.of(NormalisedText.of(text))).isEmpty();
    }
}
