// Dividing a text into the parts under its headings.
package org.quoin.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Recognised are Markdown headings (`## Results`), headings alone on a line, numbered or not, and the headings
/// inside the running text of structured abstracts (`Lessons learned: ...`). The latter only in words that are
/// known from such abstracts: `There are two kinds: ...` is a sentence.
public final class Sections {
    private Sections() {}

    /// The sections in the order of the text. What stands before the first heading, a title for example, is in
    /// none.
    public static List<Section> of(NormalisedText text) {
        String value = text.value();
        List<Heading> headings = Heading.in(value, 0, value.length());
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            Heading heading = headings.get(i);
            int bodyTo = i + 1 < headings.size() ? headings.get(i + 1).from() : value.length();
            sections.add(new Section(
                    value.substring(heading.start(), heading.end()),
                    text.span(heading.start(), heading.end()),
                    text.trimmedSpan(heading.bodyFrom(), bodyTo)));
        }
        return List.copyOf(sections);
    }

    /// The section whose heading or body holds a code point of the text.
    ///
    /// @param sections as [#of(NormalisedText)] gives them
    public static Optional<Section> at(List<Section> sections, int codePoint) {
        return sections.stream()
                .filter(section -> section.headingSpan().start() <= codePoint
                        && codePoint
                                < Math.max(
                                        section.headingSpan().end(),
                                        section.body().end()))
                .findFirst();
    }
}
