// What the styles of a Word document say about its paragraphs.
package org.quoin.intake.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A built-in style has an English name in every language's Word; a style of one's own inherits what it is
/// based on.
final class DocxStyles {
    private static final Pattern HEADING = Pattern.compile("heading ([1-9])");
    private static final Pattern QUOTE = Pattern.compile(".*\\b(?:quote|quotes|quotation|block text|participant)\\b.*");

    private record Style(String name, @Nullable String basedOn, OptionalInt outlineLevel, boolean isList) {}

    private final Map<String, Style> styles = new HashMap<>();
    private String standard = "";

    private DocxStyles() {}

    static DocxStyles of(XmlElement root) {
        DocxStyles styles = new DocxStyles();
        root.children("style")
                .filter(style -> style.attribute("type").equals("paragraph"))
                .forEach(styles::add);
        return styles;
    }

    private void add(XmlElement style) {
        String id = style.attribute("styleId");
        if (style.attribute("default").equals("1")) {
            standard = id;
        }
        styles.put(
                id,
                new Style(
                        style.child("name")
                                .map(name -> name.attribute("val").toLowerCase(Locale.ROOT))
                                .orElse(""),
                        style.child("basedOn")
                                .map(other -> other.attribute("val"))
                                .orElse(null),
                        outlineLevel(style),
                        style.at("pPr", "numPr").isPresent()));
    }

    private static OptionalInt outlineLevel(XmlElement holder) {
        return holder.at("pPr", "outlineLvl")
                .map(level -> level.attribute("val"))
                .filter(value -> value.matches("[0-9]"))
                .map(value -> OptionalInt.of(Integer.parseInt(value) + 1))
                .orElse(OptionalInt.empty());
    }

    /// The level of a paragraph that is a heading, 1 for the highest; empty for one that is none.
    OptionalInt headingLevel(XmlElement paragraph) {
        OptionalInt own = outlineLevel(paragraph);
        if (own.isPresent()) {
            // 10 stands for text in the body.
            return own.getAsInt() > 9 ? OptionalInt.empty() : own;
        }
        return first(paragraph, style -> {
                    Matcher heading = HEADING.matcher(style.name());
                    if (heading.matches()) {
                        return Optional.of(Integer.parseInt(heading.group(1)));
                    }
                    return style.outlineLevel().isPresent()
                            ? Optional.of(style.outlineLevel().getAsInt())
                            : Optional.empty();
                })
                .filter(level -> level <= 9)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    boolean isTitle(XmlElement paragraph) {
        return isNamed(paragraph, "title");
    }

    boolean isSubtitle(XmlElement paragraph) {
        return isNamed(paragraph, "subtitle");
    }

    boolean isCaption(XmlElement paragraph) {
        return isNamed(paragraph, "caption");
    }

    /// By its style, or because it is set in from both margins.
    boolean isQuote(XmlElement paragraph) {
        boolean byStyle = first(
                        paragraph,
                        style -> QUOTE.matcher(style.name()).matches() ? Optional.of(true) : Optional.empty())
                .isPresent();
        return byStyle
                || paragraph
                        .at("pPr", "ind")
                        .filter(indent -> isSetIn(indent.attribute("left") + indent.attribute("start"))
                                && isSetIn(indent.attribute("right") + indent.attribute("end")))
                        .isPresent();
    }

    boolean isListItem(XmlElement paragraph) {
        Optional<XmlElement> own = paragraph.at("pPr", "numPr", "numId");
        return own.isPresent()
                ? !own.get().attribute("val").equals("0")
                : first(paragraph, style -> style.isList() ? Optional.of(true) : Optional.empty())
                        .isPresent();
    }

    /// A quarter of an inch at least, in twentieths of a point.
    private static boolean isSetIn(String twips) {
        return twips.matches("\\d{3,5}") && Integer.parseInt(twips) >= 360;
    }

    private boolean isNamed(XmlElement paragraph, String name) {
        return first(paragraph, style -> style.name().equals(name) ? Optional.of(true) : Optional.empty())
                .isPresent();
    }

    /// What the paragraph's style or the first of those it is based on answers.
    private <T> Optional<T> first(XmlElement paragraph, Function<Style, Optional<T>> question) {
        @Nullable
        String id = paragraph
                .at("pPr", "pStyle")
                .map(style -> style.attribute("val"))
                .orElse(standard);
        Set<String> seen = new HashSet<>();
        while (id != null && seen.add(id)) {
            Style style = styles.get(id);
            if (style == null) {
                return Optional.empty();
            }
            Optional<T> answer = question.apply(style);
            if (answer.isPresent()) {
                return answer;
            }
            id = style.basedOn();
        }
        return Optional.empty();
    }
}
