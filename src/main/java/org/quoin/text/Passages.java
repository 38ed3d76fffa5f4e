// Dividing a text into passages to be searched: whole sentences, of one section, about as long as a paragraph.
package org.quoin.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quoin.model.Span;

/// Passages do not overlap. A sentence longer than a passage may be is a passage of its own: it is never cut.
public final class Passages {
    /// Where a passage would grow beyond this, in code points, the next begins: about 130 words, of which an
    /// embedding model still makes one meaning.
    public static final int MAX_LENGTH = 850;

    /// From this length on, in code points, a passage ends with its paragraph; shorter paragraphs, such as items
    /// of a list, share one.
    private static final int LONG_ENOUGH = 250;

    /// Headings of what is no statement of the paper.
    private static final Set<String> LISTS_OF_REFERENCES =
            Set.of("references", "reference list", "bibliography", "literature cited", "works cited");

    private Passages() {}

    /// @param section that it stands in, or null
    public record Passage(Span span, @Nullable Section section) {}

    /// The passages of a text in its order. Lists of references are left out.
    ///
    /// @param sections of the text, in its order
    /// @param leftOut ranges of which nothing is to be found
    public static List<Passage> of(NormalisedText text, List<Section> sections, List<Span> leftOut) {
        var passages = new ArrayList<Passage>();
        @Nullable Passage growing = null;
        for (Span sentence : Sentences.of(text)) {
            Section section = Sections.at(sections, sentence.start()).orElse(null);
            if (isOut(sentence, section, leftOut)) {
                continue;
            }
            if (growing != null && belongs(text, growing, sentence, section)) {
                growing = new Passage(new Span(growing.span().start(), sentence.end()), section);
            } else {
                Optional.ofNullable(growing).ifPresent(passages::add);
                growing = new Passage(sentence, section);
            }
        }
        Optional.ofNullable(growing).ifPresent(passages::add);
        return List.copyOf(passages);
    }

    private static boolean isOut(Span sentence, @Nullable Section section, List<Span> leftOut) {
        boolean isHeading = section != null && section.headingSpan().overlaps(sentence);
        boolean isReference = section != null
                && LISTS_OF_REFERENCES.contains(section.heading().strip().toLowerCase(Locale.ROOT));
        return isHeading || isReference || leftOut.stream().anyMatch(out -> out.overlaps(sentence));
    }

    private static boolean belongs(NormalisedText text, Passage growing, Span sentence, @Nullable Section section) {
        Span before = growing.span();
        if (!Objects.equals(growing.section(), section) || sentence.end() - before.start() > MAX_LENGTH) {
            return false;
        }
        var between = new Span(/* start= */ before.end(), /* end= */ sentence.start());
        boolean newParagraph = text.slice(between).contains("\n\n");
        return !newParagraph || before.length() < LONG_ENOUGH;
    }
}
