// Words inside a block of a JATS article.
package org.quoin.intake.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.quoin.intake.document.Note.What;

/// Rules: emphasis of any sort, links and citations that stand in the line (`[3]`, `Smith 2003`, `Fig. 2`) give
/// their words. Left out and counted are marks that are printed raised and would run into the word or number
/// before them (`2004.` with a raised `10` would read `2004.10`): a superscript of nothing but
/// cross-references, and cross-references to footnotes, table notes and notes on authors. Other superscripts
/// and subscripts give their characters. A formula gives the characters of its MathML in their order; one that
/// is only TeX or an image is left out and counted.
final class JatsInline {
    /// Inline elements that may hold elements that are blocks elsewhere.
    static final Set<String> KNOWN = Set.of("inline-formula", "xref", "fn", "ext-link");

    private static final Set<String> MARKS = Set.of("fn", "table-fn", "author-notes", "corresp", "aff");
    private static final Set<String> WITHOUT_WORDS =
            Set.of("index-term", "alt-text", "long-desc", "object-id", "annotation", "annotation-xml", "fn-group");

    /// What stands between the marks of a superscript.
    private static final Pattern BETWEEN_MARKS = Pattern.compile("[\\s,;.\\u2010-\\u2015\\[\\]()-]*");

    private final Notes notes;
    private final Supplier<String> place;
    private final List<XmlElement> footnotes = new ArrayList<>();

    JatsInline(Notes notes, Supplier<String> place) {
        this.notes = notes;
        this.place = place;
    }

    /// All words of an element, white space as one space.
    String words(XmlElement element) {
        StringBuilder words = new StringBuilder();
        appendContent(element, words);
        return Words.collapsed(words);
    }

    /// The same for a title or label.
    String title(XmlElement element) {
        return words(element);
    }

    /// The footnotes met since this was last asked.
    List<XmlElement> takeFootnotes() {
        List<XmlElement> taken = List.copyOf(footnotes);
        footnotes.clear();
        return taken;
    }

    void appendContent(XmlElement parent, StringBuilder words) {
        parent.forEach(new XmlElement.Visitor() {
            @Override
            public void words(String more) {
                words.append(more);
            }

            @Override
            public void element(XmlElement element) {
                append(element, words);
            }
        });
    }

    void append(XmlElement element, StringBuilder words) {
        switch (element.name()) {
            case "xref" -> {
                if (MARKS.contains(element.attribute("ref-type")) || isRaised(element)) {
                    mark(element);
                } else {
                    appendContent(element, words);
                }
            }
            case "sup" -> {
                if (holdsOnlyMarks(element)) {
                    mark(element);
                } else {
                    appendContent(element, words);
                }
            }
            case "fn" -> footnotes.add(element);
            case "inline-formula", "disp-formula" -> words.append(formula(element));
            case "alternatives" -> preferred(element, words);
            case "tex-math" -> notes.add(What.FORMULA, place.get());
            case "inline-graphic", "graphic", "private-char" -> notes.add(What.IMAGE, place.get());
            case "break" -> words.append(' ');
            case "p", "list-item", "def-item", "title", "td", "th", "list", "disp-quote" -> {
                // Blocks inside a cell or a title.
                words.append(' ');
                appendContent(element, words);
                words.append(' ');
            }
            default -> {
                if (!WITHOUT_WORDS.contains(element.name())) {
                    appendContent(element, words);
                }
            }
        }
    }

    /// The characters of a formula; empty, and counted, when it has none.
    String formula(XmlElement element) {
        XmlElement math = element.child("math")
                .or(() -> element.at("alternatives", "math"))
                .orElse(null);
        if (math != null) {
            notes.add(What.FORMULA_LAYOUT, place.get());
            return words(math);
        }
        StringBuilder words = new StringBuilder();
        for (XmlElement child : element.children().toList()) {
            if (!child.is("label")) {
                append(child, words);
            }
        }
        String characters = Words.collapsed(words);
        if (characters.isEmpty()) {
            StringBuilder own = new StringBuilder();
            element.forEach(new XmlElement.Visitor() {
                @Override
                public void words(String more) {
                    own.append(more);
                }

                @Override
                public void element(XmlElement child) {}
            });
            characters = Words.collapsed(own);
        }
        return characters;
    }

    /// The first of several forms of one thing that has words.
    private void preferred(XmlElement alternatives, StringBuilder words) {
        for (String form : List.of("math", "textual-form", "table", "tex-math")) {
            var found = alternatives.child(form);
            if (found.isPresent()) {
                append(found.get(), words);
                return;
            }
        }
        alternatives.children().findFirst().ifPresent(first -> append(first, words));
    }

    private void mark(XmlElement element) {
        if (element.words() != null) {
            notes.add(What.REFERENCE_MARK, place.get());
        }
    }

    private static boolean isRaised(XmlElement xref) {
        return xref.has("sup") && ownWords(xref).isBlank() && xref.children().allMatch(child -> child.is("sup"));
    }

    private static boolean holdsOnlyMarks(XmlElement sup) {
        return sup.has("xref")
                && sup.children().allMatch(child -> child.is("xref"))
                && BETWEEN_MARKS.matcher(ownWords(sup)).matches();
    }

    private static String ownWords(XmlElement element) {
        StringBuilder own = new StringBuilder();
        element.forEach(new XmlElement.Visitor() {
            @Override
            public void words(String words) {
                own.append(words);
            }

            @Override
            public void element(XmlElement child) {}
        });
        return own.toString();
    }
}
