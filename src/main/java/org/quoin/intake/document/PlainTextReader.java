// Reads plain text: as it is, to the last character, with the structure that headings and blank lines give it.
package org.quoin.intake.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quoin.model.Problem;
import org.quoin.model.Span;
import org.quoin.text.NormalisedText;
import org.quoin.text.Section;
import org.quoin.text.Sections;

/// The text is the file's own in normal form: a quote made on the file stands in it with the same offsets. The
/// title is the first line where it stands alone and is no sentence.
final class PlainTextReader implements DocumentReader {
    /// A line that a title could be: not ended by a stop or another mark.
    private static final Pattern TITLE = Pattern.compile("\\A\\s*([^\\n]{3,250}[^\\n.:;,!])\\n[ \\t]*\\n\\s*\\S");

    private static final Pattern PARAGRAPH = Pattern.compile("\\S(?:.|\\n(?![ \\t]*(?:\\n|\\z)))*+");
    private static final Pattern QUOTED = Pattern.compile("(?:[ \\t]*>.*(?:\\n|\\z))+");

    @Override
    public String name() {
        return "plain text";
    }

    @Override
    public boolean recognises(Source source) {
        return Xml.rootName(source).isEmpty()
                && !source.startsWith("{\\rtf")
                && !source.startsWith("%!PS")
                && source.head().chars().allMatch(PlainTextReader::isOfText);
    }

    /// Control characters but white space are a sign of a binary format.
    private static boolean isOfText(int c) {
        return c >= ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0x1A;
    }

    @Override
    public Reading read(Source source, Budget budget) {
        Notes notes = new Notes();
        String decoded = Encodings.decode(source, notes);
        budget.useCharacters(decoded.length());
        // Form feeds part the pages of old text exports, and 0x1A ended files; neither is text.
        NormalisedText text = NormalisedText.of(decoded.replace('\f', '\n').replace("\u001A", ""));
        if (text.value().isBlank()) {
            throw Problem.invalid(source.name() + " holds no text");
        }
        List<Section> sections = Sections.of(text);
        int bodyStart = sections.isEmpty()
                ? text.codePointLength()
                : sections.getFirst().headingSpan().start();
        List<Part> parts = new ArrayList<>();
        Metadata metadata = Metadata.NONE;
        int from = 0;
        Matcher title = TITLE.matcher(text.value());
        if (title.lookingAt() && text.codePointIndex(title.end(1)) <= bodyStart) {
            metadata = Metadata.titled(title.group(1).strip());
            Span span = trimmed(text, title.start(1), title.end(1));
            parts.add(leaf(PartKind.TITLE, span, false));
            from = span.end();
        }
        paragraphs(text, new Span(from, Math.max(from, bodyStart)), Set.of(), budget, parts);
        for (Section section : sections) {
            Set<Role> roles = Role.ofHeading(section.heading());
            List<Part> children = new ArrayList<>();
            paragraphs(text, section.body(), roles, budget, children);
            parts.add(new Part(
                    PartKind.SECTION,
                    roles,
                    new Span(
                            section.headingSpan().start(),
                            Math.max(section.headingSpan().end(), section.body().end())),
                    section.headingSpan(),
                    null,
                    null,
                    false,
                    children));
        }
        return Reading.Documents.of(new ReadDocument(name(), text, metadata, parts, List.of(), notes.all()));
    }

    private static void paragraphs(NormalisedText text, Span within, Set<Role> roles, Budget budget, List<Part> parts) {
        Matcher paragraph =
                PARAGRAPH.matcher(text.value()).region(text.charIndex(within.start()), text.charIndex(within.end()));
        while (paragraph.find()) {
            budget.checkTime();
            Span span = trimmed(text, paragraph.start(), paragraph.end());
            if (span.length() > 0) {
                boolean quote = QUOTED.matcher(paragraph.group()).matches();
                parts.add(leaf(
                        quote ? PartKind.BLOCK_QUOTE : PartKind.PARAGRAPH,
                        span,
                        quote && (roles.isEmpty() || roles.contains(Role.RESULTS))));
            }
        }
    }

    private static Span trimmed(NormalisedText text, int fromChar, int toChar) {
        String value = text.value();
        int from = fromChar;
        int to = toChar;
        while (from < to && Character.isWhitespace(value.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(value.charAt(to - 1))) {
            to--;
        }
        return new Span(text.codePointIndex(from), text.codePointIndex(to));
    }

    private static Part leaf(PartKind kind, Span span, boolean participantVoice) {
        return new Part(kind, Set.of(), span, null, null, null, participantVoice, List.of());
    }
}
